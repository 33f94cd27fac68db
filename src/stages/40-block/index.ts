import type { Database } from '../../engine/database.ts';
import { releaseMemory } from '../../engine/memory.ts';
import { sql } from '../../engine/sql.ts';
import type { RunContext, Stage } from '../../engine/stage.ts';
import type { BlockingRule } from '../../model/ganda.ts';
import { isGradeRule, neighbourPairs } from './join/grade-order.ts';
import { joinByKey } from './join/key-join.ts';
import { type RuleReport, writeReport } from './report.ts';
import { searchBlocks } from './search/index.ts';
import { isSearched } from './search/passes.ts';
import { isThroughThird, pairThroughThird } from './third-row.ts';

/** `found` holds one bit for each rule and crosses as a signed integer. */
const MOST_RULES = 31;

/** Shares of the stage's time that are over after the joins in SQL, and after the search, at 28.3 million rows. */
const JOINED = 0.1;
const SEARCHED = 0.9;

/**
 * match_row, name → candidate_pair (each pair once, with the rules that found it) and blocking_report. Every pair of
 * a block that the rule admits is found; what a cap keeps back is counted in the report.
 */
export const block: Stage = {
  id: '40-block',
  reads: ['match_row', 'name', 'identifier_text', 'roll'],
  writes: ['candidate_pair', 'blocking_report'],
  async run(context) {
    const { database, blockingRules: rules, threads, log, progress } = context;
    if (rules.length > MOST_RULES)
      throw new RangeError(`at most ${MOST_RULES} blocking rules, not ${rules.length}`);
    await database.run(
      sql`CREATE OR REPLACE TABLE found_pair (match_a INTEGER, match_b INTEGER, found INTEGER)`,
    );
    const { rows: rowsIn } = await database.row<{ rows: number }>(
      sql`SELECT count(*) AS rows FROM match_row`,
    );
    const takesPart = ({ mostRows = Number.POSITIVE_INFINITY }: BlockingRule) => rowsIn <= mostRows;
    const joined = await joinAll(context, takesPart);
    let found = joined.reduce((sum, { pairs }) => sum + pairs, 0);
    const searched = await searchBlocks({
      database,
      rules,
      takesPart,
      threads,
      log,
      progress: (share, pairs) => {
        found += pairs;
        progress(JOINED + (SEARCHED - JOINED) * share, found);
      },
    });
    releaseMemory();
    const third: RuleReport[] = [];
    for (const [position, rule] of rules.entries()) {
      if (isThroughThird(rule)) third.push(await pairThroughThird(database, rules, rule, position));
    }
    await writeReport(database, rules, [...joined, ...searched, ...third]);
    return { rowsIn, rowsOut: await collectPairs(database) };
  },
};

/** The rules that are joined by their key alone, one after another. */
async function joinAll(
  { database, blockingRules: rules, gradeBook, config, log, progress }: RunContext,
  takesPart: (rule: BlockingRule) => boolean,
): Promise<RuleReport[]> {
  const reports: RuleReport[] = [];
  const isJoined = (rule: BlockingRule) => takesPart(rule) && !isSearched(rule) && !isThroughThird(rule);
  const toJoin = rules.filter(isJoined).length;
  let found = 0;
  for (const [position, rule] of rules.entries()) {
    if (!isJoined(rule)) continue;
    const most = config.max_pairs_members;
    const forGrades = isGradeRule(rule, gradeBook);
    const report = await joinByKey({
      database,
      rule,
      position,
      log,
      cap: forGrades ? most : rule.cap,
      pairsOfRest: forGrades ? (members) => neighbourPairs(members, gradeBook, most) : undefined,
    });
    reports.push(report);
    found += report.pairs;
    progress((JOINED * reports.length) / toJoin, found);
  }
  return reports;
}

/** found_pair → candidate_pair, each pair once; returns the number of pairs. */
async function collectPairs(database: Database): Promise<number> {
  const { rows } = await database.materialise(
    'candidate_pair',
    sql`SELECT match_a, match_b, CAST(bit_or(found) AS UINTEGER) AS found FROM found_pair GROUP BY match_a, match_b`,
  );
  await database.run(sql`DROP TABLE found_pair`);
  return rows;
}
