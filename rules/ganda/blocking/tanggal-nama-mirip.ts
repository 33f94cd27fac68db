import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'tanggal-nama-mirip',
  title: { id: 'tanggal lahir sama, nama mirip', en: 'same birth date, near names' },
  key: ['birth_date'],
  survives: {
    id: 'satu atau dua huruf salah, kata tertukar tempat atau ditulis serangkai; NIK, NKK, dan desa apa pun, asalkan kabupaten, tempat lahir, asal NIK, atau NKK cocok',
    en: 'one or two wrong letters, words in another order or written as one; any NIK, NKK and desa, as long as kabupaten, birth place, origin of the NIK or NKK agree',
  },
  names: 'near',
  agreeing: ['area_kabupaten', 'place_id', 'nik_kabupaten', 'nkk_number'],
  unknownAgrees: 'each',
  cap: 500,
  splitBy: ['area_kecamatan', 'area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'SUTARJO', tanggal_lahir: '23|08|1979', kode_desa: '33.26.16.2015' },
        b: { nama: 'SUATRJO', tanggal_lahir: '23|08|1979', kode_desa: '33.26.01.2002' },
        because: { id: 'dua huruf tertukar tempat', en: 'two letters exchanged' },
      },
      {
        a: { nama: 'ZIDAN MUHAMMAD', tanggal_lahir: '10|06|2001', tempat_lahir: 'TEGAL' },
        b: { nama: 'MUHAMAD ZIDANE', tanggal_lahir: '10|06|2001', tempat_lahir: 'TEGAL' },
      },
      {
        a: { nama: 'INDAH INTAN', tanggal_lahir: '09|02|2008', nik: '3305104902080002' },
        b: { nama: 'INDYHINTAN', tanggal_lahir: '09|02|2008' },
        because: { id: 'yang tidak diketahui dianggap cocok', en: 'what is unknown counts as agreeing' },
      },
    ],
    left: [
      {
        a: { nama: 'ANI', tanggal_lahir: '05|09|1988', kode_desa: '33.01.01.2001' },
        b: { nama: 'UNO', tanggal_lahir: '05|09|1988', kode_desa: '33.01.01.2001' },
        because: { id: 'nama tiga huruf: satu huruf saja', en: 'names of three letters: one letter only' },
      },
      {
        a: {
          nama: 'PURWANTI',
          tanggal_lahir: '06|09|1988',
          tempat_lahir: 'CILACAP',
          kode_desa: '33.01.01.2001',
          nik: '3301014609880001',
          nkk: '3301010502070011',
        },
        b: {
          nama: 'PURWANTO',
          tanggal_lahir: '06|09|1988',
          tempat_lahir: 'PATI',
          kode_desa: '33.18.02.2005',
          nik: '3318020609880001',
          nkk: '3318020502070099',
        },
        because: { id: 'tidak ada lagi yang cocok', en: 'nothing else agrees' },
      },
    ],
  },
};

export default rule;
