import type { GradeBook } from '../../src/model/ganda.ts';

/**
 * KPU's own gradings of Data Ganda. Every grade contains the NIK. To add a definition, add an entry
 * and name it in the config (`grades`).
 */
export const GRADE_BOOKS: readonly GradeBook[] = [
  {
    id: 'sidalih-2020',
    source: 'Sidalih desktop client, 2020: the SQL that sets k1, k2, k3 (exclusive, strongest first)',
    grades: [
      {
        id: 'K1',
        equal: ['nik_number', 'nama_upper', 'nkk'],
        meaning: { id: 'NIK, NKK, dan nama sama', en: 'NIK, NKK and name equal' },
        onePerson: true,
      },
      {
        id: 'K2',
        equal: ['nik_number', 'nama_upper'],
        meaning: { id: 'NIK dan nama sama, NKK berbeda', en: 'NIK and name equal, NKK differs' },
        onePerson: true,
      },
      {
        id: 'K3',
        equal: ['nik_number'],
        meaning: { id: 'hanya NIK yang sama', en: 'only the NIK is equal' },
        onePerson: false,
      },
    ],
  },
  {
    id: 'kpu-kepri-2018',
    source: 'KPU Provinsi Kepulauan Riau, DPT Pemilu 2019 (as reported in 2018)',
    grades: [
      {
        id: 'K1',
        equal: ['nik_number', 'nama_upper', 'birth_date', 'sex', 'tempat_lahir', 'alamat', 'nkk', 'marital'],
        meaning: { id: 'semua elemen sama', en: 'all elements equal' },
        onePerson: true,
      },
      {
        id: 'K2',
        equal: ['nik_number', 'nama_upper', 'birth_date', 'sex', 'tempat_lahir', 'alamat'],
        meaning: {
          id: 'NIK, nama, JK, tempat dan tanggal lahir, alamat sama',
          en: 'NIK, name, sex, place and date of birth, address equal',
        },
        onePerson: true,
      },
      {
        id: 'K3',
        equal: ['nik_number', 'nama_upper', 'birth_date', 'sex', 'tempat_lahir'],
        meaning: {
          id: 'NIK, nama, JK, tempat dan tanggal lahir sama',
          en: 'NIK, name, sex, place and date of birth equal',
        },
        onePerson: true,
      },
      {
        id: 'K4',
        equal: ['nik_number', 'nama_upper', 'birth_date'],
        meaning: { id: 'NIK, nama, dan tanggal lahir sama', en: 'NIK, name and date of birth equal' },
        onePerson: true,
      },
    ],
  },
];
