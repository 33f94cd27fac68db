import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'dpid-ganda',
  title: { id: 'DPID dipakai lebih dari sekali', en: 'DPID used more than once' },
  rationale: {
    id: 'DPID adalah nomor pemilih di Sidalih dan hanya milik satu baris. Dua baris ber-DPID sama berarti berkas terkirim dua kali atau baris tersalin.',
    en: "The DPID is the voter's number in Sidalih and belongs to one row. Two rows with one DPID mean a file sent twice or a copied row.",
  },
  remedy: {
    id: 'Operator Sidalih memeriksa apakah berkas masuk dua kali. Bila tidak, cari nomor yang benar di Sidalih; pemilih baru dikosongkan DPID-nya.',
    en: 'The Sidalih operator checks whether a file came in twice. If not, look up the right number in Sidalih; new voters have an empty DPID.',
  },
  dimension: 'uniqueness',
  severity: 'error',
  field: 'dpid',
  reads: ['dpid', 'dpid_repeated'],
  where: 'dpid_repeated',
  groupBy: ['dpid'],
  measures: { voters: 'count(*)' },
  violatedWhen: 'voters > 1',
  reports: 'members',
  examples: {
    fails: [
      {
        rows: [
          { dpid: '1001', nama: 'BUDI CONTOH' },
          { dpid: '1001', nama: 'SITI CONTOH' },
        ],
      },
      {
        rows: [
          { dpid: '1002', nama: 'BUDI CONTOH' },
          { dpid: ' 1002 ', nama: 'BUDI CONTOH' },
        ],
        because: {
          id: 'spasi di awal atau di akhir tidak membuat nomor berbeda',
          en: 'spaces before or after do not make another number',
        },
      },
    ],
    passes: [
      {
        rows: [
          { dpid: '1001', nama: 'BUDI CONTOH' },
          { dpid: '1002', nama: 'SITI CONTOH' },
        ],
      },
      {
        rows: [
          { dpid: '', nama: 'BUDI CONTOH' },
          { dpid: '', nama: 'SITI CONTOH' },
        ],
        because: { id: 'DPID pemilih baru memang kosong', en: 'new voters have an empty DPID' },
      },
    ],
  },
});
