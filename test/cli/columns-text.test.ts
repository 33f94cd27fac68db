import { expect, test } from 'vitest';
import { columnsText } from '../../src/cli/columns-text.ts';
import { MAX_WIDTH } from '../../src/cli/table.ts';
import type { ColumnsReport } from '../../src/stages/10-ingest/describe.ts';

const REPORT: ColumnsReport = {
  path: 'rolls/3374.csv',
  problems: [],
  format: 'csv',
  compressed: true,
  encoding: 'windows-1252',
  delimiter: '\t',
  quoted: true,
  lines: { total: 1_005, title: 2, blank: 1, totals: 1, withNul: 0, broken: 0, end: 'lf' },
  titles: ['DAFTAR PEMILIH'],
  columns: [
    {
      column: 'nama',
      headers: ['given_name', 'surname'],
      filled: 999,
      fillRate: 0.999,
      distinct: 900,
      patterns: [{ pattern: 'A+ A+', rows: 800 }],
    },
  ],
  unusedHeaders: ['usia'],
  rows: { read: 1_000, accepted: 998, rejected: 2 },
  dateOrder: { order: 'dmy', from: 'rows', contradict: true },
  area: { kabupaten: 3374, from: 'file' },
};

test('a file as it is understood', () => {
  const text = columnsText(REPORT, 'id');
  expect(text).toMatch(/bentuk +csv \(gz\)/);
  expect(text).toMatch(/pemisah +tab, bertanda kutip/);
  expect(text).toContain('1.000 dibaca, 998 diterima, 2 ditolak');
  expect(text).toContain('dmy (dari isi berkas); baris-barisnya saling bertentangan');
  expect(text).toContain('3374 (nama berkas)');
  expect(text).toMatch(/nama +given_name \+ surname +99,9% +900 +A\+ A\+ \(800\)/);
  expect(text).toContain('Judul yang tidak dipakai: usia');
  expect(text).toMatch(/Kolom yang tidak ada: dpid, nkk, nik, tempat_lahir/);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(MAX_WIDTH);
});

test('in English', () => {
  expect(columnsText(REPORT, 'en')).toContain('1,000 read, 998 accepted, 2 rejected');
});

test('what is not known is left out', () => {
  const { encoding, area, ...rest } = REPORT;
  expect([encoding, area?.kabupaten]).toEqual(['windows-1252', 3374]);
  const text = columnsText(rest, 'id');
  expect(text).not.toContain('sandi');
  expect(text).not.toContain('wilayah');
});

test('a line above the header that may be a row is not shown', () => {
  const text = columnsText({ ...REPORT, titles: ['DAFTAR PEMILIH', '1,3374014506900017,SITI AMINAH'] }, 'id');
  expect(text).toContain('DAFTAR PEMILIH');
  expect(text).toContain('(30 karakter, memuat nomor panjang)');
  expect(text).not.toMatch(/33740145|AMINAH/);
});
