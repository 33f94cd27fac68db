import type { Database } from '../../../engine/database.ts';
import { sql } from '../../../engine/sql.ts';
import { NameReader } from './name-reader.ts';
import { FACTS, type NameCounts, type SearchNames } from './names.ts';

const NAMES_PER_BATCH = 65_536;

/** Bytes that the arrays take. */
export function bytesOfNames({ names, letters, words }: NameCounts): number {
  return names * FACTS * 4 + letters * 4 + words * 4;
}

export async function countNames(database: Database): Promise<NameCounts> {
  return await database.row<NameCounts>(sql`SELECT
      coalesce(max(name_id) + 1, 0) AS names,
      CAST(coalesce(sum(strlen(name_flat) * CASE WHEN name_flat = name_sorted THEN 1 ELSE 2 END), 0) AS BIGINT) AS letters,
      CAST(coalesce(sum(length(name_words) - length(replace(name_words, ' ', '')) + 1), 0) AS BIGINT) AS words
    FROM name`);
}

/**
 * Reads the table `name`. Texts cross over joined, tens of thousands of names at a time: a string of its own for each
 * would cost ten times more.
 */
export async function readNames(database: Database, counts: NameCounts): Promise<SearchNames> {
  await database.run(sql`CREATE OR REPLACE TABLE name_text AS
    SELECT
      name_id // ${NAMES_PER_BATCH} AS batch,
      string_agg(concat_ws(chr(9),
        name_id,
        coalesce(name_flat, ''),
        CASE WHEN name_flat <> name_sorted THEN name_sorted ELSE '' END,
        coalesce(name_words, '')
      ), chr(10)) AS lines
    FROM name GROUP BY batch`);
  const batches = await database.rows<{ batch: number }>(sql`SELECT batch FROM name_text ORDER BY batch`);
  const reader = new NameReader(counts);
  for (const { batch } of batches) {
    const { lines } = await database.row<{ lines: string }>(
      sql`SELECT lines FROM name_text WHERE batch = ${batch}`,
    );
    reader.read(lines);
  }
  await database.run(sql`DROP TABLE name_text`);
  return reader.finish();
}
