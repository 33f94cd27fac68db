import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-bukan-16-digit',
  title: { id: 'NKK tidak terdiri atas 16 digit', en: 'NKK does not have 16 digits' },
  rationale: {
    id: 'NKK selalu 16 digit. NKK yang kurang atau lebih biasanya terpotong saat ekspor atau salah ketik.',
    en: 'An NKK always has 16 digits. A shorter or longer one was usually cut by an export or mistyped.',
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki NKK sesuai KK. Bila banyak terjadi dalam satu berkas, mintakan ekspor ulang dengan kolom NKK bertipe teks.',
    en: 'The Sidalih operator corrects the NKK from the family card. If many rows of one file are affected, ask for a new export with the NKK column as text.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nkk',
  reads: ['nkk', 'nkk_number', 'nkk_masked'],
  violatedWhen: "nkk_number IS NULL AND NOT nkk_masked AND regexp_full_match(nkk, '[0-9]+')",
  assessableWhen: 'NOT nkk_masked',
  causes: [
    { id: 'terpotong', label: { id: 'satu digit hilang', en: 'one digit lost' }, when: 'length(nkk) = 15' },
    {
      id: 'kelebihan-digit',
      label: { id: 'lebih dari 16 digit', en: 'more than 16 digits' },
      when: 'length(nkk) > 16',
    },
    { id: 'terlalu-pendek', label: { id: 'kurang dari 15 digit', en: 'fewer than 15 digits' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nkk: '331901010108001' }, cause: 'terpotong' },
      { row: { nkk: '33190101010800011' }, cause: 'kelebihan-digit' },
      { row: { nkk: '0' }, cause: 'terlalu-pendek' },
    ],
    passes: [
      { row: { nkk: '3319010101080001' } },
      {
        row: { nkk: '3319-0101-0108-0001' },
        because: {
          id: 'ada tanda hubung; diperiksa oleh nkk-bukan-angka',
          en: 'holds hyphens; checked by nkk-bukan-angka',
        },
      },
    ],
    notAssessable: [{ row: { nkk: '331901**********' } }, { row: { nkk: '' } }],
  },
});
