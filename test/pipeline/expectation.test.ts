import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Expectation, expectationOf } from '../../src/pipeline/expectation.ts';
import { MEASURED } from '../../src/pipeline/forecast-figures.ts';
import { STAGES } from '../../src/pipeline.ts';
import { generateSample } from '../../src/sample/index.ts';
import { runWith } from '../support/run.ts';
import { REFERENCE_DATE } from '../support/stages.ts';

const ROWS = 300;
let folder: string;
const told: Expectation[] = [];
const started: string[] = [];
const counted = new Map<string, number[]>();
let toldBefore = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-expectation-'));
  const sample = join(folder, 'sample');
  await generateSample({
    rows: ROWS,
    seed: 5,
    profile: 'hard',
    out: sample,
    referenceDate: REFERENCE_DATE,
    threads: 1,
  });
  await runWith(
    { inputs: [sample], out: join(folder, 'runs') },
    {
      expected: (expectation) => told.push(expectation),
      stageStarted: (id) => {
        if (started.length === 0) toldBefore = told.length;
        started.push(id);
      },
      stageProgress: (id, _share, count) => {
        if (count !== undefined) counted.set(id, [...(counted.get(id) ?? []), count]);
      },
    },
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a run is expected to take', () => {
  it('is told before the first stage and again when the rows are counted', () => {
    expect(toldBefore).toBe(1);
    expect(told).toHaveLength(2);
    expect(told[1]?.rows).toBe(ROWS);
  });

  it('has the stages that will run and take time, in their order', () => {
    expect(started.filter((id) => id !== '90-worklists')).toEqual(told[0]?.stages.map(({ id }) => id));
  });

  it('is the time of the largest measured run for a run of its size', () => {
    const largest = MEASURED.at(-1);
    const ids = [...STAGES.map(({ id }) => id), '90-report'];
    const { stages, other_ms, pairs } = expectationOf(largest?.rows ?? 0, ids);
    expect(stages).toEqual(largest?.stages);
    expect(stages.reduce((sum, { ms }) => sum + ms, other_ms)).toBe(largest?.run_ms);
    expect(pairs).toBe(largest?.pairs);
  });

  it('is borne out by what stages count on their way', () => {
    expect(counted.get('10-ingest')?.at(-1)).toBe(ROWS);
    for (const id of ['40-block', '90-publish']) {
      const counts = counted.get(id) ?? [];
      expect(counts.at(-1), id).toBeGreaterThan(0);
      expect(counts, id).toEqual(counts.toSorted((left, right) => left - right));
    }
  });
});
