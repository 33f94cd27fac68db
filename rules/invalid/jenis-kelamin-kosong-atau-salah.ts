import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'jenis-kelamin-kosong-atau-salah',
  title: { id: 'Jenis kelamin kosong atau di luar L/P', en: 'Sex is empty or neither L nor P' },
  rationale: {
    id: 'Jenis kelamin wajib diisi L atau P: menjadi dasar rekapitulasi dan pemadanan dengan NIK.',
    en: 'Sex must be L or P: the recapitulation and the match with the NIK rest on it.',
  },
  remedy: {
    id: 'Operator Sidalih mengisi L atau P sesuai KTP-el atau KK; angka pada tanggal NIK (41-71 bagi perempuan) dapat menjadi petunjuk.',
    en: 'The Sidalih operator enters L or P from the identity card or family card; the day in the NIK (41-71 for women) is a hint.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'jenis_kelamin',
  reads: ['jenis_kelamin', 'sex'],
  violatedWhen: 'sex IS NULL',
  assessableWhen: 'true',
  causes: [
    { id: 'kosong', label: { id: 'kosong', en: 'empty' }, when: 'jenis_kelamin IS NULL' },
    { id: 'di-luar-kode', label: { id: 'di luar L/P', en: 'neither L nor P' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { jenis_kelamin: '', nama: 'BUDI CONTOH' }, cause: 'kosong' },
      { row: { jenis_kelamin: 'X' }, cause: 'di-luar-kode' },
      {
        row: { jenis_kelamin: '1' },
        cause: 'di-luar-kode',
        because: {
          id: 'angka 1 bukan kode jenis kelamin; artinya tidak dapat dipastikan',
          en: '1 is no code for sex; its meaning is uncertain',
        },
      },
    ],
    passes: [
      { row: { jenis_kelamin: 'L' } },
      {
        row: { jenis_kelamin: 'Perempuan' },
        because: { id: 'terbaca sebagai P (perempuan)', en: 'read as P (female)' },
      },
      {
        row: { jenis_kelamin: 'LK' },
        because: { id: 'terbaca sebagai L (laki-laki)', en: 'read as L (male)' },
      },
    ],
  },
});
