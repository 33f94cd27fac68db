import type { Expectation } from './expectation.ts';

/** Share of the whole forecast that is believed like time already spent: one short stage says little of the machine. */
const BELIEF = 0.05;

/** What of a stage's forecast tells of the machine, less than all where it waits for a disk or the network. */
const TELLS: Readonly<Record<string, number>> = { '10-ingest': 0.25 };

/** The stage that finds the pairs. */
const FINDS_PAIRS = '40-block';

/** How often it finds one, by several rules: 3.9 to 4.1 times on made rolls with many pairs, 1.9 on one with few. */
const TIMES_FOUND = 4;

/** Milliseconds for each pair of the stages that weigh pairs: about seven tenths of their time at 8.7 million pairs. */
const MS_PER_PAIR: Readonly<Record<string, number>> = { '50-score': 0.0064, '60-group': 0.0014 };
const WITHOUT_PAIRS = 0.3;

interface Running {
  readonly id: string;
  readonly begun: number;
  /** The last share that was told, and when. */
  share: number;
  toldAt: number;
  counted: number;
}

/**
 * How long a run still takes, from the forecast of its stages:
 * - Elapsed ÷ forecast of what is over tells how fast this machine is on this roll. It is the geometric mean over the
 *   stages, weighted by their forecast: a stage held up by a slow disk says little of one that computes.
 * - The running stage is judged by that at first, and by the share that it tells of itself the further it is.
 * - Stages that weigh pairs are judged by the number of pairs: the counted one once blocking is over; before, the
 *   forecast one, or more where more are found on the way.
 *
 * No clock is read here: it is given.
 */
export class RemainingTime {
  readonly #now: () => number;
  readonly #begun: number;
  readonly #done = new Map<string, number>();
  #expected: Expectation | undefined;
  #running: Running | undefined;
  #pairs: number | undefined;

  /** @param now milliseconds of any clock; the run begins now */
  constructor(now: () => number) {
    this.#now = now;
    this.#begun = now();
  }

  expected(expectation: Expectation): void {
    this.#expected = expectation;
  }

  stageStarted(id: string): void {
    const now = this.#now();
    this.#running = { id, begun: now, share: 0, toldAt: now, counted: 0 };
  }

  stageProgress(share: number, counted = 0): void {
    if (this.#running === undefined || !Number.isFinite(share)) return;
    this.#running.counted = Math.max(this.#running.counted, counted);
    this.#running.share = Math.min(1, Math.max(this.#running.share, share));
    this.#running.toldAt = this.#now();
  }

  stageFinished(id: string, rowsOut: number): void {
    this.#done.set(id, this.#now() - (this.#running?.begun ?? this.#now()));
    if (id === FINDS_PAIRS) this.#pairs = rowsOut;
    this.#running = undefined;
  }

  /** Milliseconds; undefined before it is known what the run will take. */
  remaining(): number | undefined {
    const expected = this.#expected;
    if (expected === undefined) return undefined;
    const speed = this.#speed(expected);
    const waiting = expected.stages.filter(({ id }) => !this.#done.has(id) && id !== this.#running?.id);
    const stages = waiting.reduce((sum, stage) => sum + this.#forecast(stage, expected), 0);
    return speed * stages + this.#restOfStage(speed, expected) + this.#restBeside(speed, expected);
  }

  /** Time of the whole run, milliseconds. */
  total(): number | undefined {
    const remaining = this.remaining();
    return remaining === undefined ? undefined : this.#now() - this.#begun + remaining;
  }

  /** Elapsed ÷ forecast of what is over; 1 before anything is. */
  #speed(expected: Expectation): number {
    const all = expected.stages.reduce((sum, { ms }) => sum + ms, expected.other_ms);
    let [sum, weights] = [0, BELIEF * all];
    const hear = (id: string, elapsed: number, forecast: number, share = 1) => {
      if (forecast <= 0 || elapsed <= 0) return;
      const weight = (TELLS[id] ?? 1) * share * forecast;
      sum += weight * Math.log(elapsed / forecast);
      weights += weight;
    };
    for (const stage of expected.stages) {
      const forecast = this.#forecast(stage, expected);
      const took = this.#done.get(stage.id);
      if (took !== undefined) hear(stage.id, took, forecast);
      else if (stage.id === this.#running?.id) {
        const { share, toldAt, begun } = this.#running;
        hear(stage.id, toldAt - begun, share * forecast, share);
      }
    }
    return weights === 0 ? 1 : Math.exp(sum / weights);
  }

  #forecast({ id, ms }: Expectation['stages'][number], { pairs }: Expectation): number {
    const perPair = MS_PER_PAIR[id] ?? 0;
    return Math.max(WITHOUT_PAIRS * ms, ms + perPair * (this.#pairsOf(pairs) - pairs));
  }

  #pairsOf(expected: number): number {
    if (this.#pairs !== undefined) return this.#pairs;
    if (this.#running?.id !== FINDS_PAIRS) return expected;
    const { share, counted } = this.#running;
    return Math.max(expected, (1 - share) * expected + counted / TIMES_FOUND);
  }

  /** By the speed so far at first, by the stage's own share later; a stage that outlasts both may end at once. */
  #restOfStage(speed: number, expected: Expectation): number {
    const running = this.#running;
    const stage = expected.stages.find(({ id }) => id === running?.id);
    if (running === undefined || stage === undefined) return 0;
    const { share, toldAt, begun } = running;
    const whole = (1 - share) * speed * this.#forecast(stage, expected) + (toldAt - begun);
    return Math.max(0, (1 - share) * whole - (this.#now() - toldAt));
  }

  /** Of the time before, between and after stages. */
  #restBeside(speed: number, expected: Expectation): number {
    const inStages = [...this.#done.values()].reduce((sum, ms) => sum + ms, 0);
    const running = this.#running === undefined ? 0 : this.#now() - this.#running.begun;
    const beside = this.#now() - this.#begun - inStages - running;
    return Math.max(0, speed * expected.other_ms - beside);
  }
}
