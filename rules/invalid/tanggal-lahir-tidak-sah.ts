import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tanggal-lahir-tidak-sah',
  title: { id: 'Tanggal lahir tidak terbaca', en: 'Birth date cannot be read' },
  rationale: {
    id: 'Isian tanggal lahir bukan tanggal yang ada dalam kalender, sehingga umur pemilih tidak dapat dihitung.',
    en: "The birth date is no date of the calendar, so the voter's age cannot be computed.",
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki tanggal lahir sesuai KTP-el atau KK dengan bentuk DD|MM|YYYY. Bila seluruh berkas demikian, periksa bentuk tanggal saat ekspor.',
    en: 'The Sidalih operator corrects the birth date from the identity card or family card in the form DD|MM|YYYY. If a whole file is affected, check the date format of the export.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'tanggal_lahir',
  reads: ['tanggal_lahir', 'birth_date'],
  violatedWhen: "birth_date IS NULL AND tanggal_lahir IS NOT NULL AND NOT contains(tanggal_lahir, '*')",
  assessableWhen: "NOT contains(tanggal_lahir, '*')",
  causes: [
    {
      id: 'isian-nol',
      label: { id: 'diisi nol', en: 'filled with zeros' },
      when: "regexp_full_match(tanggal_lahir, '[0|/. -]+')",
    },
    {
      id: 'hari-bulan-tertukar',
      label: { id: 'hari dan bulan tertukar', en: 'day and month swapped' },
      when: "regexp_full_match(tanggal_lahir, '(0?[1-9]|1[0-2])[|/. -](1[3-9]|2[0-9]|3[01])[|/. -][0-9]{4}')",
    },
    {
      id: 'tanggal-tidak-ada',
      label: { id: 'tanggal tidak ada pada bulan itu', en: 'no such day in that month' },
      when: "regexp_full_match(tanggal_lahir, '(29|30|31)[|/. -](0?[1-9]|1[0-2])[|/. -][0-9]{4}')",
    },
    {
      id: 'tahun-dua-digit',
      label: { id: 'tahun hanya dua digit', en: 'two-digit year' },
      when: "regexp_full_match(tanggal_lahir, '[0-9]{1,2}[|/. -][0-9]{1,2}[|/. -][0-9]{2}')",
    },
    { id: 'bukan-tanggal', label: { id: 'bukan tanggal', en: 'not a date' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { tanggal_lahir: '00|00|0000' }, cause: 'isian-nol' },
      { row: { tanggal_lahir: '31|02|1980' }, cause: 'tanggal-tidak-ada' },
      {
        row: { tanggal_lahir: '17|08|45' },
        cause: 'tahun-dua-digit',
        because: { id: 'abadnya tidak dapat ditebak', en: 'the century cannot be guessed' },
      },
      {
        row: { tanggal_lahir: '05|31|1980' },
        cause: 'hari-bulan-tertukar',
        because: {
          id: 'berkas ini menulis hari lebih dahulu; urutannya tidak ditebak baris demi baris',
          en: 'this file writes the day first; the order is not guessed row by row',
        },
      },
      { row: { tanggal_lahir: 'KUDUS' }, cause: 'bukan-tanggal' },
    ],
    passes: [
      { row: { tanggal_lahir: '12|06|1990' } },
      { row: { tanggal_lahir: '29-02-1992' } },
      { row: { tanggal_lahir: '1990-06-12' } },
    ],
    notAssessable: [
      {
        row: { tanggal_lahir: '**|**|1990' },
        because: { id: 'tanggal tersamar tidak dinilai', en: 'a masked date is not assessed' },
      },
      { row: { tanggal_lahir: '' } },
    ],
  },
});
