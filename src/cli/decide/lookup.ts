import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../engine/database.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';
import { shownPairSchema } from '../../model/decision.ts';
import { GROUP_TABLE, PAIR_TABLE } from '../../model/output-tables.ts';
import type { Subject } from './answer.ts';

/** What a published run says of the row or finding that an answer is about. */
export interface Found {
  readonly kode_kabupaten: string;
  readonly voter_key: string | null;
  readonly row_fingerprint: string | null;
  readonly members: number | null;
  readonly pairs: readonly z.output<typeof shownPairSchema>[];
}

const rowsSchema = z.array(
  z.object({
    place: z.number(),
    kode_kabupaten: z.string().nullable(),
    voter_key: z.string().nullable(),
    row_fingerprint: z.string().nullable(),
    members: z.number().nullable(),
    pairs: z
      .string()
      .nullable()
      .transform((text) => z.array(shownPairSchema).parse(text === null ? [] : JSON.parse(text))),
  }),
);

const PAIRS = sql`SELECT pair_key, voter_key_a AS voter_key, voter_key_b AS other_key FROM run_pair
  UNION ALL SELECT pair_key, voter_key_b, voter_key_a FROM run_pair`;

/** A row of a group with its pairs in that group. */
const MEMBERS = sql`SELECT place, own.kode_kabupaten, own.voter_key, own.row_fingerprint,
    any_value(own.members) AS members,
    to_json(coalesce(list({'pair_key': pair_key, 'voter_key': other_key, 'kode_kabupaten': other.kode_kabupaten,
      'row_fingerprint': other.row_fingerprint} ORDER BY pair_key) FILTER (other.voter_key IS NOT NULL), [])) AS pairs
  FROM asked
  JOIN run_group AS own ON own.group_key = asked.key AND own.voter_key = asked.voter_key
  LEFT JOIN (${PAIRS}) AS pair ON pair.voter_key = own.voter_key
  LEFT JOIN run_group AS other ON other.voter_key = other_key AND other.group_key = own.group_key
  WHERE kind = 'ganda' GROUP BY place, own.kode_kabupaten, own.voter_key, own.row_fingerprint`;

/** A pair from both ends: the one that answers is chosen later. */
const ENDS = sql`SELECT place, own.kode_kabupaten, own.voter_key, own.row_fingerprint, 2 AS members,
    to_json([{'pair_key': pair_key, 'voter_key': other_key, 'kode_kabupaten': other.kode_kabupaten,
      'row_fingerprint': other.row_fingerprint}]) AS pairs
  FROM asked
  JOIN (${PAIRS}) AS pair ON pair_key = asked.key
  JOIN run_group AS own ON own.voter_key = pair.voter_key
  JOIN run_group AS other ON other.voter_key = other_key
  WHERE kind = 'pair'`;

const FINDINGS = sql`SELECT place, kode_kabupaten, run_finding.voter_key, row_fingerprint,
    CAST(NULL AS INTEGER) AS members, CAST(NULL AS VARCHAR) AS pairs
  FROM asked JOIN run_finding ON finding_key = asked.key WHERE kind = 'invalid'`;

async function nameTables(database: Database, folder: string): Promise<boolean> {
  const tables = {
    run_group: join(folder, GROUP_TABLE.path),
    run_pair: join(folder, PAIR_TABLE.path),
    run_finding: join(folder, 'data-invalid', '*', '*.parquet'),
  };
  for (const [name, path] of Object.entries(tables)) {
    const view: Sql = { values: [], text: () => name };
    const isThere = await database
      .run(
        sql`CREATE OR REPLACE VIEW ${view} AS FROM read_parquet(${literal(path)}, hive_partitioning = false)`,
      )
      .then(() => true)
      .catch(() => false);
    if (!isThere) return false;
  }
  const { columns } = await database.row<{ columns: number }>(
    sql`SELECT count(*) AS columns FROM (FROM (DESCRIBE run_group) UNION ALL FROM (DESCRIBE run_finding))
      WHERE column_name = 'row_fingerprint'`,
  );
  return columns === 2;
}

/**
 * Looks the subjects of answers up in published runs, in the given order, until all are found. Runs whose findings
 * were cleared away are passed over.
 * @returns for each subject what was found: nothing, one row, or the two ends of a pair
 */
export async function lookUp(
  database: Database,
  runs: readonly string[],
  subjects: readonly Subject[],
): Promise<readonly (readonly Found[])[]> {
  const found: Found[][] = subjects.map(() => []);
  for (const folder of runs) {
    const waiting = subjects.flatMap((subject, place) =>
      found[place]?.length === 0 ? [{ subject, place }] : [],
    );
    if (waiting.length === 0) break;
    if (!(await nameTables(database, folder))) continue;
    await askFor(database, waiting);
    const rows = rowsSchema.parse(
      await database.rows(sql`${MEMBERS} UNION ALL ${ENDS} UNION ALL ${FINDINGS} ORDER BY place, voter_key`),
    );
    for (const { place, kode_kabupaten, ...row } of rows)
      found[place]?.push({ ...row, kode_kabupaten: kode_kabupaten ?? '0000' });
  }
  return found;
}

/** asked: the keys, by way of a file of this process only. */
async function askFor(
  database: Database,
  waiting: readonly { readonly subject: Subject; readonly place: number }[],
): Promise<void> {
  const path = join(database.folder, 'asked.jsonl');
  const lines = waiting.map(({ subject: { kind, key, voterKey }, place }) =>
    JSON.stringify({ place, kind, key, voter_key: voterKey }),
  );
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  await database.run(sql`CREATE OR REPLACE TABLE asked AS FROM read_json(${literal(path)},
    format = 'newline_delimited',
    columns = {'place': 'INTEGER', 'kind': 'VARCHAR', 'key': 'VARCHAR', 'voter_key': 'VARCHAR'})`);
}
