import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-tanggal-tidak-sah',
  title: { id: 'Tanggal pada NKK tidak ada', en: 'NKK date does not exist' },
  rationale: {
    id: 'Digit 7-12 NKK adalah tanggal perekaman KK, tanpa tambahan 40. Tanggal yang tidak ada menandakan salah ketik, atau NIK perempuan yang terisi pada kolom NKK.',
    en: "Digits 7-12 of an NKK are the date on which the family card was recorded, without the 40. A date that does not exist points to a typing slip or to a woman's NIK in the NKK column.",
  },
  remedy: {
    id: 'Operator Sidalih membandingkan NKK dengan KK lalu memperbaikinya.',
    en: 'The Sidalih operator compares the NKK with the family card and corrects it.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'nkk',
  reads: ['nkk_number', 'nkk_date'],
  violatedWhen: 'nkk_date IS NULL AND nkk_number IS NOT NULL',
  assessableWhen: 'nkk_number IS NOT NULL',
  causes: [
    {
      id: 'seperti-nik-perempuan',
      label: { id: 'seperti NIK perempuan pada kolom NKK', en: "looks like a woman's NIK in the NKK column" },
      when: 'nkk_number // 100000000 % 100 BETWEEN 41 AND 71',
    },
    {
      id: 'tanggal-tidak-ada',
      label: { id: 'tanggal tidak ada dalam kalender', en: 'no such date' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      { row: { nkk: '3319013002080001' }, cause: 'tanggal-tidak-ada' },
      { row: { nkk: '3319010013080001' }, cause: 'tanggal-tidak-ada' },
      { row: { nkk: '3319015206900001' }, cause: 'seperti-nik-perempuan' },
    ],
    passes: [
      { row: { nkk: '3319010101080001' } },
      {
        row: { nkk: '3319012902080001' },
        because: {
          id: '2008 tahun kabisat, jadi 29 Februari ada',
          en: '2008 was a leap year, so 29 February exists',
        },
      },
    ],
    notAssessable: [{ row: { nkk: '331901**********' } }],
  },
});
