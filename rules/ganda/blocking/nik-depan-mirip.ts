import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-depan-mirip',
  title: {
    id: 'NIK berbeda satu angka, tujuh angka depan sama',
    en: 'NIK one digit apart, the first seven digits equal',
  },
  key: ['nik_front'],
  survives: {
    id: 'nama apa pun, dan tanggal lahir yang tidak cocok dengan NIK-nya sendiri; satu angka NIK salah, hilang, bertambah, atau tertukar. Hanya di blok yang tidak besar',
    en: 'any name, and a birth date that its own NIK does not confirm; one digit of the NIK wrong, lost, added or exchanged. Only in blocks that are not large',
  },
  agreeing: ['nik'],
  cap: 3_000,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'SUGENG', nik: '3318043012580002', tanggal_lahir: '30|12|1958' },
        b: { nama: 'ROHTO', nik: '3318043112580002', tanggal_lahir: '29|12|1958' },
      },
      {
        a: { nama: 'INDAH INTAN', nik: '3305104902080003', tanggal_lahir: '09|02|2008' },
        b: { nama: 'AYU WULAN', nik: '330510490280003', tanggal_lahir: '02|09|2008' },
        because: { id: 'satu angka NIK hilang', en: 'one digit of the NIK lost' },
      },
    ],
    left: [
      {
        a: { nama: 'SUGENG', nik: '3318043012580004', tanggal_lahir: '30|12|1958' },
        b: { nama: 'ROHTO', nik: '3318053012580004', tanggal_lahir: '29|12|1958' },
        because: {
          id: 'angka depannya berbeda: lihat nik-belakang-mirip',
          en: 'the first digits differ: see nik-belakang-mirip',
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
