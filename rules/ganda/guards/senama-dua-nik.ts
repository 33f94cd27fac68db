import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { isCommonDefault, NIK_SETTLES, SAME_DATE, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'senama-dua-nik',
  title: {
    id: 'nama sama pada tanggal baku, dua NIK',
    en: 'equal names on a default date, two NIK',
  },
  reason: {
    id: 'Nama sama persis (atau hanya beda ejaan, dengan NIK terbitan satu kecamatan) dan tanggal lahir sama, tetapi tanggalnya tanggal baku (1 Januari, 1 Juli, 31 Desember), tidak ada kartu keluarga yang menyatukannya, dan masing-masing punya NIK utuh yang bukan salah tulis dari yang lain. Tetangga senama seperti ini biasa di antara orang tua, juga dalam satu RT; NIK kedua seseorang jarang ditulis dengan nama yang persis sama dan kartu keluarga lain. Bobot −20 mengambil kembali yang diberikan nama dan alamat.',
    en: 'The names are exactly equal (or but for the spelling, with NIK issued in one kecamatan) and so is the birth date, but the date is a default one (1 January, 1 July, 31 December), no family card joins them, and each has a whole NIK that is no slip of the other. Neighbours like these are common among the old, even within one RT; a person’s second NIK is seldom written with exactly that name and another family card. The weight of −20 takes back what name and address have given.',
  },
  needs: ['nama', 'nik'],
  when: `${SAME_DATE}
  AND ${isCommonDefault('a')}
  AND NOT coalesce(${SAME_NKK}, false)
  AND a.nik_number IS NOT NULL AND b.nik_number IS NOT NULL
  AND NOT ${NIK_SETTLES}
  AND (level_nama = 'sama' OR (level_nama = 'sama-ejaan' AND level_nik = 'wilayah-tanggal-sama'))`,
  weight: -20,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520043' },
        b: { ...OTHER_CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520003' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '12|06|1952', nik: '3319011206520043' },
        b: { ...OTHER_CARD, nama: 'SUKARDI', tanggal_lahir: '12|06|1952', nik: '3319011206520003' },
        because: { id: 'bukan tanggal baku', en: 'not a default date' },
      },
      {
        a: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520043' },
        b: { ...OTHER_CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3219010107520043' },
        because: { id: 'satu digit provinsi salah tulis', en: 'one digit of the province is mistyped' },
      },
      {
        a: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520043' },
        b: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520003' },
        because: { id: 'satu kartu keluarga', en: 'one family card' },
      },
    ],
  },
};

export default guard;
