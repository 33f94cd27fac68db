import { join as joinPath } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';
import type { ColumnSource, InputFile } from '../../model/input-file.ts';
import { readCarefully } from './careful-csv.ts';
import { CleanCsv, RejectFile } from './clean-csv.ts';
import { csvCell } from './csv-reader.ts';
import type { CsvSource } from './csv-source.ts';
import type { FileCounts } from './fast-csv.ts';
import { rollColumns } from './roll-select.ts';

export interface PartResult extends FileCounts {
  /** Parquet part of `roll_raw`. */
  readonly part: string;
}

/** Reads one CSV file on the careful path. */
export async function readCarefulCsv(
  database: Database,
  source: CsvSource,
  missing: readonly string[],
): Promise<PartResult> {
  const { file } = source;
  const table = new CleanCsv(database.folder, `clean-${file.fileId}`, file.header.length);
  const rejects = new RejectFile(database.folder, `clean-${file.fileId}`);
  await readCarefully(source, table, rejects);
  return storeClean(database, file, file.columns, table, rejects, missing);
}

/** Turns a clean table into a part of `roll_raw`, and its rejects into `reject`. @throws Error when rows went missing */
export async function storeClean(
  database: Database,
  file: InputFile,
  columns: readonly ColumnSource[],
  table: CleanCsv,
  rejects: RejectFile,
  missing: readonly string[],
): Promise<PartResult> {
  await table.end();
  await rejects.store(database, file);
  const select = rollColumns({ columns, cell: csvCell, missing, removeNul: false });
  const result = await writePart(database, file, select, table.source());
  if (result.rows !== table.rows) {
    throw new Error(`${file.path}: ${table.rows} rows were written, ${result.rows} were read back`);
  }
  return { part: result.part, accepted: table.rows, rejected: rejects.rows };
}

/** Writes one file's rows as a Parquet part. */
export async function writePart(
  database: Database,
  file: InputFile,
  columns: Sql,
  rows: Sql,
): Promise<{ readonly part: string; readonly rows: number }> {
  const part = joinPath(database.folder, `roll_raw-${file.fileId}-alone.parquet`);
  const query = sql`SELECT ${literal(file.fileId)}::INTEGER AS file_id, ${columns} FROM ${rows}`;
  const count = await database.writeParquet(part, query);
  return { part, rows: count };
}
