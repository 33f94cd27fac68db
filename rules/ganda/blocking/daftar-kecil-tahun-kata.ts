import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'daftar-kecil-tahun-kata',
  title: {
    id: 'tahun lahir dan satu kata nama sama, di daftar kecil',
    en: 'same year of birth and a word of the name, in a small list',
  },
  key: ['birth_year'],
  survives: {
    id: 'hari dan bulan lahir yang lain, satu kata nama yang lain, di daftar kecil',
    en: 'another day and month of birth, another word of the name, in a small list',
  },
  names: 'word',
  cap: 2_000,
  mostRows: 20_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'OLIVIA DAVIES', tanggal_lahir: '06|01|2010' },
        b: { nama: 'DAVIES', tanggal_lahir: '09|11|2010' },
      },
      {
        a: { nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990' },
        b: { nama: 'AMINAH', tanggal_lahir: '01|07|1990' },
      },
    ],
    left: [
      {
        a: { nama: 'OLIVIA DAVIES', tanggal_lahir: '06|01|2010' },
        b: { nama: 'DAVIES', tanggal_lahir: '06|01|2011' },
      },
      {
        a: { nama: 'OLIVIA DAVIES', tanggal_lahir: '06|01|2010' },
        b: { nama: 'OSCAR MOORE', tanggal_lahir: '07|01|2010' },
      },
    ],
  },
};

export default rule;
