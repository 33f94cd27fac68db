import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/engine/database.ts';
import { type Sql, sql, trusted } from '../../../src/engine/sql.ts';
import { withThreads } from '../../support/stages.ts';
import { blockingRule, SHIPPED } from './rules.ts';
import { makeTables, runBlock } from './tables.ts';

/** Columns that a query for `makeTables` leaves out. */
const NOTHING_ELSE = sql`NULL AS place_id, NULL AS nik_number, NULL AS nkk_number`;

async function count(database: Database, condition: Sql = sql`true`): Promise<number> {
  const { pairs } = await database.row<{ pairs: number }>(
    sql`SELECT count(*) AS pairs FROM candidate_pair WHERE ${condition}`,
  );
  return pairs;
}

/** Candidate pairs by voter, so that they can be compared between runs: how many, and the sum of their hashes. */
async function pairsByVoter(database: Database): Promise<{ pairs: number; hashes: string }> {
  return await database.row(sql`
    SELECT count(*) AS pairs,
      CAST(sum(CAST(hash(least(a.voter_key, b.voter_key), greatest(a.voter_key, b.voter_key), found) AS HUGEINT)) AS VARCHAR) AS hashes
    FROM candidate_pair
    JOIN match_row AS left_row ON left_row.match_id = match_a JOIN roll AS a ON a.row_id = left_row.row_id
    JOIN match_row AS right_row ON right_row.match_id = match_b JOIN roll AS b ON b.row_id = right_row.row_id`);
}

describe('blocks joined by their key', () => {
  const named = sql`SELECT number, 'SITI ' || chr(CAST(65 + number % 3 AS INTEGER)) AS nama, NULL AS birth_date,
    CASE WHEN number % 10 <> 0 THEN 3301012001 + number % 4 END AS area_desa, ${NOTHING_ELSE} FROM range(120) AS _ (number)`;

  it('are joined whole up to the cap', async () => {
    await withThreads(async (database) => {
      await makeTables(database, named);
      const [report] = await runBlock(database, [blockingRule({ id: 'a', key: ['name_key_id'], cap: 40 })]);
      expect(report).toMatchObject({
        blocks: 3,
        rows_in_blocks: 120,
        largest_block: 40,
        possible_pairs: 3 * 780,
        pairs: 3 * 780,
        blocks_split: 0,
        rows_split: 0,
        pairs_not_made: 0,
      });
      expect(await count(database)).toBe(3 * 780);
    });
  });

  it('are split over the cap, unknown values together, and what stays over it is counted', async () => {
    await withThreads(async (database) => {
      await makeTables(database, named);
      const rule = blockingRule({
        id: 'a',
        key: ['name_key_id'],
        cap: 8,
        splitBy: ['area_kecamatan', 'area_desa'],
      });
      const [report] = await runBlock(database, [rule]);
      const parts = await database.rows<{ rows: number }>(
        sql`SELECT count(*) AS rows FROM match_row GROUP BY name_id, area_desa`,
      );
      const kecamatan = await database.rows<{ rows: number; known: boolean }>(
        sql`SELECT count(*) AS rows, area_kecamatan IS NOT NULL AS known FROM match_row GROUP BY name_id, area_kecamatan`,
      );
      const pairsOf = (rows: number) => (rows * (rows - 1)) / 2;
      const unknown = kecamatan.filter(({ known }) => !known).map(({ rows }) => rows);
      expect(unknown).toEqual([4, 4, 4]);
      const inDesa = parts.map(({ rows }) => rows).filter((rows) => !unknown.includes(rows));
      const sum = (rows: readonly number[]) => rows.reduce((total, one) => total + pairsOf(one), 0);
      const within = sum(unknown) + sum(inDesa.filter((rows) => rows <= 8));
      expect(report).toMatchObject({
        blocks_split: 3,
        rows_split: 120,
        pairs: within,
        pairs_not_made: sum(inDesa.filter((rows) => rows > 8)),
      });
      expect(report?.pairs_not_made).toBeGreaterThan(0);
      expect(await count(database)).toBe(within);
      const across = sql`EXISTS (FROM match_row AS a, match_row AS b WHERE a.match_id = match_a AND b.match_id = match_b
        AND a.area_desa IS DISTINCT FROM b.area_desa)`;
      expect(await count(database, across)).toBe(0);
    });
  });

  it('give pairs of neighbours where the grades rest on them', async () => {
    await withThreads(async (database) => {
      await makeTables(
        database,
        sql`SELECT number, chr(CAST(65 + number % 2 AS INTEGER)) || 'NI' AS nama, NULL AS birth_date, NULL AS area_desa,
          NULL AS place_id, 3301011206600001 AS nik_number, 3301010101100000 + number % 5 AS nkk_number FROM range(60) AS _ (number)`,
      );
      const [report] = await runBlock(database, [blockingRule({ id: 'nik', key: ['nik_number'] })]);
      expect(report).toMatchObject({
        possible_pairs: 1770,
        pairs: 59,
        blocks_split: 1,
        rows_split: 60,
        pairs_not_made: 1711,
      });
      const { names, cards } = await database.row<{ names: number; cards: number }>(sql`SELECT
          count(*) FILTER (a.name_id = b.name_id) AS names,
          count(*) FILTER (a.name_id = b.name_id AND a.nkk_number = b.nkk_number) AS cards
        FROM candidate_pair JOIN match_row AS a ON a.match_id = match_a JOIN match_row AS b ON b.match_id = match_b`);
      expect({ names, cards }).toEqual({ names: 58, cards: 50 });
    });
  });
});

describe('blocks searched by name', () => {
  const AREA = { names: 'near', agreeing: ['area_kabupaten'], unknownAgrees: 'each' } as const;

  it('take 20,000 rows of one name and date, split by area', async () => {
    await withThreads(async (database) => {
      await makeTables(
        database,
        sql`SELECT number, CASE WHEN number < 20000 THEN 'SITI AMINAH' ELSE 'SITI AMINA' END AS nama,
          DATE '1970-07-01' AS birth_date, 3301012001 + 10000 * (number % 80) + number % 7 AS area_desa, ${NOTHING_ELSE}
        FROM range(20003) AS _ (number)`,
      );
      const rule = blockingRule({
        id: 'near',
        key: ['birth_date'],
        ...AREA,
        cap: 100,
        splitBy: ['area_kecamatan', 'area_desa'],
      });
      const [report] = await runBlock(database, [rule]);
      const { expected } = await database.row<{
        expected: number;
      }>(sql`SELECT CAST(sum(pairs) AS BIGINT) AS expected FROM (
        SELECT count(*) * (count(*) - 1) // 2 AS pairs FROM match_row WHERE row_id < 20000 GROUP BY area_desa
        UNION ALL SELECT 3 * 20000
        UNION ALL SELECT 3)`);
      expect(report).toMatchObject({
        blocks: 1,
        largest_block: 20_003,
        blocks_split: 1,
        rows_split: 20_000,
        pairs_not_made: 0,
        pairs: expected,
      });
      expect(await count(database)).toBe(expected);
    });
  });

  it('count the pairs of a group that nothing splits', async () => {
    await withThreads(async (database) => {
      await makeTables(
        database,
        sql`SELECT number, CASE WHEN number < 150 THEN 'WAGIMAN' ELSE 'WAGINAM' END AS nama,
          DATE '1970-07-01' AS birth_date, 3301012001 AS area_desa, ${NOTHING_ELSE} FROM range(300) AS _ (number)`,
      );
      const rule = blockingRule({
        id: 'near',
        key: ['birth_date'],
        ...AREA,
        cap: 100,
        splitBy: ['area_desa'],
      });
      const [report] = await runBlock(database, [rule]);
      expect(report).toMatchObject({
        blocks_split: 2,
        rows_split: 300,
        pairs: 150 * 150,
        pairs_not_made: 2 * ((150 * 149) / 2),
      });
      const [capped] = await runBlock(database, [{ ...rule, splitBy: [] }]);
      expect(capped).toMatchObject({ blocks_split: 2, rows_split: 300, pairs: 0 });
    });
  });

  it('take 200,000 rows of one date, where nothing else is known', async () => {
    await withThreads(async (database) => {
      // names by threes: one, one without its fourth letter, one with two neighbours exchanged
      await makeTables(
        database,
        sql`SELECT number, CASE number % 3
            WHEN 0 THEN whole
            WHEN 1 THEN left(whole, 3) || substr(whole, 5)
            ELSE left(whole, 4) || substr(whole, 6, 1) || substr(whole, 5, 1) || substr(whole, 7)
          END AS nama,
          DATE '1970-07-01' AS birth_date, NULL AS area_desa, ${NOTHING_ELSE}
        FROM (SELECT number, left(translate(md5(CAST(number // 3 AS VARCHAR)), '0123456789abcdef', 'AIUEONRSTKMLYDHG'), 13) AS whole
          FROM range(200000) AS _ (number))`,
      );
      const [report] = await runBlock(database, [
        blockingRule({
          id: 'near',
          key: ['birth_date'],
          names: 'near',
          agreeing: ['nkk_number'],
          unknownAgrees: 'all',
        }),
      ]);
      expect(report).toMatchObject({ blocks: 1, largest_block: 200_000, possible_pairs: 19_999_900_000 });
      const wrong = await database.row<{ missed: number; extra: number; sampled: number }>(sql`
        WITH sampled AS (SELECT match_id, name_flat FROM match_row JOIN name USING (name_id) WHERE match_id % 20011 = 5),
        near AS (
          SELECT sampled.match_id AS a, other.match_id AS b
          FROM sampled, (SELECT match_id, name_flat FROM match_row JOIN name USING (name_id)) AS other
          WHERE sampled.match_id <> other.match_id AND damerau_levenshtein(sampled.name_flat, other.name_flat) <= 2),
        found AS (
          SELECT match_a AS a, match_b AS b FROM candidate_pair WHERE match_a % 20011 = 5
          UNION ALL SELECT match_b, match_a FROM candidate_pair WHERE match_b % 20011 = 5)
        SELECT
          (SELECT count(*) FROM (FROM near EXCEPT FROM found)) AS missed,
          (SELECT count(*) FROM (FROM found EXCEPT FROM near)) AS extra,
          (SELECT count(*) FROM near) AS sampled`);
      expect(wrong.sampled).toBeGreaterThanOrEqual(18);
      expect(wrong).toMatchObject({ missed: 0, extra: 0 });
    });
  }, 180_000);
});

describe('the candidates of a roll', () => {
  // As many rows as the search needs to use threads, and every other NIK in doubt, so that there are two parts of
  // those: both take a second for every ten thousand.
  const roll = sql`SELECT * REPLACE (CASE
      WHEN nik_number IS NULL OR birth_date IS NULL OR number % 2 = 0 THEN nik_number
      ELSE 3301010000000000 + CAST(strftime(birth_date, '%d%m%y') AS BIGINT) * 10000 + CAST(hash(number, 10) % 90 AS BIGINT)
    END AS nik_number)
    FROM (SELECT number,
      substr('ABDGKLMNPRST', CAST(1 + hash(number) % 12 AS INTEGER), 1) || 'ARTI' || chr(CAST(65 + hash(number, 1) % 5 AS INTEGER)) ||
        CASE WHEN number % 3 = 0 THEN ' ' || chr(CAST(65 + hash(number, 2) % 20 AS INTEGER)) || 'UTRI' ELSE '' END AS nama,
      CASE WHEN number % 50 <> 0 THEN DATE '1960-01-01' + CAST(hash(number, 3) % 3000 AS INTEGER) END AS birth_date,
      3301012001 + 10000 * CAST(hash(number, 4) % 9 AS INTEGER) + 1000000 * CAST(hash(number, 5) % 3 AS INTEGER) AS area_desa,
      CAST(hash(number, 6) % 5 AS INTEGER) AS place_id,
      CASE WHEN number % 20 <> 0 THEN 3301010206600000 + 1000000000 * CAST(hash(number, 7) % 40 AS BIGINT) + CAST(hash(number, 10) % 9000 AS BIGINT) END AS nik_number,
      3301010101100000 + CAST(hash(number, 8) % 20000 AS BIGINT) AS nkk_number
      FROM range(51000) AS _ (number))`;

  it('are the same for one thread and two, and for another order of rows', async () => {
    const runs = await Promise.all(
      [
        { threads: 2, order: 'number' },
        { threads: 1, order: 'number' },
        { threads: 2, order: 'hash(number, 9)' },
      ].map(({ threads, order }) =>
        withThreads(async (database) => {
          await makeTables(database, roll, trusted(order));
          const report = await runBlock(database, SHIPPED, { threads });
          return { report, pairs: await pairsByVoter(database) };
        }),
      ),
    );
    const [first, ...others] = runs;
    expect(first?.report.filter(({ pairs }) => pairs > 0).map(({ rule_id }) => rule_id)).toEqual(
      SHIPPED.map(({ id }) => id).filter(
        (id) => id !== 'nik-tak-baku-sama' && !id.startsWith('daftar-kecil'),
      ),
    );
    for (const run of others) expect(run).toEqual(first);
  });

  it('stand once each, the smaller match_id first', async () => {
    await withThreads(async (database) => {
      await makeTables(database, sql`SELECT * FROM (${roll}) WHERE number < 3000`);
      await runBlock(database, SHIPPED);
      expect(await count(database, sql`match_a >= match_b OR found = 0`)).toBe(0);
      const distinct = await database.row<{ pairs: number }>(
        sql`SELECT count(DISTINCT (match_a, match_b)) AS pairs FROM candidate_pair`,
      );
      expect(distinct.pairs).toBe(await count(database));
      expect(distinct.pairs).toBeGreaterThan(0);
    });
  });

  it('are foretold in the log before they are made, and the stage tells how far it is', async () => {
    await withThreads(async (database) => {
      await makeTables(database, sql`SELECT * FROM (${roll}) WHERE number < 2000`);
      const lines: { rules?: string[]; possible_pairs?: number; forecast_seconds?: number }[] = [];
      const shares: number[] = [];
      const report = await runBlock(database, SHIPPED, {
        log: { info: (fields) => lines.push(fields), warn() {} },
        progress: (share) => shares.push(share),
      });
      const foretold = new Map(
        lines.flatMap(({ rules = [], possible_pairs = 0 }) =>
          rules.map((id) => [id, possible_pairs] as const),
        ),
      );
      for (const { rule_id, possible_pairs } of report.filter((one) => one.rule_id !== 'lewat-baris-ketiga'))
        expect(foretold.get(rule_id) ?? 0).toBeGreaterThanOrEqual(possible_pairs);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBeCloseTo(0.9);
    });
  });
});

describe('rules that cannot be', () => {
  it.each([
    [{ names: 'near', admits: 'true' }, 'admits'],
    [{ agreeing: ['area_desa'] }, 'agreeing'],
    [{ agreeing: ['nik'] }, 'key'],
    [{ names: 'alike', agreeing: ['area_desa'], unknownAgrees: 'all' }, 'alike'],
    [{ names: 'near', anyOf: ['dates-near'] }, 'anyOf'],
  ] as const)('%j are refused', async (rule, problem) => {
    await withThreads(async (database) => {
      await makeTables(
        database,
        sql`SELECT 1 AS number, 'A' AS nama, NULL AS birth_date, NULL AS area_desa, ${NOTHING_ELSE}`,
      );
      await expect(
        runBlock(database, [blockingRule({ id: 'x', key: ['birth_date'], ...rule })]),
      ).rejects.toThrow(problem);
    });
  });

  it('are more than the bits of a pair', async () => {
    await withThreads(async (database) => {
      const rules = Array.from({ length: 32 }, (_, at) =>
        blockingRule({ id: `r${at}`, key: ['nik_number'] }),
      );
      await expect(runBlock(database, rules)).rejects.toThrow('31');
    });
  });
});
