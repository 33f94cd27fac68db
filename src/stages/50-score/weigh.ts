import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { RunContext } from '../../engine/stage.ts';
import type { Comparison, Guard } from '../../model/ganda.ts';
import type { MatchModel } from '../../model/match-model.ts';
import { endColumns } from './ends.ts';
import { guardSql, guardWeightSql } from './guards.ts';
import { levelQuery, levelText } from './levels.ts';
import { type AreaPrior, estimatePriors, weightBins } from './prior.ts';
import { double, parametersByCode, weightSql } from './weights.ts';

/** A row is thought to have at most so many copies within its kabupaten: no roll has as many. */
const MOST_COPIES = 4;

/** The kabupaten of both ends, the smaller code first, the rows of the larger one, and the rows themselves. */
const ENDS = [
  sql`greatest(a.area_rows, b.area_rows) AS area_rows`,
  sql`a.row_id AS row_a`,
  sql`b.row_id AS row_b`,
  sql`CAST(least(coalesce(a.area_kabupaten, 0), coalesce(b.area_kabupaten, 0)) AS INTEGER) AS area_a`,
  sql`CAST(greatest(coalesce(a.area_kabupaten, 0), coalesce(b.area_kabupaten, 0)) AS INTEGER) AS area_b`,
];

/**
 * The guard, where it can matter: guards only lower a weight, and are asked of pairs that could be one person without
 * (whose evidence outweighs the prior, even if each row had MOST_COPIES copies). They cost more than all comparisons.
 */
function askedGuard(guards: readonly Guard[], levels: Sql): Sql {
  if (guards.length === 0) return guardSql(guards);
  return sql`CASE WHEN ${levels} > log2(area_rows / ${literal(MOST_COPIES)}) THEN ${guardSql(guards)} END`;
}

/**
 * `pairs` (match_a, match_b and `carried`, a column that stays) → each level and weight, the guard, and their sum, which
 * is all that the pair itself says. Reads compared_row, joined once: what the guards read is carried beside the levels.
 */
export function weighedQuery(
  comparisons: readonly Comparison[],
  guards: readonly Guard[],
  model: MatchModel,
  pairs: Sql,
  carried: 'found' | 'is_match',
): Sql {
  const said = comparisons.flatMap((comparison) => [
    sql`${levelText(comparison)} AS ${identifier(`level_${comparison.id}`)}`,
    sql`${weightSql(comparison, parametersByCode(model, comparison))} AS ${identifier(`weight_${comparison.id}`)}`,
  ]);
  const carriedAlong = [
    sql`area_rows`,
    ...endColumns(guards.map(({ when }) => when)).map(({ column }) => column),
  ];
  const levels = join([double(0), ...comparisons.map(({ id }) => identifier(`weight_${id}`))], ' + ');
  return sql`SELECT *, ${levels} + weight_guard AS evidence
    FROM (
      SELECT *, ${guardWeightSql(guards, 'guard')} AS weight_guard
      FROM (
        SELECT * EXCLUDE (${join(carriedAlong)}), ${askedGuard(guards, levels)} AS guard
        FROM (SELECT ${join([sql`row_a, row_b, area_a, area_b`, ...carriedAlong, identifier(carried), ...said])}
          FROM (${levelQuery(comparisons, pairs, { guards, more: ENDS })}))
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
