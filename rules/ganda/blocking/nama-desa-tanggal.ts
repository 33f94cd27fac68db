import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nama-desa-tanggal',
  title: { id: 'nama dan desa sama, tanggal lahir dekat', en: 'same name and desa, birth dates near' },
  key: ['name_key_id', 'area_desa'],
  survives: {
    id: 'NIK, NKK, dan alamat apa pun; ejaan nama; tanggal lahir yang salah satu bagiannya, tertukar, atau baku',
    en: 'any NIK, NKK and address; the spelling of the name; a birth date with one part wrong, exchanged or default',
  },
  anyOf: ['dates-near'],
  cap: 300,
  splitBy: ['tps_number'],
  examples: {
    found: [
      {
        a: { nama: 'SOEGIARTO', kode_desa: '33.01.01.2001', tanggal_lahir: '05|09|1988' },
        b: { nama: 'SUGIARTO', kode_desa: '33.01.01.2001', tanggal_lahir: '09|05|1988' },
        because: { id: 'hari dan bulan tertukar', en: 'day and month exchanged' },
      },
      {
        a: { nama: 'H. MUH ALI', kode_desa: '33.01.01.2001', tanggal_lahir: '17|03|1955' },
        b: { nama: 'MUHAMMAD ALI', kode_desa: '33.01.01.2001', tanggal_lahir: '01|07|1955' },
        because: { id: 'tanggal baku pada satu baris', en: 'a default date on a row' },
      },
    ],
    left: [
      {
        a: { nama: 'KASMADI', kode_desa: '33.01.01.2001', tanggal_lahir: '05|09|1988' },
        b: { nama: 'KASMADI', kode_desa: '33.01.01.2001', tanggal_lahir: '17|03|1955' },
      },
      {
        a: { nama: 'KASMADI', kode_desa: '33.01.01.2002', tanggal_lahir: '05|09|1988' },
        b: { nama: 'KASMADI', kode_desa: '33.01.01.2003', tanggal_lahir: '15|09|1988' },
        because: { id: 'desa lain: lihat nama-tempat-tanggal', en: 'another desa: see nama-tempat-tanggal' },
      },
    ],
  },
};

export default rule;
