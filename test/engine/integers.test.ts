import { describe, expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { withThreads } from '../support/stages.ts';

describe('integer columns', () => {
  test.each([0, 1, 2047, 2048, 2049, 10_000])('%i rows go in and come back', async (rows) => {
    await withThreads(async (database) => {
      await database.run(sql`CREATE TABLE number (left_one INTEGER, right_one INTEGER)`);
      const left = Int32Array.from({ length: rows }, (_, index) => index - 5);
      const right = left.map((value) => value * 100_003);
      await database.append('number', [left, right]);
      const [first, second] = await database.integers('number', ['left_one', 'right_one'], ['left_one']);
      expect(first).toEqual(left);
      expect(second).toEqual(right);
    });
  });

  test.each([0, 1, 2049, 300_000])(
    '%i rows come back by their place, in whatever order they stand',
    async (rows) => {
      await withThreads(async (database) => {
        await database.run(sql`CREATE TABLE placed AS
        SELECT CAST(number AS INTEGER) AS place, CAST(number * 3 AS INTEGER) AS one, CAST(-number AS INTEGER) AS other,
          CAST(number + 7 AS INTEGER) AS third
        FROM range(${rows}) AS _ (number) ORDER BY hash(number % 5), number`);
        const columns = ['one', 'other', 'third'];
        const read = await database.integersByPlace('placed', rows, 'place', columns);
        expect([read.rows, read.width]).toEqual([rows, 3]);
        const column = (place: number) =>
          Int32Array.from({ length: rows }, (_, number) => read.values[number * 3 + place] ?? -1);
        expect(column(0)).toEqual(Int32Array.from({ length: rows }, (_, number) => number * 3));
        expect(column(1)).toEqual(Int32Array.from({ length: rows }, (_, number) => -number || 0));
        expect(column(2)).toEqual(Int32Array.from({ length: rows }, (_, number) => number + 7));
      });
    },
  );

  test('a place that does not exist is refused', async () => {
    await withThreads(async (database) => {
      await database.run(sql`CREATE TABLE placed AS SELECT 1::INTEGER AS place, 1::INTEGER AS one`);
      await expect(database.integersByPlace('placed', 1, 'place', ['one'])).rejects.toThrow('place 1');
    });
  });

  test('another type is refused', async () => {
    await withThreads(async (database) => {
      await database.run(sql`CREATE TABLE wide AS SELECT CAST(1 AS BIGINT) AS n`);
      await expect(database.integers('wide', ['n'])).rejects.toThrow('not an INTEGER column');
    });
  });
});
