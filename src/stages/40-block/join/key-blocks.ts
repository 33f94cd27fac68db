import type { Database } from '../../../engine/database.ts';
import { identifier, join, literal, sql } from '../../../engine/sql.ts';
import { type BlockingRule, MATCH_COLUMNS, type MatchColumn } from '../../../model/ganda.ts';
import type { BlockCounts } from '../report.ts';

/** Blocks of at least two rows, and those of them that are over the cap. */
export interface KeyBlocks extends BlockCounts {
  readonly over: BlockCount;
}

export interface BlockCount {
  readonly blocks: number;
  readonly rows: number;
  /** All pairs within them. */
  readonly pairs: number;
}

/**
 * Makes `block_size`: the keys that at least two rows of match_row have, with their number. Without key columns all
 * rows are one block.
 */
export async function makeBlocks(database: Database, { key }: BlockingRule, cap: number): Promise<KeyBlocks> {
  const columns = join(
    key.map((column) => sql`${identifier(column)}, `),
    '',
  );
  const known = join([sql`true`, ...key.map((column) => sql`${identifier(column)} IS NOT NULL`)], ' AND ');
  const groups = key.length === 0 ? sql`` : sql`GROUP BY ${join(key.map(identifier))}`;
  await database.run(sql`CREATE OR REPLACE TABLE block_size AS
    SELECT ${columns}count(*) AS block_rows FROM match_row WHERE ${known} ${groups} HAVING count(*) > 1`);
  const sizes = await database.row<BlockCounts>(sql`SELECT
      count(*) AS blocks,
      CAST(coalesce(sum(block_rows), 0) AS BIGINT) AS "rowsInBlocks",
      coalesce(max(block_rows), 0) AS "largestBlock",
      CAST(coalesce(sum(block_rows * (block_rows - 1) // 2), 0) AS BIGINT) AS "possiblePairs"
    FROM block_size`);
  const over = await database.row<BlockCount>(sql`SELECT
      count(*) AS blocks,
      CAST(coalesce(sum(block_rows), 0) AS BIGINT) AS rows,
      CAST(coalesce(sum(block_rows * (block_rows - 1) // 2), 0) AS BIGINT) AS pairs
    FROM block_size WHERE block_rows > ${cap}`);
  return { ...sizes, over };
}

/** Columns of match_row that a condition names. */
function columnsIn(condition: string): MatchColumn[] {
  const named = new Set(Array.from(condition.matchAll(/\b[ab]\.([a-z_]+)/g), ([, column]) => column));
  return MATCH_COLUMNS.filter((column) => named.has(column));
}

/**
 * Makes `block_member` from `block_size`: block (a number), block_rows, match_id, row_id, what the rule's condition
 * and split read; `withOver` says whether the blocks over the cap are in it.
 */
export async function makeMembers(
  database: Database,
  rule: BlockingRule,
  cap: number,
  withOver: boolean,
): Promise<void> {
  const carried = new Set([...columnsIn(rule.admits ?? ''), ...rule.splitBy]);
  const columns = [...carried].map((column) => sql`match_row.${identifier(column)}`);
  const blocks =
    rule.key.length === 0
      ? sql`CROSS JOIN block_size`
      : sql`JOIN block_size USING (${join(rule.key.map(identifier))})`;
  await database.run(sql`CREATE OR REPLACE TABLE block_member AS
    SELECT block_size.rowid AS block, block_rows, match_id, row_id${join(
      columns.map((column) => sql`, ${column}`),
      '',
    )}
    FROM match_row ${blocks}
    WHERE ${withOver ? sql`true` : sql`block_rows <= ${literal(cap)}`}`);
  await database.run(sql`DROP TABLE block_size`);
}

/** What of `block_member` is over the cap. */
export async function countOver(database: Database, cap: number): Promise<BlockCount> {
  return await database.row<BlockCount>(sql`SELECT
      count(DISTINCT block) AS blocks,
      count(*) AS rows,
      CAST(coalesce(sum(block_rows - 1), 0) AS BIGINT) // 2 AS pairs
    FROM block_member WHERE block_rows > ${cap}`);
}

/** Leaves the members of blocks over the cap, in blocks of their own for each value of a column, NULL included. */
export async function splitMembers(database: Database, cap: number, column: MatchColumn): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE block_part AS
    SELECT * REPLACE (min(match_id) OVER part AS block, count(*) OVER part AS block_rows)
    FROM block_member WHERE block_rows > ${cap}
    WINDOW part AS (PARTITION BY block, ${identifier(column)})`);
  await database.run(sql`DROP TABLE block_member`);
  await database.run(sql`ALTER TABLE block_part RENAME TO block_member`);
}
