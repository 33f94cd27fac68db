import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { trusted } from '../../src/engine/sql.ts';
import { temporaryFolder } from '../cli/helpers.ts';
import { runWith } from '../support/run.ts';
import { withDatabase } from '../support/stages.ts';

const FOLDER = 'samples/queries';
const QUERIES = readdirSync(FOLDER)
  .toSorted()
  .map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));

let run: string;
beforeAll(async () => {
  ({ folder: run } = await runWith({
    inputs: ['samples/jateng-kecil', 'samples/kotor'],
    out: temporaryFolder(),
    skip_bad_files: true,
  }));
});

describe('sample queries', () => {
  it('are at least twelve, numbered without a gap', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(12);
    expect(QUERIES.map(({ file }) => Number(file.slice(0, 2)))).toEqual(QUERIES.map((_, index) => index + 1));
  });

  it.each(QUERIES)('$file says its question in both languages and answers it', async ({ text }) => {
    expect(text).toMatch(/^-- id: [A-Z].+[.?)]\n-- en: [A-Z].+[.?)]\n/);
    expect(text).toContain("'runs/latest/");
    const query = text.replaceAll('runs/latest', run).replace(/;\s*$/, '');
    const rows = await withDatabase(async (database) => await database.rows(trusted(query)));
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0] ?? {})).not.toContain('original');
  });
});
