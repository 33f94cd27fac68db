import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal, sql } from '../../../src/engine/sql.ts';
import {
  calendarDate,
  completedYears,
  parsedDate,
  plausibleDate,
} from '../../../src/stages/20-normalise/dates.ts';
import { withDatabase } from '../../support/stages.ts';

async function parse(written: string, order: 'dmy' | 'mdy' | 'ymd'): Promise<string | null> {
  return await withDatabase(async (database) => {
    const { found } = await database.row<{ found: string | null }>(
      sql`SELECT CAST(${plausibleDate(parsedDate(sql`written`, sql`date_order`))} AS VARCHAR) AS found FROM (SELECT ${literal(written)} AS written, ${literal(order)} AS date_order)`,
    );
    return found;
  });
}

describe('parsedDate', () => {
  it.each([
    ['17|08|1945', 'dmy', '1945-08-17'],
    ['17-08-1945', 'dmy', '1945-08-17'],
    ['7/8/1945', 'dmy', '1945-08-07'],
    ['08/17/1945', 'mdy', '1945-08-17'],
    ['1945-08-17', 'dmy', '1945-08-17'],
    ['1945-08-17 00:00:00', 'ymd', '1945-08-17'],
    ['17|08|1945 x', 'dmy', null],
    ['17-08-1945x', 'dmy', null],
    ['17 Agustus 1945', 'dmy', null],
    ['1945-08-17T00:00:00', 'ymd', '1945-08-17'],
    ['19450817', 'dmy', '1945-08-17'],
    ['16666', 'dmy', '1945-08-17'],
    ['00|00|0000', 'dmy', null],
    ['31|02|1985', 'dmy', null],
    ['08/17/1945', 'dmy', null],
    ['01|01|0085', 'dmy', null],
    ['17 Agustus', 'dmy', null],
    ['1985', 'dmy', null],
  ] as const)('%s (%s) → %s', async (written, order, expected) => {
    expect(await parse(written, order)).toBe(expected);
  });
});

describe('calendarDate', () => {
  it('knows exactly the days that the calendar has', async () => {
    await withDatabase(async (database) => {
      const rows = await database.rows<{ d: number; m: number; y: number; found: string | null }>(
        sql`SELECT d, m, y, CAST(${calendarDate('d', 'm', 'y')} AS VARCHAR) AS found
          FROM range(0, 34) AS days (d), range(0, 15) AS months (m), (VALUES (1900), (1904), (1999), (2000), (2023), (2024)) AS years (y)`,
      );
      expect(rows).toHaveLength(34 * 15 * 6);
      for (const { d, m, y, found } of rows) {
        const date = new Date(Date.UTC(y, m - 1, d));
        const exists = m >= 1 && m <= 12 && d >= 1 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
        expect(found).toBe(exists ? date.toISOString().slice(0, 10) : null);
      }
    });
  });
});

describe('completedYears', () => {
  it('equals counting birthdays', async () => {
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(
          fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }),
          fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }),
          async (from, until) => {
            const [f, u] = [from, until].map((date) => date.toISOString().slice(0, 10)) as [string, string];
            const { years } = await database.row<{ years: number }>(
              sql`SELECT ${completedYears(sql`DATE ${literal(f)}`, sql`DATE ${literal(u)}`)} AS years`,
            );
            const birthdays =
              Number(u.slice(0, 4)) - Number(f.slice(0, 4)) - (u.slice(5) < f.slice(5) ? 1 : 0);
            expect(years).toBe(f > u ? -1 : birthdays);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
});
