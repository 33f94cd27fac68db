import type { Database } from '../../engine/database.ts';
import { identifier, literal, sql } from '../../engine/sql.ts';

/** Weights are counted to the sixteenth of a bit: finer than any weight is known. */
const BINS_PER_BIT = 16;

/** Matches that are always expected at least: a roll never proves that it holds no duplicate. */
const LEAST_MATCHES = 0.5;

const MOST_ITERATIONS = 10_000;
const TOLERANCE = 1e-9;

/** How many pairs have this summed weight, in sixteenths of a bit. */
export interface WeightBin {
  readonly bin: number;
  readonly pairs: number;
}

export interface Prior {
  /** log2 of the odds that two random rows of the roll are one person. */
  readonly log2: number;
  readonly expectedMatches: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Pairs by their summed weight, lightest first: integers, so that no order of rows can show. */
export async function weightBins(database: Database, table: string, column: string): Promise<WeightBin[]> {
  return await database.rows<{ bin: number; pairs: number }>(sql`
    SELECT CAST(round(${identifier(column)} * ${literal(BINS_PER_BIT)}) AS INTEGER) AS bin, count(*) AS pairs
    FROM ${identifier(table)} GROUP BY bin ORDER BY bin`);
}

/**
 * The prior of a roll: its rate of matches among all pairs of rows, by EM over the candidates' weights with m and u
 * fixed; pairs that are no candidates count as non-matches. The likelihood has one maximum, so the starting rate
 * (`duplicatesPer1000` rows) changes the number of iterations and not the result.
 */
export function estimatePrior(bins: readonly WeightBin[], rows: number, duplicatesPer1000: number): Prior {
  const allPairs = Math.max((rows * (rows - 1)) / 2, 1);
  const candidates = bins.reduce((sum, { pairs }) => sum + pairs, 0);
  const bounded = (matches: number) =>
    Math.min(Math.max(matches, LEAST_MATCHES), Math.max(candidates, 1), allPairs / 2);
  const ratios = bins.map(({ bin, pairs }) => ({ ratio: 2 ** (bin / BINS_PER_BIT), pairs }));
  let matches = bounded((duplicatesPer1000 * rows) / 1000);
  for (let iteration = 1; ; iteration++) {
    const rate = matches / allPairs;
    const expected = ratios.reduce((sum, { ratio, pairs }) => sum + pairs * posterior(rate, ratio), 0);
    const next = bounded(expected);
    const converged = Math.abs(next - matches) <= TOLERANCE * matches;
    matches = next;
    if (converged || iteration === MOST_ITERATIONS) {
      return {
        log2: Math.log2(matches / (allPairs - matches)),
        expectedMatches: matches,
        iterations: iteration,
        converged,
      };
    }
  }
}

function posterior(rate: number, ratio: number): number {
  return 1 / (1 + (1 - rate) / (rate * ratio));
}
