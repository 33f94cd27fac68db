import type { Database } from '../../engine/database.ts';
import { identifier, literal, sql } from '../../engine/sql.ts';
import type { BlockingRule } from '../../model/ganda.ts';
import { IDENTITY } from './identity.ts';
import type { RuleReport } from './report.ts';

/** Whether a rule pairs rows through a third one instead of by a key. */
export function isThroughThird({ through }: BlockingRule): boolean {
  return through !== undefined;
}

/**
 * Appends the pairs of rows that the rules named in `through` pair with the same third row, one of the two by a rule of
 * `atLeastOne`, where that row has at most `cap` such partners, to `found_pair(match_a, match_b, found)`; reads the same
 * table and match_row. The partners of one row are the block. Rows of one person with different damage on each are often
 * found by the undamaged one alone.
 */
export async function pairThroughThird(
  database: Database,
  rules: readonly BlockingRule[],
  { through = [], atLeastOne = through, cap }: BlockingRule,
  position: number,
): Promise<RuleReport> {
  const bitsOf = (ids: readonly string[]) =>
    literal(rules.reduce((sum, { id }, other) => (ids.includes(id) ? sum + 2 ** other : sum), 0));
  await database.run(sql`CREATE OR REPLACE TABLE firm_row AS
    SELECT DISTINCT unnest([match_a, match_b]) AS third FROM found_pair WHERE found & ${bitsOf(atLeastOne)} <> 0`);
  await database.run(sql`CREATE OR REPLACE TABLE link AS
    SELECT third, match_id, bool_or(found & ${bitsOf(atLeastOne)} <> 0) AS is_firm
    FROM (
      SELECT match_a AS third, match_b AS match_id, found FROM found_pair
      UNION ALL
      SELECT match_b, match_a, found FROM found_pair
    ) SEMI JOIN firm_row USING (third)
    WHERE found & ${bitsOf(through)} <> 0
    GROUP BY third, match_id`);
  await database.run(sql`CREATE OR REPLACE TABLE third_row AS
    SELECT third, count(*) AS partners FROM link GROUP BY third HAVING count(*) > 1`);
  await database.run(sql`CREATE OR REPLACE TABLE linked AS
    SELECT link.*, identity FROM link JOIN (SELECT match_id, ${IDENTITY} AS identity FROM match_row) USING (match_id)`);
  const pairs = await database.run(sql`INSERT INTO found_pair
    SELECT DISTINCT a.match_id, b.match_id, ${literal(2 ** position)}
    FROM third_row
    JOIN linked AS a ON a.third = third_row.third
    JOIN linked AS b ON b.third = third_row.third AND a.match_id < b.match_id
    WHERE partners <= ${cap} AND (a.is_firm OR b.is_firm) AND coalesce(a.identity = b.identity, true)`);
  const sizes = await database.row<Omit<RuleReport, 'position' | 'pairs'>>(sql`SELECT
      count(*) AS blocks,
      CAST(coalesce(sum(partners), 0) AS BIGINT) AS "rowsInBlocks",
      coalesce(max(partners), 0) AS "largestBlock",
      CAST(coalesce(sum(partners * (partners - 1) // 2), 0) AS BIGINT) AS "possiblePairs",
      0 AS "blocksSplit",
      0 AS "rowsSplit",
      CAST(coalesce(sum(partners * (partners - 1) // 2) FILTER (partners > ${cap}), 0) AS BIGINT) AS "pairsNotMade"
    FROM third_row`);
  for (const table of ['firm_row', 'third_row', 'link', 'linked'])
    await database.run(sql`DROP TABLE ${identifier(table)}`);
  return { position, pairs, ...sizes };
}
