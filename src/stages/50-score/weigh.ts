import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { RunContext } from '../../engine/stage.ts';
import type { Comparison, Guard } from '../../model/ganda.ts';
import type { MatchModel } from '../../model/match-model.ts';
import { guardSql, guardWeightSql } from './guards.ts';
import { levelText } from './levels.ts';
import { type AreaPrior, estimatePriors, weightBins } from './prior.ts';
import { double, parametersByCode, weightSql } from './weights.ts';

/**
 * levelled_pair → each level and weight, the guard, and their sum, which is all that the pair itself says; `carried` is
 * a column of the pairs that stays.
 */
export function weighedQuery(
  comparisons: readonly Comparison[],
  guards: readonly Guard[],
  model: MatchModel,
  carried: 'found' | 'is_match',
): Sql {
  const said = comparisons.flatMap((comparison) => [
    sql`${levelText(comparison)} AS ${identifier(`level_${comparison.id}`)}`,
    sql`${weightSql(comparison, parametersByCode(model, comparison))} AS ${identifier(`weight_${comparison.id}`)}`,
  ]);
  const weights = [...comparisons.map(({ id }) => identifier(`weight_${id}`)), sql`weight_guard`];
  return sql`SELECT *, ${join(weights, ' + ')} AS evidence
    FROM (
      SELECT *, ${guardWeightSql(guards, 'guard')} AS weight_guard
      FROM (
        SELECT a.row_id AS row_a, b.row_id AS row_b,
          CAST(least(coalesce(a.area_kabupaten, 0), coalesce(b.area_kabupaten, 0)) AS INTEGER) AS area_a,
          CAST(greatest(coalesce(a.area_kabupaten, 0), coalesce(b.area_kabupaten, 0)) AS INTEGER) AS area_b,
          pair.* EXCLUDE (match_a, match_b), ${guardSql(guards)} AS guard
        FROM (SELECT match_a, match_b, ${identifier(carried)}${join(
          said.map((column) => sql`, ${column}`),
          '',
        )} FROM levelled_pair) AS pair
        JOIN compared_row AS a ON a.match_id = match_a
        JOIN compared_row AS b ON b.match_id = match_b
      )
    )`;
}

/** weighed_pair, area_size → the table `area_prior(area_a, area_b, log2)`. */
export async function makePriors({ database, log }: RunContext, model: MatchModel): Promise<AreaPrior[]> {
  const bins = await weightBins(database, 'weighed_pair', 'evidence');
  const sizes = await database.rows<{ area: number; rows: number }>(sql`FROM area_size ORDER BY area`);
  const rows = new Map(sizes.map(({ area, rows: size }) => [area, size]));
  const priors = estimatePriors(bins, rows, model.duplicates_per_1000);
  for (const { areaA, areaB, converged, iterations } of priors)
    if (!converged) log.warn({ areaA, areaB, iterations }, 'the prior did not converge');
  const values = priors.map(({ areaA, areaB, log2 }) => sql`(${areaA}, ${areaB}, ${double(log2)})`);
  await database.run(sql`CREATE OR REPLACE TABLE area_prior (area_a INTEGER, area_b INTEGER, log2 DOUBLE)`);
  if (values.length > 0) await database.run(sql`INSERT INTO area_prior VALUES ${join(values)}`);
  return priors;
}

/** weighed_pair with `match_weight`: what the pair says and what its kabupaten lead to expect. */
export const MATCH_WEIGHTS = sql`SELECT weighed_pair.* EXCLUDE (area_a, area_b), evidence + area_prior.log2 AS match_weight
  FROM weighed_pair JOIN area_prior USING (area_a, area_b)`;
