import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-kecamatan-tidak-dikenal',
  title: { id: 'Kecamatan pada NIK tidak dikenal', en: 'NIK kecamatan is unknown' },
  rationale: {
    id: 'Kabupaten/kota pada NIK dikenal, tetapi kode kecamatannya tidak ada dalam daftar Kemendagri maupun daftar kode lama. Kode yang sangat lama mungkin belum tercatat, sehingga perlu diperiksa lebih dahulu.',
    en: 'The kabupaten/kota in the NIK is known, but its kecamatan code is neither in the Kemendagri list nor among the retired codes. A very old code may be missing there, so check first.',
  },
  remedy: {
    id: 'Operator Sidalih membandingkan NIK dengan KTP-el atau KK. Bila sama, mintakan kepastian kepada Disdukcapil dan biarkan data apa adanya.',
    en: 'The Sidalih operator compares the NIK with the identity card or family card. If they agree, ask Disdukcapil to confirm and leave the data as it is.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'nik',
  reads: ['nik_area_status', 'nik_kecamatan'],
  violatedWhen: 'nik_area_status = 1',
  causes: [
    {
      id: 'kecamatan-00',
      label: { id: 'kode kecamatan 00', en: 'kecamatan code 00' },
      when: 'nik_kecamatan % 100 = 0',
    },
    {
      id: 'kode-tidak-tercatat',
      label: { id: 'kode tidak tercatat', en: 'code not on record' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      { row: { nik: '3319990101900001' }, cause: 'kode-tidak-tercatat' },
      { row: { nik: '3319000101900001' }, cause: 'kecamatan-00' },
    ],
    passes: [
      {
        row: { nik: '3322140101700001' },
        because: {
          id: 'kemungkinan besar kode lama Kecamatan Ungaran; kini tidak dipakai, tetapi wajar pada NIK',
          en: 'most likely the old code of Kecamatan Ungaran; no longer in use, but normal in a NIK',
        },
      },
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '3309200101900001' },
        because: {
          id: 'kecamatan baru (Gladagsari, Boyolali) pada NIK adalah wajar',
          en: 'a new kecamatan (Gladagsari, Boyolali) in a NIK is normal',
        },
      },
      {
        row: { nik: '9919010101900001' },
        because: {
          id: 'kabupatennya pun tidak dikenal; diperiksa oleh nik-wilayah-tidak-dikenal',
          en: 'not even the kabupaten is known; checked by nik-wilayah-tidak-dikenal',
        },
      },
    ],
    notAssessable: [{ row: { nik: '33199901' } }],
  },
});
