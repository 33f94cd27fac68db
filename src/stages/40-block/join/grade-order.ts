import { identifier, join, literal, type Sql, sql } from '../../../engine/sql.ts';
import type { BlockingRule, GradeBook } from '../../../model/ganda.ts';

/**
 * Whether the grades rest on this rule: its key is what all of them ask to be equal, so that a row left unpaired would
 * lose its grade.
 */
export function isGradeRule({ key }: BlockingRule, { grades }: GradeBook): boolean {
  const [first, ...others] = grades;
  const common = (first?.equal ?? []).filter((column) => others.every(({ equal }) => equal.includes(column)));
  return common.length === key.length && key.every((column) => common.includes(column));
}

/**
 * Pairs of neighbours in blocks of more than `cap` rows, ordered by what the grades ask for, from the weakest to the
 * strongest, so that neighbours share the most: enough for each member's strongest grade. `members` is a table with
 * block, block_rows, match_id and row_id.
 */
export function neighbourPairs(members: string, { grades }: GradeBook, cap: number): Sql {
  const columns = [...new Set([...grades.toReversed().flatMap(({ equal }) => equal), 'voter_key'])];
  const order = join(columns.map((column) => sql`roll.${identifier(column)}`));
  return sql`SELECT match_id AS match_a, lead(match_id) OVER (PARTITION BY block ORDER BY ${order}) AS match_b
    FROM (FROM ${identifier(members)} WHERE block_rows > ${literal(cap)}) AS member
    JOIN roll ON roll.row_id = member.row_id
    QUALIFY match_b IS NOT NULL`;
}
