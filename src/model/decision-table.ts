import { column, type OutputTable } from './output-column.ts';

/** The store of officers' decisions, beside the runs: JSON, one record a line. Runs do not write it. */
export const DECISION_TABLE: OutputTable = {
  name: 'decisions',
  path: '../decisions/decisions.jsonl',
  grain: {
    id: 'satu baris JSON per keputusan petugas, hanya bertambah (memuat data pribadi); dibaca dengan read_json',
    en: 'one JSON line per decision of an officer, only ever added to (holds personal data); read it with read_json',
  },
  sortedBy: ['seq'],
  columns: [
    column('previous', 'VARCHAR', 'SHA-256 baris sebelumnya', 'SHA-256 of the line before'),
    column('seq', 'BIGINT', 'nomor keputusan, dari 1', 'number of the decision, from 1'),
    column('imported_at', 'VARCHAR', 'saat diimpor, ISO 8601 UTC', 'when it was imported, ISO 8601 UTC'),
    column('imported_by', 'VARCHAR', 'yang mengimpor', 'who imported it'),
    column('source', 'VARCHAR', 'nama berkas asal', 'name of the file it came from'),
    column('source_sha256', 'VARCHAR', 'SHA-256 berkas itu', 'SHA-256 of that file'),
    column('sheet', 'VARCHAR', 'lembar, untuk XLSX', 'sheet, for XLSX'),
    column('line', 'BIGINT', 'baris, dari 1', 'row, from 1'),
    column('kind', 'VARCHAR', 'ganda atau invalid', 'ganda or invalid'),
    column('key', 'VARCHAR', 'group_key, pair_key, atau finding_key', 'group_key, pair_key or finding_key'),
    column(
      'voter_key',
      'VARCHAR',
      'kunci pemilih; kosong pada temuan tentang TPS, desa, atau berkas',
      'voter key; empty for a finding about a TPS, a desa or a file',
    ),
    column('kode_kabupaten', 'VARCHAR', 'kabupaten/kota baris itu', 'kabupaten/kota of the row'),
    column(
      'satker',
      'VARCHAR',
      'yang menjawab: kabupaten/kota 4 digit, atau provinsi 2 digit',
      'who answers: kabupaten/kota, 4 digits, or province, 2 digits',
    ),
    column(
      'row_fingerprint',
      'VARCHAR',
      'sidik isi baris yang dilihat petugas',
      'fingerprint of the row that the officer saw',
    ),
    column(
      'verdict',
      'VARCHAR',
      'ms, tms, ubah-data, bukan-ganda, tidak-ditemukan; batal: jawaban ditarik',
      'ms, tms, ubah-data, bukan-ganda, tidak-ditemukan; batal: the answer is withdrawn',
    ),
    column('code', 'VARCHAR', 'kode TMS', 'TMS code'),
    column('duplicate', 'BOOLEAN', 'kode TMS itu berarti ganda', 'the TMS code means a duplicate'),
    column('period', 'VARCHAR', 'buku kode yang berlaku', 'code-book in force'),
    column('remark', 'VARCHAR', 'keterangan petugas (data pribadi)', 'remark of the officer (personal data)'),
    column('officer', 'VARCHAR', 'petugas (data pribadi)', 'officer (personal data)'),
    column('decided_on', 'VARCHAR', 'tanggal pemeriksaan, YYYY-MM-DD', 'day of the verification, YYYY-MM-DD'),
    column(
      'corrects',
      'BOOLEAN',
      'menggantikan jawaban satker itu yang terdahulu atas baris yang sama',
      'replaces earlier answers of the satker about the row',
    ),
    column('members', 'BIGINT', 'anggota kelompok saat ditanyakan', 'members of the group when it was asked'),
    column(
      'pairs',
      'STRUCT[]',
      'pasangan baris itu saat ditanyakan: pair_key, voter_key, kode_kabupaten, dan row_fingerprint baris lawannya',
      "the row's pairs when it was asked: pair_key, and voter_key, kode_kabupaten, row_fingerprint of the other row",
    ),
    column(
      'id',
      'VARCHAR',
      'hash isi jawaban: jawaban yang sama disimpan sekali',
      'hash of what is answered: the same answer is stored once',
    ),
  ],
};
