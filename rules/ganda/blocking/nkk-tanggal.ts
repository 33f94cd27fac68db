import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nkk-tanggal',
  title: { id: 'NKK sama, tanggal lahir dekat', en: 'same NKK, birth dates near' },
  key: ['nkk_number'],
  survives: {
    id: 'nama apa pun, dan tanggal lahir yang salah satu bagiannya, tertukar, baku, atau kosong; atau NIK yang salah satu angka',
    en: 'any name, and a birth date with one part wrong, exchanged, default or missing; or a NIK with one digit wrong',
  },
  anyOf: ['dates-near', 'date-unknown', 'nik-near'],
  cap: 60,
  splitBy: ['area_desa', 'name_key_id'],
  examples: {
    found: [
      {
        a: { nama: 'WAHYU UTOMO', nkk: '3301010502070011', tanggal_lahir: '05|09|1988' },
        b: { nama: 'W. UTAMA', nkk: '3301010502070011', tanggal_lahir: '15|09|1988' },
      },
      {
        a: { nama: 'WAHYU UTOMO', nkk: '3301010502070012', tanggal_lahir: '05|09|1988' },
        b: { nama: 'WAHYU', nkk: '3301010502070012' },
        because: { id: 'tanggal lahir kosong pada satu baris', en: 'the birth date is missing on a row' },
      },
      {
        a: {
          nama: 'TUMINI',
          nkk: '3301010502070013',
          nik: '3301014509880001',
          tanggal_lahir: '05|09|1988',
        },
        b: {
          nama: 'TUMINEM',
          nkk: '3301010502070013',
          nik: '3301014509880011',
          tanggal_lahir: '07|12|1968',
        },
        because: { id: 'NIK berbeda satu angka', en: 'the NIK differ by one digit' },
      },
    ],
    left: [
      {
        a: { nama: 'SUTRISNO', nkk: '3301010502070014', tanggal_lahir: '12|06|1960' },
        b: { nama: 'AGUS SUTRISNO', nkk: '3301010502070014', tanggal_lahir: '23|09|1988' },
        because: { id: 'ayah dan anak', en: 'father and son' },
      },
      {
        a: { nama: 'WAHYU UTOMO', nkk: '3301010502070015', tanggal_lahir: '05|09|1988' },
        b: { nama: 'WAHYU UTOMO', nkk: '3301010502070051', tanggal_lahir: '05|09|1988' },
      },
    ],
  },
};

export default rule;
