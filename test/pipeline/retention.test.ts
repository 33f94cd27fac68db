import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../../src/model/config.ts';
import { prunedSchema } from '../../src/model/manifest.ts';
import { isKept, prunedOf, pruneRuns } from '../../src/pipeline/retention.ts';

const BULKY = [
  'data-invalid/kabupaten=3301/findings.parquet',
  'data-ganda/pairs.parquet',
  'rejects/rejects.parquet',
  'worklists/3301-cilacap.xlsx',
  'history/voters.parquet',
  'change/findings.parquet',
  'change/pairs.parquet',
];
const KEPT = [
  'distribution/kabupaten.parquet',
  'change/summary.parquet',
  'change/summary.csv',
  'data-dictionary.md',
];

let out: string;
const logged: object[] = [];
const log = { info: (fields: object) => logged.push(fields), warn: (fields: object) => logged.push(fields) };

/** A published run of a day of November 2026. */
function makeRun(day: number, { notNamed = [] }: { notNamed?: readonly string[] } = {}): string {
  const runId = `202611${String(day).padStart(2, '0')}T020000Z`;
  const folder = join(out, runId);
  for (const path of [...BULKY, ...KEPT, ...notNamed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'x');
  }
  const manifest = {
    run_id: runId,
    started_at: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
    reference_date: '2026-11-22',
    data_invalid: { by_rule: {} },
    outputs: [...BULKY, ...KEPT].map((path) => ({ path, sha256: 'x', bytes: 1 })),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return runId;
}

const prune = async (published: string, retention: Config['retention']) => {
  logged.length = 0;
  await pruneRuns(out, published, { retention, now: new Date('2026-11-22T03:00:00Z'), log });
};
const left = (runId: string) => [...BULKY, ...KEPT].filter((path) => existsSync(join(out, runId, path)));

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'sisir-retention-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

describe('isKept', () => {
  const now = new Date('2026-11-22T03:00:00Z');
  const run = (day: number) => ({ startedAt: `2026-11-${day}T02:00:00.000Z` });

  test('for ever where the config says nothing', () => {
    expect(isKept(run(10), 9_999, {}, now)).toBe(true);
  });
  test('by number, by age, or by either of both', () => {
    expect(isKept(run(20), 1, { runs: 2 }, now)).toBe(true);
    expect(isKept(run(20), 2, { runs: 2 }, now)).toBe(false);
    expect(isKept(run(20), 2, { days: 3 }, now)).toBe(true);
    expect(isKept(run(19), 2, { days: 3 }, now)).toBe(false);
    expect(isKept(run(20), 2, { runs: 2, days: 3 }, now)).toBe(true);
    expect(isKept(run(19), 2, { runs: 2, days: 3 }, now)).toBe(false);
  });
  test('also where the clock went backwards', () => {
    expect(isKept(run(25), 5, { days: 1 }, now)).toBe(true);
  });
});

describe('pruneRuns', () => {
  test('removes the bulky tables of older runs, says so in their folder and in the log, and keeps the rest', async () => {
    const [old, newer, published] = [makeRun(20), makeRun(21), makeRun(22)];
    const manifest = readFileSync(join(out, old, 'manifest.json'), 'utf8');
    await prune(published, { runs: 2 });
    expect(left(published)).toEqual([...BULKY, ...KEPT]);
    expect(left(newer)).toEqual([...BULKY, ...KEPT]);
    expect(left(old)).toEqual(KEPT);
    expect(existsSync(join(out, old, 'data-invalid'))).toBe(false);
    expect(readFileSync(join(out, old, 'manifest.json'), 'utf8')).toBe(manifest);
    expect(await prunedOf(join(out, old))).toEqual({
      pruned_at: '2026-11-22T03:00:00.000Z',
      by_run: published,
      retention: { runs: 2 },
      paths: BULKY,
    });
    expect(logged).toEqual([{ run_id: old, files: BULKY.length, retention: { runs: 2 } }]);
  });

  test('does it once, and finishes what was broken off', async () => {
    const [old, published] = [makeRun(20), makeRun(22)];
    await prune(published, { runs: 1 });
    const said = readFileSync(join(out, old, 'pruned.json'), 'utf8');
    await prune(published, { runs: 1 });
    expect(logged).toEqual([]);
    expect(readFileSync(join(out, old, 'pruned.json'), 'utf8')).toBe(said);
    mkdirSync(join(out, old, 'data-ganda'));
    writeFileSync(join(out, old, 'data-ganda/pairs.parquet'), 'x');
    await prune(published, { runs: 1 });
    expect(left(old)).toEqual(KEPT);
    expect(prunedSchema.parse(JSON.parse(readFileSync(join(out, old, 'pruned.json'), 'utf8'))).paths).toEqual(
      BULKY,
    );
  });

  test('never touches the run just published, files that no manifest names, or what is no run', async () => {
    const [old, published] = [makeRun(25, { notNamed: ['data-invalid/catatan.txt'] }), makeRun(22)];
    mkdirSync(join(out, 'arsip/data-invalid'), { recursive: true });
    writeFileSync(join(out, 'arsip/data-invalid/a.parquet'), 'x');
    mkdirSync(join(out, 'rusak/data-invalid'), { recursive: true });
    writeFileSync(join(out, 'rusak/manifest.json'), '{');
    writeFileSync(join(out, 'rusak/data-invalid/a.parquet'), 'x');
    await prune(published, { runs: 1 });
    expect(left(published)).toEqual([...BULKY, ...KEPT]);
    expect(left(old)).toEqual([...BULKY, ...KEPT]);
    await prune(makeRun(26), { runs: 1 });
    expect(left(old)).toEqual(KEPT);
    expect(existsSync(join(out, old, 'data-invalid/catatan.txt'))).toBe(true);
    expect(existsSync(join(out, 'arsip/data-invalid/a.parquet'))).toBe(true);
    expect(existsSync(join(out, 'rusak/data-invalid/a.parquet'))).toBe(true);
  });

  test('does nothing without retention', async () => {
    const [old, published] = [makeRun(1), makeRun(22)];
    await prune(published, {});
    expect(left(old)).toEqual([...BULKY, ...KEPT]);
  });
});
