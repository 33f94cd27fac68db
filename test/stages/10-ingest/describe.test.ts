import { afterAll, expect, it } from 'vitest';
import { configSchema } from '../../../src/model/config.ts';
import { describeColumns } from '../../../src/stages/10-ingest/describe.ts';
import { Bench } from './support.ts';

const bench = new Bench();
afterAll(() => bench.remove());

async function describeFile(name: string, content: string) {
  const database = await bench.open();
  try {
    return await describeColumns(bench.write(name, content), configSchema.parse({}), database);
  } finally {
    database.close();
  }
}

it('shows how a file is understood, in patterns and never in values', async () => {
  const report = await describeFile(
    '3374/roll.csv',
    'DAFTAR\nNIK;Nama Lengkap;L/P;Tgl Lahir;Usia\n3374010101900001;BUDI SANTOSO;L;31/12/1990;30\n337401010190000;SITI;P;01/02/1991;31\n;AGUS;LK;;\n1;2\n',
  );
  expect(report).toMatchObject({
    problems: [],
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    quoted: false,
    titles: ['DAFTAR'],
    unusedHeaders: ['Usia'],
    rows: { read: 4, accepted: 3, rejected: 1 },
    dateOrder: { order: 'dmy', from: 'rows', contradict: false },
    area: { kabupaten: 3374, from: 'folder' },
  });
  const nik = report.columns.find(({ column }) => column === 'nik');
  expect(nik).toMatchObject({ headers: ['NIK'], filled: 2, distinct: 2 });
  expect(nik?.fillRate).toBeCloseTo(2 / 3);
  expect(nik?.patterns).toEqual([
    { pattern: '9{15}', rows: 1 },
    { pattern: '9{16}', rows: 1 },
  ]);
  const patterns = (name: string) =>
    report.columns.find(({ column }) => column === name)?.patterns.map(({ pattern }) => pattern);
  expect(patterns('jenis_kelamin')).toEqual(['A', 'A+']);
  expect(patterns('nama')).toEqual(['A+', 'A+ A+']);
  expect(patterns('tanggal_lahir')).toEqual(['9{2}/9{2}/9{4}']);
  expect(JSON.stringify(report)).not.toMatch(/BUDI|SITI|3374010101|1990/);
});

it('shows what it can of a file with problems', async () => {
  const headless = await describeFile('x.csv', '1;2;3\n4;5;6\n');
  expect(headless).toMatchObject({ delimiter: ';', encoding: 'utf-8', columns: [] });
  expect(headless.problems.map(({ code }) => code)).toEqual(['tanpa-judul-kolom']);
  const twice = await describeFile('y.csv', 'nik,nama,kk,nkk\n1,A,2,3\n');
  expect(twice.columns.map(({ column }) => column)).toEqual(['nkk', 'nik', 'nama']);
  expect(twice.problems.map(({ code }) => code)).toEqual(['judul-kolom-ganda']);
});
