import { identifier, join, list, literal, type Sql, sql } from '../../engine/sql.ts';
import {
  type COMPARED_COLUMNS,
  type Comparison,
  type FrequencyKind,
  type Guard,
  NOT_ASSESSED,
} from '../../model/ganda.ts';
import type { InputFile } from '../../model/input-file.ts';
import { endColumns, overEnds } from './ends.ts';

/** Code of a pair that a comparison cannot judge. */
export const NOT_ASSESSED_CODE = 0;

/** Largest code that a UTINYINT holds. */
const MOST_CODES = 255;

/** Comparisons for which some input file has a column. */
export function activeComparisons(
  comparisons: readonly Comparison[],
  inputs: readonly InputFile[],
): Comparison[] {
  const present = new Set(inputs.flatMap(({ columns }) => columns.map(({ column }) => column)));
  return comparisons.filter(({ reads }) => reads.some((column) => present.has(column)));
}

/** A stratum and a level of a comparison, by the code that stands for both. */
export interface CodedLevel {
  readonly code: number;
  readonly stratum: Comparison['strata'][number];
  readonly level: Comparison['levels'][number];
}

/**
 * Every stratum and level of a comparison: code 1 + stratum index * number of levels + level index.
 * @throws RangeError when there are more than a byte holds
 */
export function codedLevels({ id, strata, levels }: Comparison): CodedLevel[] {
  if (strata.length * levels.length > MOST_CODES) throw new RangeError(`${id}: too many strata and levels`);
  return strata.flatMap((stratum, stratumIndex) =>
    levels.map((level, levelIndex) => ({
      code: 1 + stratumIndex * levels.length + levelIndex,
      stratum,
      level,
    })),
  );
}

/** The entry of a list for the column `code_<id>`: several times quicker than a CASE of as many branches. */
export function byCode(comparison: Comparison, entries: Sql): Sql {
  return sql`(${entries})[CAST(${identifier(`code_${comparison.id}`)} AS INTEGER) + 1]`;
}

/** Id of the level that the column `code_<id>` stands for. */
export function levelText(comparison: Comparison): Sql {
  return byCode(comparison, list([NOT_ASSESSED, ...codedLevels(comparison).map(({ level }) => level.id)]));
}

/** Index of the first choice whose `when` holds; NULL does not hold. The last choice takes the rest. */
function indexOfFirst(choices: readonly { readonly when?: string }[]): Sql {
  const conditional = choices.flatMap(({ when }, index) =>
    when === undefined ? [] : [sql`WHEN ${overEnds(when)} THEN ${literal(index)}`],
  );
  const last = literal(choices.length - 1);
  return conditional.length === 0 ? last : sql`CASE ${join(conditional, ' ')} ELSE ${last} END`;
}

function codeOf({ missing, strata, levels }: Comparison): Sql {
  return sql`CASE WHEN ${overEnds(missing)} THEN ${literal(NOT_ASSESSED_CODE)}
    ELSE 1 + (${indexOfFirst(strata)}) * ${literal(levels.length)} + (${indexOfFirst(levels)}) END`;
}

type CarriedColumn = (typeof COMPARED_COLUMNS)[number] & `${string}_share${string}`;

function carried(side: 'a' | 'b', column: CarriedColumn): Sql {
  return identifier(`${side}.${column}`);
}

/** Where the sides differ, an equal value counts as common as on the side where it is more common. */
function commoner(column: CarriedColumn): Sql {
  return sql`greatest(${carried('a', column)}, ${carried('b', column)})`;
}

/** Share, on one side, of the rarest word that both names have. */
function rarestCommon(side: 'a' | 'b', other: 'a' | 'b'): Sql {
  const words = sql`list_transform(${carried(other, 'word_shares')}, lambda theirs: theirs.word)`;
  return sql`list_min(list_filter(${carried(side, 'word_shares')}, lambda own: list_contains(${words}, own.word))).share`;
}

/** What a pair's share is computed from, carried beside the levels, and how. */
const SHARES: Readonly<Record<FrequencyKind, { readonly from: CarriedColumn; readonly share: Sql }>> = {
  name: { from: 'equal_name_share', share: commoner('equal_name_share') },
  'commoner-name': { from: 'name_share', share: commoner('name_share') },
  'rarest-word': {
    from: 'word_shares',
    share: sql`greatest(${rarestCommon('a', 'b')}, ${rarestCommon('b', 'a')})`,
  },
  'birth-date': { from: 'date_share', share: commoner('date_share') },
  nkk: { from: 'nkk_share', share: commoner('nkk_share') },
  place: {
    from: 'place_share',
    share: sql`greatest(least(${carried('a', 'place_share')}, ${carried('b', 'place_share')}), 0.005)`,
  },
  desa: { from: 'desa_share', share: commoner('desa_share') },
  kecamatan: { from: 'kecamatan_share', share: commoner('kecamatan_share') },
};

function shareOf({ id, levels }: Comparison): Sql {
  const code = identifier(`code_${id}`);
  const adjusted = levels.flatMap(({ frequency }, index) =>
    frequency === undefined ? [] : [sql`WHEN ${literal(index)} THEN ${SHARES[frequency].share}`],
  );
  if (adjusted.length === 0) return sql`CAST(NULL AS DOUBLE)`;
  return sql`CASE WHEN ${code} > 0 THEN CASE (${code} - 1) % ${literal(levels.length)} ${join(adjusted, ' ')} END END`;
}

/** All that a comparison reads of the two rows. */
function conditionsOf({ missing, strata, levels, measures = {} }: Comparison): string[] {
  const shares = levels.flatMap(({ frequency }) => (frequency === undefined ? [] : SHARES[frequency].from));
  return [
    missing,
    ...Object.values(measures),
    ...[...strata, ...levels].flatMap(({ when = [] }) => when),
    ...shares.flatMap((column) => [`a.${column}`, `b.${column}`]),
  ];
}

/** What comes beside the levels. */
export interface Beside {
  /** Guards that will be asked: what they read of the rows stays, as `endColumns`. */
  readonly guards?: readonly Guard[];
  /** Columns over `a.` and `b.` */
  readonly more?: readonly Sql[];
}

/**
 * The levels of pairs. `pairs` gives `match_a`, `match_b` and anything more. The result has every column of `pairs`, what
 * `beside` asks for, and for each comparison `code_<id>` UTINYINT (`codedLevels`; 0 is not assessed) and `share_<id>`
 * DOUBLE: the share that the level's frequency adjustment reads, NULL where there is none. Reads compared_row.
 */
export function levelQuery(
  comparisons: readonly Comparison[],
  pairs: Sql,
  { guards = [], more = [] }: Beside = {},
): Sql {
  if (comparisons.length + guards.length + more.length === 0) return pairs;
  const ofGuards = guards.map(({ when }) => when);
  const own = endColumns(comparisons.flatMap(conditionsOf), { without: ofGuards });
  const read = [...endColumns(ofGuards), ...own].map(({ source, column }) => sql`${source} AS ${column}`);
  const measures = comparisons.flatMap(({ measures: stated = {} }) => Object.entries(stated));
  const joined = sql`SELECT ${join([sql`pair.*`, ...read, ...more])}
    FROM (${pairs}) AS pair
    JOIN compared_row AS a ON a.match_id = pair.match_a
    JOIN compared_row AS b ON b.match_id = pair.match_b`;
  const measured = measures.reduce(
    (from, [name, measure]) => sql`SELECT *, ${overEnds(measure)} AS ${identifier(name)} FROM (${from})`,
    joined,
  );
  const codes = comparisons.map(
    (comparison) => sql`CAST(${codeOf(comparison)} AS UTINYINT) AS ${identifier(`code_${comparison.id}`)}`,
  );
  const shares = comparisons.map(
    (comparison) => sql`${shareOf(comparison)} AS ${identifier(`share_${comparison.id}`)}`,
  );
  const passing = [...own.map(({ column }) => column), ...measures.map(([name]) => identifier(name))];
  const kept = passing.length === 0 ? sql`*` : sql`* EXCLUDE (${join(passing)})`;
  return sql`SELECT ${join([kept, ...shares])}
    FROM (SELECT ${join([sql`*`, ...codes])} FROM (${measured}))`;
}
