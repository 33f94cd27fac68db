import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnel } from '../../../src/stages/70-distribute/funnel.ts';

const area = fc
  .record({
    voters: fc.integer({ min: 1, max: 2_000_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ voters, share }) => ({ voters, count: Math.round(voters * share) }));

describe('funnel', () => {
  it('keeps limits in order around the common rate, and narrower for larger areas', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 40 }), (areas) => {
        for (const placed of funnel(areas)) {
          const { lower998, lower95, upper95, upper998, shrunken, rate, reference } = placed;
          expect(lower998).toBeLessThanOrEqual(lower95);
          expect(lower95).toBeLessThanOrEqual(upper95);
          expect(upper95).toBeLessThanOrEqual(upper998);
          expect([lower998, upper998].every((limit) => limit >= 0 && limit <= 1)).toBe(true);
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(rate, reference) - 1e-12);
          expect(shrunken).toBeLessThanOrEqual(Math.max(rate, reference) + 1e-12);
        }
      }),
    );
    const [small, large] = funnel([
      { voters: 10_000, count: 100 },
      { voters: 1_000_000, count: 10_000 },
    ]);
    expect((small?.upper95 ?? 0) - (small?.lower95 ?? 0)).toBeGreaterThan(
      (large?.upper95 ?? 0) - (large?.lower95 ?? 0),
    );
  });

  it('calls areas of one rate expected, and one voter far from it too', () => {
    const equal = Array.from({ length: 30 }, (_, index) => ({
      voters: 1000 * (index + 1),
      count: 200 * (index + 1),
    }));
    expect(funnel(equal).every(({ position }) => position === 'expected')).toBe(true);
    const withOne = funnel([...equal, { voters: 1, count: 1 }]);
    expect(withOne.at(-1)?.position).toBe('expected');
    expect(withOne.at(-1)?.shrunken).toBeLessThan(0.25);
  });

  it('names the area that stands out, and only that one', () => {
    const areas = Array.from({ length: 34 }, (_, index) => ({
      voters: 500_000,
      count: 5000 + (index % 2 === 0 ? 70 : -70),
    }));
    const placed = funnel([...areas, { voters: 500_000, count: 15_000 }]);
    expect(placed.map(({ position }) => position).filter((position) => position !== 'expected')).toEqual([
      'far-above',
    ]);
    expect(placed.at(-1)?.position).toBe('far-above');
  });

  it('holds about 95 % of areas that differ by chance alone', () => {
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const areas = Array.from({ length: 400 }, (_, index) => {
      const voters = 200 + index;
      let count = 0;
      for (let voter = 0; voter < voters; voter++) if (random() < 0.05) count++;
      return { voters, count };
    });
    const inside = funnel(areas).filter(({ position }) => position === 'expected').length;
    expect(inside / areas.length).toBeGreaterThan(0.92);
    expect(inside / areas.length).toBeLessThan(0.98);
  });

  it('gives areas without voters the common rate', () => {
    const [empty] = funnel([
      { voters: 0, count: 0 },
      { voters: 100, count: 10 },
    ]);
    expect(empty).toMatchObject({ rate: 0.1, reference: 0.1, position: 'expected' });
    expect(funnel([])).toEqual([]);
  });
});
