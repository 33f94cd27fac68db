import { share } from './detection.ts';

/** 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/** A count per 1,000 with its 95 % interval; null where there is nobody. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly per_1000: number | null;
  readonly low_per_1000: number | null;
  readonly high_per_1000: number | null;
}

/**
 * Score interval of a binomial share at 95 % (Wilson 1927, without continuity correction); both ends are shares.
 * @throws RangeError unless 0 <= count <= of and of > 0
 */
export function wilsonInterval(count: number, of: number): { readonly low: number; readonly high: number } {
  if (!(count >= 0 && count <= of && of > 0)) throw new RangeError(`${count} of ${of} is no share`);
  const found = count / of;
  const middle = found + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((found * (1 - found)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return {
    low: count === 0 ? 0 : (middle - half) / whole,
    high: count === of ? 1 : (middle + half) / whole,
  };
}

export function rateOf(count: number, of: number): Rate {
  const perThousand = (value: number | null) => (value === null ? null : value * 1000);
  const interval = of === 0 ? undefined : wilsonInterval(count, of);
  return {
    count,
    of,
    per_1000: perThousand(share(count, of)),
    low_per_1000: perThousand(interval?.low ?? null),
    high_per_1000: perThousand(interval?.high ?? null),
  };
}
