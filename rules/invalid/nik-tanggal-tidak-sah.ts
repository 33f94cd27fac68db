import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-tanggal-tidak-sah',
  title: { id: 'Tanggal pada NIK tidak ada', en: 'NIK date does not exist' },
  rationale: {
    id: 'Digit 7-12 NIK adalah tanggal lahir, dengan tanggal ditambah 40 bagi perempuan. Tanggal 00, 32-40, atau 72 ke atas, bulan 00 atau 13 ke atas, dan 30 Februari tidak mungkin diterbitkan SIAK.',
    en: 'Digits 7-12 of a NIK are the birth date, with 40 added to the day for women. Day 00, 32-40 or 72 and up, month 00 or 13 and up, and 30 February cannot have been issued by SIAK.',
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki NIK sesuai KTP-el atau KK. Bila dokumennya sendiri demikian, mohonkan perbaikan kepada Disdukcapil.',
    en: 'The Sidalih operator corrects the NIK from the identity card or family card. If the document itself says so, ask Disdukcapil to correct it.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik_number', 'nik_date', 'nik_day', 'nik_month'],
  violatedWhen: 'nik_date IS NULL AND nik_number IS NOT NULL',
  assessableWhen: 'nik_number IS NOT NULL',
  causes: [
    {
      id: 'hari-bulan-tertukar',
      label: { id: 'hari dan bulan tertukar', en: 'day and month swapped' },
      when: 'nik_day BETWEEN 1 AND 12 AND nik_month BETWEEN 13 AND 31',
    },
    { id: 'hari-00', label: { id: 'hari 00', en: 'day 00' }, when: 'nik_day = 0' },
    {
      id: 'hari-di-luar-rentang',
      label: { id: 'hari di atas 31', en: 'day above 31' },
      when: 'nik_day > 31',
    },
    {
      id: 'bulan-tidak-ada',
      label: { id: 'bulan 00 atau di atas 12', en: 'month 00 or above 12' },
      when: 'nik_month NOT BETWEEN 1 AND 12',
    },
    {
      id: 'tanggal-tidak-ada',
      label: { id: 'tanggal tidak ada pada bulan itu', en: 'no such day in that month' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      { row: { nik: '3319010001900001' }, cause: 'hari-00' },
      { row: { nik: '3319013501900001' }, cause: 'hari-di-luar-rentang' },
      {
        row: { nik: '3319017201900001' },
        cause: 'hari-di-luar-rentang',
        because: {
          id: 'pada NIK perempuan tanggal ditambah 40; 72 - 40 = 32, tanggal yang tidak ada',
          en: "a woman's NIK holds the day plus 40; 72 - 40 = 32, which is no day",
        },
      },
      { row: { nik: '3319011713900001' }, cause: 'bulan-tidak-ada' },
      { row: { nik: '3319010523900001' }, cause: 'hari-bulan-tertukar' },
      { row: { nik: '3319013002900001' }, cause: 'tanggal-tidak-ada' },
      {
        row: { nik: '3319012902910001' },
        cause: 'tanggal-tidak-ada',
        because: {
          id: '1991 bukan tahun kabisat, jadi 29 Februari tidak ada',
          en: '1991 was no leap year, so 29 February does not exist',
        },
      },
    ],
    passes: [
      {
        row: { nik: '3319012902920001' },
        because: {
          id: '1992 tahun kabisat, jadi 29 Februari ada',
          en: '1992 was a leap year, so 29 February exists',
        },
      },
      {
        row: { nik: '3319017107900001' },
        because: {
          id: 'perempuan, lahir 31 Juli: 71 = 31 + 40',
          en: 'a woman born on 31 July: 71 = 31 + 40',
        },
      },
      { row: { nik: '3319010101900001' } },
    ],
    notAssessable: [
      { row: { nik: '331901**********' } },
      {
        row: { nik: '33190135' },
        because: {
          id: 'bukan 16 digit; diperiksa oleh nik-bukan-16-digit',
          en: 'not 16 digits; checked by nik-bukan-16-digit',
        },
      },
    ],
  },
});
