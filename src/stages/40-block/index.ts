import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import type { BlockingRule, GradeBook } from '../../model/ganda.ts';

/**
 * Rows that share their block with another row, with the block's size.
 * `order_in_block` follows the grades from weakest to strongest, so that neighbours share the most.
 */
function memberQuery(rule: BlockingRule, book: GradeBook): Sql {
  const key = rule.key.map((column) => identifier(column));
  const there = join(
    key.map((column) => sql`${column} IS NOT NULL`),
    ' AND ',
  );
  const carried = [...new Set([...rule.key, ...book.grades.flatMap(({ equal }) => equal)])];
  const order = book.grades
    .toReversed()
    .flatMap(({ equal }) => equal.filter((column) => !rule.key.includes(column)));
  const sorted = [...new Set([...order, 'voter_key'])].map((column) => identifier(column));
  return sql`SELECT
    row_id, voter_key, name_key, ${join(carried.map((column) => identifier(column)))},
    dense_rank() OVER (ORDER BY ${join(key)}) AS block,
    count(*) OVER (PARTITION BY ${join(key)}) AS block_rows,
    row_number() OVER (PARTITION BY ${join(key)} ORDER BY ${join(sorted)}) AS order_in_block
  FROM (
    FROM roll
    SEMI JOIN (
      SELECT ${join(key)} FROM roll WHERE ${there} GROUP BY ${join(key)} HAVING count(*) > 1
    ) USING (${join(key)})
  )
  LEFT JOIN name USING (nama_upper)`;
}

/**
 * roll → block_member, candidate_pair. Within a block every pair is a candidate; a block of more than
 * `max_pairs_members` rows gives only the pairs of neighbours in grade order: enough for each member's
 * strongest grade. What is not paired is counted in block_size.
 */
export const block: Stage = {
  id: '40-block',
  reads: ['roll', 'name'],
  writes: ['block_member', 'block_size', 'candidate_pair'],
  async run({ database, blockingRules, gradeBook, config }) {
    const [rule, ...others] = blockingRules;
    if (rule === undefined || others.length > 0)
      throw new RangeError('this stage knows exactly one blocking rule');
    await database.materialise('block_member', memberQuery(rule, gradeBook));
    const most = literal(config.max_pairs_members);
    await database.run(sql`CREATE OR REPLACE TABLE block_size AS
      SELECT
        block,
        count(*) AS block_rows,
        count(*) * (count(*) - 1) // 2 AS pairs_total,
        CASE WHEN count(*) > ${most} THEN count(*) - 1 ELSE count(*) * (count(*) - 1) // 2 END AS pairs_written
      FROM block_member GROUP BY block`);
    const { rows } = await database.materialise(
      'candidate_pair',
      sql`SELECT a.row_id AS row_a, b.row_id AS row_b, a.block, ${literal(rule.id)} AS found_by
        FROM block_member AS a JOIN block_member AS b ON a.block = b.block AND a.order_in_block < b.order_in_block
        WHERE a.block_rows <= ${most}
        UNION ALL
        SELECT a.row_id, b.row_id, a.block, ${literal(rule.id)}
        FROM block_member AS a JOIN block_member AS b ON a.block = b.block AND a.order_in_block + 1 = b.order_in_block
        WHERE a.block_rows > ${most}`,
    );
    const counted = await database.row<{ pairs: number | null }>(
      sql`SELECT CAST(sum(pairs_written) AS BIGINT) AS pairs FROM block_size`,
    );
    if ((counted.pairs ?? 0) !== rows)
      throw new Error(`blocks promised ${counted.pairs} pairs but gave ${rows}`);
    return { rowsIn: rows, rowsOut: rows };
  },
};
