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
    regexp_full_match(nama, '(?i)(XX|TES|TEST|TESTING|TES NAMA|TEST NAMA|TIDAK (ADA|ADA NAMA|DIKETAHUI|DIKENAL)|TANPA NAMA|BELUM ADA|BELUM ADA NAMA|NAMA|NAMA LENGKAP|NN|N\\.N\\.?|N N|N/A|NULL|NONAME|NO NAME|UNKNOWN|DUMMY|KOSONG|ANONIM|CONTOH|ASDF|QWERTY|A{3,}|B{3,}|C{3,}|D{3,}|E{3,}|F{3,}|G{3,}|H{3,}|I{3,}|J{3,}|K{3,}|L{3,}|M{3,}|N{3,}|O{3,}|P{3,}|Q{3,}|R{3,}|S{3,}|T{3,}|U{3,}|V{3,}|W{3,}|X{3,}|Y{3,}|Z{3,})')
    OR ((nama < 'A' OR nama > '{') AND NOT regexp_matches(nama, '[\\pL0-9*]'))
  )`,
  examples: {
    fails: [
      { row: { nama: 'XXX' } },
      { row: { nama: 'tidak ada' } },
      { row: { nama: '-' } },
      { row: { nama: '??' } },
      { row: { nama: 'Aaaa' } },
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
