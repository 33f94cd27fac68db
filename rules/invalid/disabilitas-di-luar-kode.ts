import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'disabilitas-di-luar-kode',
  title: { id: 'Kode disabilitas di luar daftar', en: 'Disability code not in the list' },
  rationale: {
    id: 'Kode ragam disabilitas berbeda menurut masa pemilihan; kode di luar daftar tidak dapat direkapitulasi dan menghambat penyediaan alat bantu di TPS.',
    en: 'Disability codes differ from period to period; a code outside the list cannot be recapitulated and hinders the provision of aids at the TPS.',
  },
  remedy: {
    id: 'Operator Sidalih mengganti isian dengan kode yang berlaku, atau mengosongkannya bagi pemilih tanpa disabilitas. Bila banyak, periksa apakah masa kode (period) dalam konfigurasi sudah tepat.',
    en: 'The Sidalih operator replaces the entry by a code in force, or empties it for voters without a disability. If there are many, check that the period in the config is the right one.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'disabilitas',
  reads: ['disabilitas'],
  violatedWhen: 'NOT list_contains(disabilitas_codes(), disabilitas)',
  assessableWhen: 'true',
  causes: [
    {
      id: 'tanda-kosong',
      label: { id: 'tanda hubung atau "tidak" untuk kosong', en: 'a dash or "no" for empty' },
      when: "regexp_full_match(upper(disabilitas), '-+|TIDAK( ADA)?|NIHIL|NORMAL')",
    },
    { id: 'di-luar-kode', label: { id: 'kode tidak dikenal', en: 'unknown code' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { disabilitas: '9' }, cause: 'di-luar-kode' },
      { row: { disabilitas: '-' }, cause: 'tanda-kosong' },
    ],
    passes: [
      { row: { disabilitas: '1' } },
      {
        row: { disabilitas: '0' },
        because: { id: 'kode 0 berarti tanpa disabilitas', en: 'code 0 means no disability' },
      },
      { row: { disabilitas: '', nama: 'BUDI CONTOH' } },
    ],
  },
});
