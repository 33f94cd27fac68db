import { followUpGroups } from '../../decisions/follow-up.ts';
import { loadDecisions } from '../../decisions/load.ts';
import { settle } from '../../decisions/standing.ts';
import type { Database, StoredTable } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import type { RunContext, Stage } from '../../engine/stage.ts';
import type { Comparison } from '../../model/ganda.ts';
import { linkedComponents } from './components.ts';
import { CLEARED_ROW, dismissedPairQuery, rowFingerprintQuery, SHOWN_EDGE, SHOWN_MEMBER } from './decided.ts';
import { groupQuery } from './groups.ts';
import { MEMBERS, ROW_ERRORS, rowQuery } from './members.ts';
import { gradedPairQuery, possiblePairQuery, publishedPairQuery, SHARED_NIK } from './pairs.ts';
import { reasonsIn } from './reasons.ts';

/** The comparisons that the pairs were scored by; others dropped out, since the input has none of their columns. */
async function scoredBy(database: Database, comparisons: readonly Comparison[]): Promise<Comparison[]> {
  const columns = await database.rows<{ column_name: string }>(
    sql`SELECT column_name FROM (DESCRIBE scored_pair)`,
  );
  const present = new Set(columns.map(({ column_name }) => column_name));
  return comparisons.filter(({ id }) => present.has(`level_${id}`));
}

/** scored_pair → graded_pair (those that are published) and ganda_row (the rows they stand on, numbered). */
async function grade(
  { database, gradeBook, config, voterKeySecret }: RunContext,
  scored: readonly Comparison[],
): Promise<void> {
  await database.materialise('shared_nik', SHARED_NIK);
  await database.materialise('possible_pair', possiblePairQuery(config.thresholds));
  await database.run(sql`CREATE OR REPLACE TABLE possible_end AS
    SELECT DISTINCT row_id FROM (SELECT row_a AS row_id FROM possible_pair UNION ALL SELECT row_b FROM possible_pair)`);
  await database.run(sql`CREATE OR REPLACE TABLE row_errors AS ${ROW_ERRORS}`);
  await database.materialise('row_fingerprint', rowFingerprintQuery(voterKeySecret));
  await database.materialise('ganda_row', rowQuery(gradeBook));
  await database.run(
    sql`CREATE OR REPLACE TABLE dismissed_pair AS ${dismissedPairQuery(config.max_pairs_members)}`,
  );
  await database.materialise('graded_pair', gradedPairQuery(gradeBook, scored, config.thresholds));
}

/** graded_pair → node_component (the group of each row), cut_pair, and linked_pair: graded_pair with both. */
async function link(database: Database): Promise<void> {
  const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM ganda_row`);
  const columns = ['node_a', 'node_b', 'strength', 'weak'];
  const [a, b, strength, weak] = await database.integers('graded_pair', columns, ['node_a', 'node_b']);
  if (a === undefined || b === undefined || strength === undefined || weak === undefined)
    throw new RangeError('a column of the links is missing');
  const { component, cut } = linkedComponents(rows, { a, b, strength, weak });
  const ends = (side: Int32Array) => Int32Array.from(cut, (index) => side[index] ?? -1);
  await database.run(sql`CREATE OR REPLACE TABLE node_component (node INTEGER, component INTEGER)`);
  await database.append('node_component', [Int32Array.from(component.keys()), component]);
  await database.run(sql`CREATE OR REPLACE TABLE cut_pair (node_a INTEGER, node_b INTEGER)`);
  await database.append('cut_pair', [ends(a), ends(b)]);
  await database.materialise(
    'linked_pair',
    sql`SELECT graded_pair.*, component, cut_pair.node_a IS NOT NULL AS bridge_cut
      FROM graded_pair
      JOIN node_component ON node = graded_pair.node_a
      LEFT JOIN cut_pair ON cut_pair.node_a = graded_pair.node_a AND cut_pair.node_b = graded_pair.node_b`,
  );
}

/** What the manifest says of all candidates: how many, and how many pairs of one NIK were never among them. */
async function makeCandidateFact(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE candidate_fact AS SELECT
    (SELECT count(*) FROM scored_pair) AS candidates,
    CAST((SELECT coalesce(sum(alike * (alike - 1) // 2), 0) FROM (
      SELECT count(*) AS alike FROM shared_nik GROUP BY nik_number
    )) AS BIGINT) - (SELECT count(*) FROM possible_pair WHERE same_nik) AS same_nik_not_compared`);
}

/** unanswered_group → ganda_group, each row with what officers have answered so far. */
async function followUp(database: Database): Promise<StoredTable> {
  await database.run(sql`CREATE OR REPLACE VIEW shown_member AS ${SHOWN_MEMBER}`);
  await database.run(sql`CREATE OR REPLACE VIEW shown_edge AS ${SHOWN_EDGE}`);
  await followUpGroups(database);
  await database.run(sql`CREATE OR REPLACE TABLE cleared_row AS ${CLEARED_ROW}`);
  await database.run(sql`CREATE OR REPLACE TABLE decision_fact AS
    SELECT count(*) AS pairs_dismissed FROM possible_pair SEMI JOIN dismissed_pair USING (row_a, row_b)`);
  return await database.materialise(
    'ganda_group',
    sql`SELECT unanswered_group.*, status, member_status.verdict, member_status.verdict_code
      FROM unanswered_group JOIN member_status USING (voter_key)`,
  );
}

async function keepOfEveryGroup(database: Database): Promise<void> {
  const { groups } = await database.row<{ groups: number }>(sql`SELECT count(*) AS groups FROM (
    SELECT group_key FROM ganda_group GROUP BY group_key HAVING NOT bool_or(suggested_keep))`);
  if (groups > 0) throw new Error(`${groups} groups would keep nobody`);
}

/**
 * scored_pair → ganda_pair (graded, below the threshold left out) and ganda_group (members of the connected
 * components, weak links between groups cut, with one that stays). Pairs that officers settled as two people are in
 * neither.
 */
export const group: Stage = {
  id: '60-group',
  reads: ['scored_pair', 'roll', 'invalid_finding'],
  writes: [
    'ganda_pair',
    'ganda_group',
    'candidate_fact',
    'row_fingerprint',
    'decision_fact',
    'answer',
    'cleared_row',
  ],
  async run(context) {
    const { database, gradeBook, comparisons, guards, config, progress } = context;
    const scored = await scoredBy(database, comparisons);
    await loadDecisions(database, context.decisions);
    await settle(database);
    await grade(context, scored);
    await makeCandidateFact(database);
    progress(0.5);
    await link(database);
    progress(0.6);
    await database.materialise('ganda_member', MEMBERS);
    const reasons = reasonsIn(config.language, scored, guards);
    await database.materialise('unanswered_group', groupQuery(gradeBook, reasons));
    const pairs = await database.materialise('ganda_pair', publishedPairQuery(scored));
    const groups = await followUp(database);
    await keepOfEveryGroup(database);
    return { rowsIn: pairs.rows, rowsOut: groups.rows };
  },
};
