import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'daftar-kecil-nama-mirip',
  title: { id: 'nama mirip, di daftar kecil', en: 'near names, in a small list' },
  key: [],
  survives: {
    id: 'perbedaan apa pun selain satu sampai tiga huruf nama, di daftar yang begitu kecil sehingga semua baris dapat dibandingkan',
    en: 'any difference but one to three letters of the name, in a list so small that all rows can be compared',
  },
  names: 'alike',
  cap: 20_000,
  mostRows: 20_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'INGE SEIDEL', tanggal_lahir: '04|09|1949' },
        b: { nama: 'INGEU SEIDEL', tanggal_lahir: '04|08|1949' },
        because: { id: 'nama dan tanggal keduanya salah', en: 'name and date are both wrong' },
      },
      {
        a: { nama: 'ROSI JOHNSTON', tempat_lahir: 'SHEFFIELD' },
        b: { nama: 'ROSI JONHSTON' },
      },
    ],
    left: [
      {
        a: { nama: 'INGE KRUEGER', tanggal_lahir: '04|09|1951' },
        b: { nama: 'KARL KLEIN', tanggal_lahir: '04|09|1951' },
      },
      { a: { nama: 'BAB' }, b: { nama: 'DUD' } },
    ],
  },
};

export default rule;
