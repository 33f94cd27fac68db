import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nama-terlalu-pendek',
  title: { id: 'Nama satu atau dua huruf', en: 'Name of one or two letters' },
  rationale: {
    id: 'Nama satu atau dua huruf sering merupakan singkatan atau isian yang terpotong. Nama sependek itu memang ada dalam data kependudukan, sehingga perlu diperiksa dahulu.',
    en: 'A name of one or two letters is often an abbreviation or a cut entry. Names that short do exist in the population register, so check first.',
  },
  remedy: {
    id: 'Operator Sidalih membandingkan dengan KTP-el atau KK. Bila memang demikian namanya, biarkan; bila tidak, tulis nama lengkapnya.',
    en: 'The Sidalih operator compares with the identity card or family card. If that is the name, leave it; otherwise write it in full.',
  },
  dimension: 'plausibility',
  severity: 'warning',
  field: 'nama',
  reads: ['nama'],
  violatedWhen:
    "length(nama) <= 5 AND NOT contains(nama, '*') AND length(regexp_replace(nama, '[^\\pL]', '', 'g')) BETWEEN 1 AND 2",
  examples: {
    fails: [
      {
        row: { nama: 'OO' },
        because: {
          id: 'nama ini mungkin asli, sehingga hanya peringatan',
          en: 'this name may be genuine, hence only a warning',
        },
      },
      { row: { nama: 'C' } },
      {
        row: { nama: 'M. S.' },
        because: { id: 'hanya dua huruf, keduanya singkatan', en: 'only two letters, both abbreviations' },
      },
    ],
    passes: [
      { row: { nama: 'ANI' } },
      { row: { nama: 'M. ALI' } },
      {
        row: { nama: 'S***' },
        because: {
          id: 'nama tersamar tidak dinilai dari panjangnya',
          en: 'a masked name is not judged by its length',
        },
      },
    ],
    notAssessable: [{ row: { nama: '' } }],
  },
});
