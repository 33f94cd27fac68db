import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-depan-nama-mirip',
  title: {
    id: 'NIK berbeda satu angka dan nama mirip, tujuh angka depan sama',
    en: 'NIK one digit apart and near names, the first seven digits equal',
  },
  key: ['nik_front'],
  survives: {
    id: 'satu atau dua huruf nama, dan tanggal lahir yang tidak cocok dengan NIK-nya sendiri; satu angka NIK salah, hilang, bertambah, atau tertukar',
    en: 'one or two letters of the name, and a birth date that its own NIK does not confirm; one digit of the NIK wrong, lost, added or exchanged',
  },
  names: 'near',
  agreeing: ['nik'],
  cap: 500,
  splitBy: ['area_kabupaten', 'area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'SUGENG RIYADI', nik: '3318043012580002', tanggal_lahir: '30|12|1958' },
        b: { nama: 'SUGNEG RIYADI', nik: '3318043112580002', tanggal_lahir: '29|12|1958' },
      },
      {
        a: { nama: 'INDAH INTAN', nik: '3305104902080003', tanggal_lahir: '09|02|2008' },
        b: { nama: 'INDAHINTEN', nik: '330510490280003', tanggal_lahir: '02|09|2008' },
        because: { id: 'satu angka NIK hilang', en: 'one digit of the NIK lost' },
      },
    ],
    left: [
      {
        a: { nama: 'SUGENG RIYADI', nik: '3318043012580004', tanggal_lahir: '30|12|1958' },
        b: { nama: 'SUGNEG RIYADI', nik: '3318053012580004', tanggal_lahir: '29|12|1958' },
        because: {
          id: 'angka depannya berbeda: lihat nik-belakang-nama-mirip',
          en: 'the first digits differ: see nik-belakang-nama-mirip',
        },
      },
      {
        a: { nama: 'SUGENG RIYADI', nik: '3301011206600001', tanggal_lahir: '12|06|1960' },
        b: { nama: 'SUGNEG RIYADI', nik: '3301011206600002', tanggal_lahir: '12|06|1960' },
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
