import { rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { identifier, list, type Sql, sql } from '../../engine/sql.ts';
import { siblingModule, workThrough } from '../../engine/worker.ts';
import { type NameFileTask, writeNameFile } from './name-file.ts';

/** Fewer names than this are not worth a worker thread's start. */
const NAMES_PER_BATCH = 32_768;

/**
 * Makes `name`: the distinct `nama_upper` of the roll, each with its match forms.
 * - `name_id`, `name_key_id` INTEGER: dense numbers of the name and of its key, of this run only
 * - `name_key` (NULL when empty), `name_flat` without spaces, `name_sorted` with its tokens sorted, without spaces
 * - `name_words`: the tokens before any joining
 *
 * Names cross into JavaScript joined by newlines, thousands at a time, since a string of its own for each costs five
 * times more; their forms come back as files, which DuckDB reads on all cores. Reads roll.
 */
export async function makeNames(database: Database, threads: number): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE distinct_name AS
    SELECT DISTINCT nama_upper FROM roll WHERE nama_upper IS NOT NULL`);
  await database.run(sql`CREATE OR REPLACE TABLE name_batch AS
    SELECT
      rowid // ${NAMES_PER_BATCH} AS batch,
      string_agg(nama_upper, chr(10) ORDER BY rowid) AS names
    FROM distinct_name GROUP BY batch`);
  await makeKeyedNames(database, threads);
  await database.run(sql`DROP TABLE name_batch`);
  await database.run(sql`CREATE OR REPLACE TABLE name_key_number AS
    SELECT DISTINCT name_key FROM keyed_name WHERE name_key IS NOT NULL`);
  await database.materialise(
    'name',
    sql`SELECT
        name_id, nama_upper, name_key, name_key_id, name_flat,
        coalesce(name_sorted, name_flat) AS name_sorted, coalesce(name_words, name_key) AS name_words
      FROM (SELECT *, replace(name_key, ' ', '') AS name_flat FROM keyed_name) AS keyed_name
      JOIN (SELECT rowid AS name_id, nama_upper FROM distinct_name) AS distinct_name USING (name_id)
      LEFT JOIN (SELECT CAST(rowid AS INTEGER) AS name_key_id, name_key FROM name_key_number) USING (name_key)`,
  );
  for (const table of ['distinct_name', 'keyed_name', 'name_key_number'])
    await database.run(sql`DROP TABLE ${identifier(table)}`);
}

/** Makes `keyed_name` from `name_batch`: name_id and the name's forms, NULL where `KeyedNames` has an empty text. */
async function makeKeyedNames(database: Database, threads: number): Promise<void> {
  const { batches } = await database.row<{ batches: number }>(
    sql`SELECT count(*) AS batches FROM name_batch`,
  );
  const paths = Array.from({ length: batches }, (_, batch) =>
    joinPath(database.folder, `keyed-name-${batch}.tsv`),
  );
  const waiting = paths.entries();
  const next = async (): Promise<NameFileTask | undefined> => {
    const { value } = waiting.next();
    if (value === undefined) return undefined;
    const [batch, path] = value;
    const { names } = await database.row<{ names: string }>(
      sql`SELECT names FROM name_batch WHERE batch = ${batch}`,
    );
    return { names, first: batch * NAMES_PER_BATCH, path };
  };
  try {
    await writeNameFiles(next, Math.min(threads, batches));
    await database.run(sql`CREATE OR REPLACE TABLE keyed_name AS ${keyedNames(paths)}`);
  } finally {
    for (const path of paths) rmSync(path, { force: true });
  }
}

/** In worker threads, where there is work for more than one. */
async function writeNameFiles(next: () => Promise<NameFileTask | undefined>, threads: number): Promise<void> {
  if (threads > 1) {
    await workThrough(siblingModule(import.meta.url, 'name-worker'), threads, next, async () => undefined);
    return;
  }
  for (let task = await next(); task !== undefined; task = await next()) writeNameFile(task);
}

function keyedNames(paths: readonly string[]): Sql {
  const columns = sql`{name_id: 'INTEGER', name_key: 'VARCHAR', name_sorted: 'VARCHAR', name_words: 'VARCHAR'}`;
  if (paths.length === 0)
    return sql`SELECT 0 AS name_id, '' AS name_key, '' AS name_sorted, '' AS name_words WHERE false`;
  return sql`FROM read_csv(${list(paths)}, auto_detect = false, header = false, delim = chr(9), quote = '', escape = '',
    new_line = '\\n', nullstr = '', columns = ${columns})`;
}
