import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/model/errors.ts';
import { Random } from '../../../src/sample/random.ts';
import { calibrate, type WeighedPairs } from '../../../src/stages/50-score/calibrate.ts';

const WEIGHTS = Array.from({ length: 241 }, (_, index) => (index - 120) / 4);

function chance(weight: number, slope: number, intercept: number): number {
  return 1 / (1 + 2 ** -(intercept + slope * weight));
}

/** Pairs of each weight, of which as many are one person as a planted line says. */
function planted(slope: number, intercept: number, pairs: number, seed: number): WeighedPairs[] {
  const random = new Random(seed);
  return WEIGHTS.map((weight) => {
    const probability = chance(weight, slope, intercept);
    let matches = 0;
    for (let pair = 0; pair < pairs; pair++) if (random.chance(probability)) matches++;
    return { weight, pairs, matches };
  });
}

describe('calibrate', () => {
  it('finds the planted line to within 3 per cent', () => {
    for (const [slope, intercept] of [
      [1, 0],
      [0.5, 2],
      [1.6, -3],
    ] as const) {
      const found = calibrate(planted(slope, intercept, 8000, 7));
      expect(Math.abs(found.slope / slope - 1)).toBeLessThan(0.03);
      expect(Math.abs(found.intercept - intercept)).toBeLessThan(0.15);
      expect(found.pairs).toBe(8000 * WEIGHTS.filter((weight) => weight >= -2).length);
    }
  });

  it('has a positive slope and finite figures whenever it gives any', () => {
    const bins = fc.array(
      fc.record({ weight: fc.integer({ min: -90, max: 90 }), others: fc.nat(1000), matches: fc.nat(1000) }),
      { minLength: 1, maxLength: 30 },
    );
    let given = 0;
    fc.assert(
      fc.property(bins, (drawn) => {
        try {
          const { slope, intercept } = calibrate(
            drawn.map(({ weight, others, matches }) => ({ weight, matches, pairs: matches + others })),
          );
          given++;
          return slope > 0 && Number.isFinite(slope) && Number.isFinite(intercept);
        } catch (error) {
          return error instanceof UsageError;
        }
      }),
    );
    expect(given).toBeGreaterThan(0);
  });

  it('stays finite where weights part the classes perfectly, and says so in its probabilities', () => {
    const parted = WEIGHTS.map((weight) => ({ weight, pairs: 10, matches: weight > 0 ? 10 : 0 }));
    const { slope, intercept } = calibrate(parted);
    expect(Number.isFinite(slope)).toBe(true);
    expect(chance(10, slope, intercept)).toBeGreaterThan(0.95);
    expect(chance(-10, slope, intercept)).toBeLessThan(0.05);
  });

  it('keeps the mean: of all pairs, as many as are one person are expected to be', () => {
    const pairs = planted(0.7, 1, 500, 3).filter(({ weight }) => weight >= -2);
    const { slope, intercept } = calibrate(pairs);
    const expected = pairs.reduce((sum, bin) => sum + bin.pairs * chance(bin.weight, slope, intercept), 0);
    const matches = pairs.reduce((sum, bin) => sum + bin.matches, 0);
    expect(Math.abs(expected - matches)).toBeLessThan(2);
  });

  it('is not bent by duplicates that weigh next to nothing', () => {
    const plain = planted(1, 0, 500, 5);
    const struck = plain.map((bin) => (bin.weight < -20 ? { ...bin, matches: bin.matches + 20 } : bin));
    expect(calibrate(struck)).toEqual(calibrate(plain));
  });

  it('takes the light pairs in where the heavy ones are all of one kind', () => {
    const parted = [
      { weight: -12, pairs: 900, matches: 0 },
      { weight: 14, pairs: 100, matches: 100 },
    ];
    const { slope, intercept, pairs } = calibrate(parted);
    expect(pairs).toBe(1000);
    expect(chance(14, slope, intercept)).toBeGreaterThan(0.95);
    expect(chance(-12, slope, intercept)).toBeLessThan(0.05);
  });

  it('refuses pairs of one kind, and a truth that belongs to other rolls', () => {
    expect(() => calibrate([{ weight: 3, pairs: 5, matches: 5 }])).toThrow(UsageError);
    expect(() => calibrate([{ weight: 3, pairs: 5, matches: 0 }])).toThrow(UsageError);
    expect(() => calibrate([])).toThrow(UsageError);
    const falling = planted(0.5, 0, 100, 9).map((bin) => ({ ...bin, weight: -bin.weight }));
    expect(() => calibrate(falling)).toThrow(UsageError);
  });
});
