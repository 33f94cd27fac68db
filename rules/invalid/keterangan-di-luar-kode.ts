import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'keterangan-di-luar-kode',
  title: { id: 'Kode keterangan di luar daftar', en: 'Remark code not in the list' },
  rationale: {
    id: 'Keterangan memuat kode ubah, baru, atau TMS menurut masa pemilihan; kode di luar daftar dapat menyembunyikan pemilih yang sebenarnya TMS.',
    en: 'The remark holds the codes for changed, new or TMS of the period; a code outside the list may hide a voter who is TMS.',
  },
  remedy: {
    id: 'Operator Sidalih mengganti isian dengan kode yang berlaku setelah melihat hasil coklit. Bila banyak, periksa masa kode (period) dalam konfigurasi.',
    en: 'The Sidalih operator replaces the entry by a code in force after looking at the verification result. If there are many, check the period in the config.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'keterangan',
  reads: ['keterangan'],
  violatedWhen: 'NOT list_contains(keterangan_codes(), upper(keterangan))',
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { keterangan: '99' } },
      { row: { keterangan: 'MENINGGAL?' }, because: { id: 'kata, bukan kode', en: 'a word, not a code' } },
    ],
    passes: [
      { row: { keterangan: 'U' } },
      {
        row: { keterangan: '1' },
        because: {
          id: 'kode TMS; dilaporkan oleh keterangan-tms',
          en: 'a TMS code; reported by keterangan-tms',
        },
      },
      { row: { keterangan: '', nama: 'BUDI CONTOH' } },
    ],
  },
});
