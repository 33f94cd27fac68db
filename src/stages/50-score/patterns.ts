import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Comparison, Guard } from '../../model/ganda.ts';
import { guardSql } from './guards.ts';
import { levelQuery, levelText } from './levels.ts';

/** Rarity is counted in eighths of a bit: finer than a share is known. */
const RARITY_STEPS = 8;

/** Mean inverse shares are kept in 64ths, at most as large as an INTEGER. */
const INVERSE_STEPS = 64;
const LARGEST_INTEGER = 2_147_483_647;

/**
 * Pairs, gathered by everything that their weight depends on. One entry of each array is one pattern; the patterns
 * are sorted by that key, so that sums over them do not depend on threads or on the order of rows.
 */
export interface Patterns {
  /** How many pairs show the pattern. */
  readonly pairs: Int32Array;
  /** Of these, the pairs of which truth says whether they are one person. */
  readonly judged: Int32Array;
  /** Of these, the pairs that are one person. */
  readonly matches: Int32Array;
  /** For each comparison the code of stratum and level (`codedLevels`). */
  readonly codes: readonly Int32Array[];
  /** For each comparison the mean over the pairs of 1 / share, or 0 where they have no share. */
  readonly inverseShares: readonly Float64Array[];
  /** Sum over the comparisons that have a share of log2(1 / share), bits. */
  readonly rarity: Float64Array;
  /** Weight of the guard that fires, log2; 0 where none does. */
  readonly guardWeight: Float64Array;
}

/** What the patterns are gathered by. */
export interface PatternSetting {
  readonly comparisons: readonly Comparison[];
  readonly guards: readonly Guard[];
}

/**
 * Gathers sets of pairs into patterns, each set by itself. A set gives `match_a`, `match_b` and `is_match` BOOLEAN
 * (NULL: not known); compared_row holds the rows. Makes the table `name`: by one statement, since to plan it takes
 * longer than to run it over a set of a hundred thousand pairs.
 */
export async function makePatterns(
  database: Database,
  name: string,
  sets: readonly Sql[],
  { comparisons, guards }: PatternSetting,
): Promise<Patterns[]> {
  const codes = comparisons.map(({ id }) => `code_${id}`);
  const inverses = comparisons.map(({ id }) => `inverse_${id}`);
  const key = ['pair_set', ...codes, 'shared', 'rarity', 'guard'];
  const pairs = sets.map(
    (set, index) => sql`SELECT CAST(${literal(index)} AS INTEGER) AS pair_set, * FROM (${set})`,
  );
  await database.run(sql`CREATE OR REPLACE TABLE ${identifier(name)} AS
    SELECT ${join(key.map(identifier))},
      CAST(count(*) AS INTEGER) AS pairs,
      CAST(count(is_match) AS INTEGER) AS judged,
      CAST(count(*) FILTER (is_match) AS INTEGER) AS matches,
      ${join(comparisons.map(({ id }, index) => sql`${meanInverse(id)} AS ${identifier(inverses[index] ?? '')}`))}
    FROM (${keyedQuery(comparisons, guards, join(pairs, ' UNION ALL '))})
    GROUP BY ${join(key.map(identifier))}`);
  const columns = [...key, 'pairs', 'judged', 'matches', ...inverses];
  const arrays = await database.integers(name, columns, key);
  const setOf = arrays[0] ?? new Int32Array();
  const starts = startsOf(setOf, sets.length);
  return sets.map((_, set) => {
    const column = (wanted: string) =>
      (arrays[columns.indexOf(wanted)] ?? new Int32Array()).subarray(starts[set], starts[set + 1]);
    return {
      pairs: column('pairs'),
      judged: column('judged'),
      matches: column('matches'),
      codes: codes.map(column),
      inverseShares: inverses.map((inverse) => scaled(column(inverse), INVERSE_STEPS)),
      rarity: scaled(column('rarity'), RARITY_STEPS),
      guardWeight: Float64Array.from(column('guard'), (index) => guards[index]?.weight ?? 0),
    };
  });
}

/** Where each set begins among rows sorted by their set, and where the last one ends. */
function startsOf(setOf: Int32Array, sets: number): number[] {
  const starts: number[] = [];
  for (let set = 0, row = 0; set <= sets; set += 1) {
    while (row < setOf.length && (setOf[row] ?? 0) < set) row += 1;
    starts.push(row);
  }
  return starts;
}

function scaled(values: Int32Array, steps: number): Float64Array {
  return Float64Array.from(values, (value) => value / steps);
}

/** Shares summed as integers: their order cannot show. */
function meanInverse(id: string): Sql {
  const inverse = sql`CAST(round(${literal(INVERSE_STEPS)} / ${identifier(`share_${id}`)}) AS BIGINT)`;
  return sql`CAST(least(coalesce(sum(${inverse}) // count(*), 0), ${literal(LARGEST_INTEGER)}) AS INTEGER)`;
}

/** Each pair with its codes, a bit mask of the comparisons that have a share, its rarity and the guard that fires. */
function keyedQuery(comparisons: readonly Comparison[], guards: readonly Guard[], pairs: Sql): Sql {
  const shares = comparisons.map(({ id }) => identifier(`share_${id}`));
  const shared = shares.map(
    (share, bit) => sql`CASE WHEN ${share} IS NULL THEN 0 ELSE ${literal(2 ** bit)} END`,
  );
  const rarity = shares.map((share) => sql`coalesce(log2(${share}), 0)`);
  const levels = comparisons.map(
    (comparison) => sql`${levelText(comparison)} AS ${identifier(`level_${comparison.id}`)}`,
  );
  return sql`SELECT
      ${join(comparisons.map(({ id }) => sql`CAST(${identifier(`code_${id}`)} AS INTEGER) AS ${identifier(`code_${id}`)}`))},
      CAST(${join(shared, ' + ')} AS INTEGER) AS shared,
      CAST(round(${literal(-RARITY_STEPS)} * (${join(rarity, ' + ')})) AS INTEGER) AS rarity,
      coalesce(CAST(list_position(${guardList(guards)}, guard) AS INTEGER) - 1, -1) AS guard,
      pair_set, is_match, ${join(shares)}
    FROM (
      SELECT pair.*, ${guardSql(guards)} AS guard
      FROM (SELECT *, ${join(levels)} FROM (${levelQuery(comparisons, pairs, { guards })})) AS pair
    )`;
}

function guardList(guards: readonly Guard[]): Sql {
  return sql`CAST([${join(guards.map(({ id }) => literal(id)))}] AS VARCHAR[])`;
}
