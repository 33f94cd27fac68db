import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPARISONS } from '../../../rules/index.ts';
import { ruleBookOf } from '../../../src/cli/rule-book.ts';
import { configSchema } from '../../../src/model/config.ts';
import { UsageError } from '../../../src/model/errors.ts';
import { matchModelSchema } from '../../../src/model/match-model.ts';
import { withStages } from '../../../src/pipeline.ts';
import { generateSample, type SampleOptions } from '../../../src/sample/index.ts';
import { type Training, type TrainOptions, trainModel } from '../../../src/stages/50-score/train.ts';
import { REFERENCE_DATE } from '../../support/stages.ts';

let folder: string;
let files: string[];
let truth: string;
/** On the same rolls, with truth and without. */
let trained: Training;
let plain: Training;
/** What came of a truth without its columns. */
let refused: unknown;

async function onRolls<T>(
  inputs: readonly string[],
  action: (train: (options?: Partial<TrainOptions>) => Promise<Training>) => Promise<T>,
  threads = 2,
): Promise<T> {
  const config = configSchema.parse({ inputs, threads });
  return await withStages(
    {
      config,
      ruleBook: await ruleBookOf(config),
      referenceDate: REFERENCE_DATE,
      engineVersion: 'test',
      now: () => new Date('2026-11-22T01:02:03Z'),
      log: { info() {}, warn() {} },
      observer: { stageStarted() {}, stageProgress() {}, stageFinished() {} },
    },
    '40-block',
    async (context) =>
      await action(
        async (options = {}) => await trainModel(context, { seed: 1, engineVersion: 'test', ...options }),
      ),
  );
}

async function sampleOf(name: string, options: Pick<SampleOptions, 'rows' | 'seed' | 'profile'>) {
  const out = join(folder, name);
  await generateSample({ ...options, out, referenceDate: REFERENCE_DATE, threads: 2 });
  return out;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-train-'));
  const sample = await sampleOf('sample', { rows: 4000, seed: 11, profile: 'hard' });
  files = readdirSync(sample)
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .map((name) => join(sample, name));
  truth = join(sample, 'truth.csv');
  const columnless = join(folder, 'columnless.csv');
  writeFileSync(columnless, 'nik,person\n1,2\n');
  await onRolls(files, async (train) => {
    trained = await train({ truth });
    plain = await train();
    refused = await train({ truth: columnless }).catch((error: unknown) => error);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pairs of one person by the sample's truth. */
function truePairs(): number {
  const people = new Map<string, number>();
  for (const line of readFileSync(truth, 'utf8').trim().split('\n').slice(1)) {
    const person = line.split(',')[1] ?? '';
    people.set(person, (people.get(person) ?? 0) + 1);
  }
  return [...people.values()].reduce((sum, rows) => sum + (rows * (rows - 1)) / 2, 0);
}

describe('trainModel', () => {
  it('gives a model that has every stratum and level, finite and in order', () => {
    const model = matchModelSchema.parse(trained.model);
    expect(trained.converged).toBe(true);
    expect(model.trained).toMatchObject({ rows: 4000, seed: 1, converged: true, engine_version: 'test' });
    expect(Object.keys(model.comparisons)).toEqual(COMPARISONS.map(({ id }) => id));
    for (const { id, strata, levels } of COMPARISONS) {
      for (const stratum of strata) {
        const learned = model.comparisons[id]?.[stratum.id] ?? {};
        expect(Object.keys(learned)).toEqual(levels.map((level) => level.id));
        const bounded = levels.some(({ within }) => within !== undefined);
        // Where a bound asks for more than the drawn pairs can show, u is what the bound makes it.
        const raised = levels.filter((level) => level.within !== undefined && learned[level.id]?.m === 1);
        for (const kind of bounded ? (['u'] as const) : (['m', 'u'] as const)) {
          const sum = Object.values(learned).reduce((total, level) => total + level[kind], 0);
          expect(sum, `${kind} of ${id}/${stratum.id}`).toBeLessThanOrEqual(1 + 1e-9);
          expect(raised.length > 0 || sum > 1 - 1e-9, `${kind} of ${id}/${stratum.id}: ${sum}`).toBe(true);
        }
        for (const { id: level, within: [least] = [Number.NaN] } of raised)
          expect(-Math.log2(learned[level]?.u ?? 0)).toBeCloseTo(least, 9);
        const weights = Object.values(learned).map(({ m, u }) => Math.log2(m / u));
        expect(weights.every((weight) => Number.isFinite(weight))).toBe(true);
        for (const [index, weight] of bounded ? [] : weights.slice(1).entries()) {
          expect(weight).toBeLessThanOrEqual((weights[index] ?? 0) + 1e-9);
        }
        for (const [index, { within: [least, most] = [-Infinity, Infinity] }] of levels.entries()) {
          expect(weights[index]).toBeGreaterThanOrEqual(least - 1e-9);
          expect(weights[index]).toBeLessThanOrEqual(most + 1e-9);
        }
        for (const level of levels) {
          expect(learned[level.id]?.mean_share === undefined).toBe(
            level.frequency === undefined || stratum.unadjusted === true,
          );
        }
      }
    }
  });

  it('expects about as many duplicates as were planted', () => {
    const planted = truePairs();
    expect(trained.expectedMatches / planted).toBeGreaterThan(0.75);
    expect(trained.expectedMatches / planted).toBeLessThan(1.25);
    expect(trained.model.duplicates_per_1000).toBeCloseTo(trained.expectedMatches / 4, 6);
  });

  it('calibrates by truth, and without it leaves calibration out', () => {
    expect(trained.model.calibration?.slope).toBeGreaterThan(0.2);
    expect(trained.model.calibration?.pairs).toBeLessThanOrEqual(trained.model.trained.candidate_pairs);
    expect(plain.model.calibration).toBeUndefined();
  });

  it('counts by truth, and comes near those counts without it', () => {
    expect(Math.abs(plain.expectedMatches / trained.expectedMatches - 1)).toBeLessThan(0.15);
    for (const [stratum, level] of [
      ['tanggal-kecamatan-sama', 'sama'],
      ['tanggal-kecamatan-sama', 'satu-suntingan'],
    ] as const) {
      const of = ({ model }: Training) => model.comparisons['nik']?.[stratum]?.[level]?.m ?? Number.NaN;
      expect(Math.abs(of(plain) - of(trained))).toBeLessThan(0.08);
    }
    expect(plain.model.comparisons).not.toEqual(trained.model.comparisons);
  });

  it('gives the same model whatever the threads and the order of the files', async () => {
    const again = await onRolls(files.toReversed(), async (train) => await train({ truth }), 1);
    expect(again.model).toEqual(trained.model);
  });

  it('refuses a truth without its columns', () => {
    expect(refused).toBeInstanceOf(UsageError);
    expect(String(refused)).toContain('dpid and person_id');
  });

  it('refuses a roll with next to no duplicates', async () => {
    const clean = await sampleOf('clean', { rows: 200, seed: 3, profile: 'maintained2025' });
    const refusal = await onRolls([clean], async (train) => await train()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect(String(refusal)).toContain('Too few duplicates');
  });
});

describe('the shipped model', () => {
  it('knows every stratum and level of the shipped comparisons', async () => {
    const { model } = await ruleBookOf(configSchema.parse({}));
    for (const { id, strata, levels } of COMPARISONS) {
      for (const stratum of strata) {
        expect(Object.keys(model.comparisons[id]?.[stratum.id] ?? {}), `${id}/${stratum.id}`).toEqual(
          levels.map((level) => level.id),
        );
      }
    }
    expect(model.trained.converged).toBe(true);
    expect(model.calibration?.slope).toBeGreaterThan(0);
  });
});
