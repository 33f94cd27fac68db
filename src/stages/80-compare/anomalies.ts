import { join as joinPath } from 'node:path';
import { type Database, QueryError } from '../../engine/database.ts';
import type { EarlierRun } from '../../engine/earlier-runs.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Log } from '../../engine/stage.ts';
import { ANOMALY_TABLE, CHANGE_SUMMARY_TABLE, CHANGE_VOTER_TABLE } from '../../model/change-tables.ts';
import { DISTRIBUTION_TABLES } from '../../model/output-tables.ts';
import { WATCHED, type Watched } from '../../model/watched.ts';
import { jumpOf } from './jumps.ts';

/** One watched count of a run. */
export interface Count {
  /** null in the whole roll. */
  readonly kode_kabupaten: string | null;
  readonly measure: string;
  readonly item: string | null;
  readonly value: number;
}

/** A run with its watched counts. */
export interface Counted {
  /** Codes of the satker that sent. */
  readonly satker: readonly string[];
  readonly rules: readonly string[];
  /** It was compared with an earlier run, so that its changes are counts too. */
  readonly compared: boolean;
  readonly counts: readonly Count[];
}

export interface Anomaly extends Count {
  readonly name: string;
  readonly median: number;
  readonly spread: number;
  readonly score: number;
  readonly runs: number;
}

/** The name of an anomaly. */
export const RISE = 'lonjakan';
export const FALL = 'penurunan';

const keyOf = ({ kode_kabupaten, measure, item }: Count) => [kode_kabupaten, measure, item].join('|');

/** Whether a run that did not count a thing counted none of it, rather than not having looked. */
function looked({ kode_kabupaten, measure, item }: Count, run: Counted, tonight: Counted): boolean {
  if (measure === 'rule' && !run.rules.includes(item ?? '')) return false;
  if (
    WATCHED.find((watched) => watched.measure === measure)?.table !== 'distribution_kabupaten' &&
    !run.compared
  )
    return false;
  return kode_kabupaten === null
    ? run.satker.join() === tonight.satker.join()
    : run.satker.includes(kode_kabupaten);
}

/**
 * Counts of tonight, and of nothing where earlier runs counted something, that lie more than `score` spreads from the
 * median of the earlier runs. The whole roll is compared only with runs to which the same satker sent, a satker only
 * with runs to which it sent.
 */
export function anomaliesOf(tonight: Counted, earlier: readonly Counted[], score: number): Anomaly[] {
  const byRun = earlier.map((run) => ({
    run,
    values: new Map(run.counts.map((count) => [keyOf(count), count.value])),
  }));
  const now = new Map(tonight.counts.map((count) => [keyOf(count), count]));
  for (const { counts } of earlier)
    for (const count of counts) if (!now.has(keyOf(count))) now.set(keyOf(count), { ...count, value: 0 });
  return [...now.values()]
    .filter((count) => looked(count, tonight, tonight))
    .flatMap((count) => {
      const past = byRun.filter(({ run }) => looked(count, run, tonight));
      const jump = jumpOf(
        count.value,
        past.map(({ values }) => values.get(keyOf(count)) ?? 0),
      );
      if (jump === undefined || Math.abs(jump.score) <= score) return [];
      const watched = WATCHED.find(({ measure }) => measure === count.measure);
      const name = `${jump.score > 0 ? RISE : FALL}-${watched?.name ?? count.measure}`;
      return [{ ...count, name, ...jump, runs: past.length }];
    });
}

/** All watched counts in the tables of a run; those of the whole roll are summed where the table has no row of it. */
function countsQuery(tableOf: (table: Watched['table']) => Sql): Sql {
  const counted = WATCHED.map(({ measure, table, where, item, value }) => {
    const summed = table === 'distribution_kabupaten';
    return sql`SELECT kode_kabupaten, ${literal(measure)} AS measure,
        ${item === undefined ? sql`CAST(NULL AS VARCHAR)` : identifier(item)} AS item, ${identifier(value)} AS value,
        ${literal(summed)} AS summed
      FROM ${tableOf(table)} WHERE ${trusted(where)}`;
  });
  return sql`WITH counted AS (${join(counted, ' UNION ALL ')})
    SELECT kode_kabupaten, measure, item, CAST(sum(value) AS BIGINT) AS value FROM counted
    GROUP BY kode_kabupaten, measure, item
    UNION ALL
    SELECT NULL, measure, item, CAST(sum(value) AS BIGINT) FROM counted WHERE summed GROUP BY measure, item`;
}

const PATHS: Readonly<Record<Watched['table'], string>> = {
  distribution_kabupaten: DISTRIBUTION_TABLES.find(({ level }) => level === 'kabupaten')?.path ?? '',
  change_summary: CHANGE_SUMMARY_TABLE.path,
  change_voter: CHANGE_VOTER_TABLE.path,
};

/** The watched counts of an earlier run; undefined where its tables cannot be read, which is said. */
async function countedEarlier(database: Database, run: EarlierRun, log: Log): Promise<Counted | undefined> {
  const { folder, satker, rules, compared } = run;
  try {
    const query = countsQuery((table) => sql`read_parquet(${literal(joinPath(folder, PATHS[table]))})`);
    return { satker, rules, compared, counts: await database.rows<Count>(query) };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    log.warn(
      { run_id: run.runId },
      'counts of an earlier run cannot be read: it is left out of what is usual',
    );
    return undefined;
  }
}

/**
 * Makes `anomaly`. Reads distribution_kabupaten, change_summary, change_voter, and the same tables of earlier runs.
 * @param tonight what is known of this run beside its counts
 */
export async function makeAnomalies(
  database: Database,
  tonight: Omit<Counted, 'counts'>,
  {
    earlier,
    score,
    log,
  }: { readonly earlier: readonly EarlierRun[]; readonly score: number; readonly log: Log },
): Promise<void> {
  const counts = await database.rows<Count>(countsQuery(identifier));
  const past: Counted[] = [];
  for (const run of earlier) {
    const counted = await countedEarlier(database, run, log);
    if (counted !== undefined) past.push(counted);
  }
  const found = anomaliesOf({ ...tonight, counts }, past, score).map(
    ({ name, kode_kabupaten, measure, item, value, median, spread, score: height, runs }) =>
      sql`(${join(
        [
          name,
          kode_kabupaten === null ? 'provinsi' : 'kabupaten',
          kode_kabupaten,
          measure,
          item,
          value,
          median,
          spread,
          height,
          runs,
        ].map(literal),
      )})`,
  );
  const none = sql`(${join(ANOMALY_TABLE.columns.map(() => literal(null)))})`;
  const names = join(ANOMALY_TABLE.columns.map(({ name }) => identifier(name)));
  await database.materialise(
    'anomaly',
    sql`SELECT * FROM (VALUES ${join([none, ...found])}) AS found (${names}) WHERE name IS NOT NULL`,
  );
}
