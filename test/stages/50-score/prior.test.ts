import { describe, expect, it } from 'vitest';
import { estimatePrior, type WeightBin } from '../../../src/stages/50-score/prior.ts';

/**
 * Bins of weights as a right model gives them: matches are spread around `mean` bits, and a chance pair has a weight
 * 2^weight times more seldom than a match, by the definition of a weight. Counts are rounded so that their sum stays.
 */
function bins(matches: number, mean: number, spread: number, allPairs: number): WeightBin[] {
  const bells = Array.from({ length: 70 * 16 }, (_, index) => index - 10 * 16).map((bin) => ({
    bin,
    bell: Math.exp(-((bin / 16 - mean) ** 2) / (2 * spread ** 2)),
  }));
  const total = bells.reduce((sum, { bell }) => sum + bell, 0);
  let [match, chance] = [0, 0];
  return bells.flatMap(({ bin, bell }) => {
    const before = Math.round(match) + Math.round(chance);
    match += (matches * bell) / total;
    chance += (allPairs * bell) / total / 2 ** (bin / 16);
    const pairs = Math.round(match) + Math.round(chance) - before;
    return pairs > 0 ? [{ bin, pairs }] : [];
  });
}

const ROWS = 100_000;
const ALL_PAIRS = (ROWS * (ROWS - 1)) / 2;

describe('estimatePrior', () => {
  it.each([
    ['a clean roll', 40],
    ['a roll as of 2018', 700],
    ['a dirty roll', 6000],
  ])('recovers the planted matches of %s', (_, matches) => {
    const prior = estimatePrior(bins(matches, 34, 4, ALL_PAIRS), ROWS, 5);
    expect(prior.converged).toBe(true);
    expect(Math.abs(prior.expectedMatches - matches) / matches).toBeLessThan(0.03);
    expect(prior.log2).toBeCloseTo(
      Math.log2(prior.expectedMatches / (ALL_PAIRS - prior.expectedMatches)),
      12,
    );
  });

  it('comes to the same result from any starting rate', () => {
    const made = bins(700, 34, 4, ALL_PAIRS);
    const from = [0.001, 5, 300].map((rate) => estimatePrior(made, ROWS, rate).expectedMatches);
    for (const found of from) expect(found).toBeCloseTo(from[0] ?? 0, 3);
  });

  it('expects half a match where nothing looks like one, and on a roll without a pair', () => {
    expect(estimatePrior([{ bin: -160, pairs: 5000 }], ROWS, 5).expectedMatches).toBe(0.5);
    expect(estimatePrior([], ROWS, 5).expectedMatches).toBe(0.5);
    for (const rows of [0, 1, 2]) expect(Number.isFinite(estimatePrior([], rows, 5).log2)).toBe(true);
  });

  it('never expects more matches than there are candidates', () => {
    expect(estimatePrior([{ bin: 100 * 16, pairs: 3 }], ROWS, 5).expectedMatches).toBeCloseTo(3, 6);
  });
});
