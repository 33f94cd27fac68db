import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nama-berisi-angka',
  title: { id: 'Nama berisi angka', en: 'Name holds digits' },
  rationale: {
    id: 'Nama pada dokumen kependudukan tidak memakai angka (Permendagri 73/2022). Angka biasanya berasal dari nol yang diketik sebagai huruf O, nomor urut yang ikut tersalin, atau kolom yang tergeser.',
    en: 'Names on population documents hold no digits (Permendagri 73/2022). Digits mostly come from a zero typed for the letter O, a running number copied along, or shifted columns.',
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki nama sesuai KTP-el atau KK.',
    en: 'The Sidalih operator corrects the name from the identity card or family card.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nama',
  reads: ['nama'],
  violatedWhen: "regexp_matches(nama, '[0-9]')",
  causes: [
    {
      id: 'hanya-angka',
      label: { id: 'tidak ada hurufnya', en: 'no letter at all' },
      when: "NOT regexp_matches(nama, '\\pL')",
    },
    {
      id: 'nomor-di-belakang',
      label: { id: 'nomor di belakang nama', en: 'a number after the name' },
      when: "regexp_full_match(nama, '[^0-9]+ [0-9]+')",
    },
    {
      id: 'angka-untuk-huruf',
      label: { id: 'angka 0 atau 1 untuk huruf O atau I', en: 'digit 0 or 1 for letter O or I' },
      when: "regexp_matches(nama, '\\pL[01]|[01]\\pL')",
    },
    { id: 'lainnya', label: { id: 'angka lain', en: 'other digits' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nama: 'SULIST1YO C0NTOH' }, cause: 'angka-untuk-huruf' },
      { row: { nama: 'SITI CONTOH 2' }, cause: 'nomor-di-belakang' },
      { row: { nama: '3319010101900001' }, cause: 'hanya-angka' },
      { row: { nama: 'BUD4 CONTOH' }, cause: 'lainnya' },
    ],
    passes: [
      { row: { nama: 'SULISTIYO CONTOH' } },
      {
        row: { nama: 'SURYO CONTOH II' },
        because: { id: 'angka Romawi ditulis dengan huruf', en: 'Roman numerals are written in letters' },
      },
      { row: { nama: "MU'MIN CONTOH, S.Pd." } },
    ],
    notAssessable: [{ row: { nama: '' } }],
  },
});
