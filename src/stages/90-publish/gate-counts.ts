import { join } from 'node:path';
import { z } from 'zod';
import { type Database, QueryError } from '../../engine/database.ts';
import { isMalformed, readManifest } from '../../engine/manifest-file.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';
import type { Manifest } from '../../model/manifest.ts';

/** One satker's counts, as a gate looks at them. */
export interface SatkerCounts {
  readonly kode: string;
  readonly nama: string | null;
  readonly voters: number;
  /** By subject and value, e.g. `severity:error`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What the gates of one run are judged by. */
export interface GateCounts {
  readonly satker: readonly SatkerCounts[];
  readonly read: number;
  readonly rejected: number;
}

type Rows = Pick<Manifest['rows'], 'read' | 'rejected'>;

/** Counts of the run whose tables are in the database. @throws QueryError */
export async function gateCounts(database: Database, { read, rejected }: Rows): Promise<GateCounts> {
  const satker = await satkerCounts(
    database,
    sql`FROM distribution_kabupaten`,
    sql`FROM distribution_summary`,
  );
  return { satker, read, rejected };
}

const manifestSchema = z.object({
  rows: z.object({ read: z.number(), rejected: z.number() }),
});

/** Counts of a published run; undefined where there is none, or its files cannot be read. */
export async function previousGateCounts(
  database: Database,
  folder: string | undefined,
): Promise<GateCounts | undefined> {
  if (folder === undefined) return undefined;
  const table = (name: string) =>
    sql`FROM read_parquet(${literal(join(folder, 'distribution', `${name}.parquet`))})`;
  try {
    const { rows } = await readManifest(folder, manifestSchema);
    return { satker: await satkerCounts(database, table('kabupaten'), table('summary')), ...rows };
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof QueryError || isMalformed(error) || (error instanceof Error && 'code' in error);
}

async function satkerCounts(database: Database, long: Sql, wide: Sql): Promise<SatkerCounts[]> {
  const offices = await database.rows<{ kode: string; nama: string | null; voters: number; flagged: number }>(
    sql`SELECT kode_kabupaten AS kode, nama_kabupaten AS nama, voters, flagged_voters AS flagged
      FROM (${wide}) ORDER BY kode_kabupaten`,
  );
  const counted = await database.rows<{ kode: string; subject: string; found: number }>(
    sql`SELECT kode_kabupaten AS kode, concat(measure, ':', CASE measure
        WHEN 'rule' THEN rule_id WHEN 'dimension' THEN dimension WHEN 'severity' THEN severity
        WHEN 'grade' THEN grade WHEN 'tier' THEN tier END) AS subject, CAST(sum("count") AS BIGINT) AS found
      FROM (${long}) WHERE measure IN ('rule', 'dimension', 'severity', 'grade', 'tier') GROUP BY ALL`,
  );
  return offices.map(({ kode, nama, voters, flagged }) => ({
    kode,
    nama,
    voters,
    counts: new Map([
      ['measure:flagged', flagged],
      ...counted
        .filter((row) => row.kode === kode)
        .map(({ subject, found }): [string, number] => [subject, found]),
    ]),
  }));
}
