import { join } from 'node:path';
import type { Database } from '../../engine/database.ts';
import type { EncryptionKey } from '../../engine/encryption.ts';
import { loadReference, referenceFolder } from '../../engine/reference.ts';
import { sql } from '../../engine/sql.ts';
import type { Status } from '../../model/change-tables.ts';
import type { Manifest } from '../../model/manifest.ts';
import { makeComparison } from '../../stages/80-compare/comparison.ts';
import { nameAfter, nameBefore } from '../../stages/80-compare/states.ts';
import { changeFigures } from '../../stages/80-compare/totals.ts';
import { type ComparableRun, readableState } from './runs.ts';

/** One row of `change/summary`. */
export interface SummaryRow {
  readonly level: 'provinsi' | 'kabupaten';
  readonly kode_kabupaten: string | null;
  readonly nama_kabupaten: string | null;
  readonly measure: 'rule' | 'grade';
  readonly rule_id: string | null;
  readonly severity: string | null;
  readonly grade: string | null;
  readonly status: Status;
  readonly count: number;
}

/** What changed between two runs; `change` is as in the manifest of a run that was compared with the first. */
export interface RunComparison {
  readonly before: RunName;
  readonly after: RunName;
  readonly change: Pick<Manifest['change'], 'differs' | 'silent' | 'findings' | 'pairs' | 'voters'>;
  readonly summary: readonly SummaryRow[];
  /** Rows of `change/voters`; none where voters cannot be compared. */
  readonly voters: readonly Readonly<Record<string, string | number | null>>[];
}

interface RunName {
  readonly run_id: string;
  readonly reference_date: string;
}

const nameOf = ({ runId, referenceDate }: ComparableRun): RunName => ({
  run_id: runId,
  reference_date: referenceDate,
});

/** Whether both runs hold fingerprints of voters, of one make. */
async function comparesVoters(
  database: Database,
  before: ComparableRun,
  after: ComparableRun,
): Promise<boolean> {
  const { kept } = await database.row<{ kept: boolean }>(
    sql`SELECT EXISTS (FROM before_voter) AND EXISTS (FROM after_voter) AS kept`,
  );
  return kept && before.versions['fingerprint'] === after.versions['fingerprint'];
}

/**
 * What changed from one run to another. Reads their published tables only.
 * @param key opens what is encrypted of them
 * @throws QueryError, UsageError where the key does not open them
 */
export async function compareRuns(
  database: Database,
  before: ComparableRun,
  after: ComparableRun,
  differs: readonly string[],
  key?: EncryptionKey,
): Promise<RunComparison> {
  await loadReference(database, referenceFolder());
  await nameBefore(database, await readableState(before, join(database.folder, 'before'), key));
  await nameAfter(database, await readableState(after, join(database.folder, 'after'), key));
  const voters = await comparesVoters(database, before, after);
  await makeComparison(database, { referenceDate: after.referenceDate, voters });
  const figures = await changeFigures(database);
  return {
    before: nameOf(before),
    after: nameOf(after),
    change: {
      differs: [...differs],
      silent: figures.silent,
      findings: figures.findings,
      pairs: figures.pairs,
      voters: voters ? figures.voters : null,
    },
    summary: await database.rows<SummaryRow>(
      sql`FROM change_summary ORDER BY level DESC, kode_kabupaten, measure DESC, rule_id, grade, status`,
    ),
    voters: voters ? await database.rows(sql`FROM change_voter ORDER BY level DESC, kode_kabupaten`) : [],
  };
}
