import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import type { BlockingRule } from '../../model/ganda.ts';
import { share } from './detection.ts';
import type { BlockingFigures } from './evaluation.ts';

interface RuleCounts {
  readonly found: number;
  readonly added: number;
  readonly alone: number;
  readonly until: number;
}

/**
 * Which true pairs the blocking rules make candidates of, each rule by itself and in order, and what kinds of error
 * the missed ones carry. Reads true_pair, match_row, candidate_pair.
 */
export async function blockingFigures(
  database: Database,
  rules: readonly BlockingRule[],
): Promise<BlockingFigures> {
  await database.run(sql`CREATE TABLE true_candidate AS
    SELECT kinds, coalesce(found, 0) AS found FROM (
      SELECT kinds, least(a.match_id, b.match_id) AS match_a, greatest(a.match_id, b.match_id) AS match_b
      FROM true_pair
      JOIN (SELECT row_id, match_id FROM match_row) AS a ON a.row_id = row_a
      JOIN (SELECT row_id, match_id FROM match_row) AS b ON b.row_id = row_b
    ) LEFT JOIN candidate_pair USING (match_a, match_b)`);
  const all = await database.row<{ pairs: number; found: number; candidates: number }>(sql`SELECT
      count(*) AS pairs, count(*) FILTER (found > 0) AS found, (SELECT count(*) FROM candidate_pair) AS candidates
    FROM true_candidate`);
  return {
    candidate_pairs: all.candidates,
    true_pairs: all.pairs,
    found: all.found,
    recall: share(all.found, all.pairs),
    rules: await ruleFigures(database, rules, all.pairs),
    missed_by_kind:
      await database.rows(sql`SELECT kind, count(*) AS true_pairs, count(*) FILTER (found = 0) AS missed
      FROM (SELECT unnest(kinds) AS kind, found FROM true_candidate) GROUP BY kind
      ORDER BY missed DESC, true_pairs DESC, kind`),
  };
}

async function ruleFigures(
  database: Database,
  rules: readonly BlockingRule[],
  truePairs: number,
): Promise<BlockingFigures['rules']> {
  const figures: BlockingFigures['rules'][number][] = [];
  for (const [index, { id, title }] of rules.entries()) {
    const bit = 2 ** index;
    const counted = await database.row<RuleCounts>(sql`SELECT
        count(*) FILTER (found & CAST(${bit} AS BIGINT) > 0) AS found,
        count(*) FILTER (found & CAST(${2 * bit - 1} AS BIGINT) = CAST(${bit} AS BIGINT)) AS added,
        count(*) FILTER (found = CAST(${bit} AS BIGINT)) AS alone,
        count(*) FILTER (found & CAST(${2 * bit - 1} AS BIGINT) > 0) AS until
      FROM (SELECT CAST(found AS BIGINT) AS found FROM true_candidate)`);
    const { candidates } = await database.row<{ candidates: number }>(
      sql`SELECT count(*) AS candidates FROM candidate_pair WHERE CAST(found AS BIGINT) & CAST(${bit} AS BIGINT) > 0`,
    );
    figures.push({
      rule_id: id,
      title,
      candidate_pairs: candidates,
      found: counted.found,
      added: counted.added,
      alone: counted.alone,
      cumulative_recall: share(counted.until, truePairs),
    });
  }
  return figures;
}
