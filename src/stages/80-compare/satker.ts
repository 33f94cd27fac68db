import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';

/** Share of a file's rows from which an area is taken for a satker of it, where the file's name tells none. */
const LEAST_SHARE = 0.001;

/**
 * Makes `sender(file_id, area_kabupaten, satker)`: which satker sent the rows of an area that stand in a file. It is
 * the file's, where its name, folder or the config tells one: a row with a mistyped area code was still sent by it.
 * Where nothing does (one file for the province) it is the area of the row, and 0 for areas with a few stray rows.
 * Makes `sent(satker)` too. Reads roll, input_file.
 */
export async function makeSenders(database: Database): Promise<void> {
  await database.materialise(
    'sender',
    sql`SELECT file_id, area_kabupaten, CAST(CASE
        WHEN kabupaten IS NOT NULL THEN kabupaten
        WHEN rows >= ${literal(LEAST_SHARE)} * sum(rows) OVER (PARTITION BY file_id) THEN area_kabupaten
        ELSE 0
      END AS USMALLINT) AS satker
    FROM (SELECT file_id, area_kabupaten, count(*) AS rows FROM roll GROUP BY ALL)
    JOIN (SELECT file_id, kabupaten FROM input_file) USING (file_id)`,
  );
  await database.materialise('sent', sql`SELECT DISTINCT satker FROM sender`);
}
