import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tanggal-lahir-baku',
  title: { id: 'Tanggal lahir baku', en: 'Default birth date' },
  rationale: {
    id: 'Bagi warga yang tidak mengetahui hari dan bulan lahirnya, tanggal 31 Desember, 1 Juli, atau 1 Januari ditetapkan secara resmi. Tanggal ini benar, tetapi lemah sebagai bukti kegandaan.',
    en: 'Citizens who do not know their day and month of birth are officially given 31 December, 1 July or 1 January. The date is right, but weak as evidence of a duplicate.',
  },
  remedy: {
    id: 'Tidak perlu diperbaiki. Bila bagiannya pada satu desa menonjol, lihat desa-tanggal-baku-tinggi.',
    en: 'Nothing to correct. Where one desa stands out, see desa-tanggal-baku-tinggi.',
  },
  dimension: 'plausibility',
  severity: 'info',
  field: 'tanggal_lahir',
  reads: ['birth_date'],
  violatedWhen:
    '(day(birth_date) = 1 AND (month(birth_date) = 7 OR month(birth_date) = 1)) OR (day(birth_date) = 31 AND month(birth_date) = 12)',
  examples: {
    fails: [
      { row: { tanggal_lahir: '01|07|1956' } },
      { row: { tanggal_lahir: '31|12|1948' } },
      { row: { tanggal_lahir: '01|01|1960' } },
    ],
    passes: [
      { row: { tanggal_lahir: '12|06|1990' } },
      {
        row: { tanggal_lahir: '15|03|1970' },
        because: {
          id: 'tanggal 15 terlalu umum untuk disebut baku',
          en: 'day 15 is too common to be called a default',
        },
      },
      {
        row: { tanggal_lahir: '07|01|1960' },
        because: { id: '7 Januari, bukan 1 Juli', en: '7 January, not 1 July' },
      },
    ],
    notAssessable: [{ row: { tanggal_lahir: '' } }],
  },
});
