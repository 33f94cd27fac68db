import { describe, expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { withDatabase } from '../support/stages.ts';

describe('integer columns', () => {
  test.each([0, 1, 2047, 2048, 2049, 10_000])('%i rows go in and come back', async (rows) => {
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE number (left_one INTEGER, right_one INTEGER)`);
      const left = Int32Array.from({ length: rows }, (_, index) => index - 5);
      const right = left.map((value) => value * 100_003);
      await database.append('number', [left, right]);
      const [first, second] = await database.integers('number', ['left_one', 'right_one'], ['left_one']);
      expect(first).toEqual(left);
      expect(second).toEqual(right);
    });
  });

  test('another type is refused', async () => {
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE wide AS SELECT CAST(1 AS BIGINT) AS n`);
      await expect(database.integers('wide', ['n'])).rejects.toThrow('not an INTEGER column');
    });
  });
});
