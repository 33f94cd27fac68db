import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { type Comparison, MATCH_COLUMNS } from '../../model/ganda.ts';

/** Pairs of any two rows: some levels of agreement are seen once in ten thousand. */
const UNCONDITIONAL_PAIRS = 4_000_000;
/** Pairs that agree on something: levels are less rare among them. */
const CONDITIONAL_PAIRS = 300_000;
/** Draws a row at most: with more, the pairs of one row would say the same again and again. */
const PAIRS_PER_ROW = 20;
/** Fewer are always drawn, if there are as many: what is rare among a small list's pairs would not be seen otherwise. */
const LEAST_PAIRS = 100_000;
/** Rows that unconditional pairs are drawn from; more would only make the draw slower. */
const UNCONDITIONAL_ROWS = 2_000_000;

export interface RandomPairsPlan {
  /** The different lists of columns that strata ask for. */
  readonly sets: readonly (readonly string[])[];
  /** For each comparison and stratum, the index of its set. */
  readonly setOf: readonly (readonly number[])[];
}

/** Which sets of random pairs the strata need: one for each list of columns, whatever their order. */
export function planRandomPairs(comparisons: readonly Comparison[]): RandomPairsPlan {
  const keyOf = (equal: readonly string[]) => [...new Set(equal)].toSorted();
  const sets = new Map(
    comparisons
      .flatMap(({ strata }) => strata.map(({ equal }) => keyOf(equal)))
      .map((columns) => [columns.join(), columns]),
  );
  const names = [...sets.keys()].toSorted();
  return {
    sets: names.map((name) => sets.get(name) ?? []),
    setOf: comparisons.map(({ strata }) => strata.map(({ equal }) => names.indexOf(keyOf(equal).join()))),
  };
}

/**
 * Makes `training_row`: match_row's columns that strata and draws read, and `draw` UHUGEINT, a hash of the voter key
 * and the seed. Rows are drawn by it alone, so that neither threads nor the order of rows or files can show.
 */
export async function makeTrainingRows(database: Database, seed: number): Promise<void> {
  await database.materialise(
    'training_row',
    sql`SELECT match_id, ${join(MATCH_COLUMNS.map(identifier))}, md5_number(voter_key || ':' || ${literal(String(seed))}) AS draw
      FROM match_row JOIN (SELECT row_id, voter_key FROM roll) USING (row_id)`,
  );
}

/**
 * Draws random pairs of rows that agree on `equal` (columns of match_row), each possible pair with the same chance and
 * with replacement: a row is drawn as often as there are rows to pair it with, and its partner by the hash of the
 * draw. All pairs are taken, once, where they are no more than are wanted: 20 a row, at least `leastPairs`. Reads training_row, makes `table`.
 * @throws RangeError for a column that match_row does not have
 */
export async function makeRandomPairs(
  database: Database,
  table: string,
  equal: readonly string[],
  leastPairs = LEAST_PAIRS,
): Promise<void> {
  const unknown = equal.find((column) => !MATCH_COLUMNS.some((known) => known === column));
  if (unknown !== undefined)
    throw new RangeError(`random pairs cannot agree on ${unknown}: not in match_row`);
  await placeRows(database, equal);
  const { rows, possible } = await database.row<{ rows: number; possible: number }>(
    sql`SELECT count(*) AS rows, CAST(coalesce(sum(size - 1), 0) AS DOUBLE) / 2 AS possible FROM placed_row`,
  );
  const most = equal.length === 0 ? UNCONDITIONAL_PAIRS : CONDITIONAL_PAIRS;
  const wanted = Math.min(most, Math.max(rows * PAIRS_PER_ROW, leastPairs));
  await database.run(sql`CREATE OR REPLACE TABLE ${identifier(table)} AS
    SELECT least(a.match_id, b.match_id) AS match_a, greatest(a.match_id, b.match_id) AS match_b
    FROM (${possible <= wanted ? everyPartner() : drawnPartners(wanted / possible)}) AS a
    JOIN placed_row AS b ON ${join(
      [
        ...equal.map((column) => sql`a.${identifier(column)} = b.${identifier(column)}`),
        sql`a.partner = b.place`,
      ],
      ' AND ',
    )}`);
  await database.run(sql`DROP TABLE placed_row`);
}

/** placed_row: rows that share `equal` with another, their place among them in the order of `draw`, and how many. */
async function placeRows(database: Database, equal: readonly string[]): Promise<void> {
  const columns = equal.map(identifier);
  const known = columns.map((column) => sql`${column} IS NOT NULL`);
  const group = columns.length === 0 ? sql`` : sql`PARTITION BY ${join(columns)}`;
  await database.run(sql`CREATE OR REPLACE TABLE placed_row AS
    SELECT match_id, draw${join(
      columns.map((column) => sql`, ${column}`),
      '',
    )}, CAST(row_number() OVER (${group} ORDER BY draw) - 1 AS INTEGER) AS place, CAST(count(*) OVER (${group}) AS INTEGER) AS size
    FROM ${columns.length === 0 ? thinnedRows() : sql`training_row WHERE ${join(known, ' AND ')}`}
    QUALIFY size > 1`);
}

/** A part of the rows, by their hash. */
function thinnedRows(): Sql {
  return sql`training_row WHERE draw % 1000000 < ceil(1e6 * ${literal(UNCONDITIONAL_ROWS)} / (SELECT count(*) FROM training_row))`;
}

/** Every later row of the group. */
function everyPartner(): Sql {
  return sql`SELECT *, unnest(range(place + 1, size)) AS partner FROM placed_row`;
}

/** A row of a group of n takes part in `rate` × (n - 1) / 2 draws, a fraction of a draw by chance. */
function drawnPartners(rate: number): Sql {
  const draws = sql`${rate} * (size - 1) / 2`;
  return sql`SELECT *, (place + 1 + md5_number_lower(draw || ':' || turn) % (size - 1)) % size AS partner
    FROM (
      SELECT *, unnest(range(CAST(floor(${draws}) AS BIGINT)
        + CASE WHEN draw % 1000003 < 1000003 * (${draws} - floor(${draws})) THEN 1 ELSE 0 END)) AS turn
      FROM placed_row
    )`;
}
