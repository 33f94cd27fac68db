import { describe, expect, it } from 'vitest';
import { estimatePrior, estimatePriors, type WeightBin } from '../../../src/stages/50-score/prior.ts';

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
    const prior = estimatePrior(bins(matches, 34, 4, ALL_PAIRS), ALL_PAIRS, 500);
    expect(prior.converged).toBe(true);
    expect(Math.abs(prior.expectedMatches - matches) / matches).toBeLessThan(0.03);
    expect(prior.log2).toBeCloseTo(
      Math.log2(prior.expectedMatches / (ALL_PAIRS - prior.expectedMatches)),
      12,
    );
  });

  it('rests on the pairs, not on what was expected of them', () => {
    const made = bins(700, 34, 4, ALL_PAIRS);
    const from = [10, 500, 30_000].map((expected) => estimatePrior(made, ALL_PAIRS, expected));
    for (const { expectedMatches } of from) expect(Math.abs(expectedMatches - 700) / 700).toBeLessThan(0.03);
  });

  it('is no larger where all pairs are candidates, as in a small list', () => {
    const all = [
      { bin: 0, pairs: 124_700 },
      { bin: 30 * 16, pairs: 50 },
    ];
    expect(Math.abs(estimatePrior(all, 124_750, 5).expectedMatches - 50)).toBeLessThan(2);
  });

  it('lets one doubtful pair of two places with few duplicates count for little', () => {
    const doubtful = [{ bin: 24 * 16, pairs: 1 }];
    expect(estimatePrior(doubtful, 2 ** 25, 0.02).expectedMatches).toBeLessThan(0.05);
  });

  it('expects next to nothing where nothing looks like a match, and on a roll without a pair', () => {
    expect(estimatePrior([{ bin: 0, pairs: 5000 }], ALL_PAIRS, 500).expectedMatches).toBeLessThan(0.11);
    expect(estimatePrior([], ALL_PAIRS, 500).expectedMatches).toBeLessThan(0.11);
    for (const pairs of [0, 1]) expect(Number.isFinite(estimatePrior([], pairs, 0).log2)).toBe(true);
  });

  it('never expects many more matches than there are candidates', () => {
    expect(estimatePrior([{ bin: 100 * 16, pairs: 3 }], ALL_PAIRS, 500).expectedMatches).toBeLessThan(3.2);
  });
});

describe('estimatePriors', () => {
  const of = (areaA: number, areaB: number, made: readonly WeightBin[]) =>
    made.map((bin) => ({ ...bin, areaA, areaB }));
  const dirty = of(3319, 3319, bins(6000, 34, 4, ALL_PAIRS));
  const clean = of(3374, 3374, bins(20, 34, 4, ALL_PAIRS));
  const rows = new Map([
    [3319, ROWS],
    [3374, ROWS],
  ]);

  it('keeps a dirty and a clean kabupaten apart', () => {
    const [first, second] = estimatePriors([...dirty, ...clean], rows, 5);
    expect(first?.expectedMatches).toBeGreaterThan(5800);
    expect(second?.expectedMatches).toBeLessThan(22);
  });

  it('gives a kabupaten the same prior whichever others there are', () => {
    const alone = estimatePriors(dirty, new Map([[3319, ROWS]]), 5);
    const across = of(3319, 3374, bins(100, 34, 4, ROWS * ROWS));
    const both = estimatePriors([...dirty, ...clean, ...across], rows, 5);
    expect(both.find(({ areaB }) => areaB === 3319)).toEqual(alone[0]);
    expect(both.find(({ areaA, areaB }) => areaA !== areaB)?.expectedMatches).toBeGreaterThan(90);
  });
});
