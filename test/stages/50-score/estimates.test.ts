import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/model/ganda.ts';
import {
  meanShares,
  orderedMatches,
  sharesWithinStrata,
  startingEstimates,
} from '../../../src/stages/50-score/estimates.ts';
import { PLANTED_COMPARISONS } from './planted.ts';

function comparison(id: string): Comparison {
  const found = PLANTED_COMPARISONS.find((planted) => planted.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

const NAME = comparison('nama');
const NIK = comparison('nik');

const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 7, maxLength: 7 });

/** No level so seldom that it meets the least m. */
const plenty = fc.array(fc.integer({ min: 500, max: 100_000 }), { minLength: 7, maxLength: 7 });

function sharesOf(drawn: readonly number[], kind: 'm' | 'u'): Float64Array {
  return sharesWithinStrata(NIK, Float64Array.from(drawn), startingEstimates(NIK)[kind]);
}

/** Values by stratum. */
function strata(values: Float64Array): number[][] {
  return [Array.from(values.subarray(1, 4)), Array.from(values.subarray(4, 7))];
}

describe('orderedMatches', () => {
  it('keeps sums of one, and m / u never rises from a level to a weaker one', () => {
    fc.assert(
      fc.property(counts, counts, (matched, chance) => {
        const u = sharesOf(chance, 'u');
        const m = orderedMatches(NIK, sharesOf(matched, 'm'), u);
        for (const [index, levels] of strata(m).entries()) {
          expect(levels.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          const ratios = levels.map((value, level) => value / (strata(u)[index]?.[level] ?? 1));
          for (const [level, ratio] of ratios.slice(1).entries()) {
            expect(ratio).toBeLessThanOrEqual((ratios[level] ?? 0) * (1 + 1e-9));
          }
        }
      }),
    );
  });

  it('leaves shares as they are where they are in order', () => {
    const u = sharesOf([0, 1, 10, 100, 1, 10, 100], 'u');
    const shares = sharesOf([0, 100, 10, 1, 100, 10, 1], 'm');
    expect([...orderedMatches(NIK, shares, u)]).toEqual([...shares]);
  });

  it('never takes a level of disagreement for impossible', () => {
    const u = sharesOf([0, 1, 10, 100_000, 1, 10, 100_000], 'u');
    const m = orderedMatches(NIK, sharesOf([0, 100_000, 10, 0, 100_000, 10, 0], 'm'), u);
    for (const levels of strata(m)) expect(levels[2]).toBeCloseTo(0.001, 5);
  });

  it('is likelier than any other m in that order', () => {
    const random = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(plenty, counts, random, (matched, chance, drawn) => {
        const u = sharesOf(chance, 'u');
        const shares = sharesOf(matched, 'm');
        const [found = []] = strata(orderedMatches(NIK, shares, u));
        const [wanted = []] = strata(shares);
        const ratios = drawn.toSorted((left, right) => right - left);
        const other = ratios.map((ratio, level) => ratio * (u[level + 1] ?? 0));
        const total = other.reduce((sum, value) => sum + value, 0);
        const likelihood = (m: readonly number[]) =>
          wanted.reduce((sum, share, level) => sum + share * Math.log(m[level] ?? 0), 0);
        expect(likelihood(found)).toBeGreaterThanOrEqual(
          likelihood(other.map((value) => value / total)) - 1e-9,
        );
      }),
    );
  });
});

describe('sharesWithinStrata', () => {
  it('counts what is expected as half a pair a level', () => {
    const shares = sharesWithinStrata(
      NIK,
      Float64Array.from([0, 8.5, 0, 0, 0, 0, 0]),
      startingEstimates(NIK).u,
    );
    expect(shares[1]).toBeCloseTo(0.9, 12);
    expect(shares[2]).toBeCloseTo(0.05, 12);
    expect(shares[4]).toBeCloseTo(1 / 3, 12);
  });
});

describe('meanShares', () => {
  it('is u for equal values of any two rows, and measured for what is not equal', () => {
    const [first, ...others] = NAME.levels;
    if (first === undefined) throw new Error('no level');
    const near: Comparison = {
      ...NAME,
      levels: [first, ...others.map((level) => ({ ...level, frequency: 'commoner-name' as const }))],
    };
    const u = Float64Array.from([0, 0.01, 0.09, 0.9]);
    const chance = Float64Array.from([0, 1e6, 1e6, 0]);
    const inverse = Float64Array.from([0, 3e9, 5e8, 0]);
    const means = meanShares(near, u, chance, inverse);
    expect(means[1]).toBe(0.01);
    expect(means[2]).toBeCloseTo(0.002, 6);
    expect(means[3]).toBeCloseTo(0.01, 12);
    expect(meanShares(NAME, u, chance, inverse)[2]).toBeNaN();
  });
});
