import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'daftar-kecil',
  title: { id: 'semua pasangan, di daftar kecil', en: 'all pairs, in a small list' },
  key: [],
  survives: {
    id: 'perbedaan apa pun, di daftar yang begitu kecil sehingga semua baris dapat dibandingkan',
    en: 'any difference, in a list so small that all rows can be compared',
  },
  admits: `(a.name_key_id IS NOT NULL AND b.name_key_id IS NOT NULL)
    OR (a.birth_date IS NOT NULL AND b.birth_date IS NOT NULL)`,
  cap: 1_000,
  mostRows: 1_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'BERTI WHETSTONE', tanggal_lahir: '16|02|1920' },
        b: { nama: 'BETI NGUYEN', tanggal_lahir: '16|02|1920' },
        because: { id: 'nama keluarga lain', en: 'another family name' },
      },
      {
        a: { nama: 'OIPR', tempat_lahir: 'LONDN', tanggal_lahir: '21|12|2009' },
        b: { nama: 'OLIVER ATKINSON', tempat_lahir: 'LONDON', tanggal_lahir: '21|01|2011' },
      },
    ],
    left: [
      {
        a: { nama: 'GEORGE DAVIDSON' },
        b: { tanggal_lahir: '05|06|2009' },
        because: { id: 'tidak ada yang dapat dibandingkan', en: 'there is nothing to compare' },
      },
      { a: { tempat_lahir: 'SALFORD' }, b: { nama: 'LEON ARMSTRONG', tempat_lahir: 'SALFORD' } },
    ],
  },
};

export default rule;
