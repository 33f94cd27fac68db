import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'tanggal-kata-nama',
  title: { id: 'tanggal lahir dan satu kata nama sama', en: 'same birth date and one word of the name' },
  key: ['birth_date'],
  survives: {
    id: 'kata-kata lain dari nama, asalkan desa atau NKK sama, atau NIK berbeda paling banyak satu angka',
    en: 'the other words of the name, as long as desa or NKK are the same or the NIK differs by at most one digit',
  },
  names: 'word',
  agreeing: ['area_desa', 'nkk_number', 'nik'],
  unknownAgrees: 'all',
  cap: 500,
  splitBy: ['area_kecamatan', 'area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'SITI NUR AZIZAH', tanggal_lahir: '12|04|1985', kode_desa: '33.01.01.2001' },
        b: { nama: 'NUR HIDAYATI', tanggal_lahir: '12|04|1985', kode_desa: '33.01.01.2001' },
      },
      {
        a: { nama: 'IMAM HARTONO', tanggal_lahir: '18|12|1957', nik: '3329081812570003' },
        b: { nama: 'HARTONO SUPRIYADI', tanggal_lahir: '18|12|1957', nik: '3329081812570030' },
        because: { id: 'dua angka NIK tertukar tempat', en: 'two digits of the NIK exchanged' },
      },
      {
        a: { nama: 'ROBERT ALAN', tanggal_lahir: '24|06|1971' },
        b: { nama: 'ROBERT ALLENSON', tanggal_lahir: '24|06|1971' },
        because: {
          id: 'daftar lain: desa, NKK, dan NIK tidak ada',
          en: 'another list: no desa, NKK or NIK',
        },
      },
    ],
    left: [
      {
        a: { nama: 'SITI NUR AZIZAH', tanggal_lahir: '13|04|1985', kode_desa: '33.01.01.2001' },
        b: { nama: 'NUR HIDAYATI', tanggal_lahir: '13|04|1985', kode_desa: '33.01.01.2002' },
      },
      {
        a: { nama: 'ALI AN', tanggal_lahir: '14|04|1985', kode_desa: '33.01.01.2001' },
        b: { nama: 'BUDI AN', tanggal_lahir: '14|04|1985', kode_desa: '33.01.01.2001' },
        because: { id: 'kata yang sama terlalu pendek', en: 'the common word is too short' },
      },
    ],
  },
};

export default rule;
