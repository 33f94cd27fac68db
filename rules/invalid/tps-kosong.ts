import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tps-kosong',
  title: { id: 'TPS kosong atau tidak terbaca', en: 'TPS is empty or cannot be read' },
  rationale: {
    id: 'Setiap pemilih terdaftar pada satu TPS; tanpa nomor TPS ia tidak mendapat surat suara dan tidak terhitung dalam rekapitulasi.',
    en: 'Every voter is registered at one TPS; without its number the voter gets no ballot and is missing from the recapitulation.',
  },
  remedy: {
    id: 'Operator Sidalih menempatkan pemilih pada TPS sesuai alamat dan keluarganya setelah dipastikan oleh PPS.',
    en: 'The Sidalih operator places the voter at the TPS of the address and family after the PPS has confirmed it.',
  },
  dimension: 'completeness',
  severity: 'error',
  field: 'tps',
  reads: ['tps', 'tps_number'],
  violatedWhen: 'tps_number IS NULL OR tps_number = 0',
  assessableWhen: 'true',
  causes: [
    { id: 'kosong', label: { id: 'kosong', en: 'empty' }, when: 'tps IS NULL' },
    { id: 'nol', label: { id: 'bernilai nol', en: 'zero' }, when: 'tps_number = 0' },
    { id: 'tidak-terbaca', label: { id: 'bukan nomor', en: 'not a number' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { tps: '', nama: 'BUDI CONTOH' }, cause: 'kosong' },
      { row: { tps: '000' }, cause: 'nol' },
      { row: { tps: 'BELUM' }, cause: 'tidak-terbaca' },
    ],
    passes: [
      { row: { tps: '001' } },
      {
        row: { tps: '901' },
        because: {
          id: 'nomor 901 ke atas adalah TPS lokasi khusus',
          en: 'numbers from 901 up are special-location TPS',
        },
      },
    ],
  },
});
