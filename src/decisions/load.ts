import type { Database } from '../engine/database.ts';
import { identifier, join, list, literal, sql, trusted } from '../engine/sql.ts';
import type { DecisionFile } from '../engine/stage.ts';

/** Values that are read of a record, with their types; officers' names and remarks stay in the store. */
const READ = Object.entries({
  seq: 'BIGINT',
  kind: 'VARCHAR',
  key: 'VARCHAR',
  voter_key: 'VARCHAR',
  kode_kabupaten: 'VARCHAR',
  satker: 'VARCHAR',
  row_fingerprint: 'VARCHAR',
  verdict: 'VARCHAR',
  code: 'VARCHAR',
  period: 'VARCHAR',
  decided_on: 'VARCHAR',
  duplicate: 'BOOLEAN',
  corrects: 'BOOLEAN',
  members: 'INTEGER',
  pairs: 'STRUCT(pair_key VARCHAR, voter_key VARCHAR, kode_kabupaten VARCHAR, row_fingerprint VARCHAR)[]',
  id: 'VARCHAR',
  imported_at: 'VARCHAR',
  source: 'VARCHAR',
  sheet: 'VARCHAR',
  line: 'INTEGER',
});

/**
 * Makes the table `decision` from a store: every record, as it was imported; empty without a store.
 * @throws Error when not every record came
 */
export async function loadDecisions(database: Database, store: DecisionFile | undefined): Promise<void> {
  const columns = READ.map(([name, type]) => sql`${identifier(name)} ${trusted(type)}`);
  await database.run(sql`CREATE OR REPLACE TABLE decision (${join(columns)})`);
  if (store === undefined) return;
  const types = READ.map(([name, type]) => sql`${literal(name)}: ${literal(type)}`);
  const rows = await database.run(sql`INSERT INTO decision BY NAME
    SELECT * FROM read_json(${literal(store.path)}, format = 'newline_delimited', columns = {${join(types)}},
      ignore_errors = true)
    WHERE seq <= ${literal(store.records)}`);
  if (rows !== store.records)
    throw new Error(`${store.records} decisions were verified, ${rows} could be read`);
}

/** What of a record is about the people who made it: personal data, for the acting officer only. */
export interface DecisionPeople {
  readonly officer: string | null;
  readonly remark: string | null;
  readonly imported_by: string;
}

/** Reads that of some records of a store, by their number. */
export async function decisionPeople(
  database: Database,
  store: DecisionFile,
  numbers: readonly number[],
): Promise<Map<number, DecisionPeople>> {
  if (numbers.length === 0) return new Map();
  const rows = await database.rows<
    DecisionPeople & { seq: number }
  >(sql`SELECT seq, officer, remark, imported_by
    FROM read_json(${literal(store.path)}, format = 'newline_delimited', ignore_errors = true,
      columns = {seq: 'BIGINT', officer: 'VARCHAR', remark: 'VARCHAR', imported_by: 'VARCHAR'})
    WHERE list_contains(${list(numbers)}, seq)`);
  return new Map(rows.map(({ seq, ...people }) => [seq, people]));
}
