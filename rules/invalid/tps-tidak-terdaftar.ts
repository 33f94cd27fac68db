import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tps-tidak-terdaftar',
  title: { id: 'TPS tidak terdaftar di desa itu', en: 'TPS is not registered in that desa' },
  rationale: {
    id: 'Nomor TPS melebihi banyaknya TPS yang terdaftar di desa itu dan bukan TPS lokasi khusus. Jumlah TPS dapat berubah antarpemilihan, sehingga perlu diperiksa dahulu.',
    en: 'The TPS number exceeds the TPS registered in that desa and is no special-location TPS. The number of TPS may change between elections, so check first.',
  },
  remedy: {
    id: 'Operator Sidalih mencocokkan nomor TPS dengan daftar TPS yang berlaku; bila keliru, PPS menentukan TPS yang benar.',
    en: 'The Sidalih operator compares the TPS number with the list in force; if it is wrong, the PPS names the right one.',
  },
  dimension: 'consistency',
  severity: 'warning',
  field: 'tps',
  reads: ['tps_number', 'desa_tps_regular', 'desa_tps_special_from', 'desa_tps_special_to'],
  violatedWhen:
    'tps_number > desa_tps_regular AND NOT coalesce(tps_number BETWEEN desa_tps_special_from AND desa_tps_special_to, false)',
  assessableWhen: 'tps_number > 0 AND desa_tps_regular IS NOT NULL',
  examples: {
    fails: [
      {
        row: { tps: '099', kode_desa: '3319012001' },
        because: { id: 'desa ini hanya mempunyai 22 TPS', en: 'this desa has only 22 TPS' },
      },
      {
        row: { tps: '901', kode_desa: '3319012001' },
        because: {
          id: 'desa ini tidak mempunyai TPS lokasi khusus',
          en: 'this desa has no special-location TPS',
        },
      },
    ],
    passes: [
      { row: { tps: '022', kode_desa: '3319012001' } },
      {
        row: { tps: '902', kode_desa: '3301142016' },
        because: {
          id: 'TPS lokasi khusus 901-902 terdaftar di desa itu',
          en: 'special-location TPS 901-902 are registered in that desa',
        },
      },
    ],
    notAssessable: [
      {
        row: { tps: '099', kode_desa: '9999999999' },
        because: {
          id: 'desanya tidak dikenal, sehingga banyaknya TPS tidak diketahui',
          en: 'the desa is unknown, and so is its number of TPS',
        },
      },
    ],
  },
});
