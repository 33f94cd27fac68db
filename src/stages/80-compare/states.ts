import { join as joinPath } from 'node:path';
import { areaCode } from '../../engine/codes.ts';
import type { Database } from '../../engine/database.ts';
import { identifier, join, list, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import {
  CARRIED_TABLE,
  CHANGE_FINDING_TABLE,
  CHANGE_PAIR_TABLE,
  FINGERPRINT_TABLE,
  PRESENT,
  RESOLVED_TABLE,
  SCOPE_TABLE,
} from '../../model/change-tables.ts';
import type { OutputTable } from '../../model/output-column.ts';

/** A satker's code of four digits from its number. */
export const satkerCode = (column: string): Sql => areaCode(column, 4);

function stored(table: OutputTable, folder: string | undefined): Sql {
  if (folder !== undefined) return sql`read_parquet(${literal(joinPath(folder, table.path))})`;
  const columns = table.columns.map(
    ({ name, type }) => sql`CAST(NULL AS ${trusted(type)}) AS ${identifier(name)}`,
  );
  return sql`(SELECT ${join(columns)} WHERE false)`;
}

async function view(database: Database, name: string, query: Sql): Promise<void> {
  await database.run(sql`CREATE OR REPLACE VIEW ${identifier(name)} AS ${query}`);
}

/**
 * Names what an earlier run knew when it ended; empty without one:
 * - `before_finding`, `before_pair`: open, also those that it carried on because their satker sent nothing
 * - `before_scope`: satker that ever sent, and the rules that were assessed there when it last did
 * - `before_resolved`: what was resolved and had not come back
 * - `before_voter`: the last known state of each voter
 * @throws QueryError when a file cannot be read
 */
export async function nameBefore(database: Database, folder: string | undefined): Promise<void> {
  const open = (table: OutputTable) => sql`SELECT * FROM ${stored(table, folder)} WHERE status <> 'resolved'`;
  await view(database, 'before_finding', open(CHANGE_FINDING_TABLE));
  await view(database, 'before_pair', open(CHANGE_PAIR_TABLE));
  await view(database, 'before_scope', sql`SELECT * FROM ${stored(SCOPE_TABLE, folder)}`);
  await view(database, 'before_resolved', sql`SELECT * FROM ${stored(RESOLVED_TABLE, folder)}`);
  await view(
    database,
    'before_voter',
    sql`SELECT * FROM ${stored(FINGERPRINT_TABLE, folder)} UNION ALL SELECT * FROM ${stored(CARRIED_TABLE, folder)}`,
  );
}

/** Names what a published run itself found, as `after_finding`, `after_pair`, `after_scope` and `after_voter`. */
export async function nameAfter(database: Database, folder: string): Promise<void> {
  const present = (table: OutputTable) =>
    sql`SELECT * EXCLUDE (status, open_since) FROM ${stored(table, folder)} WHERE list_contains(${list(PRESENT)}, status)`;
  await view(database, 'after_finding', present(CHANGE_FINDING_TABLE));
  await view(database, 'after_pair', present(CHANGE_PAIR_TABLE));
  await view(
    database,
    'after_scope',
    sql`SELECT kode_satker, rule_id FROM ${stored(SCOPE_TABLE, folder)} WHERE seen`,
  );
  await view(database, 'after_voter', sql`SELECT * FROM ${stored(FINGERPRINT_TABLE, folder)}`);
}
