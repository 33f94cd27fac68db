import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'tanggal-kata-nama',
  title: { id: 'tanggal lahir dan satu kata nama sama', en: 'same birth date and one word of the name' },
  key: ['birth_date'],
  survives: {
    id: 'kata-kata lain dari nama, asalkan desa atau NKK sama',
    en: 'the other words of the name, as long as desa or NKK are the same',
  },
  names: 'word',
  agreeing: ['area_desa', 'nkk_number'],
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
        a: { nama: 'ROBERT ALAN', tanggal_lahir: '24|06|1971' },
        b: { nama: 'ROBERT ALLENSON', tanggal_lahir: '24|06|1971' },
        because: {
          id: 'daftar lain: desa dan NKK tidak ada',
          en: 'another list: no desa or NKK',
        },
      },
    ],
    left: [
      {
        a: { nama: 'SITI NUR AZIZAH', tanggal_lahir: '13|04|1985', kode_desa: '33.01.01.2001' },
        b: { nama: 'NUR HIDAYATI', tanggal_lahir: '13|04|1985', kode_desa: '33.01.01.2002' },
      },
      {
        a: {
          nama: 'IMAM HARTONO',
          nik: '3329081812570003',
          tanggal_lahir: '18|12|1957',
          kode_desa: '33.29.08.2001',
        },
        b: {
          nama: 'HARTONO SUPRIYADI',
          nik: '3329081812570030',
          tanggal_lahir: '18|12|1957',
          kode_desa: '33.29.09.2001',
        },
        because: {
          id: 'nomor urut yang dekat dipunyai banyak orang yang lahir sehari di satu kecamatan',
          en: 'many who were born on one day in one kecamatan have serials that are near',
        },
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
