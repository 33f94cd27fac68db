import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'keterangan-tms',
  title: { id: 'Ditandai TMS tetapi masih tercantum', en: 'Marked TMS and still listed' },
  rationale: {
    id: 'Keterangan menandai pemilih tidak memenuhi syarat. Setelah penetapan DPT pemilih TMS memang hanya ditandai, sehingga ini dilaporkan sebagai keterangan.',
    en: 'The remark marks the voter as not qualified. After the DPT is fixed such voters are only marked, so this is reported for information.',
  },
  remedy: {
    id: 'Pada PDPB, operator Sidalih memproses TMS beserta bukti pendukungnya sebelum pleno. Pada masa DPT, cukup pastikan penandaannya benar.',
    en: 'In PDPB the Sidalih operator processes the TMS with its evidence before the plenary. After the DPT, make sure that the mark is right.',
  },
  dimension: 'consistency',
  severity: 'info',
  field: 'keterangan',
  reads: ['keterangan'],
  violatedWhen: 'list_contains(tms_codes(), keterangan)',
  assessableWhen: 'true',
  examples: {
    fails: [{ row: { keterangan: '1' } }, { row: { keterangan: '4' } }],
    passes: [
      { row: { keterangan: 'U' } },
      {
        row: { keterangan: 'B' },
        because: { id: 'kode B menandai pemilih baru, bukan TMS', en: 'code B marks a new voter, not TMS' },
      },
      { row: { keterangan: '', nama: 'BUDI CONTOH' } },
    ],
  },
});
