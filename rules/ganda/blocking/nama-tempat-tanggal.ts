import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nama-tempat-tanggal',
  title: {
    id: 'nama dan tempat lahir sama, tanggal lahir dekat',
    en: 'same name and birth place, birth dates near',
  },
  key: ['name_key_id', 'place_id'],
  survives: {
    id: 'NIK, NKK, dan desa apa pun; tanggal lahir yang salah satu bagiannya, tertukar, atau baku. Nama yang umum hanya di kecamatan yang sama',
    en: 'any NIK, NKK and desa; a birth date with one part wrong, exchanged or default. Common names only within a kecamatan',
  },
  anyOf: ['dates-near'],
  cap: 60,
  splitBy: ['area_kecamatan', 'area_desa'],
  examples: {
    found: [
      {
        a: {
          nama: 'DWI RAHAYU',
          tempat_lahir: 'PATI',
          tanggal_lahir: '05|09|1988',
          kode_desa: '33.01.01.2001',
        },
        b: {
          nama: 'DWI RAHAYU',
          tempat_lahir: 'Pati',
          tanggal_lahir: '05|09|1978',
          kode_desa: '33.18.02.2005',
        },
        because: { id: 'satu angka tahun salah', en: 'one digit of the year wrong' },
      },
      {
        a: { nama: 'EKO PRASETYO', tempat_lahir: 'KUDUS', tanggal_lahir: '05|09|1988' },
        b: { nama: 'EKO PRASETIO', tempat_lahir: 'KUDUS', tanggal_lahir: '05|10|1988' },
      },
    ],
    left: [
      {
        a: { nama: 'SRI LESTARI', tempat_lahir: 'REMBANG', tanggal_lahir: '05|09|1988' },
        b: { nama: 'SRI LESTARI', tempat_lahir: 'BLORA', tanggal_lahir: '05|10|1988' },
      },
      {
        a: { nama: 'SRI LESTARI', tempat_lahir: 'JEPARA', tanggal_lahir: '05|09|1988' },
        b: { nama: 'SRI LESTARI', tempat_lahir: 'JEPARA', tanggal_lahir: '06|10|1988' },
        because: { id: 'hari dan bulan keduanya lain', en: 'day and month both differ' },
      },
    ],
  },
};

export default rule;
