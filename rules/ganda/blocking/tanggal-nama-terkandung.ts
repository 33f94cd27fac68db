import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'tanggal-nama-terkandung',
  title: { id: 'tanggal lahir sama, nama terkandung', en: 'same birth date, one name within the other' },
  key: ['birth_date'],
  survives: {
    id: 'kata yang hilang atau disingkat menjadi hurufnya yang pertama; NIK, NKK, dan desa apa pun, asalkan kabupaten, tempat lahir, asal NIK, atau NKK cocok',
    en: 'words left out or shortened to their first letter; any NIK, NKK and desa, as long as kabupaten, birth place, origin of the NIK or NKK agree',
  },
  names: 'contained',
  agreeing: ['area_kabupaten', 'place_id', 'nik_kabupaten', 'nkk_number'],
  unknownAgrees: 'each',
  cap: 500,
  splitBy: ['area_kecamatan', 'area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'AYU INDRIANI PUTRI', tanggal_lahir: '02|05|1993', kode_desa: '33.26.13.2001' },
        b: { nama: 'A. INDRIANI', tanggal_lahir: '02|05|1993', kode_desa: '33.26.11.2002' },
      },
      {
        a: { nama: 'FAJAR RAIHAN', tanggal_lahir: '04|10|2007', tempat_lahir: 'BANJARNEGARA' },
        b: { nama: 'F RAIHAN', tanggal_lahir: '04|10|2007', tempat_lahir: 'BANJARNEGARA' },
      },
      {
        a: { nama: 'MELANI TRIANA', tanggal_lahir: '14|04|1997' },
        b: { nama: 'M. TRIANA', tanggal_lahir: '14|04|1997' },
        because: {
          id: 'M. ditulis lengkap sebagai MUHAMMAD, tetapi dapat juga MELANI',
          en: 'M. is written out as MUHAMMAD, but may as well be MELANI',
        },
      },
    ],
    left: [
      {
        a: { nama: 'AYU INDRIANI', tanggal_lahir: '03|05|1993' },
        b: { nama: 'B. INDRIANI', tanggal_lahir: '03|05|1993' },
      },
      {
        a: { nama: 'AGUS SUSILO', tanggal_lahir: '04|05|1993' },
        b: { nama: 'A S', tanggal_lahir: '04|05|1993' },
        because: { id: 'tidak satu kata pun utuh', en: 'not one word stands in full' },
      },
    ],
  },
};

export default rule;
