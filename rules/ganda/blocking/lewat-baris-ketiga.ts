import type { BlockingRule } from '../../../src/model/ganda.ts';

/** Of one person: the whole row, and three copies with damage of their own. */
const WHOLE = {
  nama: 'RETNO WULANDARI KARTIKA',
  nik: '3318044703770009',
  nkk: '3318041001050077',
  tanggal_lahir: '07|03|1977',
  tempat_lahir: 'SEMARANG',
  kode_desa: '33.18.04.2001',
} as const;
const WITHOUT_NIK = {
  nama: 'R. WULANDARI KARTIKA',
  tanggal_lahir: '07|03|1977',
  tempat_lahir: 'SEMARANG',
  kode_desa: '33.18.02.2005',
} as const;
const OTHER_DATE = {
  nama: 'RETNO WULAN',
  nik: '3318044703770009',
  tanggal_lahir: '03|07|1977',
  tempat_lahir: 'KENDAL',
  kode_desa: '33.24.02.2005',
} as const;
const OTHER_NAME = {
  nama: 'NANIK',
  nkk: '3318041001050077',
  tanggal_lahir: '31|12|1977',
  kode_desa: '33.18.04.2002',
} as const;

const rule: BlockingRule = {
  id: 'lewat-baris-ketiga',
  title: { id: 'keduanya cocok dengan satu baris ketiga', en: 'both match the same third row' },
  key: [],
  survives: {
    id: 'kerusakan berlainan pada dua salinan: masing-masing ditemukan oleh baris yang utuh, bukan oleh satu sama lain',
    en: 'different damage to two copies: each is found by the row that is whole, not by the other',
  },
  through: [
    'nama-desa-tanggal',
    'nama-langka-tanggal',
    'nama-tempat-tanggal',
    'nik-mirip',
    'nik-mirip-nama',
    'nik-mirip-nama-terkandung',
    'nik-mirip-tanggal',
    'nik-sama',
    'nik-tak-baku-sama',
    'nik-terlihat-nama',
    'nik-terlihat-terkandung',
    'nkk-tanggal',
    'tanggal-kata-nama',
    'tanggal-nama-agak-mirip',
    'tanggal-nama-mirip',
    'tanggal-nama-terkandung',
  ],
  atLeastOne: [
    'nama-desa-tanggal',
    'nik-mirip',
    'nik-mirip-nama',
    'nik-mirip-nama-terkandung',
    'nik-mirip-tanggal',
    'nik-sama',
    'nik-tak-baku-sama',
    'nkk-tanggal',
  ],
  cap: 4,
  splitBy: [],
  examples: {
    found: [
      {
        a: WITHOUT_NIK,
        b: OTHER_DATE,
        because: {
          id: 'baris ketiga: RETNO WULANDARI KARTIKA pada contoh berikut, cocok menurut nama dan tanggal dengan yang satu, menurut NIK dengan yang lain',
          en: 'the third row: RETNO WULANDARI KARTIKA of an example below, matched by name and date to the one, by NIK to the other',
        },
      },
      { a: WITHOUT_NIK, b: OTHER_NAME, because: { id: 'menurut NKK', en: 'by the NKK' } },
    ],
    left: [
      {
        a: WHOLE,
        b: { nama: 'BAMBANG WIJAYA', nik: '3374010506880003', tanggal_lahir: '05|06|1988' },
      },
      {
        a: { nama: 'MULYANI', nik: '3318045002790001', tanggal_lahir: '10|02|1979' },
        b: { nama: 'SUROSO', nik: '3318041202810002', tanggal_lahir: '12|03|1981' },
      },
    ],
  },
};

export default rule;
