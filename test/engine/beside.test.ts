import { describe, expect, test } from 'vitest';
import { doBeside } from '../../src/engine/beside.ts';
import { sql } from '../../src/engine/sql.ts';
import { withDatabase } from '../support/stages.ts';

describe('doBeside', () => {
  test('does every job, each on one of the connections, and tells the share', async () => {
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE number (value INTEGER)`);
      const connections = new Set<unknown>();
      const shares: number[] = [];
      const jobs = Array.from({ length: 7 }, (_, value) => async (connection: typeof database) => {
        connections.add(connection);
        await connection.run(sql`INSERT INTO number VALUES (${value})`);
      });
      await doBeside(database, jobs, { connections: 3, onShare: (share) => shares.push(share) });
      expect(
        await database.row(sql`SELECT count(*) AS rows, sum(value)::INTEGER AS total FROM number`),
      ).toEqual({
        rows: 7,
        total: 21,
      });
      expect(connections.size).toBe(3);
      expect(connections.has(database)).toBe(false);
      expect(shares).toEqual([1, 2, 3, 4, 5, 6, 7].map((done) => done / 7));
    });
  });

  test('begins nothing after a job has failed, waits for what had begun, and throws', async () => {
    await withDatabase(async (database) => {
      const ended: string[] = [];
      const slow = async (connection: typeof database) => {
        await connection.run(sql`SELECT count(*) FROM range(1000000)`);
        ended.push('slow');
      };
      const failing = async () => {
        throw new RangeError('no');
      };
      const never = async () => {
        ended.push('never');
      };
      await expect(doBeside(database, [slow, failing, never, never])).rejects.toThrow('no');
      expect(ended).toEqual(['slow']);
    });
  });

  test('without jobs there is nothing to do', async () => {
    await withDatabase(async (database) => {
      await doBeside(database, []);
    });
  });
});
