import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-sama',
  title: { id: 'NIK sama', en: 'same NIK' },
  key: ['nik_number'],
  survives: {
    id: 'perbedaan apa pun selain NIK: nama, NKK, tanggal lahir, alamat, wilayah',
    en: 'any difference but the NIK: name, NKK, birth date, address, area',
  },
  cap: 50,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'SITI AMINAH', nik: '3374014506900017', tanggal_lahir: '05|06|1990' },
        b: { nama: 'SITI AMINAH', nik: '3374014506900017', tanggal_lahir: '05|06|1990' },
      },
      {
        a: { nama: 'SITI AMINAH', nik: '3374014506900018', kode_desa: '33.74.01.1001' },
        b: { nama: 'BAMBANG WIJAYA', nik: '3374014506900018', kode_desa: '33.01.01.2001' },
        because: {
          id: 'nama tidak dilihat: yang berbagi NIK diteruskan ke Dukcapil',
          en: 'names are not looked at: those who share a NIK go to Dukcapil',
        },
      },
    ],
    left: [
      {
        a: { nama: 'SITI AMINAH', nik: '3374014506900019' },
        b: { nama: 'SITI AMINAH', nik: '3374014506900091' },
      },
      {
        a: { nama: 'SITI AMINAH', nik: '337401******0017' },
        b: { nama: 'SITI AMINAH', nik: '337401******0017' },
        because: { id: 'NIK tersamar bukan bukti', en: 'a masked NIK is no evidence' },
      },
    ],
  },
};

export default rule;
