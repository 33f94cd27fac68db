import type { Expectation } from '../../src/pipeline/expectation.ts';
import { RemainingTime } from '../../src/pipeline/remaining-time.ts';

/** Milliseconds since the run began, what happened, the stage; with progress: share and count; at its end: rows. */
export type ProgressEvent =
  | readonly [ms: number, kind: 'started', id: string]
  | readonly [ms: number, kind: 'progress', id: string, share: number, counted?: number]
  | readonly [ms: number, kind: 'finished', id: string, rowsOut: number];

/** What a run told of its progress, as `npm run bench:progress` records it. */
export interface RecordedRun {
  readonly rows: number;
  readonly total_ms: number;
  readonly events: readonly ProgressEvent[];
}

export interface StageTime {
  readonly id: string;
  readonly ms: number;
  readonly rows_out: number;
}

/** How far an estimate of the whole time was off, as a share of it, and when. */
export interface Miss {
  readonly error: number;
  /** Share of the whole time that was over. */
  readonly at: number;
  readonly stage: string;
}

const STEPS = 200;

/**
 * Plays a run to the estimator of the command line in a made-up time, and looks at its estimate at every event and two
 * hundred times between; the largest miss after `from` of the whole time.
 */
export function largestMiss(run: RecordedRun, expected: (rows: number) => Expectation, from = 1 / 3): Miss {
  let now = 0;
  let stage = '';
  let worst: Miss = { error: 0, at: 0, stage };
  const time = new RemainingTime(() => now);
  const look = (at: number) => {
    now = at;
    const total = time.total();
    if (total === undefined || Number.isNaN(total)) throw new Error(`no estimate at ${at} ms`);
    const error = (total - run.total_ms) / run.total_ms;
    if (now >= from * run.total_ms && Math.abs(error) > Math.abs(worst.error))
      worst = { error, at: now / run.total_ms, stage };
  };
  time.expected(expected(run.rows));
  const looks = Array.from({ length: STEPS }, (_, step) => (step / STEPS) * run.total_ms);
  for (const event of run.events) {
    while ((looks[0] ?? Number.POSITIVE_INFINITY) <= event[0]) look(looks.shift() ?? 0);
    look(event[0]);
    stage = event[2];
    tell(time, event);
    if (event[1] === 'finished' && stage === '10-ingest') time.expected(expected(event[3]));
    look(event[0]);
  }
  for (const at of looks) look(at);
  return worst;
}

function tell(time: RemainingTime, event: ProgressEvent): void {
  if (event[1] === 'started') time.stageStarted(event[2]);
  else if (event[1] === 'progress') time.stageProgress(event[3], event[4]);
  else time.stageFinished(event[2], event[3]);
}

/** The shares that the stages tell of a province: their code's, a file, block or satker after the other. */
const FILES = 36;

/** How often blocking counts a pair on its way: fewer than on made rolls, where chance pairs are rare. */
const TIMES_FOUND = 2.5;
export const TOLD: Readonly<Record<string, readonly number[]>> = {
  '10-ingest': [1, 2, 3, 4, 5, 6].map((batch) => batch / 6),
  '20-normalise': [0.1, 0.55, 0.9],
  '30-invalid': [0.7],
  '40-block': steps(0.05, 0.9, 40),
  '50-score': [0.2, 0.4, 0.95],
  '60-group': [0.5, 0.6],
  '70-distribute': [0.4, 0.7, 0.8, 0.9],
  '80-compare': [0.2, 0.5, 0.9],
  '90-publish': [...steps(0, 0.5, FILES), ...steps(0.5, 0.9, 14)],
  '90-worklists': steps(0.15, 1, FILES),
  '90-report': steps(0, 1, FILES),
};

function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, step) => from + ((to - from) * (step + 1)) / count);
}

/**
 * A run built from the times of its stages. Each tells a share after share^skew of its time: at 1 truly, above 1 before
 * its time, below 1 after it.
 */
export function builtRun(rows: number, stages: readonly StageTime[], total: number, skew = 1): RecordedRun {
  const beside = total - stages.reduce((sum, { ms }) => sum + ms, 0);
  const events: ProgressEvent[] = [];
  let now = beside / 2;
  for (const { id, ms, rows_out } of stages) {
    events.push([now, 'started', id]);
    for (const share of TOLD[id] ?? []) {
      const at = now + share ** skew * ms;
      events.push(
        id === '40-block'
          ? [at, 'progress', id, share, share * rows_out * TIMES_FOUND]
          : [at, 'progress', id, share],
      );
    }
    now += ms;
    events.push([now, 'finished', id, rows_out]);
  }
  return { rows, total_ms: total, events };
}
