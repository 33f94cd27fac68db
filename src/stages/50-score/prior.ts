import type { Database } from '../../engine/database.ts';
import { identifier, literal, sql } from '../../engine/sql.ts';

/** Weights are counted to the sixteenth of a bit: finer than any weight is known. */
const BINS_PER_BIT = 16;

/** How many matches the expectation of an area weighs: a tenth of one, so that a few found matches outweigh it. */
const FORETOLD_MATCHES = 0.1;

/** For each match within its kabupaten, a row is expected to have so many in each of the others nearby. */
const MATCHES_ELSEWHERE = 0.02;

const MOST_ITERATIONS = 10_000;
const TOLERANCE = 1e-9;

/** How many pairs have this summed weight, in sixteenths of a bit. */
export interface WeightBin {
  readonly bin: number;
  readonly pairs: number;
}

/** The same for the pairs between two kabupaten, or within one. */
export interface AreaBin extends WeightBin {
  readonly areaA: number;
  readonly areaB: number;
}

export interface Prior {
  /** log2 of the odds that two random rows are one person. */
  readonly log2: number;
  readonly expectedMatches: number;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface AreaPrior extends Prior {
  readonly areaA: number;
  readonly areaB: number;
}

/**
 * Pairs by their kabupaten (`area_a` <= `area_b`) and summed weight, lightest first: integers, so that no order of
 * rows can show. Pairs that speak against a match stand in bin 0.
 */
export async function weightBins(database: Database, table: string, column: string): Promise<AreaBin[]> {
  return await database.rows<{ areaA: number; areaB: number; bin: number; pairs: number }>(sql`
    SELECT area_a AS "areaA", area_b AS "areaB",
      CAST(greatest(round(${identifier(column)} * ${literal(BINS_PER_BIT)}), 0) AS INTEGER) AS bin, count(*) AS pairs
    FROM ${identifier(table)} GROUP BY ALL ORDER BY ALL`);
}

/**
 * The prior within each kabupaten, and between every two that have a candidate pair: the rate of matches among all
 * their pairs of rows, by EM over the candidates' weights with m and u fixed. Offices differ in how clean their rolls
 * are; and the prior of a kabupaten is the same whichever others are in the run.
 * @param rows rows of each area
 * @param duplicatesPer1000 what the model expects of an area about which its pairs say nothing
 */
export function estimatePriors(
  bins: readonly AreaBin[],
  rows: ReadonlyMap<number, number>,
  duplicatesPer1000: number,
): AreaPrior[] {
  const byAreas = new Map<string, AreaBin[]>();
  for (const bin of bins) {
    const key = `${bin.areaA} ${bin.areaB}`;
    const own = byAreas.get(key);
    if (own === undefined) byAreas.set(key, [bin]);
    else own.push(bin);
  }
  const rowsOf = (area: number) => rows.get(area) ?? 0;
  const within = new Map(
    [...rows].map(([area, size]) => {
      const own = byAreas.get(`${area} ${area}`) ?? [];
      return [area, estimatePrior(own, (size * (size - 1)) / 2, (duplicatesPer1000 * size) / 1000)];
    }),
  );
  const rate = (area: number) => (within.get(area)?.expectedMatches ?? 0) / Math.max(rowsOf(area), 1);
  const between = [...byAreas.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined || first.areaA === first.areaB) return [];
    const [a, b] = [first.areaA, first.areaB];
    const expected = MATCHES_ELSEWHERE * Math.sqrt(rate(a) * rate(b)) * Math.min(rowsOf(a), rowsOf(b));
    return [{ areaA: a, areaB: b, ...estimatePrior(own, rowsOf(a) * rowsOf(b), expected) }];
  });
  return [...[...within].map(([area, prior]) => ({ areaA: area, areaB: area, ...prior })), ...between];
}

/**
 * Rate of matches among `allPairs` pairs by EM over the candidates' weights; pairs that are no candidates, or that speak
 * against a match, count as non-matches: in a small list nearly all pairs are candidates. What is expected beforehand (`expected` matches) is a gamma distribution that weighs FORETOLD_MATCHES.
 */
export function estimatePrior(bins: readonly WeightBin[], allPairs: number, expected: number): Prior {
  const most = Math.max(allPairs, 1) / 2;
  const foretold = Math.min(Math.max(expected, Number.EPSILON), most);
  const ratios = bins
    .filter(({ bin }) => bin > 0)
    .map(({ bin, pairs }) => ({ ratio: 2 ** (bin / BINS_PER_BIT), pairs }));
  let matches = foretold;
  for (let iteration = 1; ; iteration++) {
    const rate = matches / (2 * most);
    const found = ratios.reduce((sum, { ratio, pairs }) => sum + pairs * posterior(rate, ratio), 0);
    const next = Math.min((found + FORETOLD_MATCHES) / (1 + FORETOLD_MATCHES / foretold), most);
    const converged = Math.abs(next - matches) <= TOLERANCE * matches;
    matches = next;
    if (converged || iteration === MOST_ITERATIONS) {
      return {
        log2: Math.log2(matches / (2 * most - matches)),
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
