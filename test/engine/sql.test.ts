import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifier, join, list, literal, render, sql, trusted } from '../../src/engine/sql.ts';
import { withDatabase } from '../support/stages.ts';

describe('sql', () => {
  it('numbers bound values through nested fragments in order', () => {
    const inner = sql`b = ${2} AND c = ${'x'}`;
    const statement = sql`SELECT * FROM t WHERE a = ${1} AND (${inner}) AND d = ${null}`;
    expect(render(statement)).toBe('SELECT * FROM t WHERE a = $1 AND (b = $2 AND c = $3) AND d = $4');
    expect(statement.values).toEqual([1, 2, 'x', null]);
  });

  it('keeps numbering right in a joined list', () => {
    expect(render(sql`${0}, ${join([sql`${1}`, trusted('x'), sql`${2}`])}`)).toBe('$1, $2, x, $3');
  });

  it('binds, quotes and names any text so that DuckDB gives the same text back', async () => {
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
          async (text) => {
            const row = await database.row<Record<string, string>>(
              sql`SELECT ${text} AS bound, ${literal(text)} AS quoted, ${list([text])}[1] AS listed`,
            );
            expect(row).toEqual({ bound: text, quoted: text, listed: text });
          },
        ),
        { numRuns: 60 },
      );
      const hostile = 'a"; DROP TABLE t; --';
      expect(await database.row(sql`SELECT 1 AS ${identifier(hostile)}`)).toEqual({ [hostile]: 1 });
    });
  });
});
