import type { Database } from '../engine/database.ts';
import { identifier, join, literal, sql, trusted } from '../engine/sql.ts';
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
