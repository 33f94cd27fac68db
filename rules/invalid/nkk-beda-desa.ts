import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'nkk-beda-desa',
  title: { id: 'Satu keluarga di desa yang berbeda', en: 'One family in different desa' },
  rationale: {
    id: 'Anggota satu NKK terdaftar di lebih dari satu desa. Ini dapat terjadi setelah sebagian keluarga pindah dan KK belum diperbarui.',
    en: 'The members of one NKK are registered in more than one desa. This happens when part of a family has moved and the card is not yet renewed.',
  },
  remedy: {
    id: 'Tidak mendesak. PPS dapat menanyakan alamat sesuai KTP-el; pembaruan KK menjadi urusan keluarga di Disdukcapil.',
    en: 'Not urgent. The PPS may ask for the address on the identity card; renewing the family card is for the family and Disdukcapil.',
  },
  dimension: 'consistency',
  severity: 'info',
  field: 'nkk',
  reads: ['nkk_number', 'area_desa'],
  groupBy: ['nkk_number'],
  measures: { lowest_desa: 'min(area_desa)', highest_desa: 'max(area_desa)' },
  violatedWhen: 'lowest_desa <> highest_desa',
  reports: 'members',
  examples: {
    fails: [
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', kode_desa: '3319012002' },
        ],
      },
      {
        rows: [
          { nkk: '3319010101080002', nama: 'AGUS CONTOH', kode_desa: '33.19.01.2001' },
          { nkk: '3319010101080002', nama: 'WATI CONTOH', kode_desa: '33.01.14.2016' },
        ],
      },
    ],
    passes: [
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', kode_desa: '33.19.01.2001' },
        ],
        because: { id: 'desa yang sama, ditulis dengan titik', en: 'the same desa, written with dots' },
      },
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', kode_desa: '' },
        ],
        because: { id: 'desa yang kosong tidak dibandingkan', en: 'an empty desa is not compared' },
      },
    ],
  },
});
