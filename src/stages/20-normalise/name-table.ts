import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import { siblingModule, workThrough } from '../../engine/worker.ts';
import { type KeyedNames, keyedNames } from './name-key.ts';

/** Fewer names than this are not worth a worker thread's start. */
const NAMES_PER_BATCH = 32_768;

/**
 * Makes `name`: the distinct `nama_upper` of the roll, each with its match forms.
 * - `name_id`, `name_key_id` INTEGER: dense numbers of the name and of its key, of this run only
 * - `name_key` (NULL when empty), `name_flat` without spaces, `name_sorted` with its tokens sorted, without spaces
 * - `name_words`: the tokens before any joining
 *
 * Names cross into JavaScript joined by newlines, thousands at a time: a string of its own for each costs five times
 * more. Reads roll.
 */
export async function makeNames(database: Database, threads: number): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE distinct_name AS
    SELECT DISTINCT nama_upper FROM roll WHERE nama_upper IS NOT NULL`);
  await database.run(sql`CREATE OR REPLACE TABLE name_batch AS
    SELECT
      rowid // ${NAMES_PER_BATCH} AS batch,
      string_agg(nama_upper, chr(10) ORDER BY rowid) AS names
    FROM distinct_name GROUP BY batch`);
  await database.run(sql`DROP TABLE distinct_name`);
  await keyBatches(database, threads);
  await database.run(sql`DROP TABLE name_batch`);
  await database.run(sql`DROP TABLE keyed_batch`);
  await database.run(sql`CREATE OR REPLACE TABLE name_key_number AS
    SELECT DISTINCT name_key FROM keyed_name WHERE name_key IS NOT NULL`);
  await database.materialise(
    'name',
    sql`SELECT
        CAST(keyed_name.rowid AS INTEGER) AS name_id, nama_upper, name_key, name_key_id, name_flat,
        CASE WHEN name_sorted = '' THEN name_flat ELSE name_sorted END AS name_sorted,
        CASE WHEN name_words = '' THEN name_key ELSE name_words END AS name_words
      FROM (SELECT rowid, *, replace(name_key, ' ', '') AS name_flat FROM keyed_name) AS keyed_name
      LEFT JOIN (SELECT CAST(rowid AS INTEGER) AS name_key_id, name_key FROM name_key_number) USING (name_key)`,
  );
  await database.run(sql`DROP TABLE keyed_name`);
  await database.run(sql`DROP TABLE name_key_number`);
}

interface Batch {
  readonly batch: number;
  readonly names: string;
}

/** Makes `keyed_name` from `name_batch`; each batch is taken apart while the workers key the next ones. */
async function keyBatches(database: Database, threads: number): Promise<void> {
  await database.run(
    sql`CREATE OR REPLACE TABLE keyed_batch (batch INTEGER, keys VARCHAR, sorted VARCHAR, words VARCHAR)`,
  );
  await database.run(sql`CREATE OR REPLACE TABLE keyed_name (
    nama_upper VARCHAR, name_key VARCHAR, name_sorted VARCHAR, name_words VARCHAR)`);
  const { batches } = await database.row<{ batches: number }>(
    sql`SELECT count(*) AS batches FROM name_batch`,
  );
  let nextBatch = 0;
  const next = async () => {
    if (nextBatch >= batches) return undefined;
    return await database.row<Batch>(sql`SELECT batch, names FROM name_batch WHERE batch = ${nextBatch++}`);
  };
  const store = async ({ batch }: Batch, { keys, sorted, words }: KeyedNames) => {
    await database.run(sql`INSERT INTO keyed_batch VALUES (${batch}, ${keys}, ${sorted}, ${words})`);
    // From a table: a bound text would be split while planning, each piece boxed.
    await database.run(sql`INSERT INTO keyed_name
      SELECT nama_upper, nullif(name_key, ''), name_sorted, name_words
      FROM (SELECT
        unnest(string_split(names, chr(10))) AS nama_upper,
        unnest(string_split(keys, chr(10))) AS name_key,
        unnest(string_split(sorted, chr(10))) AS name_sorted,
        unnest(string_split(words, chr(10))) AS name_words
      FROM name_batch JOIN keyed_batch USING (batch) WHERE batch = ${batch})`);
  };
  if (batches > 1) {
    await workThrough(siblingModule(import.meta.url, 'name-worker'), Math.min(threads, batches), next, store);
    return;
  }
  for (let task = await next(); task !== undefined; task = await next())
    await store(task, keyedNames(task.names));
}
