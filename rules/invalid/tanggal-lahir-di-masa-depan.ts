import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tanggal-lahir-di-masa-depan',
  title: { id: 'Tanggal lahir setelah tanggal acuan', en: 'Birth date after the reference date' },
  rationale: {
    id: 'Orang yang belum lahir pada tanggal acuan tidak mungkin menjadi pemilih; tahunnya hampir selalu salah ketik.',
    en: 'Nobody born after the reference date can be a voter; the year is nearly always mistyped.',
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki tanggal lahir sesuai KTP-el atau KK. Periksa juga tanggal acuan yang dipakai saat menjalankan Sisir.',
    en: 'The Sidalih operator corrects the birth date from the identity card or family card. Check also the reference date given to Sisir.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'tanggal_lahir',
  reads: ['birth_date'],
  violatedWhen: 'birth_date > reference_date()',
  examples: {
    fails: [{ row: { tanggal_lahir: '12|06|2190' } }, { row: { tanggal_lahir: '01|07|2099' } }],
    passes: [
      { row: { tanggal_lahir: '12|06|1990' } },
      {
        row: { tanggal_lahir: '12|06|2019' },
        because: {
          id: 'sudah lahir; umurnya diperiksa oleh di-bawah-umur-belum-kawin',
          en: 'already born; the age is checked by di-bawah-umur-belum-kawin',
        },
      },
    ],
    notAssessable: [{ row: { tanggal_lahir: '00|00|0000' } }],
  },
});
