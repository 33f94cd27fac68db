import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';

/** Small enough that a filter on a desa skips most of a satker's findings; a multiple of DuckDB's vector. */
const ROW_GROUP_ROWS = 20_480;

/**
 * Writes a query's rows, in its order, as a published Parquet file with the smallest and largest value of each column
 * in each row group.
 * @returns the number of rows
 * @throws QueryError
 */
export async function writeParquet(database: Database, path: string, query: Sql): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  return await database.run(
    sql`COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${literal(ROW_GROUP_ROWS)})`,
  );
}
