import type { Database } from '../../engine/database.ts';
import { identifier, sql } from '../../engine/sql.ts';
import { STATUSES, type Status } from '../../model/change-tables.ts';
import type { Manifest } from '../../model/manifest.ts';

async function byStatus(
  database: Database,
  table: 'change_finding' | 'change_pair',
): Promise<Record<Status, number>> {
  const rows = await database.rows<{ status: Status; found: number }>(
    sql`SELECT status, count(*) AS found FROM ${identifier(table)} GROUP BY status`,
  );
  const counted = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const { status, found } of rows) counted[status] = found;
  return counted;
}

/** What changed, in figures, from the tables `change_…`, `after_scope` and `silent_satker`. */
export async function changeFigures(database: Database): Promise<
  Pick<Manifest['change'], 'satker' | 'silent' | 'findings' | 'pairs'> & {
    voters: NonNullable<Manifest['change']['voters']>;
  }
> {
  const satker = await database.rows<{ kode_satker: string }>(
    sql`SELECT kode_satker FROM after_scope WHERE rule_id IS NULL AND kode_satker <> '0000' ORDER BY kode_satker`,
  );
  const [voters] = await database.rows<NonNullable<Manifest['change']['voters']>>(sql`SELECT
    voters_before, tetap, berubah, hilang, tidak_terlihat, baru, pertama, voters_after
    FROM change_voter WHERE level = 'provinsi'`);
  return {
    satker: satker.map(({ kode_satker }) => kode_satker),
    silent: await database.rows(
      sql`SELECT kode_satker, CAST(last_seen AS VARCHAR) AS last_seen FROM silent_satker ORDER BY kode_satker`,
    ),
    findings: await byStatus(database, 'change_finding'),
    pairs: await byStatus(database, 'change_pair'),
    voters: voters ?? NOBODY,
  };
}

const NOBODY = {
  voters_before: 0,
  tetap: 0,
  berubah: 0,
  hilang: 0,
  tidak_terlihat: 0,
  baru: 0,
  pertama: 0,
  voters_after: 0,
};

/** What the manifest says of the comparison and of the anomalies of this run. */
export async function comparisonTotals(database: Database): Promise<{
  readonly change: Omit<Manifest['change'], 'differs'>;
  readonly anomalies: Manifest['anomalies'];
  readonly fingerprint: string;
}> {
  const { previous_run, not_compared, fingerprint, voters_compared } = await database.row<{
    previous_run: string | null;
    not_compared: string | null;
    fingerprint: string;
    voters_compared: boolean;
  }>(sql`FROM comparison_fact`);
  const figures = await changeFigures(database);
  return {
    change: { previous_run, not_compared, ...figures, voters: voters_compared ? figures.voters : null },
    anomalies: await database.rows<Manifest['anomalies'][number]>(sql`SELECT
      name, level, kode_kabupaten, measure, item, value, CAST(median AS DOUBLE) AS median, CAST(spread AS DOUBLE) AS spread,
      CAST(score AS DOUBLE) AS score, runs
      FROM anomaly ORDER BY abs(score) DESC, level, kode_kabupaten, measure, item`),
    fingerprint,
  };
}
