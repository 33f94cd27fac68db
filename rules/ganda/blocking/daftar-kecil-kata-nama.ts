import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'daftar-kecil-kata-nama',
  title: { id: 'satu kata nama sama, di daftar kecil', en: 'one word of the name equal, in a small list' },
  key: [],
  survives: {
    id: 'perbedaan apa pun selain satu kata nama, di daftar yang begitu kecil sehingga semua baris dapat dibandingkan',
    en: 'any difference but one word of the name, in a list so small that all rows can be compared',
  },
  names: 'word',
  cap: 2_000,
  mostRows: 2_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'OLIVIA DAVIES', tanggal_lahir: '06|01|2010' },
        b: { nama: 'DAVIES', tanggal_lahir: '09|01|2000' },
      },
      {
        a: { nama: 'LAUREN PANAGAKIS', tempat_lahir: 'CRONULLA' },
        b: { nama: 'CAITLIN PANAGAKIS', tempat_lahir: 'CRONULA' },
      },
    ],
    left: [
      { a: { nama: 'BERTI WHETSTONE' }, b: { nama: 'BETI NGUYEN' } },
      {
        a: { nama: 'KY DIKSONO' },
        b: { nama: 'KY HENDRO' },
        because: { id: 'kata yang sama terlalu pendek', en: 'the common word is too short' },
      },
    ],
  },
};

export default rule;
