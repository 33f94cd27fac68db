import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/engine/database.ts';
import { identifier, join, literal, sql } from '../../../src/engine/sql.ts';
import { MATCH_COLUMNS } from '../../../src/model/ganda.ts';
import {
  makeRandomPairs,
  makeTrainingRows,
  planRandomPairs,
} from '../../../src/stages/50-score/random-pairs.ts';
import { withThreads } from '../../support/stages.ts';
import { PLANTED_COMPARISONS } from './planted.ts';

/** One group of 300 rows, a hundred groups of 3, and 5 rows whose desa is not known. */
const BIG = 300;
const SMALL_GROUPS = 100;
const ROWS = BIG + 3 * SMALL_GROUPS + 5;

/** Makes roll and match_row; `turned` numbers the rows the other way round. */
async function makeRows(database: Database, turned: boolean): Promise<void> {
  const desa = sql`CASE WHEN i < ${literal(BIG)} THEN 1 WHEN i < ${literal(ROWS - 5)} THEN i // 3 END`;
  const other = MATCH_COLUMNS.filter((column) => column !== 'area_desa').map(
    (column) => sql`CAST(NULL AS BIGINT) AS ${identifier(column)}`,
  );
  const number = turned ? sql`${literal(ROWS - 1)} - i` : sql`i`;
  await database.run(sql`CREATE OR REPLACE TABLE roll AS
    SELECT ${number} AS row_id, 'pemilih ' || i AS voter_key FROM range(${literal(ROWS)}) AS numbered (i)`);
  await database.run(sql`CREATE OR REPLACE TABLE match_row AS
    SELECT CAST(${number} AS INTEGER) AS match_id, ${number} AS row_id, ${desa} AS area_desa, ${join(other)}
    FROM range(${literal(ROWS)}) AS numbered (i)`);
}

interface Drawn {
  readonly a: string;
  readonly b: string;
  readonly size: number;
}

/** The pairs by their voter keys, and the size of the group that they come from. */
async function draw(
  database: Database,
  equal: readonly string[],
  { seed = 1, turned = false } = {},
): Promise<Drawn[]> {
  await makeRows(database, turned);
  await makeTrainingRows(database, seed);
  await makeRandomPairs(database, 'drawn', equal, 0);
  return await database.rows<Drawn>(sql`
    SELECT least(a.voter_key, b.voter_key) AS a, greatest(a.voter_key, b.voter_key) AS b,
      CASE WHEN one.area_desa = 1 AND two.area_desa = 1 THEN ${literal(BIG)} ELSE 3 END AS size
    FROM drawn
    JOIN match_row AS one ON one.match_id = match_a JOIN roll AS a ON a.row_id = one.row_id
    JOIN match_row AS two ON two.match_id = match_b JOIN roll AS b ON b.row_id = two.row_id
    WHERE match_a < match_b AND (one.area_desa = two.area_desa OR ${literal(equal.length === 0)})
    ORDER BY a, b`);
}

describe('makeRandomPairs', () => {
  it('draws the same pairs again, and whatever the order of the rows', async () => {
    await withThreads(async (database) => {
      for (const equal of [[], ['area_desa']]) {
        const first = await draw(database, equal);
        expect(first.length).toBeGreaterThan(1000);
        expect(await draw(database, equal)).toEqual(first);
        expect(await draw(database, equal, { turned: true })).toEqual(first);
        expect(await draw(database, equal, { seed: 2 })).not.toEqual(first);
      }
    });
  });

  it('draws only pairs that agree, and none of a row with itself', async () => {
    await withThreads(async (database) => {
      const pairs = await draw(database, ['area_desa']);
      const { all } = await database.row<{ all: number }>(sql`SELECT count(*) AS "all" FROM drawn`);
      expect(pairs).toHaveLength(all);
      expect(pairs.filter(({ a, b }) => a === b)).toEqual([]);
    });
  });

  it('gives every possible pair the same chance, in large groups and in small ones', async () => {
    await withThreads(async (database) => {
      const counts = new Map<number, number>();
      const seeds = 12;
      for (let seed = 1; seed <= seeds; seed++) {
        for (const { size } of await draw(database, ['area_desa'], { seed })) {
          counts.set(size, (counts.get(size) ?? 0) + 1);
        }
      }
      const possible = (size: number) => (size === BIG ? (BIG * (BIG - 1)) / 2 : 3 * SMALL_GROUPS);
      const rate = (size: number) => (counts.get(size) ?? 0) / possible(size) / seeds;
      expect(rate(BIG)).toBeGreaterThan(0.2);
      expect(rate(BIG)).toBeLessThan(0.35);
      expect(Math.abs(rate(3) / rate(BIG) - 1)).toBeLessThan(0.1);
    });
  });

  it('takes all pairs where they are few', async () => {
    await withThreads(async (database) => {
      await makeRows(database, false);
      await database.run(sql`DELETE FROM match_row WHERE area_desa = 1`);
      await makeTrainingRows(database, 1);
      await makeRandomPairs(database, 'drawn', ['area_desa']);
      const { all } = await database.row<{ all: number }>(sql`SELECT count(*) AS "all" FROM drawn`);
      expect(all).toBe(3 * SMALL_GROUPS);
    });
  });

  it('refuses a column that rows are not drawn by', async () => {
    await withThreads(async (database) => {
      await expect(makeRandomPairs(database, 'drawn', ['address_key'])).rejects.toThrow('address_key');
    });
  });
});

describe('planRandomPairs', () => {
  it('makes one set for each list of columns, whatever their order', () => {
    const [first, ...others] = PLANTED_COMPARISONS;
    if (first === undefined) throw new Error('no comparison');
    const stratum = (...equal: string[]) => ({ id: equal.join(), label: first.title, equal });
    const plan = planRandomPairs([
      {
        ...first,
        strata: [stratum('birth_date', 'area_desa'), stratum('area_desa', 'birth_date'), stratum()],
      },
      ...others,
    ]);
    expect(plan.sets).toEqual([[], ['area_desa', 'birth_date'], ['birth_date']]);
    expect(plan.setOf[0]).toEqual([1, 1, 0]);
    expect(plan.setOf.at(-1)).toEqual([2, 0]);
  });
});
