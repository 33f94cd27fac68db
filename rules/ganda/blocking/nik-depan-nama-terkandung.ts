import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-depan-nama-terkandung',
  title: {
    id: 'NIK berbeda satu angka dan nama terkandung, tujuh angka depan sama',
    en: 'NIK one digit apart and one name within the other, the first seven digits equal',
  },
  key: ['nik_front'],
  survives: {
    id: 'kata nama yang hilang atau disingkat, dan tanggal lahir yang tidak cocok dengan NIK-nya sendiri; satu angka NIK salah, hilang, bertambah, atau tertukar',
    en: 'words of the name left out or shortened, and a birth date that its own NIK does not confirm; one digit of the NIK wrong, lost, added or exchanged',
  },
  names: 'contained',
  agreeing: ['nik'],
  cap: 500,
  splitBy: ['area_kabupaten', 'area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'TRI RAHAYU NINGSIH', nik: '3318043012580002', tanggal_lahir: '30|12|1958' },
        b: { nama: 'T. RAHAYU', nik: '3318043112580002', tanggal_lahir: '29|12|1958' },
      },
      {
        a: { nama: 'INDAH INTAN SARI', nik: '3305104902080003', tanggal_lahir: '09|02|2008' },
        b: { nama: 'INDAH SARI', nik: '330510490280003', tanggal_lahir: '02|09|2008' },
        because: { id: 'satu angka NIK hilang', en: 'one digit of the NIK lost' },
      },
    ],
    left: [
      {
        a: { nama: 'TRI RAHAYU NINGSIH', nik: '3318043012580004', tanggal_lahir: '30|12|1958' },
        b: { nama: 'T. RAHAYU', nik: '3318053012580004', tanggal_lahir: '29|12|1958' },
        because: {
          id: 'angka depannya berbeda: lihat nik-belakang-nama-terkandung',
          en: 'the first digits differ: see nik-belakang-nama-terkandung',
        },
      },
      {
        a: { nama: 'TRI RAHAYU NINGSIH', nik: '3301011206600001', tanggal_lahir: '12|06|1960' },
        b: { nama: 'T. RAHAYU', nik: '3301011206600002', tanggal_lahir: '12|06|1960' },
        because: {
          id: 'kedua NIK cocok dengan tanggal lahirnya: urusan aturan tanggal',
          en: 'both NIK confirm their birth dates: the business of the rules on dates',
        },
      },
      {
        a: { nama: 'SUGENG RIYADI', nik: '3318043012580005', tanggal_lahir: '30|12|1958' },
        b: { nama: 'WAHYU UTOMO', nik: '3318043112580005', tanggal_lahir: '29|12|1958' },
      },
    ],
  },
};

export default rule;
