import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import type { BlockingRule } from '../../model/ganda.ts';

/** What a rule's blocks hold. */
export interface BlockCounts {
  /** Blocks with at least two rows. */
  blocks: number;
  rowsInBlocks: number;
  largestBlock: number;
  /** All pairs within blocks, before any condition. */
  possiblePairs: number;
}

/** What a rule found in them; a pair counts once for each rule that finds it. */
export interface Counts {
  /** Pairs that the rule's conditions admit. */
  pairs: number;
  /** Blocks over the cap, or, where names are searched, groups of one name (or NIK) in a block. */
  blocksSplit: number;
  rowsSplit: number;
  /** Possible pairs of what stayed over the cap after every split. */
  pairsNotMade: number;
}

export interface RuleReport extends BlockCounts, Counts {
  /** Place of the rule in the run's rules, and of its bit in `found`. */
  readonly position: number;
}

const NOTHING: Omit<RuleReport, 'position'> = {
  blocks: 0,
  rowsInBlocks: 0,
  largestBlock: 0,
  possiblePairs: 0,
  pairs: 0,
  blocksSplit: 0,
  rowsSplit: 0,
  pairsNotMade: 0,
};

/** Makes blocking_report: one row for each rule, also for those that no row fits or that are for smaller rolls. */
export async function writeReport(
  database: Database,
  rules: readonly BlockingRule[],
  reports: readonly RuleReport[],
): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE blocking_report (
    rule_id VARCHAR, position INTEGER, blocks BIGINT, rows_in_blocks BIGINT, largest_block BIGINT,
    possible_pairs BIGINT, pairs BIGINT, blocks_split BIGINT, rows_split BIGINT, pairs_not_made BIGINT)`);
  for (const [position, { id }] of rules.entries()) {
    const report = reports.find((one) => one.position === position) ?? NOTHING;
    await database.run(sql`INSERT INTO blocking_report VALUES (
      ${id}, ${position}, ${report.blocks}, ${report.rowsInBlocks},
      ${report.largestBlock}, ${report.possiblePairs}, ${report.pairs}, ${report.blocksSplit}, ${report.rowsSplit},
      ${report.pairsNotMade})`);
  }
}
