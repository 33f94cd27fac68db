import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CleanCsv } from '../../../src/stages/10-ingest/clean-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'sisir-clean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('CleanCsv', () => {
  it('quotes every field, fills up short rows and drops NUL', async () => {
    const table = new CleanCsv(folder, 'plain', 3);
    table.add(['1', 'A "B"', 'C\nD']);
    table.add(['2\0']);
    await table.flush();
    await table.end();
    expect(readFileSync(table.path, 'utf8')).toBe('"1","A ""B""","C\nD"\n"2","",""\n');
    expect(table.rows).toBe(2);
  });

  it.skipIf(!existsSync('/dev/full'))('says so when the disk is full, and waits for nothing', async () => {
    symlinkSync('/dev/full', join(folder, 'full.csv'));
    const table = new CleanCsv(folder, 'full', 1);
    const fill = async () => {
      table.add(['x'.repeat(2 << 20)]);
      await table.flush();
    };
    await expect(fill()).rejects.toThrow('ENOSPC');
    await expect(fill()).rejects.toThrow('destroyed');
    await expect(table.end()).rejects.toThrow('ENOSPC');
  });
});
