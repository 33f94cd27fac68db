import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { writeCsv } from '../../../src/stages/90-publish/csv.ts';
import { writeParquet } from '../../../src/stages/90-publish/parquet.ts';
import { withThreads } from '../../support/stages.ts';

const ROWS = 1_000_000;

it('holds the rows in the order of the Parquet file, however many threads write', async () => {
  await withThreads(async (database) => {
    const path = join(database.folder, 'table.parquet');
    await writeParquet(database, path, sql`SELECT range AS place FROM range(${ROWS}) ORDER BY range`);
    await writeCsv(database, path);
    const [header, ...rows] = readFileSync(join(database.folder, 'table.csv'), 'utf8').trimEnd().split('\n');
    expect([header, rows.length]).toEqual(['place', ROWS]);
    expect(rows.findIndex((row, place) => row !== `${place}`)).toBe(-1);
  });
});
