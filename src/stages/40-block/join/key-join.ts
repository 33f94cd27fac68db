import type { Database } from '../../../engine/database.ts';
import { literal, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { Log } from '../../../engine/stage.ts';
import type { BlockingRule } from '../../../model/ganda.ts';
import type { Counts, RuleReport } from '../report.ts';
import { countOver, type KeyBlocks, makeBlocks, makeMembers, splitMembers } from './key-blocks.ts';

export interface JoinOptions {
  readonly database: Database;
  readonly rule: BlockingRule;
  readonly position: number;
  /** Rows above which a block is split. */
  readonly cap: number;
  /** A query for pairs (match_a, match_b) of the blocks that no column could split; without it they give none. */
  readonly pairsOfRest?: ((members: string) => Sql) | undefined;
  readonly log: Log;
}

/** Measured on two cores of 2.4 GHz, for the forecast in the log. */
const PAIRS_PER_SECOND = 20_000_000;
const ROWS_PER_SECOND = 3_000_000;
const BYTES_PER_ROW = 48;

/**
 * Joins the rows of match_row that have an equal key, and appends the pairs that the rule admits to
 * `found_pair(match_a, match_b, found)`. Blocks over the cap are joined within the values of the first column that
 * splits, those that are still over it within the values of the next.
 */
export async function joinByKey(options: JoinOptions): Promise<RuleReport> {
  const { database, rule, position, cap, pairsOfRest, log } = options;
  const { over, ...sizes } = await makeBlocks(database, rule, cap);
  log.info(
    {
      rules: [rule.id],
      blocks: sizes.blocks,
      possible_pairs: sizes.possiblePairs,
      forecast_seconds: Math.ceil(
        sizes.rowsInBlocks / ROWS_PER_SECOND + (sizes.possiblePairs - over.pairs) / PAIRS_PER_SECOND,
      ),
      bytes: sizes.rowsInBlocks * BYTES_PER_ROW,
    },
    'blocks to join',
  );
  const withOver = rule.splitBy.length > 0 || pairsOfRest !== undefined;
  if (!withOver && over.blocks === sizes.blocks) {
    await database.run(sql`DROP TABLE block_size`);
    return {
      position,
      ...sizes,
      pairs: 0,
      blocksSplit: over.blocks,
      rowsSplit: over.rows,
      pairsNotMade: over.pairs,
    };
  }
  await makeMembers(database, rule, cap, withOver);
  const joined = await joinMembers(options, over);
  await database.run(sql`DROP TABLE block_member`);
  return { position, ...sizes, ...joined };
}

async function joinMembers(options: JoinOptions, first: KeyBlocks['over']): Promise<Counts> {
  const { database, rule, position, cap, pairsOfRest } = options;
  let pairs = await pairMembers(options);
  let over = first;
  for (const column of rule.splitBy) {
    if (over.blocks === 0) break;
    await splitMembers(database, cap, column);
    pairs += await pairMembers(options);
    over = await countOver(database, cap);
  }
  const split = { blocksSplit: first.blocks, rowsSplit: first.rows };
  if (over.blocks === 0 || pairsOfRest === undefined) return { pairs, ...split, pairsNotMade: over.pairs };
  const rest = await database.run(sql`INSERT INTO found_pair
    SELECT least(match_a, match_b), greatest(match_a, match_b), ${literal(2 ** position)}
    FROM (${pairsOfRest('block_member')})`);
  return { pairs: pairs + rest, ...split, pairsNotMade: over.pairs - rest };
}

/** Appends the admitted pairs of the members of blocks within the cap; returns how many. */
async function pairMembers({ database, rule, position, cap }: JoinOptions): Promise<number> {
  return await database.run(sql`INSERT INTO found_pair
    SELECT a.match_id, b.match_id, ${literal(2 ** position)}
    FROM block_member AS a JOIN block_member AS b ON a.block = b.block AND a.match_id < b.match_id
    WHERE a.block_rows <= ${literal(cap)} AND b.block_rows <= ${literal(cap)} AND (${trusted(rule.admits ?? 'true')})`);
}
