import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nama-langka-tanggal',
  title: { id: 'nama langka sama, tanggal lahir dekat', en: 'same rare name, birth dates near' },
  key: ['name_key_id'],
  survives: {
    id: 'perbedaan apa pun selain nama, bila penyandang nama itu sedikit; tanggal lahir yang salah satu bagiannya, tertukar, atau baku',
    en: 'any difference but the name, where few bear it; a birth date with one part wrong, exchanged or default',
  },
  anyOf: ['dates-near'],
  cap: 10,
  splitBy: [],
  examples: {
    found: [
      {
        a: { nama: 'WIRATMOKO ADIJAYA', tanggal_lahir: '05|09|1988', tempat_lahir: 'SEMARANG' },
        b: { nama: 'WIRATMOKO ADIJAYA', tanggal_lahir: '05|09|1989', tempat_lahir: 'SMARANG' },
        because: { id: 'tempat lahir salah tulis', en: 'the birth place is mistyped' },
      },
      {
        a: { nama: 'CARSTEN MEIER', tanggal_lahir: '22|07|1949' },
        b: { nama: 'CARSTEN MEIER', tanggal_lahir: '22|07|1919' },
        because: { id: 'daftar lain: hanya nama dan tanggal', en: 'another list: name and date only' },
      },
    ],
    left: [
      {
        a: { nama: 'GANDUNG PRAWIRA', tanggal_lahir: '05|09|1988' },
        b: { nama: 'GANDUNG PRAWIRA', tanggal_lahir: '17|03|1955' },
      },
      {
        a: { nama: 'GANDUNG PRAWIRO', tanggal_lahir: '05|09|1988' },
        b: { nama: 'GANDUNG PRASAJA', tanggal_lahir: '05|09|1989' },
      },
    ],
  },
};

export default rule;
