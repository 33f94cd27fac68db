import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-wilayah-lain',
  title: { id: 'NIK terbitan kabupaten/kota lain', en: 'NIK issued by another kabupaten/kota' },
  rationale: {
    id: 'NIK berlaku seumur hidup dan tidak berubah saat pindah, sehingga NIK terbitan wilayah lain adalah wajar. Angka ini hanya menunjukkan banyaknya pendatang.',
    en: 'A NIK is for life and does not change on a move, so a NIK issued elsewhere is normal. The count only shows how many voters moved in.',
  },
  remedy: {
    id: 'Tidak perlu diperbaiki. Bila bagiannya pada satu desa jauh di atas desa lain, KPU kabupaten/kota dapat menanyakan sebabnya kepada PPS.',
    en: 'Nothing to correct. Where one desa lies far above the others, the KPU kabupaten/kota may ask the PPS why.',
  },
  dimension: 'consistency',
  severity: 'info',
  field: 'nik',
  reads: ['nik_kecamatan', 'nik_area_status', 'area_kabupaten'],
  violatedWhen: 'nik_kecamatan // 100 <> area_kabupaten AND nik_area_status > 0 AND area_kabupaten > 0',
  assessableWhen: 'nik_area_status > 0 AND area_kabupaten > 0',
  examples: {
    fails: [
      { row: { nik: '5171010101900001', kode_desa: '3319012001' } },
      {
        row: { nik: '3374010101900001', kode_desa: '33.19.01.2001' },
        because: {
          id: 'kabupaten/kota lain dalam provinsi yang sama',
          en: 'another kabupaten/kota of the same province',
        },
      },
    ],
    passes: [
      { row: { nik: '3319010101900001', kode_desa: '3319012001' } },
      {
        row: { nik: '3319020101900001', kode_desa: '3319012001' },
        because: {
          id: 'kecamatan lain dalam kabupaten yang sama',
          en: 'another kecamatan of the same kabupaten',
        },
      },
    ],
    notAssessable: [
      {
        row: { nik: '9919010101900001', kode_desa: '3319012001' },
        because: {
          id: 'wilayah NIK tidak dikenal; diperiksa oleh nik-wilayah-tidak-dikenal',
          en: 'the area in the NIK is unknown; checked by nik-wilayah-tidak-dikenal',
        },
      },
    ],
  },
});
