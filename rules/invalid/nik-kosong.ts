import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-kosong',
  title: { id: 'NIK kosong', en: 'NIK is empty' },
  rationale: {
    id: 'Tanpa NIK, pemilih tidak dapat dipadankan dengan data kependudukan dan kegandaannya tidak dapat diperiksa.',
    en: 'Without a NIK a voter can neither be matched with the population register nor checked for duplicates.',
  },
  remedy: {
    id: 'Operator Sidalih KPU kabupaten/kota melengkapi NIK dari KTP-el atau KK. Bila dokumen tidak ada pada kantor, mintakan pemeriksaan kepada PPS atau coktas, lalu Disdukcapil.',
    en: 'The Sidalih operator of the KPU kabupaten/kota fills in the NIK from the identity card or family card. If the office has no document, ask the PPS or limited verification (coktas), then Disdukcapil.',
  },
  dimension: 'completeness',
  severity: 'error',
  field: 'nik',
  reads: ['nik'],
  violatedWhen: 'nik IS NULL',
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { nik: '', nama: 'BUDI CONTOH' } },
      {
        row: { nik: '   ', nama: 'SITI CONTOH' },
        because: { id: 'hanya berisi spasi', en: 'holds only spaces' },
      },
    ],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '331901**********' },
        because: { id: 'NIK tersamar bukan NIK kosong', en: 'a masked NIK is not an empty NIK' },
      },
      {
        row: { nik: '-' },
        because: {
          id: 'ada isinya; diperiksa oleh nik-bukan-angka',
          en: 'not empty; checked by nik-bukan-angka',
        },
      },
    ],
  },
});
