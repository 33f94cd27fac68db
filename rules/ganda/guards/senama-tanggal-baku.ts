import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { isCommonDefault, NIK_SETTLES, SAME_DATE, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'senama-tanggal-baku',
  title: { id: 'nama sama atau mirip pada tanggal baku', en: 'equal or like names on a default date' },
  reason: {
    id: 'Nama sama atau mirip dan tanggal lahir sama, tetapi tanggalnya tanggal baku (1 Januari, 1 Juli, 31 Desember), tidak ada kartu keluarga yang menyatukannya, dan masing-masing punya NIK utuh yang bukan salah tulis dari yang lain, atau kedua NIK tidak diketahui atau tersamar dan kartu keluarganya lain: di satu desa banyak orang tua yang lahir tahun itu ditulis dengan tanggal itu, dan nama pasaran berulang. Bobot −6: tanpa rumah yang sama, pasangan seperti ini diverifikasi.',
    en: 'The names are equal or alike and the birth date is equal, but the date is a default one (1 January, 1 July, 31 December), no family card joins them and each has a whole NIK that is no slip of the other, or both NIK are unknown or masked and the family cards are others: in one desa many of the old are written with that date, and common names recur. The weight is −6: without one house, such a pair is verified.',
  },
  needs: ['nik'],
  when: `${SAME_DATE}
  AND ${isCommonDefault('a')}
  AND NOT coalesce(${SAME_NKK}, false)
  AND NOT ${NIK_SETTLES}
  AND ((a.nik_number IS NOT NULL AND b.nik_number IS NOT NULL)
    OR (a.nik_number IS NULL AND b.nik_number IS NULL AND a.nkk_number <> b.nkk_number))`,
  weight: -6,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520043' },
        b: { ...OTHER_CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '3319010107520003' },
      },
      {
        a: { ...CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '331901010752****' },
        b: { ...OTHER_CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '' },
        because: {
          id: 'satu NIK tidak diketahui, kartu keluarga lain',
          en: 'one NIK unknown, other family cards',
        },
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
        b: { ...OTHER_CARD, nama: 'SUKARDI', tanggal_lahir: '01|07|1952', nik: '' },
        because: { id: 'satu NIK tidak diketahui', en: 'one NIK is unknown' },
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
