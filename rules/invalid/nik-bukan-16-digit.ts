import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-bukan-16-digit',
  title: { id: 'NIK tidak terdiri atas 16 digit', en: 'NIK does not have 16 digits' },
  rationale: {
    id: 'NIK selalu 16 digit. NIK yang kurang atau lebih biasanya terpotong saat ekspor atau salah ketik, dan tidak dapat dipadankan.',
    en: 'A NIK always has 16 digits. A shorter or longer one was usually cut by an export or mistyped and cannot be matched.',
  },
  remedy: {
    id: 'Operator Sidalih membandingkan NIK dengan KTP-el atau KK lalu memperbaikinya. Bila banyak terjadi dalam satu berkas, mintakan ekspor ulang kepada pengirim berkas dengan kolom NIK bertipe teks.',
    en: 'The Sidalih operator compares the NIK with the identity card or family card and corrects it. If many rows of one file are affected, ask its sender for a new export with the NIK column as text.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik', 'nik_number', 'nik_masked'],
  violatedWhen: "nik_number IS NULL AND NOT nik_masked AND regexp_full_match(nik, '[0-9]+')",
  assessableWhen: 'NOT nik_masked',
  causes: [
    { id: 'terpotong', label: { id: 'satu digit hilang', en: 'one digit lost' }, when: 'length(nik) = 15' },
    {
      id: 'kelebihan-digit',
      label: { id: 'lebih dari 16 digit', en: 'more than 16 digits' },
      when: 'length(nik) > 16',
    },
    { id: 'terlalu-pendek', label: { id: 'kurang dari 15 digit', en: 'fewer than 15 digits' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nik: '331901010190001' }, cause: 'terpotong' },
      { row: { nik: '33190101019000011' }, cause: 'kelebihan-digit' },
      { row: { nik: '33000' }, cause: 'terlalu-pendek' },
    ],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '3319 0101 0190 0001' },
        because: {
          id: 'ada spasi di dalamnya; diperiksa oleh nik-bukan-angka',
          en: 'holds spaces; checked by nik-bukan-angka',
        },
      },
      {
        row: { nik: '3,31901E+15' },
        because: {
          id: 'notasi ilmiah; diperiksa oleh nik-rusak-excel',
          en: 'scientific notation; checked by nik-rusak-excel',
        },
      },
    ],
    notAssessable: [
      {
        row: { nik: '331901******' },
        because: { id: 'NIK tersamar tidak dinilai', en: 'a masked NIK is not assessed' },
      },
      {
        row: { nik: '' },
        because: { id: 'kosong; diperiksa oleh nik-kosong', en: 'empty; checked by nik-kosong' },
      },
    ],
  },
});
