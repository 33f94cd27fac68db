import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'tps-melebihi-batas',
  title: { id: 'Pemilih di TPS melebihi batas', en: 'TPS holds more voters than the limit' },
  rationale: {
    id: 'KPU menetapkan pemilih terbanyak per TPS (300 pada Pemilu 2024, 600 pada Pilkada 2024). TPS yang penuh dapat disengaja pada wilayah tertentu.',
    en: 'KPU sets the most voters per TPS (300 in the 2024 general election, 600 in the 2024 local elections). A full TPS may be intended in some areas.',
  },
  remedy: {
    id: 'KPU kabupaten/kota meninjau pembagian TPS bersama PPS tanpa memisahkan keluarga dan tanpa menggabung desa.',
    en: 'The KPU kabupaten/kota reviews the division into TPS with the PPS, without splitting families or merging desa.',
  },
  dimension: 'plausibility',
  severity: 'info',
  field: 'tps',
  reads: ['area_desa', 'tps_number'],
  where: 'tps_number > 0',
  groupBy: ['area_desa', 'tps_number'],
  measures: { voters: 'count(*)' },
  violatedWhen: 'voters > tps_limit()',
  reports: 'group',
  shows: 'voters::VARCHAR',
  examples: {
    fails: [
      {
        rows: Array.from({ length: 601 }, () => ({ kode_desa: '3319012001', tps: '001' })),
        because: {
          id: '601 pemilih di satu TPS, sedangkan batasnya 600',
          en: '601 voters at one TPS, where the limit is 600',
        },
      },
      { rows: Array.from({ length: 620 }, () => ({ kode_desa: '3319012002', tps: '2' })) },
    ],
    passes: [
      { rows: Array.from({ length: 300 }, () => ({ kode_desa: '3319012001', tps: '001' })) },
      {
        rows: Array.from({ length: 601 }, (_, index) => ({
          kode_desa: '3319012001',
          tps: index % 2 === 0 ? '001' : '002',
        })),
        because: { id: '601 pemilih terbagi pada dua TPS', en: '601 voters divided between two TPS' },
      },
    ],
  },
});
