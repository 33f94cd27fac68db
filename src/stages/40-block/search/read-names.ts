import type { Database } from '../../../engine/database.ts';
import { sql } from '../../../engine/sql.ts';
import { siblingModule, workThrough } from '../../../engine/worker.ts';
import { NameReader } from './name-reader.ts';
import type { NamesTask } from './name-worker.ts';
import { FACTS, type NameCounts, type SearchNames } from './names.ts';

const NAMES_PER_BATCH = 65_536;

/** With fewer names a thread would take longer to start than to read them. */
const NAMES_FOR_THREAD = 200_000;

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
 * Reads the table `name`; with several threads in one of its own, while this one reads the rows. Texts cross over joined,
 * tens of thousands of names at a time: a string of its own for each would cost ten times more.
 */
export async function readNames(
  database: Database,
  counts: NameCounts,
  threads: number,
): Promise<SearchNames> {
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
  const isBeside = threads > 1 && counts.names >= NAMES_FOR_THREAD;
  const names = await (isBeside ? readBeside : readHere)(counts, linesOf(database));
  await database.run(sql`DROP TABLE name_text`);
  return names;
}

async function* linesOf(database: Database): AsyncGenerator<string> {
  const batches = await database.rows<{ batch: number }>(sql`SELECT batch FROM name_text ORDER BY batch`);
  for (const { batch } of batches) {
    const { lines } = await database.row<{ lines: string }>(
      sql`SELECT lines FROM name_text WHERE batch = ${batch}`,
    );
    yield lines;
  }
}

async function readHere(counts: NameCounts, batches: AsyncIterable<string>): Promise<SearchNames> {
  const reader = new NameReader(counts);
  for await (const lines of batches) reader.read(lines);
  return reader.finish();
}

/** As `readHere`, by a worker thread. */
async function readBeside(counts: NameCounts, batches: AsyncIterable<string>): Promise<SearchNames> {
  const tasks = tasksOf(counts, batches);
  let names: SearchNames | undefined;
  await workThrough<NamesTask, SearchNames | undefined>(
    siblingModule(import.meta.url, 'name-worker'),
    1,
    async () => (await tasks.next()).value ?? undefined,
    async (_task, answer) => {
      names = answer;
    },
  );
  if (names === undefined) throw new RangeError('the names were not read');
  return names;
}

async function* tasksOf(counts: NameCounts, batches: AsyncIterable<string>): AsyncGenerator<NamesTask> {
  yield { kind: 'begin', counts };
  for await (const lines of batches) yield { kind: 'read', lines };
  yield { kind: 'finish' };
}
