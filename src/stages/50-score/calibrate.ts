import { UsageError } from '../../model/errors.ts';
import type { MatchModel } from '../../model/match-model.ts';

/** How many pairs have this match weight (log2, prior included), and how many of them are one person. */
export interface WeighedPairs {
  readonly weight: number;
  readonly pairs: number;
  readonly matches: number;
}

/**
 * Lightest pairs that take part, log2. Lighter ones are shown to nobody, and the duplicates among them (kept back by a
 * guard, say) would bend the line where probabilities are read.
 */
const LEAST_WEIGHT = -2;

const MOST_ITERATIONS = 100;
/** The fit stands when no more than this is gained, natural log per pair. */
const LEAST_GAIN = 1e-14;
const MOST_HALVINGS = 60;

/**
 * Platt scaling (Platt 1999): slope and intercept of log2 odds = intercept + slope * weight, by maximum likelihood.
 * Targets are smoothed as Platt proposes, (matches + 1) / (matches + 2) and 1 / (others + 2), so that classes which
 * a weight parts perfectly still have a finite slope; Newton's method with halved steps (Lin, Lin, Weng 2007).
 *
 * Two parameters and not a free monotone curve (isotonic): the curve would learn the composition of the training
 * roll, while the prior is estimated anew in each run and moves all weights along it; and it has no value beyond
 * the weights that it saw.
 * @throws UsageError when all pairs are of one kind, or when heavier pairs are not more often one person
 */
export function calibrate(all: readonly WeighedPairs[]): NonNullable<MatchModel['calibration']> {
  const heavy = all.filter(({ weight }) => weight >= LEAST_WEIGHT);
  const weighed = holdsBothKinds(heavy) ? heavy : all;
  if (!holdsBothKinds(weighed)) throw oneKind();
  const pairs = sum(weighed, (bin) => bin.pairs);
  const matches = sum(weighed, (bin) => bin.matches);
  const goal = { match: (matches + 1) / (matches + 2), other: 1 / (pairs - matches + 2) };
  const targets = weighed.map((bin) => ({
    ...bin,
    target: bin.matches * goal.match + (bin.pairs - bin.matches) * goal.other,
  }));
  let line: Line = { slope: 0, intercept: Math.log((matches + 1) / (pairs - matches + 1)) };
  let value = loss(targets, line);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const better = descend(targets, line, value);
    if (better === undefined) break;
    const gain = value - better.value;
    ({ line, value } = better);
    if (gain <= LEAST_GAIN * pairs) break;
  }
  if (!(line.slope > 0)) throw notRising();
  return { slope: line.slope * Math.LOG2E, intercept: line.intercept * Math.LOG2E, pairs };
}

/** Duplicates and others; a small roll may hold none of the others among its heavy pairs. */
function holdsBothKinds(weighed: readonly WeighedPairs[]): boolean {
  const matches = sum(weighed, (bin) => bin.matches);
  return matches > 0 && matches < sum(weighed, (bin) => bin.pairs);
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
}

interface Target extends WeighedPairs {
  /** Sum of the pairs' smoothed targets. */
  readonly target: number;
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

/** Cross-entropy, natural log, in a form that does not overflow. */
function loss(targets: readonly Target[], { slope, intercept }: Line): number {
  return sum(targets, ({ weight, pairs, target }) => {
    const logit = intercept + slope * weight;
    return pairs * (Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)))) - target * logit;
  });
}

/** One Newton step, halved until it lowers the loss; undefined when none does. */
function descend(
  targets: readonly Target[],
  line: Line,
  value: number,
): { line: Line; value: number } | undefined {
  const step = newtonStep(targets, line);
  for (let halvings = 0, part = 1; halvings < MOST_HALVINGS; halvings++, part /= 2) {
    const next = { slope: line.slope - part * step.slope, intercept: line.intercept - part * step.intercept };
    const lowered = loss(targets, next);
    if (lowered < value) return { line: next, value: lowered };
  }
  return undefined;
}

/** Inverse Hessian times gradient. */
function newtonStep(targets: readonly Target[], { slope, intercept }: Line): Line {
  let [gradientSlope, gradientIntercept, slopes, mixed, intercepts] = [0, 0, 0, 0, 0];
  for (const { weight, pairs, target } of targets) {
    const expected = 1 / (1 + Math.exp(-(intercept + slope * weight)));
    const spread = pairs * expected * (1 - expected);
    gradientSlope += (pairs * expected - target) * weight;
    gradientIntercept += pairs * expected - target;
    slopes += spread * weight * weight;
    mixed += spread * weight;
    intercepts += spread;
  }
  const determinant = slopes * intercepts - mixed * mixed;
  if (!(determinant > 0)) return { slope: 0, intercept: 0 };
  return {
    slope: (intercepts * gradientSlope - mixed * gradientIntercept) / determinant,
    intercept: (slopes * gradientIntercept - mixed * gradientSlope) / determinant,
  };
}

function oneKind(): UsageError {
  return new UsageError({
    id: 'Kunci jawaban tidak memuat sekaligus pasangan ganda dan bukan ganda di antara pasangan yang dibandingkan. Periksa dpid di berkas --truth.',
    en: 'The truth does not hold both duplicates and others among the compared pairs. Look at the dpid of the --truth file.',
  });
}

function notRising(): UsageError {
  return new UsageError({
    id: 'Menurut kunci jawaban, pasangan yang lebih berat tidak lebih sering ganda. Periksa apakah berkas --truth milik daftar ini.',
    en: 'By the truth, heavier pairs are not more often duplicates. Make sure that the --truth file belongs to these rolls.',
  });
}
