import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, DESA, OTHER_CARD } from '../example-rows.ts';
import { DATES_APART, LIKE_NAMES, NIK_APART, SAME_ADDRESS, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'ayah-anak',
  title: { id: 'orang tua dan anak', en: 'parent and child' },
  reason: {
    id: 'Anak sering memakai nama orang tuanya dan tinggal serumah; tahun lahir terpaut 14 tahun atau lebih dan bukan satu angka yang salah ketik, atau namanya pun tidak sama persis. Bobot −20 mengambil kembali yang diberikan NKK atau alamat.',
    en: 'A child often bears a parent’s name and lives in the same house; the years of birth are 14 or more apart, and that is not one mistyped number, or the names are not quite equal either. The weight of −20 takes back what NKK or address have given.',
  },
  needs: ['nama', 'tanggal_lahir'],
  when: `(${SAME_NKK} OR (${SAME_ADDRESS}))
  AND abs(year(a.birth_date) - year(b.birth_date)) >= 14
  AND (${LIKE_NAMES} OR level_nama = 'kata-sama')
  AND (${DATES_APART} OR (level_tanggal_lahir = 'tahun-beda' AND level_nama <> 'sama'))
  AND ${NIK_APART}`,
  weight: -20,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1960', nik: '3319011206600001' },
        b: { ...CARD, nama: 'AGUS SUTRISNO', tanggal_lahir: '23|09|1988', nik: '3319012309880004' },
      },
      {
        a: { ...DESA, nama: 'SUTRISNO', tanggal_lahir: '12|06|1960', nkk: '3319010502070011' },
        b: { ...DESA, nama: 'SUTRISNO', tanggal_lahir: '23|09|1988', nkk: '3319012103150007' },
        because: { id: 'anak yang sudah berkeluarga sendiri', en: 'a son with a family card of his own' },
      },
      {
        a: { ...CARD, nama: 'KASMIRAH', tanggal_lahir: '01|07|1950', jenis_kelamin: 'P' },
        b: { ...CARD, nama: 'KASMIRAH', tanggal_lahir: '01|07|1975', jenis_kelamin: 'P' },
        because: {
          id: 'hari dan bulan sama hanya karena keduanya tanggal baku',
          en: 'day and month agree only since both are default dates',
        },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1960', nik: '3319011206600001' },
        b: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1980', nik: '3319011206600001' },
        because: { id: 'satu angka tahun salah ketik', en: 'one digit of the year mistyped' },
      },
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1960' },
        b: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1980' },
        because: {
          id: 'tanpa NIK pun: hari dan bulan yang sama lebih mungkin salah ketik',
          en: 'without a NIK too: with day and month equal, a slip is more likely',
        },
      },
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1960' },
        b: { ...OTHER_CARD, nama: 'SUTRISNO', tanggal_lahir: '23|09|1988' },
        because: {
          id: 'tidak serumah: perbedaannya sudah dinilai kolom masing-masing',
          en: 'not of one house: each column has judged its difference already',
        },
      },
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1960' },
        b: { ...CARD, nama: 'JOKO', tanggal_lahir: '23|09|1988' },
      },
    ],
  },
};

export default guard;
