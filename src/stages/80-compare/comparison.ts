import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import { makeChanges, summaryQuery } from './changes.ts';
import { makeCarried, makeVoterChanges } from './voters.ts';

/**
 * Compares what is named `before_…` with what is named `after_…` → the tables `change_…`, `history_scope`,
 * `history_resolved`, `history_carried`, and `silent_satker`: satker that sent nothing. Reads area too.
 * @param referenceDate of the later run, YYYY-MM-DD
 * @param voters whether the fingerprints of both are of one make; otherwise no voter was there before
 * @returns rows of change_finding
 * @throws QueryError when a table of the earlier run cannot be read
 */
export async function makeComparison(
  database: Database,
  { referenceDate, voters }: { readonly referenceDate: string; readonly voters: boolean },
): Promise<number> {
  if (!voters)
    await database.run(sql`CREATE OR REPLACE VIEW before_voter AS SELECT * FROM after_voter WHERE false`);
  const findings = await makeChanges(database, referenceDate);
  await database.materialise('change_summary', summaryQuery());
  await database.materialise(
    'silent_satker',
    sql`SELECT kode_satker, last_seen FROM history_scope WHERE NOT seen AND rule_id IS NULL`,
  );
  const { silent } = await database.row<{ silent: number }>(
    sql`SELECT count(*) AS silent FROM silent_satker`,
  );
  await makeCarried(database, silent > 0);
  await makeVoterChanges(database);
  return findings;
}
