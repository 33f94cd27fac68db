import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-mirip-tanggal',
  title: { id: 'NIK berbeda satu angka, tanggal lahir dekat', en: 'NIK one digit apart, birth dates near' },
  key: [],
  survives: {
    id: 'satu angka NIK salah, hilang, bertambah, atau tertukar dengan tetangganya, bila satu dari kedua NIK tidak cocok dengan tanggal lahir barisnya sendiri; nama apa pun; tanggal lahir yang salah satu bagiannya, tertukar, baku, atau kosong',
    en: 'one digit of the NIK wrong, lost, added or exchanged with its neighbour, where one of the two NIK does not confirm the birth date of its own row; any name; a birth date with one part wrong, exchanged, default or missing',
  },
  agreeing: ['nik'],
  anyOf: ['dates-near', 'date-unknown'],
  cap: 10_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'SUGENG', nik: '3303106810760001', tanggal_lahir: '28|10|1976' },
        b: { nama: 'ROHTO', nik: '3303160810760001', tanggal_lahir: '01|07|1976' },
      },
      {
        a: { nama: 'INDAH INTAN', nik: '3305104902080003', tanggal_lahir: '09|02|2008' },
        b: { nama: 'AYU WULAN', nik: '330104902080003', tanggal_lahir: '02|09|2008' },
        because: { id: 'satu angka NIK hilang', en: 'one digit of the NIK lost' },
      },
    ],
    left: [
      {
        a: { nama: 'SUGENG', nik: '3318043012580002', tanggal_lahir: '30|12|1958' },
        b: { nama: 'ROHTO', nik: '3318043112580002', tanggal_lahir: '29|11|1955' },
        because: {
          id: 'tanggal lahir jauh: lihat nik-mirip',
          en: 'the birth dates are apart: see nik-mirip',
        },
      },
      {
        a: { nama: 'SUGENG', nik: '3301011206600001', tanggal_lahir: '12|06|1960' },
        b: { nama: 'ROHTO', nik: '3301011206600002', tanggal_lahir: '12|06|1960' },
        because: {
          id: 'kedua NIK cocok dengan tanggal lahirnya: urusan aturan tanggal',
          en: 'both NIK confirm their birth dates: the business of the rules on dates',
        },
      },
    ],
  },
};

export default rule;
