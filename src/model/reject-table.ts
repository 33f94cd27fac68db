import { column, type OutputTable } from './output-column.ts';

export const REJECT_TABLE: OutputTable = {
  name: 'rejects',
  path: 'rejects/rejects.parquet',
  grain: {
    id: 'satu baris per baris masukan yang ditolak (memuat data pribadi)',
    en: 'one row per rejected input row (holds personal data)',
  },
  columns: [
    column('path', 'VARCHAR', 'berkas', 'file'),
    column('sheet', 'VARCHAR', 'lembar kerja, untuk XLSX', 'sheet, for XLSX'),
    column('line', 'BIGINT', 'nomor baris dalam berkas, dari 1', 'line in the file, from 1'),
    column('reason', 'VARCHAR', 'kode alasan', 'reason code'),
    column(
      'detail',
      'VARCHAR',
      'bidang yang ditemukan/diharapkan, bila jumlahnya tidak cocok',
      'fields found/expected, where the number is wrong',
    ),
    column('original', 'VARCHAR', 'baris seperti tertulis', 'the row as written'),
  ],
  sortedBy: ['path', 'sheet', 'line', 'reason', 'original'],
};
