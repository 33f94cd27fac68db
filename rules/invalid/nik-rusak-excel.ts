import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-rusak-excel',
  title: { id: 'NIK rusak oleh lembar kerja', en: 'NIK damaged by a spreadsheet' },
  rationale: {
    id: 'Excel hanya menyimpan 15 digit angka: NIK berubah menjadi notasi ilmiah (3,31901E+15) atau digit terakhirnya menjadi 0. Akhiran 0 saja tidak cukup, sebab nomor urut asli dapat berakhir 0; aturan ini baru berlaku bila lebih dari separuh NIK dalam berkas (paling sedikit 20 NIK) berakhir 0.',
    en: 'Excel keeps 15 digits of a number: a NIK turns into scientific notation (3.31901E+15) or its last digit becomes 0. An ending of 0 alone is not enough, since a genuine serial may end in 0; it counts only where more than half of the NIK in the file (at least 20) end in 0.',
  },
  remedy: {
    id: 'Digit yang hilang tidak dapat dihitung kembali. Pengirim berkas mengekspor ulang dari Sidalih dengan kolom NIK dan NKK bertipe teks; jangan memperbaiki satu per satu.',
    en: 'The lost digits cannot be computed back. The sender exports the file again from Sidalih with the NIK and NKK columns as text; do not correct row by row.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik', 'nik_number', 'nik_masked', 'nik_rounded'],
  violatedWhen: `nik_rounded
  OR (nik_number IS NULL AND regexp_full_match(nik, '[0-9]([.,][0-9]+)?[Ee][+]?[0-9]{1,2}'))`,
  assessableWhen: 'NOT nik_masked',
  causes: [
    {
      id: 'notasi-ilmiah',
      label: { id: 'notasi ilmiah', en: 'scientific notation' },
      when: 'nik_number IS NULL',
    },
    {
      id: 'digit-ke-16-hilang',
      label: { id: 'digit ke-16 menjadi 0', en: 'the 16th digit became 0' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      { row: { nik: '3,31901E+15' }, cause: 'notasi-ilmiah' },
      { row: { nik: '3.31E+15' }, cause: 'notasi-ilmiah' },
      { row: { nik: '3E+15' }, cause: 'notasi-ilmiah' },
    ],
    passes: [
      {
        row: { nik: '3319010101900010' },
        because: {
          id: 'nomor urut asli dapat berakhir 0; kerusakan baru terlihat dari seluruh berkas',
          en: 'a genuine serial may end in 0; only the whole file shows the damage',
        },
      },
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '331901010190E001' },
        because: {
          id: 'huruf di dalam NIK; diperiksa oleh nik-bukan-angka',
          en: 'a letter within the NIK; checked by nik-bukan-angka',
        },
      },
    ],
    notAssessable: [{ row: { nik: '331901**********' } }],
  },
});
