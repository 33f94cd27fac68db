import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'tanggal-nama-agak-mirip',
  title: {
    id: 'tanggal lahir sama, nama agak mirip, sekabupaten atau sekeluarga',
    en: 'same birth date, names somewhat alike, in one kabupaten or family',
  },
  key: ['birth_date'],
  survives: {
    id: 'sampai tiga huruf salah pada nama sembilan huruf atau lebih; NIK apa pun, asalkan kabupaten atau NKK sama',
    en: 'up to three wrong letters in a name of nine letters or more; any NIK, as long as kabupaten or NKK are the same',
  },
  names: 'alike',
  agreeing: ['area_kabupaten', 'nkk_number'],
  cap: 500,
  splitBy: ['area_kecamatan', 'area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'RIZAL AZKA PRATAMA', tanggal_lahir: '05|09|1987', kode_desa: '33.01.01.2001' },
        b: { nama: 'RIZOL AZKO PRATUMA', tanggal_lahir: '05|09|1987', kode_desa: '33.01.02.2002' },
        because: { id: 'tiga huruf dari enam belas', en: 'three letters of sixteen' },
      },
      {
        a: { nama: 'RETNO WULANDARI', tanggal_lahir: '06|09|1987', nkk: '3301010502070011' },
        b: { nama: 'RETNI WOLANDIRI', tanggal_lahir: '06|09|1987', nkk: '3301010502070011' },
      },
    ],
    left: [
      {
        a: { nama: 'RIZAL AZKA PRATAMA', tanggal_lahir: '07|09|1987', kode_desa: '33.01.01.2001' },
        b: { nama: 'RIZOL AZKO PRATUMA', tanggal_lahir: '07|09|1987', kode_desa: '33.02.01.2001' },
        because: { id: 'kabupaten lain', en: 'another kabupaten' },
      },
      {
        a: { nama: 'MARTANTI', tanggal_lahir: '08|09|1987', kode_desa: '33.01.01.2001' },
        b: { nama: 'BARGANDI', tanggal_lahir: '08|09|1987', kode_desa: '33.01.01.2001' },
        because: { id: 'nama delapan huruf: dua huruf saja', en: 'names of eight letters: two letters only' },
      },
    ],
  },
};

export default rule;
