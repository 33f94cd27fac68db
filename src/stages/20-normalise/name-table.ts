import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import { siblingModule, workThrough } from '../../engine/worker.ts';
import { type KeyedNames, keyedNames } from './name-key.ts';
import { trimmed, upperName } from './roll.ts';

/** Fewer names than this are not worth a worker thread's start. */
const NAMES_PER_BATCH = 32_768;

/**
 * Makes `name(name_id, nama_upper, name_key, name_tokens)`, one row for each distinct name of `roll_raw` in upper
 * case. Names cross into JavaScript joined by newlines, thousands at a time: a string of its own for each costs
 * five times more. (The distinct names are a table of their own since DuckDB joins texts five times slower right
 * behind a DISTINCT.)
 */
export async function makeNames(
  database: Database,
  threads: number,
  progress: (share: number) => void,
): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE distinct_name AS
    SELECT DISTINCT ${upperName(trimmed('nama'))} AS nama_upper FROM roll_raw`);
  await database.run(sql`CREATE OR REPLACE TABLE name_batch AS
    SELECT string_agg(nama_upper, chr(10)) AS names FROM distinct_name
    WHERE nama_upper IS NOT NULL GROUP BY rowid // ${NAMES_PER_BATCH}`);
  await database.run(sql`DROP TABLE distinct_name`);
  await database.run(
    sql`CREATE OR REPLACE TABLE keyed_batch (first_id INTEGER, size INTEGER, names VARCHAR, keys VARCHAR, tokens VARCHAR)`,
  );
  await keyBatches(database, threads, progress);
  await database.run(sql`CREATE OR REPLACE TABLE name AS
    SELECT CAST(name_id AS INTEGER) AS name_id, nama_upper, nullif(name_key, '') AS name_key, nullif(name_tokens, '') AS name_tokens
    FROM (SELECT
      unnest(range(first_id, first_id + size)) AS name_id,
      unnest(string_split(names, chr(10))) AS nama_upper,
      unnest(string_split(keys, chr(10))) AS name_key,
      unnest(string_split(tokens, chr(10))) AS name_tokens
    FROM keyed_batch)`);
  await database.run(sql`DROP TABLE name_batch`);
  await database.run(sql`DROP TABLE keyed_batch`);
}

async function keyBatches(
  database: Database,
  threads: number,
  progress: (share: number) => void,
): Promise<void> {
  const { batches } = await database.row<{ batches: number }>(
    sql`SELECT count(*) AS batches FROM name_batch`,
  );
  let batch = 0;
  let nextId = 0;
  const next = async () => {
    if (batch >= batches) return undefined;
    const { names } = await database.row<{ names: string }>(
      sql`SELECT names FROM name_batch WHERE rowid = ${batch++}`,
    );
    return names;
  };
  const store = async (names: string, { count, keys, tokens }: KeyedNames) => {
    const firstId = nextId;
    nextId += count;
    await database.run(
      sql`INSERT INTO keyed_batch VALUES (${firstId}, ${count}, ${names}, ${keys}, ${tokens})`,
    );
    progress(batch / batches);
  };
  if (batches > 1) {
    await workThrough(siblingModule(import.meta.url, 'name-worker'), Math.min(threads, batches), next, store);
    return;
  }
  for (let names = await next(); names !== undefined; names = await next())
    await store(names, keyedNames(names));
}
