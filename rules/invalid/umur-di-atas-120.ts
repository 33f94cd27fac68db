import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'umur-di-atas-120',
  title: { id: 'Umur di atas 120 tahun', en: 'Older than 120 years' },
  rationale: {
    id: 'Tidak ada orang yang tercatat hidup melebihi 122 tahun; umur di atas 120 hampir pasti berasal dari tahun yang salah ketik atau tanggal kosong dari lembar kerja (1900).',
    en: "Nobody is on record as having lived beyond 122 years; an age above 120 almost certainly comes from a mistyped year or a spreadsheet's empty date (1900).",
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki tahun lahir sesuai KTP-el atau KK; bila dokumen tidak ada, PPS atau coktas memastikan keberadaan pemilih.',
    en: 'The Sidalih operator corrects the year from the identity card or family card; without a document, the PPS or coktas makes sure that the voter exists.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'tanggal_lahir',
  reads: ['age', 'birth_date'],
  violatedWhen: 'age > 120',
  causes: [
    {
      id: 'tanggal-kosong-excel',
      label: { id: 'tanggal kosong dari lembar kerja', en: 'empty date of a spreadsheet' },
      when: "birth_date BETWEEN DATE '1899-12-30' AND DATE '1900-01-01'",
    },
    {
      id: 'tahun-keliru',
      label: { id: 'tahun lahir tidak wajar', en: 'unlikely year of birth' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      { row: { tanggal_lahir: '01|01|1900' }, cause: 'tanggal-kosong-excel' },
      { row: { tanggal_lahir: '12|06|1880' }, cause: 'tahun-keliru' },
    ],
    passes: [
      { row: { tanggal_lahir: '12|06|1945' } },
      {
        row: { tanggal_lahir: '12|06|1915' },
        because: { id: 'diperiksa oleh umur-di-atas-100', en: 'checked by umur-di-atas-100' },
      },
    ],
    notAssessable: [{ row: { tanggal_lahir: '00|00|0000' } }],
  },
});
