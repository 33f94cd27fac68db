import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anomaliesOf, type Count, type Counted } from '../../../src/stages/80-compare/anomalies.ts';
import { jumpOf, LEAST_RUNS } from '../../../src/stages/80-compare/jumps.ts';

describe('jumpOf', () => {
  test('explains nothing from fewer than three earlier runs', () => {
    expect(jumpOf(1_000_000, [1, 1])).toBeUndefined();
    expect(jumpOf(1_000_000, [1, 1, 1])).toBeDefined();
  });

  test('has a Poisson floor: 10,100 after three times 10,000 is one deviation', () => {
    expect(jumpOf(10_100, [10_000, 10_000, 10_000])).toEqual({ median: 10_000, spread: 100, score: 1 });
  });

  test('is not moved by one odd night', () => {
    const usual = jumpOf(2_000, [1_000, 1_010, 990, 1_005, 995]);
    const withOdd = jumpOf(2_000, [1_000, 1_010, 990, 1_005, 995, 90_000]);
    expect(withOdd?.median).toBeCloseTo(usual?.median ?? 0, -1);
    expect(withOdd?.score).toBeGreaterThan(25);
  });

  test('a roll that grows evenly is no jump', () => {
    const grown = Array.from({ length: 20 }, (_, run) => 800_000 + run * 3_000);
    expect(Math.abs(jumpOf(800_000 + 20 * 3_000, grown)?.score ?? 99)).toBeLessThan(3);
  });

  test('median and MAD are as by definition', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.array(fc.nat(1e6), { minLength: LEAST_RUNS, maxLength: 20 }),
        (value, past) => {
          const middle = (list: number[]) => {
            const below = list.filter(
              (each) => list.filter((other) => other < each).length <= (list.length - 1) / 2,
            );
            const lower = Math.max(
              ...below.filter(
                (each) => list.filter((other) => other < each).length <= Math.floor((list.length - 1) / 2),
              ),
            );
            const upper = Math.max(
              ...list.filter(
                (each) => list.filter((other) => other < each).length <= Math.floor(list.length / 2),
              ),
            );
            return (lower + upper) / 2;
          };
          const jump = jumpOf(value, past);
          const median = middle(past);
          const mad = middle(past.map((each) => Math.abs(each - median)));
          expect(jump?.median).toBe(median);
          expect(jump?.spread).toBe(Math.max(1.4826 * mad, Math.sqrt(median), 1));
        },
      ),
    );
  });
});

const count = (
  value: number,
  kode_kabupaten: string | null = '3301',
  measure = 'rule',
  item = 'nik-kosong',
): Count => ({
  kode_kabupaten,
  measure,
  item,
  value,
});
const run = (counts: readonly Count[], setting: Partial<Counted> = {}): Counted => ({
  satker: ['3301'],
  rules: ['nik-kosong'],
  compared: true,
  counts,
  ...setting,
});
const names = (tonight: Counted, earlier: readonly Counted[]) =>
  anomaliesOf(tonight, earlier, 6).map(
    ({ name, kode_kabupaten, item }) => `${name} ${kode_kabupaten} ${item}`,
  );

describe('anomaliesOf', () => {
  const usual = [run([count(100)]), run([count(104)]), run([count(98)])];

  test('names what rose and what fell', () => {
    expect(names(run([count(300)]), usual)).toEqual(['lonjakan-temuan-aturan 3301 nik-kosong']);
    expect(names(run([count(10)]), usual)).toEqual(['penurunan-temuan-aturan 3301 nik-kosong']);
    expect(names(run([count(110)]), usual)).toEqual([]);
  });

  test('sees what is no longer counted at all', () => {
    expect(names(run([]), usual)).toEqual(['penurunan-temuan-aturan 3301 nik-kosong']);
  });

  test('a satker that sent nothing has no anomaly, nor has the whole roll without it', () => {
    const all = usual.map(({ counts }) => run([...counts, count(200, null)], { satker: ['3301', '3304'] }));
    expect(names(run([count(5, null)], { satker: ['3304'] }), all)).toEqual([]);
  });

  test('nights on which the satker sent nothing or the rule was not there explain nothing', () => {
    const silent = run([], { satker: ['3304'] });
    const unknown = run([], { rules: [] });
    expect(names(run([count(100)]), [silent, silent, silent, ...usual.slice(0, 2)])).toEqual([]);
    expect(names(run([count(100)]), [unknown, unknown, unknown])).toEqual([]);
  });

  test('changes of a run that was compared with none are no counts', () => {
    const changes = (value: number) => count(value, '3301', 'finding_status', 'new');
    const first = run([], { compared: false });
    expect(names(run([changes(500)]), [first, first, first])).toEqual([]);
    expect(names(run([changes(500)]), [run([changes(3)]), run([changes(4)]), run([])])).toEqual([
      'lonjakan-perubahan-temuan 3301 new',
    ]);
  });
});
