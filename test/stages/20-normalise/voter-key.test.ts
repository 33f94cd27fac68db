import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacSha256 } from '../../../src/engine/hmac.ts';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { loadRows, type TestRow, withDatabase } from '../../support/stages.ts';

async function voterKeys(rows: readonly TestRow[]): Promise<string[]> {
  return await withDatabase(async (database) => {
    await normalise.run(await loadRows(database, rows));
    const found = await database.rows<{ voter_key: string }>(sql`SELECT voter_key FROM roll ORDER BY row_id`);
    return found.map(({ voter_key }) => voter_key);
  });
}

describe('hmacSha256', () => {
  it('equals node:crypto for any text and key', async () => {
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
          fc.uint8Array({ minLength: 1, maxLength: 100 }),
          async (text, key) => {
            const { token } = await database.row<{ token: string }>(
              sql`SELECT ${hmacSha256(sql`${text}`, key)} AS token`,
            );
            expect(token).toBe(createHmac('sha256', key).update(text).digest('hex'));
          },
        ),
        { numRuns: 30 },
      );
    });
  });
});

describe('voter_key', () => {
  it('is the dpid where it stands on one row only', async () => {
    expect(await voterKeys([{ dpid: '11' }, { dpid: ' 12 ' }])).toEqual(['11', '12']);
  });

  it('is unique for empty and repeated dpid, and does not depend on the order of rows', async () => {
    const rows: TestRow[] = [
      { dpid: '11', nama: 'BUDI' },
      { dpid: '11', nama: 'SITI' },
      { nama: 'AGUS' },
      { nama: 'AGUS' },
      { nama: 'TONO' },
    ];
    const keys = await voterKeys(rows);
    expect(new Set(keys).size).toBe(rows.length);
    expect(keys[0]).toMatch(/^11~[0-9a-f]{12}$/);
    const reversed = await voterKeys(rows.toReversed());
    expect(new Set(reversed)).toEqual(new Set(keys));
    expect(reversed.at(-1)).toBe(keys[0]);
  });
});
