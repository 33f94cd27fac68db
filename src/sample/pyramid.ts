import { Random, Weighted } from './random.ts';

/** Share of the voters by generation, DPT Pemilu 2024 (KPU): first and last birth year, share. */
const GENERATIONS: readonly (readonly [number, number, number])[] = [
  [1900, 1945, 0.0216],
  [1946, 1964, 0.1662],
  [1965, 1980, 0.2834],
  [1981, 1996, 0.3205],
  [1997, 2006, 0.2083],
];
const OLDEST = 99;
const SIMULATED = 160;
const ROUNDS = 60;

/** Weight of a birth year: even within a generation after 1964, falling towards the oldest before. */
function yearWeight(year: number): number {
  const found = GENERATIONS.find(([from, to]) => year >= from && year <= to) ?? GENERATIONS.at(-1);
  if (found === undefined) return 0;
  const [from, to, share] = found;
  if (to === 1945) return (share * 0.2 * 0.8 ** (to - year)) / (1 - 0.8 ** (to - from + 1));
  if (to === 1964) return (share * (0.6 + (0.8 * (year - from)) / (to - from))) / (to - from + 1);
  return share / (to - from + 1);
}

export interface YearRange {
  /** Birth years that may be in the roll. */
  readonly first: number;
  readonly last: number;
}

export function yearRange(referenceYear: number): YearRange {
  return { first: referenceYear - OLDEST, last: referenceYear - 17 };
}

/** Share of the voters by birth year on the reference date, from the first year of the range. */
export function pyramid(range: YearRange, shareOfLastYear: number): number[] {
  const weights = Array.from({ length: range.last - range.first + 1 }, (_, index) =>
    yearWeight(range.first + index),
  );
  weights[weights.length - 1] = (weights.at(-1) ?? 0) * shareOfLastYear;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Names the birth years of one household whose head was born in that year. */
export type Compose = (random: Random, headYear: number, emit: (year: number) => void) => void;

/**
 * Birth years of heads such that the members of their households together have the target pyramid:
 * Richardson-Lucy iteration over simulated households.
 */
export function headYears(range: YearRange, target: readonly number[], compose: Compose): Weighted<number> {
  const size = target.length;
  const kernel = Array.from({ length: size }, (_, head) => {
    const members = new Float64Array(size);
    const random = new Random(0x9f1a, head);
    const emit = (year: number) => {
      const index = year - range.first;
      if (index >= 0 && index < size) members[index] = (members[index] ?? 0) + 1 / SIMULATED;
    };
    for (let household = 0; household < SIMULATED; household++) compose(random, range.first + head, emit);
    return members;
  });
  let weights = target.map(() => 1 / size);
  for (let round = 0; round < ROUNDS; round++) {
    const made = new Float64Array(size);
    kernel.forEach((members, head) =>
      members.forEach((count, year) => void (made[year] = (made[year] ?? 0) + count * (weights[head] ?? 0))),
    );
    weights = weights.map((weight, head) => {
      const members = kernel[head] ?? [];
      let [gain, total] = [0, 0];
      members.forEach((count, year) => {
        total += count;
        gain += (count * (target[year] ?? 0)) / ((made[year] ?? 0) || 1);
      });
      return total > 0 ? (weight * gain) / total : 0;
    });
  }
  return new Weighted(
    weights.map((_, head) => range.first + head),
    weights,
  );
}
