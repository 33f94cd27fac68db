import type { Database } from '../../engine/database.ts';
import { literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Manifest } from '../../model/manifest.ts';

async function counts(
  database: Database,
  key: string,
  from: Sql,
  value: Sql,
): Promise<Record<string, number>> {
  const rows = await database.rows<{ key: string; found: number }>(
    sql`SELECT ${trusted(key)} AS key, CAST(${value} AS BIGINT) AS found FROM ${from} WHERE ${trusted(key)} IS NOT NULL GROUP BY key ORDER BY key`,
  );
  return Object.fromEntries(rows.map(({ key: name, found }) => [name, found]));
}

async function single(database: Database, query: Sql): Promise<number> {
  const { found } = await database.row<{ found: number | null }>(query);
  return found ?? 0;
}

/** The manifest's figures, all from the tables of the run. */
export async function totals(database: Database): Promise<
  Pick<Manifest, 'rows' | 'rejects_by_reason' | 'data_ganda' | 'satker'> & {
    data_invalid: Omit<Manifest['data_invalid'], 'not_assessed'>;
    decisions: Omit<Manifest['decisions'], 'records' | 'sha256'>;
  }
> {
  const sum = sql`sum("count")`;
  const measured = (measure: string) =>
    sql`(FROM distribution_kabupaten WHERE measure = ${literal(measure)})`;
  const invalid = async (column: string) =>
    await counts(database, column, measured(column === 'rule_id' ? 'rule' : column), sum);
  const input = await database.row<{ read: number; accepted: number; rejected: number }>(sql`SELECT
    CAST(coalesce(sum(rows_read), 0) AS BIGINT) AS read, CAST(coalesce(sum(rows_accepted), 0) AS BIGINT) AS accepted,
    CAST(coalesce(sum(rows_rejected), 0) AS BIGINT) AS rejected FROM input_file`);
  const flagged = await single(
    database,
    sql`SELECT CAST(sum(flagged_voters) AS BIGINT) AS found FROM area_voters`,
  );
  const voters = await single(database, sql`SELECT CAST(sum(voters) AS BIGINT) AS found FROM area_voters`);
  if (voters !== input.accepted)
    throw new Error(`${input.accepted} rows were accepted but ${voters} were assessed`);
  const bySeverity = await invalid('severity');
  return {
    rows: { ...input, clean: voters - flagged, flagged },
    rejects_by_reason: await counts(database, 'reason', sql`reject`, sql`count(*)`),
    data_invalid: {
      findings: Object.values(bySeverity).reduce((left, right) => left + right, 0),
      voters: await single(
        database,
        sql`SELECT count(DISTINCT row_id) AS found FROM (
        SELECT row_id FROM verdict WHERE ${await anyViolated(database)} UNION ALL SELECT row_id FROM group_finding WHERE row_id IS NOT NULL)`,
      ),
      by_rule: await invalid('rule_id'),
      by_severity: bySeverity,
      by_dimension: await invalid('dimension'),
      by_cause: await counts(
        database,
        'cause',
        sql`(SELECT rule_id || ':' || cause AS cause FROM finding)`,
        sql`count(*)`,
      ),
      not_assessable: await counts(database, 'rule_id', sql`rule_not_assessable`, sql`sum(voters)`),
    },
    data_ganda: await gandaTotals(database),
    decisions: await decisionTotals(database),
    satker: await database.rows<Manifest['satker'][number]>(sql`SELECT
      kode_kabupaten, nama_kabupaten, voters, flagged_voters, CAST(flagged_per_1000 AS DOUBLE) AS flagged_per_1000,
      findings_error, findings_warning, findings_info, ganda_voters
      FROM distribution_summary ORDER BY kode_kabupaten`),
  };
}

async function gandaTotals(database: Database): Promise<Manifest['data_ganda']> {
  const byPair = async (column: string) => await counts(database, column, sql`ganda_pair`, sql`count(*)`);
  const { candidates, same_nik_not_compared } = await database.row<{
    candidates: number;
    same_nik_not_compared: number;
  }>(sql`FROM candidate_fact`);
  const { prior_log2, expected_matches, model_sha256 } = await database.row<{
    prior_log2: number;
    expected_matches: number;
    model_sha256: string;
  }>(sql`FROM scoring_fact`);
  return {
    pairs: await single(database, sql`SELECT count(*) AS found FROM ganda_pair`),
    pairs_not_written: same_nik_not_compared,
    by_grade: await byPair('grade'),
    by_tier: await byPair('tier'),
    by_scope: await byPair('scope'),
    by_suggestion: await counts(database, 'suggestion', sql`ganda_group`, sql`count(*)`),
    groups: await single(database, sql`SELECT count(DISTINCT group_key) AS found FROM ganda_group`),
    voters: await single(database, sql`SELECT count(*) AS found FROM ganda_group`),
    blocking: await database.rows<Manifest['data_ganda']['blocking'][number]>(sql`SELECT
      rule_id, blocks, possible_pairs, pairs, blocks_split, pairs_not_made FROM blocking_report ORDER BY position`),
    candidates,
    prior: { log2: prior_log2, expected_matches },
    model_sha256,
    guards: await counts(database, 'guard', sql`scored_pair`, sql`count(*)`),
    chance: await database.row<Manifest['data_ganda']['chance']>(sql`SELECT
      pairs_observed AS observed, CAST(pairs_expected AS DOUBLE) AS expected, CAST(pairs_excess AS DOUBLE) AS excess
      FROM chance_baseline WHERE level = 'provinsi'`),
  };
}

async function decisionTotals(
  database: Database,
): Promise<Omit<Manifest['decisions'], 'records' | 'sha256'>> {
  const followed = sql`(FROM finding WHERE severity IN ('error', 'warning'))`;
  return {
    pairs_dismissed: await single(database, sql`SELECT pairs_dismissed AS found FROM decision_fact`),
    groups_by_status: await counts(database, 'status', sql`ganda_group`, sql`count(DISTINCT group_key)`),
    findings_by_status: await counts(database, 'status', followed, sql`count(*)`),
  };
}

async function anyViolated(database: Database): Promise<Sql> {
  const words = await database.rows<{ column_name: string }>(
    sql`SELECT column_name FROM (DESCRIBE verdict) WHERE column_name LIKE 'violated%' ORDER BY column_name`,
  );
  return trusted(words.map(({ column_name }) => `${column_name} <> 0`).join(' OR '));
}
