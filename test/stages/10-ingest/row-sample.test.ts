import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { literal, sql } from '../../../src/engine/sql.ts';
import { configSchema } from '../../../src/model/config.ts';
import { inspectInputs } from '../../../src/stages/10-ingest/inspect.ts';
import { canSample, isChosen, rowsOf, sampleRows } from '../../../src/stages/10-ingest/row-sample.ts';
import { temporaryFolder } from '../../cli/helpers.ts';
import { withDatabase } from '../../support/stages.ts';

const ROWS = 2_000;
const HEADER = 'dpid,nik,nama,tanggal_lahir,kode_desa';
const line = (number: number) => `${number},,NAMA ${number},05|06|1990,3374011001`;
const LINES = Array.from({ length: ROWS }, (_, number) => line(number));

async function sampled(name: string, content: Buffer | string, share: number): Promise<string[]> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), content);
  const { files } = await inspectInputs([join(folder, name)], configSchema.parse({}));
  const [file] = files;
  if (file === undefined) throw new Error('the file is not understood');
  expect([rowsOf(file), canSample(file)]).toEqual([ROWS, true]);
  const target = join(folder, 'sample', 'file.csv');
  await withDatabase(async (database) => await sampleRows(database, file, share, target));
  return readFileSync(target, 'utf8').trimEnd().split(/\r?\n/);
}

describe('a sample of rows', () => {
  const text = `${[HEADER, ...LINES].join('\n')}\n`;
  it.each([
    ['roll.csv', text],
    ['roll.csv.gz', gzipSync(text)],
    ['roll.csv', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['roll.csv', `DAFTAR PEMILIH\n\n${text.replaceAll('\n', '\r\n')}`],
  ])('of %s is the header and about the share of the rows, as they are', async (name, content) => {
    const [header, ...rows] = await sampled(name, content, 0.25);
    expect(header?.replace('\uFEFF', '')).toBe(HEADER);
    expect(rows.every((row) => row === line(Number.parseInt(row, 10)))).toBe(true);
    expect(Math.abs(rows.length - ROWS / 4)).toBeLessThan(80);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('of Parquet has about the share of the rows', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    await withDatabase(async (database) => {
      const path = join(folder, 'roll.parquet');
      await database.run(sql`COPY (SELECT i AS dpid, 'A' AS nama, 'x' AS nik, '3374011001' AS kode_desa
        FROM range(${literal(ROWS)}) AS made(i)) TO ${literal(path)} (FORMAT parquet)`);
      const { files } = await inspectInputs([path], configSchema.parse({}));
      const [file] = files;
      if (file === undefined) throw new Error('the file is not understood');
      expect(rowsOf(file)).toBe(ROWS);
      const target = join(folder, 'sample.parquet');
      await sampleRows(database, file, 0.25, target);
      const { rows } = await database.row<{ rows: number }>(
        sql`SELECT count(*) AS rows FROM read_parquet(${target})`,
      );
      expect(Math.abs(rows - ROWS / 4)).toBeLessThan(80);
    });
  });

  it('takes neighbours independently of each other', () => {
    const share = 0.3;
    const chosen = (number: number) => isChosen(number, 7, share);
    const numbers = Array.from({ length: 20_000 }, (_, number) => number);
    const pairs = numbers.filter((number) => chosen(number) && chosen(number + 1)).length;
    expect(numbers.filter(chosen).length / numbers.length).toBeCloseTo(share, 1);
    expect(pairs / numbers.length).toBeCloseTo(share ** 2, 1);
    expect(numbers.every((number) => isChosen(number, 1, 1))).toBe(true);
  });
});
