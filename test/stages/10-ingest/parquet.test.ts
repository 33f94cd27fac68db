import { join as joinPath } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { literal, sql, trusted } from '../../../src/engine/sql.ts';
import { Bench, take } from './support.ts';

const bench = new Bench();
afterAll(() => bench.remove());

async function parquet(name: string, query: string): Promise<string> {
  const path = joinPath(bench.folder, name);
  const database = await bench.open();
  await database.run(sql`COPY (${trusted(query)}) TO ${literal(path)} (FORMAT parquet)`);
  database.close();
  return path;
}

it('reads columns by name and casts them to text, dates day first', async () => {
  const path = await parquet(
    'roll [x].parquet',
    `SELECT * FROM (VALUES (3374010101900001::BIGINT, 'BUDI', DATE '1990-02-01', 7::DOUBLE, ''), (NULL, NULL, NULL, NULL, NULL), (2, 'SITI', NULL, 8.5, 'NA'))
     AS t("NIK", "Nama Lengkap", "Tgl Lahir", rt, alamat)`,
  );
  const { rolls, rejects, inspected } = await bench.ingest([path], { missing: ['NA'] });
  expect(take(rolls, 'nik', 'nama', 'tanggal_lahir', 'rt', 'alamat')).toEqual([
    ['3374010101900001', 'BUDI', '01|02|1990', '7', null],
    ['2', 'SITI', null, '8.5', null],
  ]);
  expect(take(rejects, 'line', 'reason')).toEqual([[2, 'baris-kosong']]);
  expect(inspected[0]).toMatchObject({ format: 'parquet', dateOrder: 'dmy', dateOrderFrom: 'rows' });
});

it('refuses one without rows or without known columns', async () => {
  const empty = await parquet('a.parquet', "SELECT 1 AS nik, 'x' AS nama, 2 AS tps WHERE false");
  const other = await parquet('b.parquet', 'SELECT 1 AS satu, 2 AS dua');
  const { problems } = await bench.inspect([empty, other]);
  expect(problems.map(({ code }) => code)).toEqual(['hanya-judul', 'tanpa-judul-kolom']);
});

it('reads CSV and Parquet side by side, rows in path order', async () => {
  const one = await parquet('c.parquet', "SELECT '1' AS nik, 'A' AS nama, '2' AS tps");
  const two = bench.write('d.csv', 'nik,nama,tps\n2,B,3\n');
  const { rolls } = await bench.ingest([one, two]);
  expect(take(rolls, 'file_id', 'nik', 'nama')).toEqual([
    [1, '1', 'A'],
    [2, '2', 'B'],
  ]);
});
