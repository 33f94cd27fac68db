import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-bukan-angka',
  title: { id: 'NKK berisi tanda selain angka', en: 'NKK holds characters other than digits' },
  rationale: {
    id: 'NKK hanya terdiri atas angka. Huruf, spasi, tanda baca, atau notasi ilmiah dari lembar kerja memutus ikatan antaranggota keluarga.',
    en: "An NKK is made of digits only. Letters, spaces, punctuation or a spreadsheet's scientific notation break the tie between family members.",
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki NKK sesuai KK. Notasi ilmiah tidak dapat dipulihkan: mintakan ekspor ulang dengan kolom NKK bertipe teks.',
    en: 'The Sidalih operator corrects the NKK from the family card. Scientific notation cannot be restored: ask for a new export with the NKK column as text.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nkk',
  reads: ['nkk', 'nkk_number', 'nkk_masked'],
  violatedWhen: "nkk_number IS NULL AND NOT nkk_masked AND NOT regexp_full_match(nkk, '[0-9]+')",
  assessableWhen: 'NOT nkk_masked',
  causes: [
    {
      id: 'notasi-ilmiah',
      label: { id: 'notasi ilmiah dari lembar kerja', en: 'scientific notation of a spreadsheet' },
      when: "regexp_full_match(nkk, '[0-9]([.,][0-9]+)?[Ee][+]?[0-9]{1,2}')",
    },
    {
      id: 'angka-desimal',
      label: { id: 'tersimpan sebagai pecahan (.0)', en: 'stored as a decimal (.0)' },
      when: "regexp_full_match(nkk, '[0-9]+[.,]0+')",
    },
    {
      id: 'huruf-o-atau-i',
      label: { id: 'huruf O atau I untuk angka 0 atau 1', en: 'letter O or I for digit 0 or 1' },
      when: "regexp_full_match(translate(nkk, 'OoIil', '00111'), '[0-9]+')",
    },
    {
      id: 'spasi-atau-tanda',
      label: { id: 'spasi atau tanda baca di antara angka', en: 'spaces or punctuation between digits' },
      when: "NOT regexp_matches(nkk, '[\\pL]')",
    },
    { id: 'huruf', label: { id: 'berisi huruf', en: 'holds letters' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nkk: '3,31901E+15' }, cause: 'notasi-ilmiah' },
      { row: { nkk: '33190101O1080001' }, cause: 'huruf-o-atau-i' },
      { row: { nkk: '3319 0101 0108 0001' }, cause: 'spasi-atau-tanda' },
      { row: { nkk: '3319010101080001.0' }, cause: 'angka-desimal' },
      { row: { nkk: 'BELUM ADA' }, cause: 'huruf' },
    ],
    passes: [
      { row: { nkk: '3319010101080001' } },
      {
        row: { nkk: '33190101' },
        because: {
          id: 'hanya angka; panjangnya diperiksa oleh nkk-bukan-16-digit',
          en: 'digits only; the length is checked by nkk-bukan-16-digit',
        },
      },
    ],
    notAssessable: [{ row: { nkk: '331901**********' } }],
  },
});
