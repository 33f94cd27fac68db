import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/cli/commands/evaluate.ts';
import { explain } from '../../src/cli/commands/explain.ts';
import type { Evaluation, WrongfulFlags } from '../../src/cli/evaluate/evaluation.ts';
import type { Explanation } from '../../src/cli/explain/explanation.ts';
import { sql } from '../../src/engine/sql.ts';
import { EXIT } from '../../src/model/errors.ts';
import { TIERS } from '../../src/model/ganda.ts';
import { generateSample } from '../../src/sample/index.ts';
import { runWith } from '../support/run.ts';
import { shippedSampleRun } from '../support/shared-runs.ts';
import { REFERENCE_DATE, withDatabase } from '../support/stages.ts';
import { temporaryFolder } from './helpers.ts';
import { calling } from './made-run.ts';

interface PublishedPair {
  readonly pair_key: string;
  readonly dpid_a: string | null;
  readonly dpid_b: string | null;
  readonly tier: string;
  readonly match_weight: number;
  readonly match_probability: number;
}

const sisir = calling([evaluate, explain]);
let sample: string;
let truth: string;
let run: string;
let pairs: PublishedPair[];
let evaluation: Evaluation;

/** What stands on stderr besides the log. */
function errorsIn(err: string): string[] {
  return err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
}

async function evaluated(...argv: string[]): Promise<Evaluation> {
  const { exitCode, out, err } = await sisir(['evaluate', run, '--truth', truth, '--json', ...argv]);
  expect([exitCode, errorsIn(err)]).toEqual([EXIT.done, []]);
  return JSON.parse(out) as Evaluation;
}

beforeAll(async () => {
  sample = join(temporaryFolder(), 'sample');
  await generateSample({
    rows: 2500,
    seed: 11,
    profile: 'hard',
    out: sample,
    referenceDate: REFERENCE_DATE,
    threads: 2,
    kabupaten: ['3301', '3374'],
  });
  truth = join(sample, 'truth.csv');
  const done = await runWith({ inputs: [sample], out: join(temporaryFolder(), 'runs'), threads: 2 });
  run = done.folder;
  pairs = await withDatabase(
    async (database) =>
      await database.rows(sql`SELECT * FROM read_parquet(${join(run, 'data-ganda', 'pairs.parquet')})`),
  );
  evaluation = await evaluated();
}, 120_000);

/** Person of each dpid that stands once in the truth, read without SQL. */
function people(): Map<string, string> {
  const [, ...lines] = readFileSync(truth, 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const times = new Map<string, number>();
  for (const [dpid = ''] of rows) times.set(dpid, (times.get(dpid) ?? 0) + 1);
  return new Map(
    rows.flatMap(([dpid = '', person = '']) =>
      dpid !== '' && times.get(dpid) === 1 ? [[dpid, person]] : [],
    ),
  );
}

describe('a real run', () => {
  test('has the precision and recall that counting by hand gives', () => {
    const persons = people();
    const sizes = new Map<string, number>();
    for (const person of persons.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1);
    const existing = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    const known = pairs.filter(
      ({ dpid_a, dpid_b }) => persons.has(dpid_a ?? '') && persons.has(dpid_b ?? ''),
    );
    expect(existing).toBeGreaterThan(100);
    expect(evaluation.truth.true_pairs).toBe(existing);
    for (const [rank, tier] of TIERS.entries()) {
      const called = known.filter((pair) => TIERS.findIndex((name) => name === pair.tier) <= rank);
      const right = called.filter(
        ({ dpid_a, dpid_b }) => persons.get(dpid_a ?? '') === persons.get(dpid_b ?? ''),
      );
      expect(evaluation.tiers[rank]).toMatchObject({
        tier,
        pairs: called.length,
        true_positives: right.length,
        recall: right.length / existing,
      });
    }
  });

  test('comes again from its inputs: every rule, every candidate, every voter is measured', () => {
    const { not_assessed, blocking, candidate_calibration, wrongful_flags, tiers } = evaluation;
    expect(not_assessed).toBeNull();
    expect(evaluation.truth.rows_without_voter).toBe(0);
    expect(blocking?.true_pairs).toBe(evaluation.truth.true_pairs);
    expect(blocking?.found).toBeGreaterThanOrEqual(tiers[2]?.true_positives ?? Number.POSITIVE_INFINITY);
    expect(blocking?.rules.reduce((sum, { added }) => sum + added, 0)).toBe(blocking?.found);
    expect(blocking?.rules.at(-1)?.cumulative_recall).toBe(blocking?.recall);
    expect(candidate_calibration?.pairs).toBeLessThanOrEqual(blocking?.candidate_pairs ?? 0);
    expect(candidate_calibration?.pairs).toBeGreaterThan(evaluation.calibration.pairs);
    const sum = (by: WrongfulFlags['by'], what: 'of' | 'count') =>
      (wrongful_flags ?? []).filter((flags) => flags.by === by).reduce((all, flags) => all + flags[what], 0);
    expect(sum('all', 'of')).toBe(evaluation.truth.rows);
    for (const by of ['sex', 'age', 'name_words', 'kode_kabupaten'] as const) {
      expect([by, sum(by, 'of'), sum(by, 'count')]).toEqual([by, sum('all', 'of'), sum('all', 'count')]);
    }
  });

  test('has the same measures of what was published, whether the inputs are read or not', async () => {
    const published = await evaluated('--published-only');
    expect(published.not_assessed?.code).toBe('published-only');
    for (const measure of ['tiers', 'thresholds', 'grades', 'error_kinds', 'traps', 'calibration'] as const)
      expect(published[measure]).toEqual(evaluation[measure]);
  });

  test('is told within a terminal, in both languages', async () => {
    for (const language of ['id', 'en']) {
      const { exitCode, out, err } = await sisir(['evaluate', run, '--truth', truth, '--lang', language]);
      expect([exitCode, errorsIn(err)]).toEqual([EXIT.done, []]);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });

  test('explains its pairs: the evidence adds up to the published weight and probability', async () => {
    const few = TIERS.flatMap((tier) => pairs.filter((pair) => pair.tier === tier).slice(0, 3));
    expect(few.length).toBeGreaterThan(3);
    for (const { pair_key, match_weight, match_probability } of few) {
      const { out } = await sisir(['explain', run, pair_key, '--published-only', '--json']);
      const pair = JSON.parse(out) as Explanation;
      if (pair.kind !== 'pair') throw new Error('no pair');
      expect(pair.evidence.at(-1)?.running).toBeCloseTo(match_weight, 6);
      expect(pair.match_probability).toBe(match_probability);
      expect(pair.evidence.length).toBeGreaterThan(4);
      expect(pair.found_by.length).toBeGreaterThan(0);
      const untold = pair.evidence.filter(
        ({ id, title, level, level_label }) =>
          title.en === id || (level !== null && level_label?.en === level),
      );
      expect(untold.filter(({ kind }) => kind !== 'guard')).toEqual([]);
    }
  });

  test('explains a pair with its fields, a group and a voter in both languages, without a whole name or NIK', async () => {
    const rolls = readdirSync(sample)
      .filter((name) => /^\d{4}\.csv$/.test(name))
      .map((name) => readFileSync(join(sample, name), 'utf8'));
    const rows = rolls.flatMap((text) => text.split('\n').slice(1)).map((line) => line.split(','));
    const pair = pairs.find(({ dpid_a, dpid_b }) => dpid_a !== null && dpid_b !== null);
    const row = rows.find(([dpid]) => dpid === pair?.dpid_a);
    const [dpid = '', nkk = '-', nik = '-', nama = '-'] = row ?? [];
    const groups = await withDatabase(async (database) =>
      database.rows<{ group_key: string }>(
        sql`SELECT group_key FROM read_parquet(${join(run, 'data-ganda', 'groups.parquet')}) WHERE dpid = ${dpid}`,
      ),
    );
    for (const key of [pair?.pair_key ?? '', dpid, groups[0]?.group_key ?? '']) {
      for (const language of ['id', 'en']) {
        const { exitCode, out, err } = await sisir(['explain', run, key, '--lang', language]);
        expect([key, exitCode]).toEqual([key, EXIT.done]);
        expect(out).toContain(dpid);
        const personal = [nkk, nik, nama].filter((value) => value.length > 4);
        expect(personal.filter((value) => `${out}${err}`.includes(value))).toEqual([]);
        expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      }
    }
    const { out } = await sisir(['explain', run, pair?.pair_key ?? '', '--show-values']);
    expect(out).toContain(nama.slice(0, 37));
  });

  test('is not measured further once an input file has changed', async () => {
    const [name = ''] = readdirSync(sample).filter((file) => /^\d{4}\.csv$/.test(file));
    appendFileSync(join(sample, name), '\n');
    expect((await evaluated()).not_assessed?.code).toBe('input-changed');
  });
});

test('the examples of both commands work on a run of the shipped sample', async () => {
  const samples = join(import.meta.dirname, '../../samples');
  const { folder } = await shippedSampleRun();
  for (const { example } of [evaluate, explain]) {
    const words = example.line.split(' ').slice(1);
    const typed = words.map((word) => word.replace('runs/latest', folder).replace(/^samples/, samples));
    const { exitCode, out } = await sisir([...typed, '--json', '--published-only']);
    expect([example.line, exitCode, out.length > 500]).toEqual([example.line, EXIT.done, true]);
  }
}, 120_000);
