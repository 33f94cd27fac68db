import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { RunContext } from '../../engine/stage.ts';
import { COMPARED_COLUMNS, type Comparison, type Guard } from '../../model/ganda.ts';
import type { MatchModel } from '../../model/match-model.ts';
import { guardSql, guardWeightSql } from './guards.ts';
import { levelQuery, levelText } from './levels.ts';
import { type AreaPrior, estimatePriors, weightBins } from './prior.ts';
import { double, parametersByCode, weightSql } from './weights.ts';

/** Columns of compared_row that SQL over `a.` and `b.` names, as one column `a` and one `b`. */
function endColumns(texts: readonly string[]): Sql[] {
  const named = new Set(
    texts.flatMap((text) => Array.from(text.matchAll(/\b[ab]\.([a-z_]+)/g), ([, name]) => name)),
  );
  const used = COMPARED_COLUMNS.filter((column) => named.has(column));
  return (['a', 'b'] as const).map((side) => {
    const fields = used.map((column) => sql`${literal(column)}: ${identifier(side)}.${identifier(column)}`);
    return sql`{${join([sql`'match_id': ${identifier(side)}.match_id`, ...fields])}} AS ${identifier(side)}`;
  });
}

/** The kabupaten of both ends, the smaller code first, and the rows themselves. */
const ENDS = [
  sql`a.row_id AS row_a`,
  sql`b.row_id AS row_b`,
  sql`CAST(least(coalesce(a.area_kabupaten, 0), coalesce(b.area_kabupaten, 0)) AS INTEGER) AS area_a`,
  sql`CAST(greatest(coalesce(a.area_kabupaten, 0), coalesce(b.area_kabupaten, 0)) AS INTEGER) AS area_b`,
];

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
  const weights = [...comparisons.map(({ id }) => identifier(`weight_${id}`)), sql`weight_guard`];
  const ends = endColumns(guards.map(({ when }) => when));
  return sql`SELECT *, ${join(weights, ' + ')} AS evidence
    FROM (
      SELECT *, ${guardWeightSql(guards, 'guard')} AS weight_guard
      FROM (
        SELECT * EXCLUDE (a, b), ${guardSql(guards)} AS guard
        FROM (SELECT ${join([sql`row_a, row_b, area_a, area_b, a, b`, identifier(carried), ...said])}
          FROM (${levelQuery(comparisons, pairs, [...ENDS, ...ends])}))
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
