import type { Comparison } from '../../model/ganda.ts';
import {
  evidence,
  type LevelEstimates,
  meanShares,
  orderedMatches,
  sharesWithinStrata,
  startingEstimates,
  tally,
} from './estimates.ts';
import type { Patterns } from './patterns.ts';

/** EM has converged when no m or u changes by more. */
const TOLERANCE = 1e-6;
const MOST_ITERATIONS = 500;

/** Where the rate of duplicates starts. */
const STARTING_DUPLICATES_PER_1000 = 1;

/** Fewest matches that are ever expected: the rate may not become nought. */
const LEAST_MATCHES = 0.5;

/** What EM learns from. */
export interface TrainingPairs {
  readonly comparisons: readonly Comparison[];
  /** Rows of the roll. */
  readonly rows: number;
  /** All candidate pairs, or the sampled part of them. */
  readonly candidates: Patterns;
  /** Share of the candidate pairs that `candidates` holds. */
  readonly candidateShare: number;
  /** Random pairs that agree on some columns. */
  readonly random: readonly Patterns[];
  /** For each comparison and stratum, which of `random` its chance pairs are taken from. */
  readonly randomOf: readonly (readonly number[])[];
  /** Whether what truth says of the patterns is counted instead of guessed. */
  readonly counted?: boolean;
}

/** State after one iteration, told as it goes on. */
export interface Iteration {
  readonly iteration: number;
  /** Largest change of an m or u. */
  readonly change: number;
  readonly expectedMatches: number;
  /** Natural log of the candidates' likelihood over what it would be if none were a match. */
  readonly logLikelihood: number;
}

export interface Learned extends Iteration {
  readonly converged: boolean;
  /** One for each comparison. */
  readonly estimates: readonly LevelEstimates[];
  /** log2 of the odds that two random rows of the roll are one person. */
  readonly priorLog2: number;
}

export interface LearnOptions {
  readonly mostIterations?: number;
  readonly onIteration?: (iteration: Iteration) => void;
}

/**
 * m, u and the rate of matches by expectation maximisation (Dempster, Laird, Rubin 1977; for record linkage Winkler
 * 1988 and Jaro 1989). The E step gives each candidate pattern the probability of a match under its full weight,
 * frequency adjustment and guard included. The M step takes
 * - the rate as the expected matches over all N (N - 1) / 2 pairs of rows: pairs that are no candidates count as
 *   non-matches;
 * - m of a level as its share of the expected matches of its stratum, in the order of the levels;
 * - u of a level as its share of the random pairs of its stratum, each weighted by the probability that it is none
 *   of the matches: pairs that agree on a birth date, say, hold far more duplicates than pairs that agree on nothing.
 *
 * Where truth judged the pairs of a pattern, its count takes the place of the E step: m and u are then counted, not
 * guessed.
 *
 * Anchoring u in random pairs rather than in the candidates keeps EM from calling families a class of matches.
 */
export function learn(training: TrainingPairs, options: LearnOptions = {}): Learned {
  const { mostIterations = MOST_ITERATIONS, onIteration } = options;
  const allPairs = (training.rows * (training.rows - 1)) / 2;
  let matches = Math.max((STARTING_DUPLICATES_PER_1000 * training.rows) / 1000, LEAST_MATCHES);
  let estimates = chanceOf(
    training,
    training.comparisons.map(startingEstimates),
    training.random.map(({ pairs }) => new Float64Array(pairs.length)),
  );
  for (let iteration = 1; ; iteration++) {
    const priorLog2 = Math.log2(matches / (allPairs - matches));
    const { probabilities, logLikelihood } = expectation(training, estimates, priorLog2, allPairs);
    const next = maximisation(training, estimates, priorLog2, probabilities);
    const change = largestChange(estimates, next);
    estimates = next;
    matches = expectedMatches(training, probabilities, allPairs);
    const state = { iteration, change, expectedMatches: matches, logLikelihood };
    onIteration?.(state);
    const converged = change < TOLERANCE;
    if (converged || iteration >= mostIterations) {
      return { ...state, converged, estimates, priorLog2: Math.log2(matches / (allPairs - matches)) };
    }
  }
}

/** Probability of a match, from its weight with the prior in it, log2. */
export function probability(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}

function posteriors(
  patterns: Patterns,
  estimates: readonly LevelEstimates[],
  priorLog2: number,
  counted: boolean,
): Float64Array {
  return evidence(patterns, estimates).map((weight, index) => {
    const believed = probability(priorLog2 + weight);
    return counted ? known(patterns, index, believed) : believed;
  });
}

/** The share of matches that truth counts in a pattern; what is believed where truth says nothing. */
function known({ judged, matches }: Patterns, index: number, believed: number): number {
  const pairs = judged[index] ?? 0;
  return pairs === 0 ? believed : (matches[index] ?? 0) / pairs;
}

/** Adds up log(1 + odds) of each pair: the likelihood of a mixture, over that of its second part alone. */
function expectation(
  { candidates, candidateShare, counted = false }: TrainingPairs,
  estimates: readonly LevelEstimates[],
  priorLog2: number,
  allPairs: number,
): { probabilities: Float64Array; logLikelihood: number } {
  const weights = evidence(candidates, estimates);
  let logOdds = 0;
  for (let index = 0; index < weights.length; index++) {
    logOdds += (candidates.pairs[index] ?? 0) * Math.log1p(2 ** (priorLog2 + (weights[index] ?? 0)));
  }
  return {
    probabilities: posteriors(candidates, estimates, priorLog2, counted),
    logLikelihood: logOdds / candidateShare - allPairs * Math.log1p(2 ** priorLog2),
  };
}

function expectedMatches(
  { candidates, candidateShare }: TrainingPairs,
  probabilities: Float64Array,
  allPairs: number,
): number {
  const expected = probabilities.reduce(
    (sum, value, index) => sum + value * (candidates.pairs[index] ?? 0),
    0,
  );
  return Math.min(Math.max(expected / candidateShare, LEAST_MATCHES), allPairs / 2);
}

function maximisation(
  training: TrainingPairs,
  estimates: readonly LevelEstimates[],
  priorLog2: number,
  probabilities: Float64Array,
): LevelEstimates[] {
  const { comparisons, candidates, random } = training;
  const chance = chanceOf(
    training,
    estimates,
    random.map((patterns) => posteriors(patterns, estimates, priorLog2, training.counted ?? false)),
  );
  return chance.map((estimate, position) => {
    const comparison = comparisons[position];
    const codes = candidates.codes[position];
    if (comparison === undefined || codes === undefined) return estimate;
    const sums = tally(candidates, codes, estimate.m.length, (index) => probabilities[index] ?? 0);
    const shares = sharesWithinStrata(comparison, sums, startingEstimates(comparison).m);
    return { ...estimate, m: orderedMatches(comparison, shares, estimate.u) };
  });
}

/** The estimates with u and mean shares from random pairs; `matching` says how probably each pattern is a match. */
function chanceOf(
  { comparisons, random, randomOf }: TrainingPairs,
  estimates: readonly LevelEstimates[],
  matching: readonly Float64Array[],
): LevelEstimates[] {
  return estimates.map((estimate, position) => {
    const comparison = comparisons[position];
    if (comparison === undefined) return estimate;
    const size = estimate.u.length;
    const chance = new Float64Array(size);
    const inverse = new Float64Array(size);
    for (const [set, patterns] of random.entries()) {
      const codes = patterns.codes[position] ?? new Int32Array();
      const inverses = patterns.inverseShares[position] ?? new Float64Array();
      const apart = (index: number) => 1 - (matching[set]?.[index] ?? 0);
      const pairs = tally(patterns, codes, size, apart);
      const sums = tally(patterns, codes, size, (index) => apart(index) * (inverses[index] ?? 0));
      for (const [stratum, source] of (randomOf[position] ?? []).entries()) {
        if (source !== set) continue;
        const first = 1 + stratum * comparison.levels.length;
        const end = first + comparison.levels.length;
        chance.set(pairs.subarray(first, end), first);
        inverse.set(sums.subarray(first, end), first);
      }
    }
    const u = sharesWithinStrata(comparison, chance, startingEstimates(comparison).u);
    return { ...estimate, u, meanShare: meanShares(comparison, u, chance, inverse) };
  });
}

function largestChange(before: readonly LevelEstimates[], after: readonly LevelEstimates[]): number {
  let change = 0;
  for (const [position, estimate] of after.entries()) {
    for (const kind of ['m', 'u'] as const) {
      const earlier = before[position]?.[kind];
      for (const [code, value] of estimate[kind].entries()) {
        change = Math.max(change, Math.abs(value - (earlier?.[code] ?? 0)));
      }
    }
  }
  return change;
}
