import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'nkk-terlalu-besar',
  title: { id: 'Terlalu banyak pemilih pada satu NKK', en: 'Too many voters on one NKK' },
  rationale: {
    id: 'Lembar KK memuat sepuluh anggota, dan tidak semuanya sudah berhak memilih. Lebih dari sepuluh pemilih pada satu NKK jarang terjadi; sering kali NKK tersalin ke banyak baris.',
    en: 'A family card sheet holds ten members, not all of voting age. More than ten voters on one NKK are rare; often the NKK was copied to many rows.',
  },
  remedy: {
    id: 'Operator Sidalih mencocokkan anggota keluarga dengan KK. Panti, asrama, atau keluarga besar dapat benar adanya; NKK yang tersalin diganti dengan NKK masing-masing.',
    en: "The Sidalih operator compares the members with the family card. Homes, dormitories and large families may be right; a copied NKK is replaced by each voter's own.",
  },
  dimension: 'plausibility',
  severity: 'warning',
  field: 'nkk',
  reads: ['nkk_number'],
  groupBy: ['nkk_number'],
  measures: { voters: 'count(*)' },
  violatedWhen: 'voters > 10',
  reports: 'members',
  examples: {
    fails: [
      {
        rows: Array.from({ length: 11 }, (_, index) => ({
          nkk: '3319010101080001',
          nama: `CONTOH ${String.fromCharCode(65 + index)}`,
        })),
      },
      {
        rows: Array.from({ length: 25 }, (_, index) => ({
          nkk: '3319010101080002',
          nama: `CONTOH ${String.fromCharCode(65 + index)}`,
        })),
      },
    ],
    passes: [
      {
        rows: Array.from({ length: 10 }, (_, index) => ({
          nkk: '3319010101080001',
          nama: `CONTOH ${String.fromCharCode(65 + index)}`,
        })),
        because: {
          id: 'sepuluh anggota masih muat pada satu lembar KK',
          en: 'ten members still fit on one sheet of the KK',
        },
      },
      {
        rows: Array.from({ length: 12 }, (_, index) => ({
          nkk: '331901**********',
          nama: `CONTOH ${String.fromCharCode(65 + index)}`,
        })),
        because: { id: 'NKK tersamar tidak dikelompokkan', en: 'masked NKK are not grouped' },
      },
    ],
  },
});
