import { createHash } from 'node:crypto';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { RunContext, Stage } from '../../engine/stage.ts';
import type { BlockingRule, Comparison, Guard } from '../../model/ganda.ts';
import type { MatchModel } from '../../model/match-model.ts';
import { makeComparedRows } from './compared-rows.ts';
import { makeFrequencies } from './frequencies.ts';
import { activeGuards, guardSql, guardWeightSql } from './guards.ts';
import { activeComparisons, levelQuery, levelText } from './levels.ts';
import { estimatePrior, type Prior, weightBins } from './prior.ts';
import { double, parametersByCode, weightSql } from './weights.ts';

/** levelled_pair → each level and weight, the guard, and their sum, which is all that the pair itself says. */
function weighedQuery(comparisons: readonly Comparison[], guards: readonly Guard[], model: MatchModel): Sql {
  const said = comparisons.flatMap((comparison) => [
    sql`${levelText(comparison)} AS ${identifier(`level_${comparison.id}`)}`,
    sql`${weightSql(comparison, parametersByCode(model, comparison))} AS ${identifier(`weight_${comparison.id}`)}`,
  ]);
  const weights = [...comparisons.map(({ id }) => identifier(`weight_${id}`)), sql`weight_guard`];
  return sql`SELECT *, ${join(weights, ' + ')} AS evidence
    FROM (
      SELECT *, ${guardWeightSql(guards, 'guard')} AS weight_guard
      FROM (
        SELECT a.row_id AS row_a, b.row_id AS row_b, pair.* EXCLUDE (match_a, match_b), ${guardSql(guards)} AS guard
        FROM (SELECT match_a, match_b, found${join(
          said.map((column) => sql`, ${column}`),
          '',
        )} FROM levelled_pair) AS pair
        JOIN compared_row AS a ON a.match_id = match_a
        JOIN compared_row AS b ON b.match_id = match_b
      )
    )`;
}

/** Ids of the rules that found the pair, from the bits of `found`. */
function foundBy(rules: readonly BlockingRule[]): Sql {
  const names = rules.map(
    ({ id }, bit) => sql`CASE WHEN (found >> ${literal(bit)}) & 1 = 1 THEN ${literal(id)} END`,
  );
  return sql`concat_ws('+', ${join(names)})`;
}

/** Probability of a match weight, through the model's calibration where it has one. */
function probabilityOf(weight: Sql, { calibration }: MatchModel): Sql {
  const logit =
    calibration === undefined
      ? weight
      : sql`(${double(calibration.intercept)} + ${double(calibration.slope)} * ${weight})`;
  return sql`1 / (1 + pow(2, -${logit}))`;
}

/** The view `scored_pair` over weighed_pair: what the prior adds is a few operations, not a table. */
function scoredQuery(comparisons: readonly Comparison[], prior: Prior, context: RunContext): Sql {
  const said = comparisons.flatMap(({ id }) => [identifier(`level_${id}`), identifier(`weight_${id}`)]);
  return sql`SELECT
      row_a, row_b, ${foundBy(context.blockingRules)} AS found_by,
      ${join([...said, sql`guard`, sql`weight_guard`])},
      match_weight, ${probabilityOf(sql`match_weight`, context.model)} AS match_probability
    FROM (SELECT *, evidence + ${double(prior.log2)} AS match_weight FROM weighed_pair)`;
}

/**
 * candidate_pair → scored_pair: every candidate with its levels, weights (log2), guard and match probability, and
 * scoring_fact: the prior of this roll and the model that was used.
 */
export const score: Stage = {
  id: '50-score',
  reads: ['candidate_pair', 'match_row', 'name', 'place', 'identifier_text', 'roll'],
  writes: ['compared_row', 'scored_pair', 'scoring_fact'],
  async run(context) {
    const { database, model, progress, log } = context;
    const comparisons = activeComparisons(context.comparisons, context.inputs);
    const weighed = weighedQuery(comparisons, activeGuards(context.guards, comparisons), model);
    await makeFrequencies(database);
    progress(0.2);
    await makeComparedRows(
      database,
      sql`SELECT match_a AS match_id FROM candidate_pair UNION ALL SELECT match_b FROM candidate_pair`,
    );
    progress(0.4);
    await database.materialise(
      'levelled_pair',
      levelQuery(comparisons, sql`SELECT match_a, match_b, found FROM candidate_pair`),
    );
    progress(0.8);
    const { rows: pairs } = await database.materialise('weighed_pair', weighed);
    const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM match_row`);
    const bins = await weightBins(database, 'weighed_pair', 'evidence');
    const prior = estimatePrior(bins, rows, model.duplicates_per_1000);
    if (!prior.converged) log.warn({ iterations: prior.iterations }, 'the prior did not converge');
    await database.run(
      sql`CREATE OR REPLACE VIEW scored_pair AS ${scoredQuery(comparisons, prior, context)}`,
    );
    await database.run(sql`CREATE OR REPLACE TABLE scoring_fact AS SELECT
      ${double(prior.log2)} AS prior_log2,
      ${double(prior.expectedMatches)} AS expected_matches,
      ${prior.converged} AS prior_converged,
      CAST(${rows} AS BIGINT) AS rows,
      ${createHash('sha256').update(JSON.stringify(model)).digest('hex')} AS model_sha256`);
    return { rowsIn: pairs, rowsOut: pairs };
  },
};
