import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'daftar-kecil-tanggal',
  title: { id: 'tanggal lahir sama, di daftar kecil', en: 'same birth date, in a small list' },
  key: ['birth_date'],
  survives: {
    id: 'nama yang lain sama sekali, di daftar yang begitu kecil sehingga sedikit orang lahir pada satu hari',
    en: 'another name altogether, in a list so small that few people were born on one day',
  },
  cap: 200,
  mostRows: 20_000,
  splitBy: ['place_id'],
  examples: {
    found: [
      {
        a: { nama: 'BERTI WHETSTONE', tanggal_lahir: '16|02|1920' },
        b: { nama: 'BETI NGUYEN', tanggal_lahir: '16|02|1920' },
      },
      {
        a: { nama: 'LOLA', tanggal_lahir: '05|06|2009', nik: 'lola.k63@surat.example' },
        b: { nama: 'KING', tanggal_lahir: '05|06|2009', nik: 'loal.k63@surat.example' },
        because: {
          id: 'di satu baris hanya nama depan, di baris lain hanya nama keluarga',
          en: 'only the given name in one row, only the family name in the other',
        },
      },
    ],
    left: [
      {
        a: { nama: 'ROSI JOHNSTON', tanggal_lahir: '16|02|1920' },
        b: { nama: 'ROSI JOHNSTON', tanggal_lahir: '17|02|1920' },
      },
      { a: { nama: 'ROSI JOHNSTON', tanggal_lahir: '16|02|1920' }, b: { nama: 'ROSI JOHNSTON' } },
    ],
  },
};

export default rule;
