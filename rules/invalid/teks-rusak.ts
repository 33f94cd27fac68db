import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'teks-rusak',
  title: { id: 'Teks rusak', en: 'Damaged text' },
  rationale: {
    id: 'Nama, tempat lahir, atau alamat memuat tanda yang lahir dari salah penyandian (Ã©, â€™), karakter kendali, atau sisa kode HTML. Teks yang rusak tidak dapat dipadankan dengan baik.',
    en: 'The name, place of birth or address holds signs of a wrong encoding (Ã©, â€™), control characters or left-over HTML. Damaged text cannot be matched well.',
  },
  remedy: {
    id: 'Pengirim berkas mengekspor ulang dengan penyandian UTF-8. Bila hanya beberapa baris, operator Sidalih memperbaikinya sesuai KTP-el atau KK.',
    en: 'The sender exports the file again as UTF-8. If only a few rows are affected, the Sidalih operator corrects them from the identity card or family card.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'nama',
  reads: ['nama', 'tempat_lahir', 'alamat'],
  violatedWhen: `regexp_matches(concat_ws(' ', nama, tempat_lahir, alamat), '[^ -%\\x27->@-~]')
  AND regexp_matches(concat_ws(' ', nama, tempat_lahir, alamat),
  '[\\x00-\\x1F\\x7F-\\x{9F}\\x{FFFD}]|Ã[\\x{80}-\\x{BF}\\x{152}-\\x{17E}\\x{192}\\x{2C6}\\x{2DC}\\x{2013}-\\x{203A}\\x{20AC}\\x{2122}]|Â[\\x{80}-\\x{BF}]|â€|\\pL\\?\\pL|&(amp|quot|apos|lt|gt|nbsp|#[0-9]+);')`,
  assessableWhen: 'nama IS NOT NULL OR tempat_lahir IS NOT NULL OR alamat IS NOT NULL',
  causes: [
    {
      id: 'salah-penyandian',
      label: { id: 'salah penyandian', en: 'wrong encoding' },
      when: "regexp_matches(concat_ws(' ', nama, tempat_lahir, alamat), 'Ã|Â[\\x{80}-\\x{BF}]|â€')",
    },
    {
      id: 'karakter-hilang',
      label: { id: 'karakter hilang', en: 'character lost' },
      when: "regexp_matches(concat_ws(' ', nama, tempat_lahir, alamat), '\\x{FFFD}|\\pL\\?\\pL')",
    },
    {
      id: 'kode-html',
      label: { id: 'sisa kode HTML', en: 'left-over HTML' },
      when: "regexp_matches(concat_ws(' ', nama, tempat_lahir, alamat), '&[a-z#0-9]+;')",
    },
    { id: 'karakter-kendali', label: { id: 'karakter kendali', en: 'control character' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nama: 'RENÃ© CONTOH' }, cause: 'salah-penyandian' },
      { row: { nama: 'MUâ€™MIN CONTOH' }, cause: 'salah-penyandian' },
      { row: { nama: 'MU\uFFFDMIN CONTOH' }, cause: 'karakter-hilang' },
      { row: { nama: 'MU?MIN CONTOH' }, cause: 'karakter-hilang' },
      { row: { nama: 'MU&#39;MIN CONTOH' }, cause: 'kode-html' },
      { row: { nama: 'BUDI CONTOH', alamat: 'DUKUH\u0007KRAJAN' }, cause: 'karakter-kendali' },
    ],
    passes: [
      {
        row: { nama: 'RENÉ CONTOH' },
        because: { id: 'aksen yang benar bukan kerusakan', en: 'a proper accent is no damage' },
      },
      {
        row: { nama: 'JOÃO CONTOH' },
        because: {
          id: 'ÃO adalah ejaan Portugis yang lazim di Timor',
          en: 'ÃO is Portuguese spelling, common in Timor',
        },
      },
      {
        row: { nama: 'MU’MIN CONTOH' },
        because: {
          id: 'apostrof lengkung adalah tanda yang sah',
          en: 'a curly apostrophe is a proper character',
        },
      },
      { row: { nama: "JUM'ATUN", alamat: 'JL. KENARI & MELATI NO. 5' } },
    ],
    notAssessable: [{ row: { nik: '3319011206900001' } }],
  },
});
