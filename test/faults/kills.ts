import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../src/sample/random.ts';
import type { Night } from './night.ts';
import { startSisir } from './processes.ts';

export interface Kills {
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: (line: string) => void;
}

/** What was seen of the runs that were to be killed. */
export interface Killed {
  /** Runs that were killed, by the last stage that they had begun. */
  readonly byStage: Readonly<Record<string, number>>;
  /** Runs that came to their end before the signal. */
  readonly ended: number;
}

/** A moment of a run: a while after so many lines of its log, so that a busy machine shifts it along. */
interface Moment {
  readonly lines: number;
  readonly delay: number;
}

/**
 * Kills runs with SIGKILL at random moments from their start to a little after their end. After each kill every
 * published run must be whole, and the next run, in turn with `--resume` and without, must give the same bytes as an
 * undisturbed one.
 */
export async function killRuns(
  night: Night,
  { kills, seed, onKill = () => undefined }: Kills,
): Promise<Killed> {
  const random = new Random(seed);
  const byStage: Record<string, number> = {};
  let ended = 0;
  const whole = await wholeRun(night);
  for (let kill = 1; kill <= kills; kill++) {
    const moment = {
      lines: random.below(whole.lines + 1),
      delay: (2 * random.unit() * whole.milliseconds) / whole.lines,
    };
    const { killed, stage } = await killedAt(night, moment, kill % 4 < 2 ? ['--resume'] : []);
    if (killed) byStage[stage] = (byStage[stage] ?? 0) + 1;
    else ended += 1;
    await night.expectWhole();
    await night.expectNextRun(kill % 2 === 0);
    onKill(
      `${kill}: ${killed ? 'killed' : 'ended'} ${Math.round(moment.delay)} ms after line ${moment.lines}, ${stage}`,
    );
  }
  return { byStage, ended };
}

async function killedAt(
  night: Night,
  { lines, delay }: Moment,
  flags: readonly string[],
): Promise<{ killed: boolean; stage: string }> {
  let stage = 'before the first stage';
  let seen = 0;
  let reach: (() => void) | undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  if (lines === 0) reach?.();
  const { child, end } = startSisir([...night.argv, ...flags], night.folder, (line) => {
    if (line === '') return;
    stage = /"stage":"([^"]+)"/.exec(line)?.[1] ?? stage;
    if (++seen === lines) reach?.();
  });
  await Promise.race([end, reached.then(async () => await sleep(delay))]);
  child.kill('SIGKILL');
  const { signal } = await end;
  return { killed: signal === 'SIGKILL', stage };
}

/** How long a whole run takes here, as a process of its own, and how many lines its log has. */
async function wholeRun(night: Night): Promise<{ milliseconds: number; lines: number }> {
  const begun = performance.now();
  const { exitCode, err } = await startSisir(night.argv, night.folder).end;
  if (exitCode !== 0) throw new Error(err);
  return { milliseconds: performance.now() - begun, lines: err.trim().split('\n').length };
}
