import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/engine/database.ts';
import { join, literal, sql } from '../../../src/engine/sql.ts';
import { expectedPairs, makeChanceBaseline } from '../../../src/stages/70-distribute/chance.ts';
import { coincidences } from '../../../src/stages/70-distribute/coincidences.ts';
import { withDatabase } from '../../support/stages.ts';

interface Named {
  readonly name: number | null;
  /** YYYY-MM-DD */
  readonly birth: string | null;
  readonly area: number | null;
}

interface Baseline {
  readonly level: string;
  readonly kode_kabupaten: string | null;
  readonly nama_kabupaten: string | null;
  readonly voters: number;
  readonly pairs_observed: number;
  readonly pairs_expected: number;
  readonly pairs_excess: number;
  readonly pairs_mirip: number;
  readonly pairs_graded: number;
}

/** The tables that the baseline is made from, for rows given as SQL with name_key_id, birth_date, area_kabupaten. */
async function makeTables(database: Database, rows: ReturnType<typeof sql>): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE match_row AS ${rows}`);
  await database.run(sql`CREATE OR REPLACE TABLE area_voters AS
    SELECT coalesce(area_kabupaten, 0) AS area_kabupaten, count(*) AS voters FROM match_row GROUP BY ALL`);
  await database.run(
    sql`CREATE OR REPLACE TABLE ganda_pair (area_kabupaten_a INTEGER, area_kabupaten_b INTEGER, grade VARCHAR)`,
  );
}

async function baseline(database: Database): Promise<Baseline[]> {
  await makeChanceBaseline(database);
  return await database.rows<Baseline>(sql`SELECT * REPLACE (
      CAST(pairs_expected AS DOUBLE) AS pairs_expected, CAST(pairs_excess AS DOUBLE) AS pairs_excess)
    FROM chance_baseline ORDER BY kode_kabupaten NULLS FIRST`);
}

async function baselineOf(rows: readonly Named[]): Promise<Baseline[]> {
  return await withDatabase(async (database) => {
    const values = rows.map(
      ({ name, birth, area }) => sql`(${literal(name)}, CAST(${literal(birth)} AS DATE), ${literal(area)})`,
    );
    await makeTables(
      database,
      sql`SELECT * FROM (VALUES ${join(values)}) AS given (name_key_id, birth_date, area_kabupaten)`,
    );
    return await baseline(database);
  });
}

describe('coincidences', () => {
  it('equals counting every pair, on random rows', () => {
    const row = fc.record({
      name: fc.integer({ min: 0, max: 3 }),
      birth: fc.constantFrom(19800101, 19800102, 19800701, 19810101, 19810102),
      area: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (drawn) => {
        const sorted = drawn.toSorted(
          (left, right) => left.name - right.name || left.birth - right.birth || left.area - right.area,
        );
        const column = (key: 'name' | 'birth' | 'area') => Int32Array.from(sorted, (entry) => entry[key]);
        const { all, byArea } = coincidences({
          name: column('name'),
          birth: column('birth'),
          area: column('area'),
        });
        const pairs = sorted.flatMap((a, index) =>
          sorted.slice(index + 1).flatMap((b) => (a.name === b.name ? [{ a, b }] : [])),
        );
        const year = (birth: number) => Math.floor(birth / 10_000);
        const count = (area?: number) => {
          const inside = pairs.filter(
            ({ a, b }) => area === undefined || (a.area === area && b.area === area),
          );
          const years = new Map<number, number>();
          for (const { a, b } of inside)
            if (year(a.birth) === year(b.birth))
              years.set(year(a.birth), (years.get(year(a.birth)) ?? 0) + 1);
          return { sameDate: inside.filter(({ a, b }) => a.birth === b.birth).length, sameYear: years };
        };
        expect(all).toEqual(count());
        for (const area of [0, 1, 2])
          expect(byArea.get(area) ?? { sameDate: 0, sameYear: new Map() }).toEqual(count(area));
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('expectedPairs', () => {
  it('gives the birthday problem: 23 people of one name and year share a birthday 0.693 times', () => {
    const days = 365;
    const perDay = 1000;
    const rows = days * perDay;
    const years = [{ year: 1980, rows, same_date: (days * perDay * (perDay - 1)) / 2 }];
    expect(expectedPairs(new Map([[1980, (23 * 22) / 2]]), years)).toBeCloseTo(253 / 365, 2);
  });

  it('is nothing for a year of one row, or without a name in common', () => {
    expect(expectedPairs(new Map([[1980, 1]]), [{ year: 1980, rows: 1, same_date: 0 }])).toBe(0);
    expect(expectedPairs(new Map(), [{ year: 1980, rows: 10, same_date: 5 }])).toBe(0);
  });
});

describe('chance_baseline', () => {
  it('has a row for the roll and one for each area, exact on rows that can be counted by hand', async () => {
    const rows: Named[] = [
      { name: 1, birth: '1980-01-01', area: 3374 },
      { name: 1, birth: '1980-01-01', area: 3374 },
      { name: 1, birth: '1980-05-05', area: 3374 },
      { name: 2, birth: '1980-05-05', area: 3374 },
      { name: 1, birth: '1980-01-01', area: 3301 },
      { name: 2, birth: '1981-01-01', area: 3301 },
      { name: null, birth: '1980-01-01', area: 3301 },
      { name: 1, birth: null, area: null },
    ];
    const found = await baselineOf(rows);
    expect(found.map(({ level, kode_kabupaten, voters }) => [level, kode_kabupaten, voters])).toEqual([
      ['provinsi', null, 8],
      ['kabupaten', '0000', 1],
      ['kabupaten', '3301', 3],
      ['kabupaten', '3374', 4],
    ]);
    expect(found.map(({ nama_kabupaten }) => nama_kabupaten)).toEqual([
      null,
      null,
      expect.stringMatching(/cilacap/i),
      expect.stringMatching(/semarang/i),
    ]);
    expect(found.map(({ pairs_observed }) => pairs_observed)).toEqual([3, 0, 0, 1]);
    // Province: 6 pairs of name 1 in 1980; of its 10 pairs of rows, 3 + 1 share their date.
    // Kota Semarang: 3 pairs of name 1; of 6 pairs of rows, 1 + 1 share their date.
    expect(found.map(({ pairs_expected }) => pairs_expected)).toEqual([2.4, 0, 0, 1]);
    expect(found.map(({ pairs_excess }) => pairs_excess)).toEqual([0.6, 0, 0, 0]);
  });

  it('counts published pairs beside: mirip and with a grade, both rows in the area', async () => {
    const found = await withDatabase(async (database) => {
      await makeTables(
        database,
        sql`SELECT * FROM (VALUES (1, DATE '1980-01-01', 3374), (2, DATE '1980-01-01', 3301)) AS given (name_key_id, birth_date, area_kabupaten)`,
      );
      await database.run(sql`INSERT INTO ganda_pair VALUES
        (3374, 3374, 'mirip'), (3374, 3374, 'mirip'), (3374, 3301, 'mirip'), (3301, 3301, 'K1'), (3374, 3301, 'K3')`);
      return await baseline(database);
    });
    expect(found.map((row) => [row.kode_kabupaten, row.pairs_mirip, row.pairs_graded])).toEqual([
      [null, 3, 2],
      ['3301', 0, 1],
      ['3374', 2, 0],
    ]);
  });

  it('expects what is observed on a roll of different people, and sees the copies in another', async () => {
    const rolls = await withDatabase(async (database) => {
      // Names and dates are independent: names as skewed as real ones, dates crowded on 1 July, two areas.
      const drawn = (salt: number) => sql`CAST(hash(i * 7 + ${literal(salt)}) % 1000003 AS DOUBLE) / 1000003`;
      await makeTables(
        database,
        sql`SELECT
          CAST(floor(20000 * pow(${drawn(1)}, 3)) AS INTEGER) AS name_key_id,
          CASE WHEN ${drawn(2)} < 0.05 THEN make_date(CAST(1950 + floor(50 * ${drawn(3)}) AS INTEGER), 7, 1)
            ELSE DATE '1950-01-01' + CAST(floor(18262 * ${drawn(4)}) AS INTEGER) END AS birth_date,
          CASE WHEN ${drawn(5)} < 0.3 THEN 3301 ELSE 3374 END AS area_kabupaten
        FROM range(200000) AS numbers (i)`,
      );
      const different = await baseline(database);
      await database.run(
        sql`INSERT INTO match_row SELECT * FROM match_row USING SAMPLE reservoir (2000 ROWS) REPEATABLE (1)`,
      );
      return { different, copied: await baseline(database) };
    });
    for (const { pairs_observed, pairs_expected } of rolls.different) {
      expect(pairs_expected).toBeGreaterThan(100);
      // Pairs of one name are not independent of one another: somewhat wider than Poisson.
      expect(Math.abs(pairs_observed - pairs_expected)).toBeLessThan(4 * Math.sqrt(pairs_expected));
    }
    const [before, after] = [rolls.different[0], rolls.copied[0]];
    const excess = (after?.pairs_excess ?? 0) - (before?.pairs_excess ?? 0);
    expect(excess).toBeGreaterThan(1900);
    expect(excess).toBeLessThan(2400);
  });

  it('has an answer for an empty roll', async () => {
    const found = await withDatabase(async (database) => {
      await makeTables(
        database,
        sql`SELECT CAST(1 AS INTEGER) AS name_key_id, DATE '1980-01-01' AS birth_date, 3301 AS area_kabupaten WHERE false`,
      );
      return await baseline(database);
    });
    expect(found).toMatchObject([{ level: 'provinsi', voters: 0, pairs_observed: 0, pairs_expected: 0 }]);
  });
});
