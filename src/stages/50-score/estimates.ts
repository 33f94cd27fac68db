import type { Comparison } from '../../model/ganda.ts';
import type { LevelParameters, MatchModel } from '../../model/match-model.ts';
import { codedLevels } from './levels.ts';
import type { Patterns } from './patterns.ts';
import { weightOf } from './weights.ts';

/** What is believed of the levels of one comparison: arrays by code (`codedLevels`); entry 0 is not used. */
export interface LevelEstimates {
  readonly m: Float64Array;
  readonly u: Float64Array;
  /** NaN where the level is not adjusted. */
  readonly meanShare: Float64Array;
}

/** Pseudo-pairs a level: a level that was never seen is rare, not impossible. */
const PSEUDO_PAIRS = 0.5;

/**
 * Least share of the matches that a level is believed to have: EM cannot tell a duplicate with, say, two unlike NIK
 * from two people, and would call it impossible. No column alone rules a pair out.
 */
const LEAST_M = 0.001;

/** One person's rows agree fully in most columns; each further level of disagreement is that much rarer. */
const FALL_PER_LEVEL = 0.3;

/**
 * Where EM starts, and what a level keeps of which training saw no pair: m falls from the first level to the last,
 * u is the same for all. Nothing in it depends on data.
 */
export function startingEstimates(comparison: Comparison): LevelEstimates {
  const { strata, levels } = comparison;
  const weights = levels.map((_, index) => FALL_PER_LEVEL ** index);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const size = 1 + strata.length * levels.length;
  const byLevel = (value: (index: number) => number) =>
    Float64Array.from({ length: size }, (_, code) => (code === 0 ? 0 : value((code - 1) % levels.length)));
  return {
    m: byLevel((index) => (weights[index] ?? 0) / total),
    u: byLevel(() => 1 / levels.length),
    meanShare: new Float64Array(size).fill(Number.NaN),
  };
}

/** Sums of `weightOfPattern` over the pairs of each code. */
export function tally(
  { pairs }: Patterns,
  codes: Int32Array,
  size: number,
  weightOfPattern: (index: number) => number,
): Float64Array {
  const sums = new Float64Array(size);
  for (let index = 0; index < pairs.length; index++) {
    const code = codes[index] ?? 0;
    sums[code] = (sums[code] ?? 0) + (pairs[index] ?? 0) * weightOfPattern(index);
  }
  return sums;
}

/**
 * Shares of the levels within each stratum, from sums by code. `expected` is what is believed before a pair was seen;
 * it counts as half a pair a level.
 */
export function sharesWithinStrata(
  { strata, levels }: Comparison,
  sums: Float64Array,
  expected: Float64Array,
): Float64Array {
  const shares = new Float64Array(sums.length);
  for (let stratum = 0; stratum < strata.length; stratum++) {
    const first = 1 + stratum * levels.length;
    const end = first + levels.length;
    const pseudo = PSEUDO_PAIRS * levels.length;
    const total = sums.subarray(first, end).reduce((sum, value) => sum + value, 0) + pseudo;
    for (let code = first; code < end; code++) {
      shares[code] = ((sums[code] ?? 0) + pseudo * (expected[code] ?? 0)) / total;
    }
  }
  return shares;
}

/**
 * m of each level from its share of the matches, so that m / u never rises from a level to a weaker one: the maximum
 * likelihood under that order is the isotonic regression of share / u with the weights u, by pooling adjacent
 * violators (Robertson, Wright, Dykstra 1988). Without the order a level takes whatever the training roll happens to
 * do, e.g. an address that copies within a village always keep. No share counts as less than LEAST_M. What a level
 * states as its bounds holds last, so that the levels of such a comparison need not sum to one.
 */
export function orderedMatches(comparison: Comparison, shares: Float64Array, u: Float64Array): Float64Array {
  const { strata, levels } = comparison;
  const m = new Float64Array(shares.length);
  for (let stratum = 0; stratum < strata.length; stratum++) {
    const first = 1 + stratum * levels.length;
    const bounded = shares.subarray(first, first + levels.length).map((share) => Math.max(share, LEAST_M));
    const total = bounded.reduce((sum, share) => sum + share, 0);
    const pools: { from: number; m: number; u: number }[] = [];
    for (let code = first; code < first + levels.length; code++) {
      let pool = { from: code, m: (bounded[code - first] ?? 0) / total, u: u[code] ?? 0 };
      for (
        let above = pools.at(-1);
        above !== undefined && above.m * pool.u < pool.m * above.u;
        above = pools.at(-1)
      ) {
        pool = { from: above.from, m: above.m + pool.m, u: above.u + pool.u };
        pools.pop();
      }
      pools.push(pool);
    }
    for (const [index, pool] of pools.entries()) {
      const end = pools[index + 1]?.from ?? first + levels.length;
      for (let code = pool.from; code < end; code++)
        m[code] = withinBounds((pool.m * (u[code] ?? 0)) / pool.u, u[code] ?? 0, levels[code - first]);
    }
  }
  return m;
}

function withinBounds(m: number, u: number, level: Comparison['levels'][number] | undefined): number {
  if (level?.within === undefined) return m;
  const [least, most] = level.within;
  return Math.min(Math.max(m, u * 2 ** least), u * 2 ** most);
}

/**
 * Harmonic mean over chance pairs of the share that a level's adjustment reads; NaN where the level reads none.
 * Two people agree on a value with the probability that is its share, so that a value stands among chance pairs of
 * equal values by share squared, and the harmonic mean is the sum of the squared shares: u itself, of all levels of
 * equal values together. It is taken from there, and the weight of an equal value becomes log2(m / share). For other
 * levels it is measured; that sum counts there as one pair more, since a few pairs say little of a mean of inverses.
 */
export function meanShares(
  comparison: Comparison,
  u: Float64Array,
  chancePairs: Float64Array,
  inverseSums: Float64Array,
): Float64Array {
  const coded = codedLevels(comparison);
  const means = new Float64Array(u.length).fill(Number.NaN);
  for (const { code, stratum, level } of coded) {
    const { frequency } = level;
    if (frequency === undefined || stratum.unadjusted === true) continue;
    const equal = coded.filter((other) => other.stratum === stratum && isEqualValue(other.level));
    const agreement = equal.reduce((sum, other) => sum + (u[other.code] ?? 0), 0) || (u[code] ?? 1);
    means[code] =
      isEqualValue(level) && stratum.equal.length === 0
        ? agreement
        : ((chancePairs[code] ?? 0) + 1) / ((inverseSums[code] ?? 0) + 1 / agreement);
  }
  return means;
}

/** Levels of equal values, whose share says how often two people agree by chance. */
function isEqualValue({ frequency }: Comparison['levels'][number]): boolean {
  return frequency === 'name' || frequency === 'birth-date';
}

/**
 * What is believed of one level, as the model states it. Where a level's bound asks for more than its u leaves room
 * for, since no drawn pair can show how rare it is, u is what the bound makes it.
 */
export function parametersOf({ m, u, meanShare }: LevelEstimates, code: number): LevelParameters {
  const mean = meanShare[code] ?? Number.NaN;
  const excess = Math.max(m[code] ?? 0, 1);
  const parameters = { m: (m[code] ?? 0) / excess, u: (u[code] ?? 0) / excess };
  return Number.isNaN(mean) ? parameters : { ...parameters, mean_share: mean };
}

/** Weight of each pattern, log2, without the prior: what scoring gives the pair but for the rounding of its rarity. */
export function evidence(
  { pairs, codes, inverseShares, rarity, guardWeight }: Patterns,
  estimates: readonly LevelEstimates[],
): Float64Array {
  const weights = Float64Array.from(pairs, (_, index) => (guardWeight[index] ?? 0) + (rarity[index] ?? 0));
  for (const [position, estimate] of estimates.entries()) {
    const table = (share: number | null) =>
      Float64Array.from(estimate.m, (_, code) =>
        code === 0 ? 0 : weightOf(parametersOf(estimate, code), share),
      );
    const [unadjusted, ofShareOne] = [table(null), table(1)];
    const own = codes[position] ?? new Int32Array();
    const inverses = inverseShares[position] ?? new Float64Array();
    for (let index = 0; index < weights.length; index++) {
      const code = own[index] ?? 0;
      const known = (inverses[index] ?? 0) > 0 ? ofShareOne : unadjusted;
      weights[index] = (weights[index] ?? 0) + (known[code] ?? 0);
    }
  }
  return weights;
}

/** The model's record of comparisons: comparison → stratum → level. */
export function modelComparisons(
  comparisons: readonly Comparison[],
  estimates: readonly LevelEstimates[],
): MatchModel['comparisons'] {
  return Object.fromEntries(
    comparisons.map((comparison, position) => {
      const estimate = estimates[position] ?? startingEstimates(comparison);
      const coded = codedLevels(comparison);
      return [
        comparison.id,
        Object.fromEntries(
          comparison.strata.map((stratum) => [
            stratum.id,
            Object.fromEntries(
              coded
                .filter((entry) => entry.stratum === stratum)
                .map(({ code, level }) => [level.id, parametersOf(estimate, code)]),
            ),
          ]),
        ),
      ];
    }),
  );
}
