import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-sama-dengan-nik',
  title: { id: 'NKK sama dengan NIK', en: 'NKK equals NIK' },
  rationale: {
    id: 'NKK menandai keluarga dan NIK menandai orang; keduanya tidak pernah sama. Satu di antaranya tersalin ke kolom yang keliru.',
    en: 'An NKK marks a family and a NIK a person; they are never the same. One of them was copied into the wrong column.',
  },
  remedy: {
    id: 'Operator Sidalih mencocokkan kedua nomor dengan KK lalu memperbaiki kolom yang keliru.',
    en: 'The Sidalih operator checks both numbers on the family card and corrects the column at fault.',
  },
  dimension: 'consistency',
  severity: 'error',
  field: 'nkk',
  reads: ['nkk_number', 'nik_number'],
  violatedWhen: 'nkk_number = nik_number',
  examples: {
    fails: [
      { row: { nkk: '3319010101900001', nik: '3319010101900001' } },
      {
        row: { nkk: ' 3319015206900001', nik: '3319015206900001 ' },
        because: {
          id: 'spasi di awal atau di akhir tidak membuat nomor berbeda',
          en: 'spaces before or after do not make another number',
        },
      },
    ],
    passes: [
      { row: { nkk: '3319010101080001', nik: '3319010101900001' } },
      { row: { nkk: '3319010101900002', nik: '3319010101900001' } },
    ],
    notAssessable: [
      {
        row: { nkk: '331901**********', nik: '331901**********' },
        because: { id: 'nomor tersamar tidak dibandingkan', en: 'masked numbers are not compared' },
      },
      { row: { nkk: '', nik: '' } },
    ],
  },
});
