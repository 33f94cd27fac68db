import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-beda-tanggal-lahir',
  title: { id: 'Tanggal lahir berbeda dari NIK', en: 'Birth date differs from the NIK' },
  rationale: {
    id: 'Tanggal pada NIK biasanya sama dengan tanggal lahir. Perbedaan dapat berasal dari salah ketik, tetapi juga sah: tanggal lahir dapat dibetulkan, sedangkan NIK tidak diterbitkan ulang.',
    en: 'The date in a NIK is usually the birth date. A difference may be a slip of the pen, but may also be right: a birth date can be corrected, a NIK is not issued again.',
  },
  remedy: {
    id: 'Operator Sidalih membandingkan keduanya dengan KTP-el atau KK. Bila dokumen memuat perbedaan yang sama, data sudah benar. Bila tidak, perbaiki kolom yang keliru; keraguan disampaikan kepada Disdukcapil.',
    en: 'The Sidalih operator compares both with the identity card or family card. If the document shows the same difference, the data are right. Otherwise correct the column at fault; refer doubts to Disdukcapil.',
  },
  dimension: 'consistency',
  severity: 'warning',
  field: 'tanggal_lahir',
  reads: ['nik_date', 'birth_date', 'nik_day', 'nik_month', 'nik_year'],
  violatedWhen: `nik_date <> birth_date
  AND (nik_day <> day(birth_date) OR nik_month <> month(birth_date) OR nik_year <> year(birth_date) % 100)`,
  causes: [
    {
      id: 'hari-bulan-tertukar',
      label: { id: 'hari dan bulan tertukar', en: 'day and month swapped' },
      when: 'nik_day = month(birth_date) AND nik_month = day(birth_date) AND nik_year = year(birth_date) % 100',
    },
    {
      id: 'satu-digit',
      label: { id: 'satu digit berbeda', en: 'one digit differs' },
      when: "mismatches(strftime(nik_date, '%d%m%y'), strftime(birth_date, '%d%m%y')) = 1",
    },
    {
      id: 'tanggal-baku',
      label: {
        id: 'salah satunya tanggal baku (01-07, 31-12, 01-01, atau tanggal 15)',
        en: 'one side is a default date (01-07, 31-12, 01-01 or day 15)',
      },
      when: `list_contains([107, 3112, 101], nik_day::INTEGER * 100 + nik_month)
      OR list_contains([107, 3112, 101], day(birth_date) * 100 + month(birth_date))
      OR ((nik_day = 15 OR day(birth_date) = 15) AND nik_month = month(birth_date) AND nik_year = year(birth_date) % 100)`,
    },
    { id: 'lainnya', label: { id: 'perbedaan lain', en: 'another difference' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nik: '3319010507900001', tanggal_lahir: '07|05|1990' }, cause: 'hari-bulan-tertukar' },
      { row: { nik: '3319011206900001', tanggal_lahir: '13|06|1990' }, cause: 'satu-digit' },
      { row: { nik: '3319010107900001', tanggal_lahir: '23|11|1990' }, cause: 'tanggal-baku' },
      {
        row: { nik: '3319015503850001', tanggal_lahir: '28|03|1985' },
        cause: 'tanggal-baku',
        because: {
          id: '55 = 15 + 40 (perempuan); tanggal 15 diberikan bila bulan lahir diketahui, tetapi harinya tidak',
          en: '55 = 15 + 40 (a woman); day 15 is given where the month of birth is known, but not the day',
        },
      },
      { row: { nik: '3319011206800001', tanggal_lahir: '23|09|1971' }, cause: 'lainnya' },
    ],
    passes: [
      { row: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' } },
      {
        row: { nik: '3319015206900001', tanggal_lahir: '12|06|1990' },
        because: { id: '52 = 12 + 40: tanggal 12, perempuan', en: '52 = 12 + 40: day 12, a woman' },
      },
      {
        row: { nik: '3319011206050001', tanggal_lahir: '12|06|2005' },
        because: {
          id: 'NIK hanya memuat dua digit tahun; abadnya mengikuti tanggal lahir',
          en: 'a NIK holds only two digits of the year; the century follows the birth date',
        },
      },
      {
        row: { nik: '3319011206900001', jenis_kelamin: 'P', tanggal_lahir: '12|06|1990' },
        because: {
          id: 'hanya jenis kelamin yang berbeda; diperiksa oleh nik-beda-jenis-kelamin',
          en: 'only the sex differs; checked by nik-beda-jenis-kelamin',
        },
      },
    ],
    notAssessable: [
      {
        row: { nik: '3319013002900001', tanggal_lahir: '28|02|1990' },
        because: {
          id: 'tanggal dalam NIK (30 Februari) tidak ada; diperiksa oleh nik-tanggal-tidak-sah',
          en: 'the date in the NIK (30 February) does not exist; checked by nik-tanggal-tidak-sah',
        },
      },
      { row: { nik: '3319011206900001', tanggal_lahir: '' } },
    ],
  },
});
