import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-mirip-nama',
  title: { id: 'NIK berbeda satu angka, nama agak mirip', en: 'NIK one digit apart, names somewhat alike' },
  key: [],
  survives: {
    id: 'satu angka NIK salah, hilang, bertambah, atau tertukar dengan tetangganya, bila satu dari kedua NIK tidak cocok dengan tanggal lahir barisnya sendiri; sampai tiga huruf nama salah; tanggal lahir apa pun',
    en: 'one digit of the NIK wrong, lost, added or exchanged with its neighbour, where one of the two NIK does not confirm the birth date of its own row; up to three letters of the name wrong; any birth date',
  },
  agreeing: ['nik'],
  names: 'alike',
  cap: 10_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'SUGENG RIYADI', nik: '3318043012580002', tanggal_lahir: '30|12|1958' },
        b: { nama: 'SUGNEG RIYADI', nik: '3318043112580002', tanggal_lahir: '09|11|1955' },
      },
      {
        a: { nama: 'INDAH INTAN', nik: '3305104902080003', tanggal_lahir: '09|02|2008' },
        b: { nama: 'INDAH INTEN', nik: '330510490280003', tanggal_lahir: '02|09|2008' },
        because: { id: 'satu angka NIK hilang', en: 'one digit of the NIK lost' },
      },
    ],
    left: [
      {
        a: { nama: 'SUGENG RIYADI', nik: '3318043012580005', tanggal_lahir: '30|12|1958' },
        b: { nama: 'WAHYU UTOMO', nik: '3318043112580005', tanggal_lahir: '29|12|1958' },
      },
      {
        a: { nama: 'SUGENG RIYADI', nik: '3301011206600001', tanggal_lahir: '12|06|1960' },
        b: { nama: 'SUGNEG RIYADI', nik: '3301011206600002', tanggal_lahir: '12|06|1960' },
        because: {
          id: 'kedua NIK cocok dengan tanggal lahirnya: urusan aturan tanggal',
          en: 'both NIK confirm their birth dates: the business of the rules on dates',
        },
      },
    ],
  },
};

export default rule;
