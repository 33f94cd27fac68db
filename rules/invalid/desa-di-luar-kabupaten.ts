import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'desa-di-luar-kabupaten',
  title: { id: 'Desa di luar kabupaten/kota berkas', en: "Desa outside the file's kabupaten/kota" },
  rationale: {
    id: 'Kode desa menunjuk kabupaten/kota lain daripada berkas tempat baris ini berada; baris atau kodenya mungkin tersalin dari satker lain.',
    en: 'The village code names another kabupaten/kota than the file it is in; the row or the code was perhaps copied from another office.',
  },
  remedy: {
    id: 'Pengirim berkas memeriksa asal baris. Bila milik satker lain, keluarkan dari berkas ini dan beri tahu satker tersebut; bila kodenya keliru, perbaiki kode desa.',
    en: 'The sender checks where the row comes from. If it belongs to another office, take it out of this file and tell that office; if the code is wrong, correct it.',
  },
  dimension: 'consistency',
  severity: 'error',
  field: 'kode_desa',
  reads: ['area_desa', 'desa_status', 'file_kabupaten'],
  violatedWhen: 'area_desa // 1000000 <> file_kabupaten AND file_kabupaten > 0 AND desa_status > 0',
  assessableWhen: 'file_kabupaten > 0 AND desa_status > 0',
  examples: {
    fails: [
      {
        row: { kode_desa: '3301142016' },
        because: {
          id: 'desa di Kabupaten Cilacap dalam berkas 3319 (Kudus)',
          en: 'a desa in Kabupaten Cilacap in the file of 3319 (Kudus)',
        },
      },
      {
        row: { kode_desa: '33.09.02.2001' },
        because: {
          id: 'desa di Kabupaten Boyolali dalam berkas 3319 (Kudus)',
          en: 'a desa in Kabupaten Boyolali in the file of 3319 (Kudus)',
        },
      },
    ],
    passes: [{ row: { kode_desa: '3319012001' } }, { row: { kode_desa: '33.19.01.2006' } }],
    notAssessable: [
      {
        row: { kode_desa: '9999999999' },
        because: { id: 'diperiksa oleh desa-tidak-dikenal', en: 'checked by desa-tidak-dikenal' },
      },
    ],
  },
});
