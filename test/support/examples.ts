import { sql } from '../../src/engine/sql.ts';
import type { Rule } from '../../src/model/rule.ts';
import { normalise } from '../../src/stages/20-normalise/index.ts';
import { invalid } from '../../src/stages/30-invalid/index.ts';
import { loadRows, type TestRow, withDatabase } from './stages.ts';

/** What the rules said of one row. */
export interface Verdict {
  readonly violated: ReadonlySet<string>;
  readonly notAssessable: ReadonlySet<string>;
  /** Rule → cause label. */
  readonly causes: ReadonlyMap<string, string>;
}

/**
 * Sends rows through the real stages 20 and 30 and returns each row's verdict, in the rows' order.
 * Group findings without a voter are listed under the pseudo-row after the last.
 */
export async function evaluate(
  rules: readonly Rule[],
  rows: readonly TestRow[],
  kabupaten?: number,
): Promise<Verdict[]> {
  return await withDatabase(async (database) => {
    const context = await loadRows(database, rows, {
      rules,
      ...(kabupaten === undefined ? {} : { kabupaten }),
    });
    await normalise.run(context);
    await invalid.run(context);
    const findings = await database.rows<{ row_id: number | null; rule_id: string; cause: string | null }>(
      sql`SELECT row_id, rule_id, cause FROM invalid_finding`,
    );
    const unassessed = await database.rows<{ row_id: number; rule_id: string }>(
      sql`SELECT row_id, rule_id FROM verdict JOIN row_rule ON CASE word WHEN 0 THEN unassessed_0 END & bit_value <> 0`,
    );
    return Array.from({ length: rows.length + 1 }, (_, index) => {
      const own = findings.filter(({ row_id }) => (row_id ?? rows.length) === index);
      return {
        violated: new Set(own.map(({ rule_id }) => rule_id)),
        notAssessable: new Set(
          unassessed.filter(({ row_id }) => row_id === index).map(({ rule_id }) => rule_id),
        ),
        causes: new Map(
          own.flatMap(({ rule_id, cause }) => (cause === null ? [] : [[rule_id, cause] as const])),
        ),
      };
    });
  });
}
