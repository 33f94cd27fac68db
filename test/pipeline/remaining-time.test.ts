import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Expectation, expectationOf } from '../../src/pipeline/expectation.ts';
import { RemainingTime } from '../../src/pipeline/remaining-time.ts';
import { builtRun, largestMiss, type RecordedRun, type StageTime, TOLD } from './replay.ts';

const ROWS = 28_300_000;
const MOST = 0.2;

interface MeasuredStages {
  readonly what: string;
  readonly run_ms: number;
  readonly stages: readonly StageTime[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const MEASURED = read('measured-stages-28300000.json') as MeasuredStages[];
const [BASE] = MEASURED as [MeasuredStages];

/** The base run with the times of some stages multiplied, the others' and what is beside the stages by `rest`. */
function altered(factors: Readonly<Record<string, number>>, rest = 1, pairs = 1): MeasuredStages {
  const stages = BASE.stages.map(({ id, ms, rows_out }) => ({
    id,
    ms: ms * (factors[id] ?? rest),
    rows_out: id === '40-block' ? rows_out * pairs : rows_out,
  }));
  const beside = BASE.run_ms - sumOf(BASE.stages);
  return { what: '', stages, run_ms: sumOf(stages) + rest * beside };
}

const sumOf = (stages: readonly StageTime[]) => stages.reduce((sum, { ms }) => sum + ms, 0);

const RUNS: Readonly<Record<string, MeasuredStages>> = {
  ...Object.fromEntries(MEASURED.map((run) => [`measured: ${run.what}`, run])),
  'a machine half as fast': altered({}, 2),
  'a machine twice as fast': altered({}, 0.5),
  'a slow disk': altered(
    {
      '10-ingest': 3,
      '20-normalise': 1.3,
      '50-score': 1.2,
      '80-compare': 1.3,
      '90-publish': 3,
      '90-worklists': 2,
    },
    1.1,
  ),
  'rolls on a network drive': altered({ '10-ingest': 4 }),
  'three times the pairs': altered({ '40-block': 1.3, '50-score': 2.4, '60-group': 2.4 }, 1, 3),
  'half the pairs': altered({ '40-block': 0.9, '50-score': 0.65, '60-group': 0.65 }, 1, 0.5),
};

const idsOf = (run: RecordedRun) => run.events.filter(([, kind]) => kind === 'started').map(([, , id]) => id);

/** Runs recorded by `npm run bench:progress`. */
const RECORDED = readdirSync(join(import.meta.dirname, 'recorded-runs')).map(
  (name) => [name, read(join('recorded-runs', name)) as RecordedRun] as const,
);

describe('from the first third of a run of 28.3 million rows on, its whole time is told within a fifth', () => {
  const missOf = ({ stages, run_ms }: MeasuredStages, skew?: number) => {
    const run = builtRun(ROWS, stages, run_ms, skew);
    return largestMiss(run, (rows) => expectationOf(rows, idsOf(run)));
  };

  it.each(Object.entries(RUNS))('%s', (_what, run) => {
    const miss = missOf(run);
    expect(Math.abs(miss.error), JSON.stringify(miss)).toBeLessThan(MOST);
  });

  it.each([
    ['far ahead of their time', 1.3],
    ['far behind their time', 0.75],
  ])('also where stages tell their shares %s', (_how, skew) => {
    const miss = missOf(BASE, skew);
    expect(Math.abs(miss.error), JSON.stringify(miss)).toBeLessThan(MOST);
  });

  it('also where it goes on after a stage that was broken off', () => {
    const left = BASE.stages.slice(3).map((stage) => ({ ...stage, ms: stage.ms * 1.5 }));
    const run = builtRun(ROWS, left, sumOf(left) + 5000);
    const miss = largestMiss(run, (rows) => expectationOf(rows, idsOf(run)));
    expect(Math.abs(miss.error), JSON.stringify(miss)).toBeLessThan(MOST);
  });

  it('which it would not be by an estimate that hears nothing of the stages', () => {
    const { stages, run_ms } = altered({}, 2);
    const run = builtRun(ROWS, stages, run_ms);
    const miss = largestMiss({ ...run, events: [] }, (rows) => expectationOf(rows, idsOf(run)));
    expect(Math.abs(miss.error)).toBeGreaterThan(MOST);
  });
});

/** What the run took in truth, as if it had been forecast. */
function takenBy({ rows, total_ms, events }: RecordedRun): Expectation {
  const begun = new Map<string, number>();
  const stages: { id: string; ms: number }[] = [];
  let pairs = 0;
  for (const [ms, kind, id, rowsOut] of events) {
    if (kind === 'started') begun.set(id, ms);
    if (kind === 'finished') stages.push({ id, ms: ms - (begun.get(id) ?? 0) });
    if (kind === 'finished' && id === '40-block') pairs = rowsOut;
  }
  return { rows, pairs, stages, other_ms: total_ms - stages.reduce((sum, { ms }) => sum + ms, 0) };
}

/** Of smaller runs most is what every run takes whatever its size, which a busy machine makes longer by chance. */
const LARGE = 1_000_000;

describe.each(RECORDED)('a recorded run: %s', (_name, run) => {
  const byForecast = (rows: number) => expectationOf(rows, idsOf(run));

  it.each([
    { basis: 'its own times', expected: () => takenBy(run) },
    ...(run.rows >= LARGE ? [{ basis: 'the forecast', expected: byForecast }] : []),
  ])('is told within a fifth, by $basis and the shares that its stages tell', ({ expected }) => {
    const miss = largestMiss(run, expected);
    expect(Math.abs(miss.error), JSON.stringify(miss)).toBeLessThan(MOST);
  });

  it('tells the shares that the built runs tell', () => {
    for (const id of ['20-normalise', '30-invalid', '50-score', '60-group', '70-distribute', '80-compare']) {
      const told = run.events.flatMap((event) =>
        event[1] === 'progress' && event[2] === id ? [event[3]] : [],
      );
      expect(told, id).toEqual(TOLD[id]);
    }
  });
});

describe('the estimate', () => {
  const EXPECTED: Expectation = {
    rows: 1000,
    pairs: 100_000,
    stages: [
      { id: '40-block', ms: 1000 },
      { id: '50-score', ms: 1000 },
    ],
    other_ms: 100,
  };
  const begin = () => {
    const clock = { ms: 5000 };
    const time = new RemainingTime(() => clock.ms);
    return { clock, time };
  };

  it('is none before it is known what the run will take', () => {
    const { time } = begin();
    time.stageStarted('40-block');
    expect(time.remaining()).toBeUndefined();
    time.expected(EXPECTED);
    expect(time.remaining()).toBe(2100);
  });

  it('grows while a stage that should be over tells nothing, and is never less than nothing', () => {
    const { clock, time } = begin();
    time.expected(EXPECTED);
    time.stageStarted('50-score');
    time.stageProgress(Number.NaN);
    time.stageProgress(7);
    for (const ms of [6000, 60_000]) {
      clock.ms = ms;
      expect(time.remaining()).toBeGreaterThanOrEqual(0);
      expect(time.total()).toBeGreaterThanOrEqual(ms - 5000);
    }
  });

  it('counts the pairs that blocking found, and those it finds beyond the forecast on its way', () => {
    const found = (counted: number, at?: 'end') => {
      const { clock, time } = begin();
      time.expected(EXPECTED);
      time.stageStarted('40-block');
      clock.ms += 500;
      time.stageProgress(0.5, counted);
      if (at === 'end') {
        clock.ms += 500;
        time.stageFinished('40-block', counted);
      }
      return time.remaining() ?? Number.NaN;
    };
    expect(found(0)).toBeCloseTo(1600);
    expect(found(200_000)).toBeCloseTo(1600);
    expect(found(400_000)).toBeCloseTo(1600 + 0.0064 * 50_000);
    expect(found(100_000, 'end')).toBeCloseTo(1100);
    expect(found(50_000, 'end')).toBeCloseTo(1100 - 0.0064 * 50_000);
    expect(found(0, 'end')).toBeCloseTo(1100 - 0.0064 * 100_000);
  });

  it('takes a stage of which no run was measured for one that takes no time', () => {
    const { stages } = expectationOf(ROWS, ['30-invalid', '99-unheard-of']);
    expect(stages.map(({ ms }) => ms > 0)).toEqual([true, false]);
  });
});
