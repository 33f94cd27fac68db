import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import { siblingModule, workThrough } from '../../engine/worker.ts';
import { type KeyedNames, keyedNames } from './name-key.ts';

/** Fewer names than this are not worth a worker thread's start. */
const NAMES_PER_BATCH = 32_768;

/**
 * Makes `name(nama_upper, name_key, name_tokens)`: the names that may be compared, those on rows that share their NIK
 * with another row, with their match keys; `name_tokens` is the key with its tokens sorted, computed as it is read.
 * Reads roll.
 */
export async function makeNames(database: Database, threads: number): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE compared_name AS
    SELECT DISTINCT nama_upper FROM roll SEMI JOIN (
      SELECT nik_number FROM roll WHERE nik_number IS NOT NULL GROUP BY nik_number HAVING count(*) > 1
    ) USING (nik_number)
    WHERE nama_upper IS NOT NULL`);
  await keyNames(database, threads);
  await database.run(sql`DROP TABLE compared_name`);
}

/**
 * Makes `name` from `compared_name(nama_upper)`. Names cross into JavaScript joined by newlines, thousands
 * at a time: a string of its own for each costs five times more.
 */
export async function keyNames(database: Database, threads: number): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE name_batch AS
    SELECT
      rowid // ${NAMES_PER_BATCH} AS batch,
      string_agg(nama_upper, chr(10) ORDER BY rowid) AS names
    FROM compared_name GROUP BY batch`);
  await database.run(sql`CREATE OR REPLACE TABLE keyed_batch (batch INTEGER, keys VARCHAR)`);
  await keyBatches(database, threads);
  await database.run(sql`CREATE OR REPLACE TABLE keyed_name AS
    SELECT nama_upper, nullif(name_key, '') AS name_key
    FROM (SELECT
      unnest(string_split(names, chr(10))) AS nama_upper,
      unnest(string_split(keys, chr(10))) AS name_key
    FROM name_batch JOIN keyed_batch USING (batch))`);
  await database.run(sql`CREATE OR REPLACE VIEW name AS
    SELECT *, list_aggregate(list_sort(string_split(name_key, ' ')), 'string_agg', ' ') AS name_tokens FROM keyed_name`);
  await database.run(sql`DROP TABLE name_batch`);
  await database.run(sql`DROP TABLE keyed_batch`);
}

interface Batch {
  readonly batch: number;
  readonly names: string;
}

async function keyBatches(database: Database, threads: number): Promise<void> {
  const { batches } = await database.row<{ batches: number }>(
    sql`SELECT count(*) AS batches FROM name_batch`,
  );
  let nextBatch = 0;
  const next = async () => {
    if (nextBatch >= batches) return undefined;
    return await database.row<Batch>(sql`SELECT batch, names FROM name_batch WHERE batch = ${nextBatch++}`);
  };
  const store = async ({ batch }: Batch, { keys }: KeyedNames) => {
    await database.run(sql`INSERT INTO keyed_batch VALUES (${batch}, ${keys})`);
  };
  if (batches > 1) {
    await workThrough(siblingModule(import.meta.url, 'name-worker'), Math.min(threads, batches), next, store);
    return;
  }
  for (let task = await next(); task !== undefined; task = await next())
    await store(task, keyedNames(task.names));
}
