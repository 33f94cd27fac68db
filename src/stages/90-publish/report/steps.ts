/** Colour steps of a rate, beside the one for nothing. */
const STEPS = 5;

/**
 * Values at which the colour of a rate changes, ascending and different from each other: the smallest value above zero
 * and the quintiles of those above zero. The step of a value is how many of them are at or below it; 0 is nothing.
 */
export function colourLimits(values: readonly (number | null)[]): number[] {
  const sorted = values
    .filter((value) => value !== null && value > 0)
    .toSorted((a, b) => (a ?? 0) - (b ?? 0));
  const limits = Array.from(
    { length: STEPS },
    (_, step) => sorted[Math.floor((sorted.length * step) / STEPS)],
  );
  return [...new Set(limits.filter((limit) => limit !== undefined && limit !== null))];
}

/** 0 to 5; null where there is no value. */
export function colourStep(value: number | null, limits: readonly number[]): number | null {
  return value === null ? null : limits.filter((limit) => limit <= value).length;
}
