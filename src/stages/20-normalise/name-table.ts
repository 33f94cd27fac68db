import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import { nameKey, sortedTokens } from './name-key.ts';
import { upperName } from './roll.ts';

const NAMES_PER_BATCH = 16_384;

/**
 * Makes `name_key(nama_upper, name_key, name_tokens)`, one row for each distinct name of `roll_raw`.
 * Names cross into JavaScript joined by newlines, thousands at a time: a string of its own for each costs five times more.
 */
export async function makeNameKeys(database: Database, progress: (share: number) => void): Promise<void> {
  const { rows } = await database.materialise(
    'distinct_name',
    sql`SELECT DISTINCT ${upperName("nullif(trim(nama, ' \t\r\n\u00a0'), '')")} AS nama_upper FROM roll_raw WHERE nama IS NOT NULL`,
    { rowId: 'name_id' },
  );
  await database.run(
    sql`CREATE OR REPLACE TABLE name_key (nama_upper VARCHAR, name_key VARCHAR, name_tokens VARCHAR)`,
  );
  await database.run(sql`CREATE OR REPLACE TABLE name_batch AS
    SELECT name_id // ${NAMES_PER_BATCH} AS batch, string_agg(nama_upper, chr(10)) AS names
    FROM distinct_name WHERE nama_upper IS NOT NULL GROUP BY batch`);
  const batches = await database.rows<{ batch: number }>(sql`SELECT batch FROM name_batch ORDER BY batch`);
  for (const { batch } of batches) {
    const { names } = await database.row<{ names: string }>(
      sql`SELECT names FROM name_batch WHERE batch = ${batch}`,
    );
    const keys = names.split('\n').map(nameKey);
    await database.run(sql`INSERT INTO name_key
      SELECT nama_upper, nullif(name_key, ''), nullif(name_tokens, '')
      FROM (SELECT
        unnest(string_split(${names}, chr(10))) AS nama_upper,
        unnest(string_split(${keys.join('\n')}, chr(10))) AS name_key,
        unnest(string_split(${keys.map(sortedTokens).join('\n')}, chr(10))) AS name_tokens)`);
    progress((batch * NAMES_PER_BATCH) / Math.max(rows, 1));
  }
  await database.run(sql`DROP TABLE name_batch`);
}
