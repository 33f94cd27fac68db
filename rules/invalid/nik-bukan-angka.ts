import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-bukan-angka',
  title: { id: 'NIK berisi tanda selain angka', en: 'NIK holds characters other than digits' },
  rationale: {
    id: 'NIK hanya terdiri atas angka. Huruf, spasi, atau tanda baca membuat NIK yang sama terbaca berbeda sehingga kegandaan luput.',
    en: 'A NIK is made of digits only. Letters, spaces or punctuation make one NIK look like another, and duplicates are missed.',
  },
  remedy: {
    id: 'Operator Sidalih menghapus spasi dan tanda baca, atau mengganti huruf dengan angka sesuai KTP-el atau KK.',
    en: 'The Sidalih operator removes spaces and punctuation, or replaces letters by the digits on the identity card or family card.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik', 'nik_number', 'nik_masked'],
  violatedWhen: `nik_number IS NULL AND NOT nik_masked AND NOT regexp_full_match(nik, '[0-9]+')
  AND NOT regexp_full_match(nik, '[0-9]([.,][0-9]+)?[Ee][+]?[0-9]{1,2}')`,
  assessableWhen: 'NOT nik_masked',
  causes: [
    {
      id: 'angka-desimal',
      label: { id: 'tersimpan sebagai pecahan (.0)', en: 'stored as a decimal (.0)' },
      when: "regexp_full_match(nik, '[0-9]+[.,]0+')",
    },
    {
      id: 'huruf-o-atau-i',
      label: { id: 'huruf O atau I untuk angka 0 atau 1', en: 'letter O or I for digit 0 or 1' },
      when: "regexp_full_match(translate(nik, 'OoIil', '00111'), '[0-9]+')",
    },
    {
      id: 'spasi-atau-tanda',
      label: { id: 'spasi atau tanda baca di antara angka', en: 'spaces or punctuation between digits' },
      when: "NOT regexp_matches(nik, '[\\pL]')",
    },
    { id: 'huruf', label: { id: 'berisi huruf', en: 'holds letters' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nik: '331901O1O19OOOO1' }, cause: 'huruf-o-atau-i' },
      {
        row: { nik: '3300 0000 0000 0001' },
        cause: 'spasi-atau-tanda',
        because: {
          id: 'digitnya sudah 16, tetapi ada spasi di antaranya',
          en: 'it has 16 digits, but spaces between them',
        },
      },
      {
        row: { nik: "'3319010101900001" },
        cause: 'spasi-atau-tanda',
        because: {
          id: 'tanda petik penanda teks dari Excel ikut terbawa',
          en: "Excel's apostrophe that marks a cell as text came along",
        },
      },
      { row: { nik: '3319010101900001.0' }, cause: 'angka-desimal' },
      { row: { nik: 'TIDAK ADA' }, cause: 'huruf' },
    ],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '33190101019000' },
        because: {
          id: 'hanya angka; panjangnya diperiksa oleh nik-bukan-16-digit',
          en: 'digits only; the length is checked by nik-bukan-16-digit',
        },
      },
      {
        row: { nik: '3.31901E+15' },
        because: {
          id: 'notasi ilmiah; diperiksa oleh nik-rusak-excel',
          en: 'scientific notation; checked by nik-rusak-excel',
        },
      },
    ],
    notAssessable: [
      {
        row: { nik: '331901**********' },
        because: { id: 'NIK tersamar tidak dinilai', en: 'a masked NIK is not assessed' },
      },
    ],
  },
});
