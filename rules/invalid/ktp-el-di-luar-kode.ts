import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'ktp-el-di-luar-kode',
  title: { id: 'Kode KTP-el di luar daftar', en: 'KTP-el code not in the list' },
  rationale: {
    id: 'Status kepemilikan KTP-el menunjukkan pemilih yang masih perlu perekaman; kode di luar daftar tidak dapat ditindaklanjuti.',
    en: 'The KTP-el status shows which voters still need recording; a code outside the list cannot be acted upon.',
  },
  remedy: {
    id: 'Operator Sidalih mengganti isian dengan kode yang berlaku (S sudah memiliki, B belum memiliki). Bila banyak, periksa masa kode (period) dalam konfigurasi.',
    en: 'The Sidalih operator replaces the entry by a code in force (S owns one, B does not). If there are many, check the period in the config.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'ktp_el',
  reads: ['ktp_el'],
  violatedWhen: 'NOT list_contains(ktp_el_codes(), upper(ktp_el))',
  assessableWhen: 'true',
  examples: {
    fails: [{ row: { ktp_el: 'X' } }, { row: { ktp_el: '1' } }],
    passes: [
      { row: { ktp_el: 'S' } },
      {
        row: { ktp_el: 'b' },
        because: {
          id: 'huruf kecil dibaca sama dengan huruf kapital',
          en: 'lower case is read like upper case',
        },
      },
      { row: { ktp_el: '', nama: 'BUDI CONTOH' } },
    ],
  },
});
