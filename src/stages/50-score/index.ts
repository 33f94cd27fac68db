import { createHash } from 'node:crypto';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { RunContext, Stage } from '../../engine/stage.ts';
import type { BlockingRule, Comparison } from '../../model/ganda.ts';
import type { MatchModel } from '../../model/match-model.ts';
import { makeComparedRows } from './compared-rows.ts';
import { makeFrequencies } from './frequencies.ts';
import { activeGuards } from './guards.ts';
import { activeComparisons } from './levels.ts';
import type { AreaPrior } from './prior.ts';
import { MATCH_WEIGHTS, makePriors, weighedQuery } from './weigh.ts';
import { double } from './weights.ts';

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
function scoredQuery(comparisons: readonly Comparison[], context: RunContext): Sql {
  const said = comparisons.flatMap(({ id }) => [identifier(`level_${id}`), identifier(`weight_${id}`)]);
  return sql`SELECT
      row_a, row_b, ${foundBy(context.blockingRules)} AS found_by,
      ${join([...said, sql`guard`, sql`weight_guard`])},
      match_weight, ${probabilityOf(sql`match_weight`, context.model)} AS match_probability
    FROM (${MATCH_WEIGHTS})`;
}

/** scoring_fact: the prior of the whole roll, that is of two random rows of it, and the model that was used. */
async function makeFact({ database, model }: RunContext, priors: readonly AreaPrior[]): Promise<void> {
  const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM match_row`);
  const expected = priors.reduce((sum, { expectedMatches }) => sum + expectedMatches, 0);
  const allPairs = Math.max((rows * (rows - 1)) / 2, 1);
  await database.run(sql`CREATE OR REPLACE TABLE scoring_fact AS SELECT
    ${double(Math.log2(expected / Math.max(allPairs - expected, allPairs / 2)))} AS prior_log2,
    ${double(expected)} AS expected_matches,
    ${priors.every(({ converged }) => converged)} AS prior_converged,
    CAST(${rows} AS BIGINT) AS rows,
    ${createHash('sha256').update(JSON.stringify(model)).digest('hex')} AS model_sha256`);
}

/**
 * candidate_pair → scored_pair: every candidate with its levels, weights (log2), guard and match probability, and
 * scoring_fact: the prior of this roll and the model that was used.
 */
export const score: Stage = {
  id: '50-score',
  reads: ['candidate_pair', 'match_row', 'name', 'place', 'place_unit', 'identifier_text', 'roll'],
  writes: ['compared_row', 'scored_pair', 'scoring_fact'],
  async run(context) {
    const { database, model, progress } = context;
    const comparisons = activeComparisons(context.comparisons, context.inputs);
    await makeFrequencies(database);
    progress(0.2);
    await makeComparedRows(
      database,
      sql`SELECT match_a AS match_id FROM candidate_pair UNION ALL SELECT match_b FROM candidate_pair`,
    );
    progress(0.4);
    const { rows: pairs } = await database.materialise(
      'weighed_pair',
      weighedQuery(
        comparisons,
        activeGuards(context.guards, comparisons),
        model,
        sql`SELECT match_a, match_b, found FROM candidate_pair`,
        'found',
      ),
    );
    progress(0.95);
    const priors = await makePriors(context, model);
    await database.run(sql`CREATE OR REPLACE VIEW scored_pair AS ${scoredQuery(comparisons, context)}`);
    await makeFact(context, priors);
    return { rowsIn: pairs, rowsOut: pairs };
  },
};
