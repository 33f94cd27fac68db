import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nama-tidak-wajar',
  title: { id: 'Nama berupa isian pengganti', en: 'Name is a placeholder' },
  rationale: {
    id: 'Isian seperti XXX, TES, atau TIDAK ADA dipakai saat nama belum diketahui; orangnya mungkin ada, mungkin tidak.',
    en: 'Entries such as XXX, TES or TIDAK ADA stand where a name was not known; the person may or may not exist.',
  },
  remedy: {
    id: 'Operator Sidalih mencari nama pada KTP-el atau KK berdasarkan NIK. Bila tidak ditemukan, PPS atau coktas memastikan keberadaan pemilih.',
    en: 'The Sidalih operator looks up the name by NIK on the identity card or family card. If it is not found, the PPS or coktas makes sure that the voter exists.',
  },
  dimension: 'plausibility',
  severity: 'warning',
  field: 'nama',
  reads: ['nama'],
  violatedWhen: `length(nama) <= 16 AND (
    list_contains([
      'XX', 'TES', 'TEST', 'TESTING', 'TES NAMA', 'TEST NAMA', 'TIDAK ADA', 'TIDAK ADA NAMA', 'TIDAK DIKETAHUI',
      'TIDAK DIKENAL', 'TANPA NAMA', 'BELUM ADA', 'BELUM ADA NAMA', 'NAMA', 'NAMA LENGKAP', 'NN', 'N.N', 'N.N.', 'N N',
      'N/A', 'NULL', 'NONAME', 'NO NAME', 'UNKNOWN', 'DUMMY', 'KOSONG', 'ANONIM', 'CONTOH', 'ASDF', 'QWERTY'
    ], upper(nama))
    OR (left(upper(nama), 1) = substr(upper(nama), 2, 1) AND length(upper(nama)) >= 3 AND upper(nama) BETWEEN 'A' AND '['
      AND ltrim(upper(nama), left(upper(nama), 1)) = '')
    OR ((upper(nama) < 'A' OR upper(nama) > '[') AND NOT regexp_matches(nama, '[\\pL0-9*]'))
  )`,
  examples: {
    fails: [
      { row: { nama: 'XXX' } },
      { row: { nama: 'tidak ada' } },
      { row: { nama: '-' } },
      { row: { nama: '??' } },
      { row: { nama: 'AAAA' } },
      { row: { nama: 'N/A' } },
    ],
    passes: [
      { row: { nama: 'TESSA CONTOH' } },
      { row: { nama: 'NANA' } },
      {
        row: { nama: 'OO' },
        because: {
          id: 'nama dua huruf mungkin asli; diperiksa oleh nama-terlalu-pendek',
          en: 'a two-letter name may be genuine; checked by nama-terlalu-pendek',
        },
      },
      {
        row: { nama: '****' },
        because: { id: 'nama tersamar, bukan isian pengganti', en: 'a masked name, not a placeholder' },
      },
      {
        row: { nama: '12345' },
        because: { id: 'diperiksa oleh nama-berisi-angka', en: 'checked by nama-berisi-angka' },
      },
    ],
    notAssessable: [{ row: { nama: '' } }],
  },
});
