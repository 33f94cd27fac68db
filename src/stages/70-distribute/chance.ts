import { areaCode } from '../../engine/codes.ts';
import type { Database } from '../../engine/database.ts';
import { join, literal, sql } from '../../engine/sql.ts';
import { SIMILAR } from '../../model/ganda.ts';
import { coincidences, type NamePairs } from './coincidences.ts';

/** Rows of one birth year in an area, and how often two of them share their birth date. */
interface BirthYear {
  readonly year: number;
  readonly rows: number;
  /** Pairs of rows of the year that share their date: the sum of n(n-1)/2 over its dates. */
  readonly same_date: number;
}

/** Rows of a province that spans its areas stand under this code. */
const EVERYWHERE = -1;

/**
 * How many pairs of equal name and birth date chance alone would give if all rows were different people: for each
 * birth year, the pairs of equal name times the chance that two different rows of that year share their date, by the
 * roll's own dates (the birthday problem as McDonald and Levitt 2008 put it, "Seeing Double Voting", 7 Election Law
 * Journal 111). Dates that officials give to people who do not know theirs are counted as they are, so that their
 * crowding is expected too. Rows are taken without replacement: in a small area n²/N² would expect too much.
 */
export function expectedPairs(sameYear: NamePairs['sameYear'], years: readonly BirthYear[]): number {
  let expected = 0;
  for (const { year, rows, same_date } of years.toSorted((left, right) => left.year - right.year)) {
    const allPairs = (rows * (rows - 1)) / 2;
    if (allPairs > 0) expected += (sameYear.get(year) ?? 0) * (same_date / allPairs);
  }
  return expected;
}

async function birthYears(database: Database): Promise<Map<number, BirthYear[]>> {
  const counted = await database.rows<BirthYear & { area: number }>(sql`
    SELECT area, birth // 10000 AS year, CAST(sum(rows) AS BIGINT) AS rows, CAST(sum(rows * (rows - 1) // 2) AS BIGINT) AS same_date
    FROM (
      SELECT area, birth, count(*) AS rows FROM named_row GROUP BY area, birth
      UNION ALL
      SELECT ${literal(EVERYWHERE)}, birth, count(*) FROM named_row GROUP BY birth
    ) GROUP BY ALL`);
  const byArea = new Map<number, BirthYear[]>();
  for (const { area, ...year } of counted) byArea.set(area, [...(byArea.get(area) ?? []), year]);
  return byArea;
}

/** Pairs of equal name and birth date in the whole roll and in each area: observed, and expected by chance. */
async function baselines(
  database: Database,
): Promise<{ area: number; observed: number; expected: number }[]> {
  await database.materialise(
    'named_row',
    sql`SELECT
        name_key_id AS name,
        CAST(year(birth_date) * 10000 + month(birth_date) * 100 + day(birth_date) AS INTEGER) AS birth,
        CAST(coalesce(area_kabupaten, 0) AS INTEGER) AS area
      FROM match_row WHERE name_key_id IS NOT NULL AND birth_date IS NOT NULL`,
  );
  const sorted = ['name', 'birth', 'area'];
  const [name, birth, area] = await database.integers('named_row', sorted, sorted);
  if (name === undefined || birth === undefined || area === undefined)
    throw new RangeError('a column of the named rows is missing');
  const { all, byArea } = coincidences({ name, birth, area });
  const years = await birthYears(database);
  return [[EVERYWHERE, all] as const, ...byArea].map(([code, { sameDate, sameYear }]) => ({
    area: code,
    observed: sameDate,
    expected: expectedPairs(sameYear, years.get(code) ?? []),
  }));
}

/**
 * Makes `chance_baseline`: one row for the whole roll and one for each kabupaten/kota of the rolls, also where no two
 * rows share a name and a birth date. Reads match_row, area_voters, ganda_pair, area.
 */
export async function makeChanceBaseline(database: Database): Promise<void> {
  const found = (await baselines(database)).map(
    ({ area, observed, expected }) =>
      sql`(${literal(area)}, CAST(${literal(observed)} AS BIGINT), CAST(${literal(expected.toFixed(3))} AS DECIMAL(18, 3)))`,
  );
  await database.run(
    sql`CREATE OR REPLACE TABLE coincidence AS SELECT * FROM (VALUES ${join(found)}) AS found (area, observed, expected)`,
  );
  const pairs = (condition: ReturnType<typeof sql>) =>
    sql`CAST(coalesce(sum(pairs) FILTER (${condition}), 0) AS BIGINT)`;
  await database.materialise(
    'chance_baseline',
    sql`SELECT
      CASE WHEN area = ${literal(EVERYWHERE)} THEN 'provinsi' ELSE 'kabupaten' END AS level,
      CASE WHEN area <> ${literal(EVERYWHERE)} THEN ${areaCode('area', 4)} END AS kode_kabupaten,
      (SELECT nama FROM area AS named WHERE named.kode = whole.area AND named.level = 4) AS nama_kabupaten,
      voters,
      coalesce(observed, 0) AS pairs_observed,
      coalesce(expected, 0) AS pairs_expected,
      CAST(coalesce(observed, 0) - coalesce(expected, 0) AS DECIMAL(18, 3)) AS pairs_excess,
      coalesce(pairs_mirip, 0) AS pairs_mirip,
      coalesce(pairs_graded, 0) AS pairs_graded
    FROM (
      SELECT area_kabupaten AS area, CAST(sum(voters) AS BIGINT) AS voters FROM area_voters GROUP BY area_kabupaten
      UNION ALL
      SELECT ${literal(EVERYWHERE)}, CAST(coalesce(sum(voters), 0) AS BIGINT) FROM area_voters
    ) AS whole
    LEFT JOIN coincidence USING (area)
    LEFT JOIN (
      SELECT area,
        ${pairs(sql`grade = ${literal(SIMILAR)}`)} AS pairs_mirip,
        ${pairs(sql`grade <> ${literal(SIMILAR)}`)} AS pairs_graded
      FROM (
        SELECT area_kabupaten_a AS area, grade, count(*) AS pairs FROM ganda_pair
        WHERE area_kabupaten_a = area_kabupaten_b GROUP BY ALL
        UNION ALL
        SELECT ${literal(EVERYWHERE)}, grade, count(*) FROM ganda_pair GROUP BY ALL
      ) GROUP BY area
    ) USING (area)`,
  );
}
