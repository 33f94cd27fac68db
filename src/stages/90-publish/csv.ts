import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';

/** Writes a published Parquet file as CSV beside it, row by row in its order, which threads would not keep by themselves. */
export async function writeCsv(database: Database, parquet: string): Promise<void> {
  const path = parquet.replace(/\.parquet$/, '.csv');
  await database.run(
    sql`COPY (
      SELECT * EXCLUDE (file_row_number) FROM read_parquet(${literal(parquet)}, file_row_number = true)
      ORDER BY file_row_number
    ) TO ${literal(path)} (FORMAT csv, HEADER)`,
  );
}
