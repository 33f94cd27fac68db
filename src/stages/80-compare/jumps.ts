/** Makes the MAD of normal noise its standard deviation (Rousseeuw & Croux 1993, J. Am. Stat. Assoc. 88). */
const MAD_TO_DEVIATION = 1.4826;

/** Fewer earlier values explain nothing. */
export const LEAST_RUNS = 3;

/** How far a count lies from what earlier ones were. */
export interface Jump {
  readonly median: number;
  /** At least the root of the median: a count has Poisson noise even where earlier runs happened to agree. */
  readonly spread: number;
  /** (value - median) / spread. */
  readonly score: number;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/**
 * How far `value` lies from earlier values of the same count, in spreads of their own. Median and MAD: a single odd
 * night among them moves neither.
 * @returns undefined for fewer than `LEAST_RUNS` earlier values
 */
export function jumpOf(value: number, earlier: readonly number[]): Jump | undefined {
  if (earlier.length < LEAST_RUNS) return undefined;
  const middle = median(earlier);
  const deviation = MAD_TO_DEVIATION * median(earlier.map((past) => Math.abs(past - middle)));
  const spread = Math.max(deviation, Math.sqrt(middle), 1);
  return { median: middle, spread, score: (value - middle) / spread };
}
