import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';
import type { InputFile } from '../../model/input-file.ts';
import { type ParquetColumn, parquetCells, parquetSource } from './parquet-columns.ts';
import { type PartResult, writePart } from './read-csv.ts';
import { hasContent, rollColumns } from './roll-select.ts';

/** Reads one Parquet file; its rows without any known value are rejects, numbered as rows of the file. */
export async function readParquet(
  database: Database,
  file: InputFile,
  missing: readonly string[],
): Promise<PartResult> {
  const source = parquetSource(file.absolutePath);
  const cells = parquetCells(await database.rows<ParquetColumn>(sql`DESCRIBE SELECT * FROM ${source}`));
  const cell = (position: number) => cells[position] ?? literal(null);
  const content = hasContent({ columns: file.columns, cell });
  const { total } = await database.row<{ total: number }>(sql`SELECT count(*) AS total FROM ${source}`);
  const columns = rollColumns({ columns: file.columns, cell, missing, removeNul: true });
  const { part, rows } = await writePart(database, file, columns, sql`${source} WHERE ${content}`);
  if (rows < total) {
    await database.run(sql`
      INSERT INTO reject
      SELECT ${literal(file.fileId)}, ${literal(file.path)}, file_row_number + 1, NULL, 'baris-kosong', NULL, ''
      FROM (SELECT *, file_row_number FROM ${source}) WHERE NOT (${content})`);
  }
  return { part, accepted: rows, rejected: total - rows };
}
