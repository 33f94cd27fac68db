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
