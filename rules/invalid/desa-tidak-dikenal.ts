import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'desa-tidak-dikenal',
  title: { id: 'Kode desa/kelurahan tidak dikenal', en: 'Village code is unknown' },
  rationale: {
    id: 'Kode desa/kelurahan tidak ada dalam daftar Kemendagri 2025 maupun daftar kode lama, sehingga pemilih tidak dapat ditempatkan pada wilayahnya.',
    en: 'The village code is neither in the Kemendagri 2025 list nor among the retired codes, so the voter cannot be placed in an area.',
  },
  remedy: {
    id: 'Pengirim berkas memeriksa kolom kode_desa: harus 10 digit kode Kemendagri, boleh bertitik. Kode id internal Sidalih bukan kode Kemendagri.',
    en: "The sender of the file checks the column kode_desa: it must be the 10-digit Kemendagri code, dots allowed. Sidalih's internal ids are not Kemendagri codes.",
  },
  dimension: 'validity',
  severity: 'error',
  field: 'kode_desa',
  reads: ['kode_desa', 'desa_status'],
  violatedWhen: 'desa_status = 0 AND kode_desa IS NOT NULL',
  assessableWhen: 'kode_desa IS NOT NULL',
  causes: [
    {
      id: 'bukan-10-digit',
      label: { id: 'bukan kode 10 digit', en: 'not a 10-digit code' },
      when: "NOT regexp_full_match(replace(kode_desa, '.', ''), '[0-9]{10}')",
    },
    {
      id: 'kode-tidak-ada',
      label: { id: 'kode tidak ada dalam daftar', en: 'code not in the list' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      { row: { kode_desa: '3319019999' }, cause: 'kode-tidak-ada' },
      {
        row: { kode_desa: '41250' },
        cause: 'bukan-10-digit',
        because: {
          id: 'id internal Sidalih, bukan kode Kemendagri',
          en: 'an internal Sidalih id, not a Kemendagri code',
        },
      },
      { row: { kode_desa: 'BANGET' }, cause: 'bukan-10-digit' },
    ],
    passes: [
      { row: { kode_desa: '3319012001' } },
      {
        row: { kode_desa: '33.19.01.2001' },
        because: {
          id: 'kode desa boleh ditulis dengan titik',
          en: 'a village code may be written with dots',
        },
      },
      {
        row: { kode_desa: '3309022001' },
        because: {
          id: 'kode lama (sebelum Kecamatan Gladagsari dibentuk) masih dikenal',
          en: 'an old code (before Kecamatan Gladagsari was formed) is still known',
        },
      },
    ],
    notAssessable: [{ row: { kode_desa: '' } }],
  },
});
