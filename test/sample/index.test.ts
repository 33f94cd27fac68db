import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SisirError } from '../../src/model/errors.ts';
import { DEFECTS } from '../../src/sample/defects.ts';
import { ERROR_KINDS } from '../../src/sample/error-kinds.ts';
import { generateSample, type SampleOptions } from '../../src/sample/index.ts';
import { TRAPS } from '../../src/sample/traps.ts';
import { type RollRow, rowErrors } from './error-check.ts';

const REFERENCE = [2026, 11, 22] as const;
const folder = mkdtempSync(join(tmpdir(), 'sisir-sample-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Made {
  readonly rows: readonly RollRow[];
  /** dpid, person, errors */
  readonly truth: readonly (readonly string[])[];
  readonly invalid: ReadonlyMap<string, ReadonlySet<string>>;
}

async function make(name: string, options: Partial<SampleOptions>): Promise<string> {
  const out = join(folder, name);
  await generateSample({
    rows: 1000,
    seed: 1,
    profile: 'hard',
    out,
    referenceDate: '2026-11-22',
    threads: 2,
    ...options,
  });
  return out;
}

function lines(path: string): string[][] {
  const text = readFileSync(path, 'utf8');
  return text
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(','));
}

function rollFiles(out: string): string[] {
  return readdirSync(out)
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .toSorted();
}

function read(out: string): Made {
  const files = rollFiles(out);
  const rows = files.flatMap((file) =>
    lines(join(out, file)).map((cells) => ({ file: file.slice(0, 4), cells })),
  );
  const invalid = new Map<string, Set<string>>();
  for (const [dpid = '', defect = ''] of lines(join(out, 'truth-invalid.csv'))) {
    invalid.set(dpid, (invalid.get(dpid) ?? new Set()).add(defect));
  }
  return { rows, truth: lines(join(out, 'truth.csv')), invalid };
}

function allBytes(out: string): string[] {
  return readdirSync(out)
    .toSorted()
    .map((file) => `${file}\n${readFileSync(join(out, file), 'utf8')}`);
}

function copyShare({ rows, truth }: Made): number {
  return 1 - new Set(truth.map(([, person]) => person)).size / rows.length;
}

function errorsByDpid({ rows }: Made): Map<string, Set<string>> {
  const seen = new Map<string, number>();
  const niks = new Map<string, string[]>();
  for (const { file, cells } of rows) {
    seen.set(cells[0] ?? '', (seen.get(cells[0] ?? '') ?? 0) + 1);
    niks.set(file, niks.get(file) ?? []);
    niks.get(file)?.push(cells[2] ?? '');
  }
  const zeroShare = new Map(
    [...niks].map(([file, list]) => [file, list.filter((nik) => /^\d{15}0$/.test(nik)).length / list.length]),
  );
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const dpid = row.cells[0] ?? '';
    const errors = rowErrors(row, zeroShare.get(row.file) ?? 0, REFERENCE);
    if ((seen.get(dpid) ?? 0) > 1) errors.push('dpid-ganda');
    if (errors.length > 0) found.set(dpid, new Set([...(found.get(dpid) ?? []), ...errors]));
  }
  return found;
}

describe('generateSample', () => {
  let hard: Made;
  let every: Made;
  let plain: Made;
  beforeAll(async () => {
    hard = read(await make('hard', { rows: 20_000 }));
    every = read(await make('every', { rows: 4000, plantEvery: true }));
    plain = read(await make('plain', { rows: 30_000, profile: 'maintained2025' }));
  });

  it('writes the same bytes with no, one and two threads, and others with another seed', async () => {
    const one = allBytes(await make('one', { rows: 3000 }));
    for (const threads of [1, 2])
      expect(allBytes(await make(`threads-${threads}`, { rows: 3000, threads, rowsForThreads: 0 }))).toEqual(
        one,
      );
    expect(allBytes(await make('other', { rows: 3000, seed: 2 }))).not.toEqual(one);
  });

  it.each([100, 4999])('writes exactly %i rows over at least three kabupaten/kota', async (rows) => {
    const made = read(await make(`rows-${rows}`, { rows }));
    expect(made.rows).toHaveLength(rows);
    expect(made.truth).toHaveLength(rows);
    expect(new Set(made.rows.map(({ file }) => file)).size).toBeGreaterThanOrEqual(3);
  });

  it('lays the truth beside the rolls, and nothing else', async () => {
    const out = await make('layout', { rows: 500, kabupaten: ['3373', '3301'] });
    const present = ['3301.csv', '3373.csv', 'truth-invalid.csv', 'truth.csv'];
    expect(readdirSync(out).toSorted()).toEqual(present);
    const again = join(folder, 'layout-again');
    const options = { rows: 500, seed: 1, profile: 'hard', referenceDate: '2026-11-22' } as const;
    const { files } = await generateSample({ ...options, out: again, kabupaten: ['3301', '3373'] });
    expect(files.toSorted()).toEqual(present);
  });

  it('keeps to the kabupaten/kota that it is given', async () => {
    const made = read(await make('restricted', { rows: 500, kabupaten: ['3373', '3301'] }));
    expect([...new Set(made.rows.map(({ file }) => file))]).toEqual(['3301', '3373']);
    await expect(make('nowhere', { kabupaten: ['3201'] })).rejects.toThrow(SisirError);
    await expect(make('restricted', {})).rejects.toThrow(/not empty/);
    await expect(make('few', { rows: 99 })).rejects.toThrow(SisirError);
  });

  it('names only dpid that are in the rolls, each row once', () => {
    for (const { rows, truth, invalid } of [hard, every]) {
      const written = rows.map(({ cells }) => cells[0] ?? '').toSorted((a, b) => a.localeCompare(b));
      expect(truth.map(([dpid = '']) => dpid).toSorted((a, b) => a.localeCompare(b))).toEqual(written);
      const known = new Set(written);
      expect([...invalid.keys()].filter((dpid) => !known.has(dpid))).toEqual([]);
    }
  });

  it.each(['hard', 'every', 'plain'] as const)('lists every error rule that a row breaks: %s', (name) => {
    const made = { hard, every, plain }[name];
    const found = errorsByDpid(made);
    const warnings = new Set(DEFECTS.map(({ id }) => id));
    for (const errors of found.values()) for (const error of errors) warnings.delete(error);
    const isListed = (dpid: string, error: string) => made.invalid.get(dpid)?.has(error) === true;
    const missing = [...found].flatMap(([dpid, errors]) =>
      [...errors].filter((error) => !isListed(dpid, error)),
    );
    expect(missing).toEqual([]);
    const shifted = (dpid: string) => made.invalid.get(dpid)?.has('kolom-tergeser') === true;
    const tooMany = [...made.invalid].flatMap(([dpid, defects]) =>
      [...defects].filter((id) => !warnings.has(id) && !found.get(dpid)?.has(id) && !shifted(dpid)),
    );
    expect(tooMany).toEqual([]);
  });

  it('plants every defect, error and trap where asked to', () => {
    const defects = new Set([...every.invalid.values()].flatMap((ids) => [...ids]));
    expect(DEFECTS.map(({ id }) => id).filter((id) => !defects.has(id))).toEqual([]);
    const labels = new Set(every.truth.flatMap(([, , errors]) => errors?.split(';') ?? []));
    const wanted = [...ERROR_KINDS, ...TRAPS].map(({ id }) => id);
    expect(wanted.filter((id) => !labels.has(id))).toEqual([]);
    const tps = new Map<string, number>();
    for (const { cells } of every.rows)
      tps.set(`${cells[16]} ${cells[15]}`, (tps.get(`${cells[16]} ${cells[15]}`) ?? 0) + 1);
    expect(Math.max(...tps.values())).toBeGreaterThan(600);
  });

  it('gives a NIK to one person only, unless planted', () => {
    const truth = new Map(
      hard.truth.map(([dpid = '', person = '', errors = '']) => [dpid, { person, errors }]),
    );
    const owners = new Map<string, Set<string>>();
    for (const { cells } of hard.rows) {
      const [dpid = '', , nik = ''] = cells;
      if (!/^\d{16}$/.test(nik) || hard.invalid.has(dpid) || truth.get(dpid)?.errors.includes('shared-nik'))
        continue;
      owners.set(nik, (owners.get(nik) ?? new Set()).add(truth.get(dpid)?.person ?? ''));
    }
    expect([...owners.values()].filter((persons) => persons.size > 1)).toEqual([]);
  });

  it('has copies at the rate of the profile', () => {
    expect(copyShare(hard)).toBeCloseTo(0.06, 2);
    expect(copyShare(plain)).toBeLessThan(0.0005);
    expect(copyShare(plain)).toBeGreaterThan(0);
  });

  it('looks like the roll of Jawa Tengah', () => {
    const people = plain.rows.map(({ cells }) => ({
      nama: cells[3] ?? '',
      date: cells[5] ?? '',
      year: Number(cells[5]?.slice(6)),
      women: cells[7] === 'P',
    }));
    const share = (test: (person: (typeof people)[number]) => boolean, among = people) =>
      among.filter(test).length / among.length;
    expect(share(({ women }) => women)).toBeGreaterThan(0.48);
    expect(share(({ women }) => women)).toBeLessThan(0.54);
    expect(share(({ date }) => ['01|07', '31|12', '01|01'].includes(date.slice(0, 5)))).toBeCloseTo(
      0.092,
      1.7,
    );
    const oneWord = (from: number, to: number) =>
      share(
        ({ nama }) => !nama.includes(' '),
        people.filter(({ year }) => year >= from && year <= to),
      );
    expect(oneWord(1946, 1964)).toBeGreaterThan(0.6);
    expect(oneWord(1981, 1996)).toBeLessThan(0.25);
    expect(oneWord(1997, 2009)).toBeLessThan(0.08);
    expect(share(({ nama }) => nama === 'SUTRISNO')).toBeGreaterThan(0.0004);
    expect(share(({ nama }) => nama === 'SUTRISNO')).toBeLessThan(0.003);
  });
});
