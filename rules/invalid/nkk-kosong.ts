import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-kosong',
  title: { id: 'NKK kosong', en: 'NKK is empty' },
  rationale: {
    id: 'Tanpa nomor Kartu Keluarga, keluarga tidak dapat ditempatkan pada TPS yang sama dan kegandaan sulit dibedakan dari saudara serumah.',
    en: 'Without the family card number a family cannot be kept at one TPS, and duplicates are hard to tell from relatives.',
  },
  remedy: {
    id: 'Operator Sidalih KPU kabupaten/kota melengkapi NKK dari KK pemilih; bila perlu melalui PPS, coktas, atau Disdukcapil.',
    en: "The Sidalih operator of the KPU kabupaten/kota fills in the NKK from the voter's family card; where needed through the PPS, coktas or Disdukcapil.",
  },
  dimension: 'completeness',
  severity: 'error',
  field: 'nkk',
  reads: ['nkk'],
  violatedWhen: 'nkk IS NULL',
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { nkk: '', nama: 'BUDI CONTOH' } },
      {
        row: { nkk: '  ', nama: 'SITI CONTOH' },
        because: { id: 'hanya berisi spasi', en: 'holds only spaces' },
      },
    ],
    passes: [
      { row: { nkk: '3319010101080001' } },
      {
        row: { nkk: '331901**********' },
        because: { id: 'NKK tersamar bukan NKK kosong', en: 'a masked NKK is not an empty NKK' },
      },
    ],
  },
});
