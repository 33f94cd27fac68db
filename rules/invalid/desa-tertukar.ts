import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'desa-tertukar',
  title: { id: 'Penduduk dua desa tampak tertukar', en: 'Residents of two desa look exchanged' },
  rationale: {
    id: 'Lebih dari separuh NKK di desa ini terbitan satu kecamatan lain, sedangkan sebuah desa di kecamatan itu sebaliknya penuh dengan NKK terbitan kecamatan ini. Pertukaran dalam satu kecamatan tidak terlihat oleh aturan ini.',
    en: 'More than half of the NKK in this desa were issued by one other kecamatan, while a desa there is full of NKK issued by this one. An exchange within one kecamatan cannot be seen by this rule.',
  },
  remedy: {
    id: 'KPU kabupaten/kota meminta PPS kedua desa mencocokkan beberapa keluarga. Bila benar tertukar, perbaiki kode desa berkasnya lalu kirim ulang.',
    en: 'The KPU kabupaten/kota asks the PPS of both desa to compare some families. If they are exchanged, correct the village code of the files and send them again.',
  },
  dimension: 'plausibility',
  severity: 'info',
  field: 'kode_desa',
  reads: ['area_desa', 'area_kecamatan', 'nkk_kecamatan'],
  where: 'nkk_kecamatan IS NOT NULL',
  groupBy: ['area_desa'],
  measures: {
    voters: 'count(*)',
    foreign_kecamatan: 'mode(nkk_kecamatan) FILTER (WHERE nkk_kecamatan <> area_kecamatan)',
    foreign_voters:
      'list_max(map_values(histogram(nkk_kecamatan) FILTER (WHERE nkk_kecamatan <> area_kecamatan)))',
  },
  violatedWhen: `voters >= 20 AND foreign_voters * 2 > voters AND
  min(area_desa // 10000) OVER (PARTITION BY voters >= 20 AND foreign_voters * 2 > voters, least(area_desa // 10000, foreign_kecamatan), greatest(area_desa // 10000, foreign_kecamatan))
  <> max(area_desa // 10000) OVER (PARTITION BY voters >= 20 AND foreign_voters * 2 > voters, least(area_desa // 10000, foreign_kecamatan), greatest(area_desa // 10000, foreign_kecamatan))`,
  reports: 'group',
  shows: "foreign_kecamatan::VARCHAR || ': ' || (100 * foreign_voters // voters)::VARCHAR || ' %'",
  examples: {
    fails: [
      {
        rows: Array.from({ length: 60 }, (_, index) =>
          index % 2 === 0
            ? { kode_desa: '3319012001', nkk: `33190201010800${10 + index}` }
            : { kode_desa: '3319022012', nkk: `33190101010800${10 + index}` },
        ),
      },
      {
        rows: Array.from({ length: 60 }, (_, index) => ({
          kode_desa: index % 2 === 0 ? '3319012006' : '3319022012',
          nkk:
            index % 3 === 0
              ? `33190301010800${10 + index}`
              : `3319${index % 2 === 0 ? '02' : '01'}01010800${10 + index}`,
        })),
        because: {
          id: 'dua pertiga NKK tertukar, selebihnya terbitan kecamatan ketiga',
          en: 'two thirds of the NKK are exchanged, the rest were issued by a third kecamatan',
        },
      },
    ],
    passes: [
      {
        rows: Array.from({ length: 60 }, (_, index) => ({
          kode_desa: index % 2 === 0 ? '3319012001' : '3319022012',
          nkk: `3319${index % 2 === 0 ? '01' : '02'}01010800${10 + index}`,
        })),
      },
      {
        rows: Array.from({ length: 60 }, (_, index) => ({
          kode_desa: index % 2 === 0 ? '3319012001' : '3319022012',
          nkk: `33190201010800${10 + index}`,
        })),
        because: {
          id: 'hanya satu arah: warga pindahan, bukan pertukaran',
          en: 'in one direction only: residents who moved, not an exchange',
        },
      },
    ],
  },
});
