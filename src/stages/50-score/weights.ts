import { identifier, literal, type Sql, sql } from '../../engine/sql.ts';
import { UsageError } from '../../model/errors.ts';
import type { Comparison } from '../../model/ganda.ts';
import type { LevelParameters, MatchModel } from '../../model/match-model.ts';
import { byCode, codedLevels } from './levels.ts';

/**
 * Least m or u that a weight is taken from: a level that training never saw is rare, not impossible, and no single
 * column may decide a pair for ever.
 */
const LEAST_PROBABILITY = 1e-9;

/** log2(m / u), and log2 of the mean share where the level has one: what of a weight does not depend on the pair. */
function fixedPart({ m, u, mean_share }: LevelParameters): number {
  const evidence = Math.log2(Math.max(m, LEAST_PROBABILITY) / Math.max(u, LEAST_PROBABILITY));
  return mean_share === undefined ? evidence : evidence + Math.log2(mean_share);
}

/**
 * Match weight of one level, log2: log2(m / u), and where values are counted log2(mean_share / share), so that a rare
 * value says more and a common one less (Fellegi and Sunter 1969; term frequency after Winkler 1989).
 * A `share` of null, or a level without `mean_share`, is not adjusted.
 */
export function weightOf(parameters: LevelParameters, share: number | null): number {
  const { mean_share } = parameters;
  if (mean_share === undefined) return fixedPart(parameters);
  return fixedPart(parameters) - Math.log2(share ?? mean_share);
}

/** A number as DOUBLE; without the text DuckDB would take it for a DECIMAL and round it. */
export function double(value: number): Sql {
  return sql`CAST(${literal(String(value))} AS DOUBLE)`;
}

/**
 * What the model has learned of each level of a comparison, by its code.
 * @throws UsageError naming a stratum or level that the model does not know
 */
export function parametersByCode(model: MatchModel, comparison: Comparison): Map<number, LevelParameters> {
  const known = model.comparisons[comparison.id];
  return new Map(
    codedLevels(comparison).map(({ code, stratum, level }) => {
      const parameters = known?.[stratum.id]?.[level.id];
      if (parameters !== undefined) return [code, parameters];
      const place = `${comparison.id} / ${stratum.id} / ${level.id}`;
      throw new UsageError({
        id: `Model tidak mengenal ${place} (perbandingan / strata / tingkat). Latih ulang dengan: sisir train DAFTAR --out model.json`,
        en: `The model does not know ${place} (comparison / stratum / level). Train it again with: sisir train ROLLS --out model.json`,
      });
    }),
  );
}

/**
 * The same weight in SQL, from the columns `code_<id>` and `share_<id>`; 0 where the comparison is not assessed.
 * @param parameters by code, as `parametersByCode` gives them
 */
export function weightSql(comparison: Comparison, parameters: ReadonlyMap<number, LevelParameters>): Sql {
  const levels = codedLevels(comparison).map(({ code }) => parameters.get(code));
  const known = byCode(
    comparison,
    doubles([0, ...levels.map((level) => (level === undefined ? null : fixedPart(level)))]),
  );
  if (levels.every((level) => level?.mean_share === undefined)) return known;
  const mean = byCode(comparison, doubles([null, ...levels.map((level) => level?.mean_share ?? null)]));
  const share = identifier(`share_${comparison.id}`);
  return sql`${known} - CASE WHEN ${mean} IS NULL THEN 0 ELSE log2(coalesce(${share}, ${mean})) END`;
}

/** One text cast once, rather than a cast for each of some hundred numbers, all of which would have to be planned. */
function doubles(values: readonly (number | null)[]): Sql {
  return sql`CAST(${literal(`[${values.map((value) => value ?? 'NULL').join(', ')}]`)} AS DOUBLE[])`;
}
