import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-wilayah-tidak-dikenal',
  title: { id: 'Wilayah NKK tidak dikenal', en: 'NKK area never existed' },
  rationale: {
    id: 'Empat digit pertama NKK adalah kode provinsi dan kabupaten/kota tempat KK diterbitkan; kode itu tidak ada dalam daftar Kemendagri, termasuk kode lama.',
    en: 'The first four digits of an NKK are the province and kabupaten/kota that issued the family card; this code is in no Kemendagri list, retired codes included.',
  },
  remedy: {
    id: 'Operator Sidalih membandingkan NKK dengan KK lalu memperbaikinya; bila KK memuat kode yang sama, tanyakan kepada Disdukcapil.',
    en: 'The Sidalih operator compares the NKK with the family card and corrects it; if the card shows the same code, ask Disdukcapil.',
  },
  dimension: 'validity',
  severity: 'warning',
  field: 'nkk',
  reads: ['nkk_area_status'],
  violatedWhen: 'nkk_area_status = 0',
  examples: {
    fails: [{ row: { nkk: '9919010101080001' } }, { row: { nkk: '3399010101080001' } }],
    passes: [
      { row: { nkk: '3319010101080001' } },
      {
        row: { nkk: '3374010101080001' },
        because: {
          id: 'KK dapat saja diterbitkan di wilayah lain',
          en: 'a KK may well have been issued in another area',
        },
      },
      {
        row: { nkk: '3319990101080001' },
        because: {
          id: 'kabupatennya dikenal; hanya kecamatannya yang tidak tercatat',
          en: 'the kabupaten is known; only the kecamatan is not on record',
        },
      },
    ],
    notAssessable: [{ row: { nkk: '331901' } }],
  },
});
