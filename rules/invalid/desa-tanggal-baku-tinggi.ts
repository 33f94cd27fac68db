import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'desa-tanggal-baku-tinggi',
  title: { id: 'Banyak tanggal lahir baku di satu desa', en: 'Many default birth dates in one desa' },
  rationale: {
    id: 'Secara nasional 9,2 % pemilih bertanggal lahir baku (31 Desember, 1 Juli, 1 Januari). Desa dengan lebih dari 25 % pantas ditengok: mungkin banyak warga lanjut usia, mungkin tanggal diisi serentak.',
    en: 'Nationwide 9.2 % of voters have a default birth date (31 December, 1 July, 1 January). A desa above 25 % deserves a look: perhaps many elderly, perhaps dates filled in wholesale.',
  },
  remedy: {
    id: 'KPU kabupaten/kota meminta PPS mencocokkan beberapa baris dengan KTP-el. Tanggal baku sendiri tidak perlu diubah.',
    en: 'The KPU kabupaten/kota asks the PPS to compare some rows with identity cards. A default date in itself needs no change.',
  },
  dimension: 'plausibility',
  severity: 'info',
  field: 'tanggal_lahir',
  reads: ['area_desa', 'birth_date'],
  where: 'birth_date IS NOT NULL',
  groupBy: ['area_desa'],
  measures: {
    voters: 'count(*)',
    default_dates: `count(*) FILTER (WHERE (day(birth_date) = 1 AND (month(birth_date) = 7 OR month(birth_date) = 1))
    OR (day(birth_date) = 31 AND month(birth_date) = 12))`,
  },
  violatedWhen: 'voters >= 50 AND default_dates * 4 > voters',
  reports: 'group',
  shows: "(100 * default_dates // voters)::VARCHAR || ' % / ' || voters::VARCHAR",
  examples: {
    fails: [
      {
        rows: Array.from({ length: 60 }, (_, index) => ({
          kode_desa: '3319012001',
          tanggal_lahir: index % 2 === 0 ? '01|07|1956' : '13|05|1988',
        })),
      },
      {
        rows: Array.from({ length: 60 }, (_, index) => ({
          kode_desa: '3319012002',
          tanggal_lahir: index % 3 === 0 ? '31|12|1948' : '13|05|1988',
        })),
      },
    ],
    passes: [
      {
        rows: Array.from({ length: 60 }, (_, index) => ({
          kode_desa: '3319012001',
          tanggal_lahir: index % 10 === 0 ? '01|07|1956' : '13|05|1988',
        })),
      },
      {
        rows: Array.from({ length: 49 }, () => ({ kode_desa: '3319012001', tanggal_lahir: '01|07|1956' })),
        because: {
          id: 'kurang dari 50 pemilih belum dapat dinilai',
          en: 'fewer than 50 voters cannot be judged yet',
        },
      },
    ],
  },
});
