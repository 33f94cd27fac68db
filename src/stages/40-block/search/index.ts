import type { Database } from '../../../engine/database.ts';
import { sql } from '../../../engine/sql.ts';
import type { Log } from '../../../engine/stage.ts';
import type { BlockingRule } from '../../../model/ganda.ts';
import type { RuleReport } from '../report.ts';
import type { PassData, SearchAnswer } from './block-search.ts';
import { type Blocks, blocksOf, unreadBlock } from './blocks.ts';
import { bytesOfRows, partsOf, readRows, type SearchRows } from './columns.ts';
import type { SearchNames } from './names.ts';
import { rowsInDoubt } from './nik-search.ts';
import { PassReport, sizesOf } from './pass-report.ts';
import { columnsOf, mostRowsOf, type Pass, passesOf } from './passes.ts';
import { bytesOfNames, countNames, readNames } from './read-names.ts';
import type { SearchTask } from './worker.ts';
import { Workers } from './workers.ts';

export interface SearchOptions {
  readonly database: Database;
  readonly rules: readonly BlockingRule[];
  /** Whether a rule is for a roll of this size. */
  readonly takesPart: (rule: BlockingRule) => boolean;
  readonly threads: number;
  readonly log: Log;
  /** Share of the search that is over, and the pairs found since it was last told. */
  readonly progress: (share: number, pairs: number) => void;
}

/** Rows in blocks that one task takes, unless a single block has more. */
const ROWS_PER_TASK = 200_000;

/** With fewer rows the threads would take longer to start than the search takes. */
const ROWS_FOR_THREADS = 50_000;

/** Share of the time that reading rows and names takes, at 28.3 million rows. */
const READ = 0.15;

/** Measured on one core of 2.4 GHz, for the forecast in the log and the passes' shares of the search. */
const SECONDS_PER_MILLION_ROWS = { byName: 2, byNik: 0.1, byKey: 0.3 } as const;

/**
 * Searches the blocks of all rules that state names or an edited NIK, in memory, and appends what it finds to
 * `found_pair(match_a, match_b, found)`; a pair may come from several passes. Reads match_row, name, identifier_text.
 */
export async function searchBlocks(options: SearchOptions): Promise<RuleReport[]> {
  const { database, rules, takesPart, log } = options;
  const passes = passesOf(rules, takesPart);
  if (passes.length === 0) return [];
  const columns = passes.flatMap((pass) => columnsOf(pass, rules));
  const counts = await countNames(database);
  const { count } = await database.row<{ count: number }>(sql`SELECT count(*) AS count FROM match_row`);
  const bytes = bytesOfRows(count, columns) + bytesOfNames(counts);
  log.info({ rows: count, names: counts.names, bytes }, 'rows and names to hold in memory');
  const [rows, names] = await Promise.all([
    readRows(database, count, columns),
    readNames(database, counts, options.threads),
  ]);
  options.progress(READ, 0);
  const workers = new Workers(count >= ROWS_FOR_THREADS ? options.threads : 1);
  try {
    return await searchPasses(passes, rows, names, workers, options);
  } finally {
    await workers.close();
  }
}

async function searchPasses(
  passes: readonly Pass[],
  rows: SearchRows,
  names: SearchNames,
  workers: Workers,
  options: SearchOptions,
): Promise<RuleReport[]> {
  const { threads } = options;
  const reports: RuleReport[] = [];
  const weights = passes.map(secondsPerMillion);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let over = 0;
  for (const [passNumber, pass] of passes.entries()) {
    const blocks = await blocksOfPass(pass, rows, workers, threads);
    const [before, weight] = [over, weights[passNumber] ?? 0];
    const progress = (share: number, pairs: number) =>
      options.progress(READ + ((1 - READ) * (before + weight * share)) / all, pairs);
    const data = { pass, rows, names, blocks };
    reports.push(...(await searchPass(data, passNumber, workers, { ...options, progress })));
    over += weight;
  }
  return reports;
}

async function blocksOfPass(
  pass: Pass,
  rows: SearchRows,
  workers: Workers,
  threads: number,
): Promise<Blocks> {
  if (pass.byNik.length > 0) return rowsInDoubt(rows, threads);
  if (pass.key.length === 0 && rows.count > mostRowsOf(pass)) return unreadBlock(rows.count);
  return await blocksOf(rows, pass.key.flatMap(partsOf), (tasks) => workers.order(tasks));
}

async function searchPass(
  data: PassData,
  passNumber: number,
  workers: Workers,
  { database, rules, threads, log, progress }: SearchOptions,
): Promise<RuleReport[]> {
  const { pass, blocks } = data;
  const sizes = sizesOf(data);
  const report = new PassReport(pass, sizes);
  log.info(
    {
      rules: [...pass.byName, ...pass.byNik, ...pass.byKey].map(({ bit }) => rules[31 - Math.clz32(bit)]?.id),
      blocks: sizes.blocks,
      possible_pairs: sizes.possiblePairs,
      forecast_seconds: forecast(pass, sizes.rowsInBlocks, threads),
    },
    'blocks to search',
  );
  let done = 0;
  const store = async ({ from, to }: SearchTask, { pairs, counts }: SearchAnswer) => {
    await database.append('found_pair', [pairs.matchA, pairs.matchB, pairs.found]);
    report.add(counts);
    done += (blocks.from[to] ?? 0) - (blocks.from[from] ?? 0);
    progress(done / Math.max(blocks.order.length, 1), pairs.matchA.length);
  };
  await workers.search(tasksOf(data, passNumber), store);
  return report.finish();
}

function forecast(pass: Pass, rows: number, threads: number): number {
  return Math.ceil((secondsPerMillion(pass) * rows) / 1e6 / threads);
}

function secondsPerMillion({ byName, byNik, byKey }: Pass): number {
  return (
    (byName.length > 0 ? SECONDS_PER_MILLION_ROWS.byName : 0) +
    (byNik.length > 0 ? SECONDS_PER_MILLION_ROWS.byNik : 0) +
    (byKey.length > 0 ? SECONDS_PER_MILLION_ROWS.byKey : 0)
  );
}

/** Ranges of blocks of about equal work, the largest first so that no thread is left with one at the end. */
function tasksOf(data: PassData, passNumber: number): SearchTask[] {
  const { from: bounds } = data.blocks;
  const most = data.pass.byNik.length > 0 ? 0 : ROWS_PER_TASK;
  const tasks: SearchTask[] = [];
  let from = 0;
  for (let block = 1; block < bounds.length; block += 1) {
    const isLast = block === bounds.length - 1;
    if (!isLast && (bounds[block + 1] ?? 0) - (bounds[from] ?? 0) <= most) continue;
    tasks.push({ kind: 'search', passNumber, data, from, to: block });
    from = block;
  }
  const rowsOf = ({ from: first, to }: SearchTask) => (bounds[to] ?? 0) - (bounds[first] ?? 0);
  return tasks.toSorted((left, right) => rowsOf(right) - rowsOf(left));
}
