import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'daftar-kecil-hari-kata',
  title: {
    id: 'hari dan bulan lahir serta satu kata nama sama, di daftar kecil',
    en: 'same day and month of birth and a word of the name, in a small list',
  },
  key: ['birth_day'],
  survives: {
    id: 'tahun lahir yang lain, satu kata nama yang lain, di daftar kecil',
    en: 'another year of birth, another word of the name, in a small list',
  },
  names: 'word',
  cap: 2_000,
  mostRows: 20_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'STEFAN BRAUN', tanggal_lahir: '30|12|1997' },
        b: { nama: 'BRAUN', tanggal_lahir: '30|12|1947' },
      },
      {
        a: { nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990' },
        b: { nama: 'AMINAH', tanggal_lahir: '12|06|1909' },
      },
    ],
    left: [
      {
        a: { nama: 'STEFAN BRAUN', tanggal_lahir: '30|12|1997' },
        b: { nama: 'BRAUN', tanggal_lahir: '31|12|1947' },
      },
      {
        a: { nama: 'STEFAN BRAUN', tanggal_lahir: '30|12|1997' },
        b: { nama: 'OSCAR MOORE', tanggal_lahir: '30|12|1997' },
      },
    ],
  },
};

export default rule;
