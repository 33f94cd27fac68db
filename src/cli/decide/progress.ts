import { join } from 'node:path';
import { z } from 'zod';
import { followedFindings, followUpGroups } from '../../decisions/follow-up.ts';
import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';
import { UsageError } from '../../model/errors.ts';
import { GROUP_TABLE, PAIR_TABLE, SUMMARY_TABLE } from '../../model/output-tables.ts';
import { INDICATOR_IDS, type Indicator, isMet, type Target, targetOf } from '../../model/targets.ts';

/** How far a satker's value is from its target. */
export interface TargetProgress {
  readonly indicator: Indicator;
  readonly value: number;
  readonly at_least: number | null;
  readonly at_most: number | null;
  readonly met: boolean;
}

const count = z.number().int().nonnegative();
const satkerSchema = z.object({
  kode_kabupaten: z.string(),
  nama_kabupaten: z.string().nullable(),
  voters: count,
  flagged_per_1000: z.number(),
  /** Findings of severity error and warning. */
  findings: count,
  findings_answered: count,
  findings_confirmed: count,
  findings_stale: count,
  findings_disputed: count,
  findings_open: count,
  /** Groups that a row of the satker is in, by the state of the whole group. */
  groups: count,
  groups_answered: count,
  groups_partly: count,
  groups_stale: count,
  groups_disputed: count,
  groups_open: count,
  /** The satker's own rows in groups, and those that it answered. */
  members: count,
  members_answered: count,
});

export type SatkerCounts = z.output<typeof satkerSchema>;
export type SatkerProgress = SatkerCounts & { readonly targets: readonly TargetProgress[] };

const SATKER = sql`SELECT kode_kabupaten, nama_kabupaten, voters, CAST(flagged_per_1000 AS DOUBLE) AS flagged_per_1000,
    coalesce(findings, 0) AS findings, coalesce(findings_answered, 0) AS findings_answered,
    coalesce(findings_confirmed, 0) AS findings_confirmed, coalesce(findings_stale, 0) AS findings_stale,
    coalesce(findings_disputed, 0) AS findings_disputed, coalesce(findings_open, 0) AS findings_open,
    coalesce(groups, 0) AS groups, coalesce(groups_answered, 0) AS groups_answered,
    coalesce(groups_partly, 0) AS groups_partly, coalesce(groups_stale, 0) AS groups_stale,
    coalesce(groups_disputed, 0) AS groups_disputed, coalesce(groups_open, 0) AS groups_open,
    coalesce(members, 0) AS members, coalesce(members_answered, 0) AS members_answered
  FROM run_summary
  LEFT JOIN (
    SELECT kode_kabupaten, count(*) AS findings,
      count(*) FILTER (status IN ('terjawab', 'dikonfirmasi')) AS findings_answered,
      count(*) FILTER (status = 'dikonfirmasi') AS findings_confirmed,
      count(*) FILTER (status = 'usang') AS findings_stale,
      count(*) FILTER (status = 'bertentangan') AS findings_disputed,
      count(*) FILTER (status = 'terbuka') AS findings_open
    FROM followed_finding GROUP BY kode_kabupaten
  ) USING (kode_kabupaten)
  LEFT JOIN (
    SELECT kode_kabupaten, count(DISTINCT group_key) AS groups,
      count(DISTINCT group_key) FILTER (status = 'terjawab') AS groups_answered,
      count(DISTINCT group_key) FILTER (status = 'sebagian') AS groups_partly,
      count(DISTINCT group_key) FILTER (status = 'usang') AS groups_stale,
      count(DISTINCT group_key) FILTER (status = 'bertentangan') AS groups_disputed,
      count(DISTINCT group_key) FILTER (status = 'terbuka') AS groups_open,
      count(*) AS members, count(*) FILTER (member_status = 'terjawab') AS members_answered
    FROM shown_member JOIN member_status USING (group_key, voter_key) GROUP BY kode_kabupaten
  ) USING (kode_kabupaten)
  ORDER BY kode_kabupaten`;

/** shown_member, shown_edge and run_finding, from the files of a published run. @throws UsageError for an older run */
async function nameTables(database: Database, folder: string): Promise<void> {
  const file = (path: string) => sql`read_parquet(${literal(join(folder, path))}, hive_partitioning = false)`;
  await database.run(sql`CREATE OR REPLACE VIEW run_group AS FROM ${file(GROUP_TABLE.path)}`);
  const { there } = await database.row<{ there: number }>(
    sql`SELECT count(*) AS there FROM (DESCRIBE run_group) WHERE column_name = 'row_fingerprint'`,
  );
  if (there === 0) throw tooOld();
  await database.run(sql`CREATE OR REPLACE TABLE shown_member AS
    SELECT group_key, voter_key, kode_kabupaten, row_fingerprint FROM run_group`);
  await database.run(
    sql`CREATE OR REPLACE VIEW run_pair AS FROM ${file(PAIR_TABLE.path)} WHERE NOT bridge_cut`,
  );
  await database.run(sql`CREATE OR REPLACE TABLE shown_edge AS
    SELECT pair_key, voter_key_a AS voter_key, voter_key_b AS other_key FROM run_pair
    UNION ALL SELECT pair_key, voter_key_b, voter_key_a FROM run_pair`);
  await database.run(sql`CREATE OR REPLACE VIEW run_finding AS
    SELECT finding_key, kode_kabupaten, row_fingerprint FROM ${file('data-invalid/*/*.parquet')}
    WHERE severity IN ('error', 'warning')`);
  await database.run(sql`CREATE OR REPLACE VIEW run_summary AS FROM ${file(SUMMARY_TABLE.path)}`);
}

function tooOld(): UsageError {
  return new UsageError({
    id: 'Proses itu dibuat oleh Sisir yang belum mengenal keputusan. Jalankan lagi: sisir run',
    en: 'That run was made by a Sisir that knew no decisions yet. Run again: sisir run',
  });
}

/**
 * Progress of each satker in a published run, by all decisions imported so far. Reads the tables of `settle`.
 * @throws UsageError for a run of an older version
 */
export async function progressOf(
  database: Database,
  folder: string,
  targets: readonly Target[],
): Promise<SatkerProgress[]> {
  await nameTables(database, folder);
  await followUpGroups(database);
  await database.run(
    sql`CREATE OR REPLACE TABLE followed_finding AS ${followedFindings(sql`FROM run_finding`)}`,
  );
  const rows = z.array(satkerSchema).parse(await database.rows(SATKER));
  return rows.map((row) => ({ ...row, targets: targetsOf(row, targets) }));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function targetsOf(row: SatkerCounts, targets: readonly Target[]): TargetProgress[] {
  const values: Readonly<Record<Indicator, number>> = {
    'temuan-selesai': share(row.findings_answered, row.findings),
    'ganda-selesai': share(row.members_answered, row.members),
    'perlu-diperiksa-per-1000': row.flagged_per_1000,
  };
  return INDICATOR_IDS.flatMap((indicator) => {
    const target = targetOf(targets, indicator, row.kode_kabupaten);
    const value = values[indicator];
    if (target === undefined) return [];
    const { at_least = null, at_most = null } = target;
    return [{ indicator, value, at_least, at_most, met: isMet(value, target) }];
  });
}
