import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nama-tanpa-tanggal',
  title: {
    id: 'nama sama, tanggal lahir kosong pada satu baris',
    en: 'same name, birth date missing on a row',
  },
  key: ['name_key_id'],
  survives: {
    id: 'tanggal lahir yang kosong atau tidak terbaca, dan perbedaan apa pun selain nama. Nama yang umum hanya di desa yang sama',
    en: 'a birth date that is missing or unreadable, and any difference but the name. Common names only within a desa',
  },
  anyOf: ['date-unknown'],
  cap: 10,
  splitBy: ['area_desa'],
  examples: {
    found: [
      {
        a: { nama: 'SULASTRI HANDAYANI', kode_desa: '33.01.01.2001', tanggal_lahir: '05|09|1988' },
        b: { nama: 'SULASTRI HANDAYANI', kode_desa: '33.01.01.2001' },
      },
      {
        a: { nama: 'NADIA PUSPITA', tanggal_lahir: '00|00|0000' },
        b: { nama: 'NADIA PUSPITA' },
        because: {
          id: 'daftar lain: tanggal tidak terbaca dan tidak ada',
          en: 'another list: an unreadable date and none',
        },
      },
    ],
    left: [
      {
        a: { nama: 'YULI WIDODO', tanggal_lahir: '05|09|1988' },
        b: { nama: 'YULI WIDODO', tanggal_lahir: '05|09|1988' },
        because: { id: 'keduanya bertanggal: aturan lain', en: 'both have a date: other rules' },
      },
      {
        a: { nama: 'RINI ASTUTI', tanggal_lahir: '05|09|1988' },
        b: { nama: 'RINA ASTUTIK' },
      },
    ],
  },
};

export default rule;
