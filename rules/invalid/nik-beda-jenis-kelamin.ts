import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-beda-jenis-kelamin',
  title: { id: 'Jenis kelamin berbeda dari NIK', en: 'Sex differs from the NIK' },
  rationale: {
    id: 'Tanggal pada NIK perempuan ditambah 40. Bila jenis kelamin tidak sesuai, salah satu kolom mungkin keliru, atau NIK milik orang lain.',
    en: "A woman's NIK has 40 added to the day. Where the sex disagrees, one of the columns may be wrong, or the NIK is another person's.",
  },
  remedy: {
    id: 'Operator Sidalih membandingkan dengan KTP-el atau KK lalu memperbaiki jenis kelamin. Bila dokumen memuat perbedaan yang sama, mohonkan pemeriksaan kepada Disdukcapil.',
    en: 'The Sidalih operator compares with the identity card or family card and corrects the sex. If the document shows the same difference, ask Disdukcapil to check it.',
  },
  dimension: 'consistency',
  severity: 'warning',
  field: 'jenis_kelamin',
  reads: ['nik_sex', 'sex', 'nik_date', 'birth_date'],
  violatedWhen: 'nik_sex <> sex AND nik_date IS NOT NULL',
  assessableWhen: 'sex IS NOT NULL AND nik_date IS NOT NULL',
  causes: [
    {
      id: 'kelamin-tertukar',
      label: { id: 'hanya jenis kelamin yang berbeda', en: 'only the sex differs' },
      when: 'nik_date = birth_date',
    },
    {
      id: 'tanggal-juga-berbeda',
      label: {
        id: 'tanggal lahir juga berbeda, mungkin NIK orang lain',
        en: "the birth date differs too, perhaps another person's NIK",
      },
      when: 'nik_date <> birth_date',
    },
  ],
  examples: {
    fails: [
      {
        row: { nik: '3319011206900001', jenis_kelamin: 'P', tanggal_lahir: '12|06|1990' },
        cause: 'kelamin-tertukar',
      },
      {
        row: { nik: '3319015206900001', jenis_kelamin: 'LK', tanggal_lahir: '23|11|1987' },
        cause: 'tanggal-juga-berbeda',
      },
    ],
    passes: [
      { row: { nik: '3319015206900001', jenis_kelamin: 'P', tanggal_lahir: '12|06|1990' } },
      { row: { nik: '3319011206900001', jenis_kelamin: 'Laki-laki', tanggal_lahir: '12|06|1990' } },
    ],
    notAssessable: [
      {
        row: { nik: '3319018513900001', jenis_kelamin: 'L' },
        because: {
          id: 'hari dan bulan dalam NIK (85-13) tidak ada, sehingga jenis kelamin pun tidak terbaca darinya',
          en: 'the day and month in the NIK (85-13) do not exist, so the sex cannot be read from it either',
        },
      },
      { row: { nik: '3319011206900001', jenis_kelamin: '' } },
    ],
  },
});
