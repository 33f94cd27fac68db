import type { Text } from './text.ts';

/** One column of a published table. */
export interface OutputColumn {
  readonly name: string;
  /** DuckDB type. */
  readonly type: string;
  readonly meaning: Text;
}

/** One published table: where it lies in the run's folder, what a row is, its columns in order. */
export interface OutputTable {
  readonly name: string;
  readonly path: string;
  readonly grain: Text;
  readonly columns: readonly OutputColumn[];
  /** Columns by which the rows of a file are sorted: a filter on the first of them reads a part of the file only. */
  readonly sortedBy: readonly string[];
}

export function column(name: string, type: string, id: string, en: string): OutputColumn {
  return { name, type, meaning: { id, en } };
}

export const KABUPATEN = [
  column(
    'kode_kabupaten',
    'VARCHAR',
    'kode kabupaten/kota Kemendagri, 4 digit; 0000 bila tidak diketahui',
    'Kemendagri kabupaten/kota code, 4 digits; 0000 when unknown',
  ),
];
export const KECAMATAN = [
  column('kode_kecamatan', 'VARCHAR', 'kode kecamatan, 6 digit', 'kecamatan code, 6 digits'),
];
export const NAMA_KABUPATEN = column(
  'nama_kabupaten',
  'VARCHAR',
  'nama kabupaten/kota',
  'name of the kabupaten/kota',
);
export const NAMA_KECAMATAN = column('nama_kecamatan', 'VARCHAR', 'nama kecamatan', 'name of the kecamatan');

export const VOTER_KEY = column(
  'voter_key',
  'VARCHAR',
  'kunci pemilih, tetap dari malam ke malam: dpid, atau hash isi baris',
  'voter key, stable from night to night: the dpid, or a keyed hash of the row',
);
export const DPID = column(
  'dpid',
  'VARCHAR',
  'nomor pemilih seperti di masukan',
  'voter number as in the input',
);
export const TPS = column('tps', 'VARCHAR', 'nomor TPS, tiga digit', 'TPS number, three digits');

export const DESA = [
  column('kode_desa', 'VARCHAR', 'kode desa/kelurahan, 10 digit', 'desa/kelurahan code, 10 digits'),
];
export const NAMA_DESA = column('nama_desa', 'VARCHAR', 'nama desa/kelurahan', 'name of the desa/kelurahan');

export const FINGERPRINT = column(
  'row_fingerprint',
  'VARCHAR',
  'sidik isi baris (hash berkunci): berbeda bila isi baris berubah; kosong pada temuan info',
  'keyed hash of what the row holds: differs when the row has changed; empty for info findings',
);
export const VERDICT = [
  column(
    'verdict',
    'VARCHAR',
    'jawaban satker pemilik baris yang masih berlaku: ms, tms, ubah-data, bukan-ganda, tidak-ditemukan; kosong bila belum ada',
    "standing answer of the row's own satker: ms, tms, ubah-data, bukan-ganda, tidak-ditemukan; empty without one",
  ),
  column('verdict_code', 'VARCHAR', 'kode TMS, bila verdict = tms', 'TMS code, where verdict = tms'),
];
