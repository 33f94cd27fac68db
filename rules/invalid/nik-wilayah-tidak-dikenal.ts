import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-wilayah-tidak-dikenal',
  title: { id: 'Wilayah NIK tidak dikenal', en: 'NIK area never existed' },
  rationale: {
    id: 'Empat digit pertama NIK adalah kode provinsi dan kabupaten/kota tempat NIK diterbitkan. Kode itu tidak ada dalam daftar Kemendagri, termasuk kode lama.',
    en: 'The first four digits of a NIK are the province and kabupaten/kota that issued it. This code is in no Kemendagri list, retired codes included.',
  },
  remedy: {
    id: 'Operator Sidalih membandingkan NIK dengan KTP-el atau KK. Bila dokumen memuat kode yang sama, mintakan pemadanan kepada Disdukcapil; NIK awalan provinsi lama perlu diperbarui.',
    en: 'The Sidalih operator compares the NIK with the identity card or family card. If the document shows the same code, ask Disdukcapil to match it; a NIK with an old province prefix must be renewed.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik_area_status', 'nik_kecamatan'],
  violatedWhen: 'nik_area_status = 0',
  causes: [
    {
      id: 'kode-provinsi-lama',
      label: {
        id: 'awalan provinsi lama (09 DKI Jakarta, 10 Jawa Barat)',
        en: 'old province prefix (09 DKI Jakarta, 10 Jawa Barat)',
      },
      when: 'nik_kecamatan // 10000 IN (9, 10)',
    },
    {
      id: 'kabupaten-00',
      label: { id: 'kode kabupaten/kota 00', en: 'kabupaten/kota code 00' },
      when: 'nik_kecamatan // 100 % 100 = 0',
    },
    { id: 'kode-tidak-ada', label: { id: 'kode tidak pernah ada', en: 'code never existed' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nik: '9919010101900001' }, cause: 'kode-tidak-ada' },
      { row: { nik: '3300010101900001' }, cause: 'kabupaten-00' },
      { row: { nik: '0951010101900001' }, cause: 'kode-provinsi-lama' },
    ],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '5171010101900001' },
        because: {
          id: 'wilayah lain adalah wajar: NIK tidak berubah saat pindah',
          en: 'another area is normal: a NIK does not change on a move',
        },
      },
      {
        row: { nik: '3319990101900001' },
        because: {
          id: 'kabupatennya dikenal; kecamatannya diperiksa oleh nik-kecamatan-tidak-dikenal',
          en: 'the kabupaten is known; the kecamatan is checked by nik-kecamatan-tidak-dikenal',
        },
      },
    ],
    notAssessable: [{ row: { nik: '331901**********' } }],
  },
});
