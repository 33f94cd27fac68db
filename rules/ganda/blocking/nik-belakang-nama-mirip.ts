import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-belakang-nama-mirip',
  title: {
    id: 'NIK berbeda satu angka dan nama mirip, tujuh angka belakang sama',
    en: 'NIK one digit apart and near names, the last seven digits equal',
  },
  key: ['nik_back'],
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
        a: { nama: 'SUGENG RIYADI', nik: '3303106810760001', tanggal_lahir: '28|10|1976' },
        b: { nama: 'SUGNEG RIYADI', nik: '3303160810760001', tanggal_lahir: '01|07|1976' },
      },
      {
        a: { nama: 'INDAH INTAN', nik: '3305104902080003', tanggal_lahir: '09|02|2008' },
        b: { nama: 'INDAHINTEN', nik: '330104902080003', tanggal_lahir: '02|09|2008' },
        because: { id: 'satu angka NIK hilang', en: 'one digit of the NIK lost' },
      },
    ],
    left: [
      {
        a: { nama: 'SUGENG RIYADI', nik: '3318043012580004', tanggal_lahir: '30|12|1958' },
        b: { nama: 'SUGNEG RIYADI', nik: '3318043012590004', tanggal_lahir: '29|12|1958' },
        because: {
          id: 'angka belakangnya berbeda: lihat nik-depan-nama-mirip',
          en: 'the last digits differ: see nik-depan-nama-mirip',
        },
      },
      {
        a: { nama: 'SUGENG RIYADI', nik: '3301011206600001', tanggal_lahir: '12|06|1960' },
        b: { nama: 'SUGNEG RIYADI', nik: '3302011206600001', tanggal_lahir: '12|06|1960' },
        because: {
          id: 'kedua NIK cocok dengan tanggal lahirnya: urusan aturan tanggal',
          en: 'both NIK confirm their birth dates: the business of the rules on dates',
        },
      },
      {
        a: { nama: 'SUGENG RIYADI', nik: '3303106810760006', tanggal_lahir: '28|10|1976' },
        b: { nama: 'WAHYU UTOMO', nik: '3303160810760006', tanggal_lahir: '01|07|1976' },
      },
    ],
  },
};

export default rule;
