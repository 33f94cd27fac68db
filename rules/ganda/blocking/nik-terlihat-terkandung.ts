import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-terlihat-terkandung',
  title: {
    id: 'wilayah dan tanggal pada NIK sama, satu tersamar, nama termuat',
    en: 'equal area and date in the NIK, one masked, one name within the other',
  },
  key: ['nik_shown_id'],
  survives: {
    id: 'angka terakhir NIK tersamar (****) pada satu atau kedua baris; kata nama hilang, disingkat, atau tertukar tempat; tanggal lahir apa pun',
    en: 'the last digits of the NIK masked (****) in one row or both; words of the name lost, abbreviated or in another order; any birth date',
  },
  names: 'contained',
  cap: 300,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'NUR KHASANAH RAHAYU', nik: '331713620593****', tanggal_lahir: '22|05|1993' },
        b: { nama: 'NUR K RAHAYU', nik: '331713620593****', tanggal_lahir: '22|05|1995' },
        because: {
          id: 'seluruh berkas tersamar, tahun salah',
          en: 'a whole file is masked, the year is wrong',
        },
      },
      {
        a: { nama: 'NUR KHASANAH RAHAYU', nik: '3317136205930002', tanggal_lahir: '22|05|1993' },
        b: { nama: 'NUR K RAHAYU', nik: '331713620593****', tanggal_lahir: '01|07|1993' },
        because: { id: 'hanya satu yang tersamar', en: 'only one is masked' },
      },
    ],
    left: [
      {
        a: { nama: 'NUR KHASANAH RAHAYU', nik: '331713620593****', tanggal_lahir: '22|05|1993' },
        b: {
          nama: 'SITI AMINAH',
          nik: '331713620593****',
          tanggal_lahir: '22|05|1995',
        },
      },
      {
        a: { nama: 'NUR KHASANAH RAHAYU', nik: '3317136205******', tanggal_lahir: '22|05|1993' },
        b: { nama: 'NUR K RAHAYU', nik: '3317136205******', tanggal_lahir: '22|05|1995' },
        because: { id: 'tahun pada NIK tidak terlihat', en: 'the year in the NIK cannot be seen' },
      },
    ],
  },
};

export default rule;
