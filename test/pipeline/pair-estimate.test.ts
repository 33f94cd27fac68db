import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ruleBookOf } from '../../src/cli/rule-book.ts';
import { configSchema } from '../../src/model/config.ts';
import { estimatePairs, type PairEstimate } from '../../src/pipeline/pair-estimate.ts';
import { type Plan, planRun, type RunOptions } from '../../src/pipeline.ts';
import { generateSample } from '../../src/sample/index.ts';
import { temporaryFolder } from '../cli/helpers.ts';
import { REFERENCE_DATE } from '../support/stages.ts';

const ROWS = 6_000;
let options: RunOptions;
let plan: Plan;

beforeAll(async () => {
  const out = join(temporaryFolder(), 'rolls');
  mkdirSync(out);
  await generateSample({
    rows: ROWS,
    seed: 5,
    profile: 'hard',
    out,
    referenceDate: REFERENCE_DATE,
    kabupaten: ['3374'],
    plantEvery: false,
  });
  const config = configSchema.parse({ inputs: [out], out: join(out, 'none') });
  options = {
    config,
    ruleBook: await ruleBookOf(config),
    referenceDate: REFERENCE_DATE,
    engineVersion: 'test',
    now: () => new Date('2026-11-22T01:02:03Z'),
    log: { info() {}, warn() {} },
    observer: { stageStarted() {}, stageProgress() {}, stageFinished() {} },
  };
  plan = await planRun(config);
});

const pairsOf = ({ rules }: PairEstimate, id: string) =>
  rules.find(({ rule_id }) => rule_id === id)?.pairs ?? -1;

describe('the pairs of a run', () => {
  it('are counted where the roll is small, else estimated from a sample', async () => {
    const counted = await estimatePairs(options, plan);
    expect([counted.basis, counted.sample_rows]).toEqual(['counted', ROWS]);
    expect(counted.rules.every(({ pairs, found }) => pairs === found)).toBe(true);
    const sample = await estimatePairs(options, plan, ROWS / 2);
    expect(sample.basis).toBe('sample');
    expect(Math.abs(sample.sample_rows - ROWS / 2)).toBeLessThan(ROWS / 20);
    expect(sample.rules.map(({ rule_id }) => rule_id)).toEqual(counted.rules.map(({ rule_id }) => rule_id));
    const household = 'nkk-tanggal';
    expect(pairsOf(counted, household)).toBeGreaterThan(100);
    expect(pairsOf(sample, household) / pairsOf(counted, household)).toBeGreaterThan(0.6);
    expect(pairsOf(sample, household) / pairsOf(counted, household)).toBeLessThan(1.6);
  });

  it('are not guessed where no file can be sampled', async () => {
    const [file] = plan.inputs;
    if (file === undefined) throw new Error('no input');
    const workbook = { ...file, format: 'xlsx' as const, bytes: 50_000_000 };
    const { lines: _, ...rest } = workbook;
    const none = await estimatePairs(options, { inputs: [rest], skipped: [] });
    expect(none).toEqual({ basis: 'none', sample_rows: 0, rules: [], calibration_ms: null });
  });
});
