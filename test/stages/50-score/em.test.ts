import { describe, expect, it } from 'vitest';
import { type Iteration, learn } from '../../../src/stages/50-score/em.ts';
import { modelComparisons } from '../../../src/stages/50-score/estimates.ts';
import type { Patterns } from '../../../src/stages/50-score/patterns.ts';
import {
  MATCHES,
  NAME_SHARES,
  PLANTED_COMPARISONS,
  type Planted,
  plantedPairs,
  ROWS,
  TRUE_M,
  TRUE_U,
} from './planted.ts';

type Kind = 'm' | 'u';

function learnedShares(learned: ReturnType<typeof learn>, kind: Kind): Planted {
  const model = modelComparisons(PLANTED_COMPARISONS, learned.estimates);
  const shares = (comparison: string, stratum: string) =>
    Object.values(model[comparison]?.[stratum] ?? {}).map((level) => level[kind]);
  return {
    date: shares('tanggal_lahir', 'semua'),
    name: shares('nama', 'semua'),
    address: shares('alamat', 'semua'),
    nikOfEqualDates: shares('nik', 'tanggal-sama'),
    nikOfOthers: shares('nik', 'lain'),
  };
}

function expectNear(
  found: readonly number[],
  planted: readonly number[],
  tolerance: (value: number) => number,
) {
  expect(found).toHaveLength(planted.length);
  for (const [index, value] of planted.entries()) {
    expect(Math.abs((found[index] ?? Number.NaN) - value), `level ${index}`).toBeLessThan(tolerance(value));
  }
}

function reversed(patterns: Patterns): Patterns {
  return {
    pairs: patterns.pairs.toReversed(),
    judged: patterns.judged.toReversed(),
    matches: patterns.matches.toReversed(),
    codes: patterns.codes.map((column) => column.toReversed()),
    inverseShares: patterns.inverseShares.map((column) => column.toReversed()),
    rarity: patterns.rarity.toReversed(),
    guardWeight: patterns.guardWeight.toReversed(),
  };
}

const FIELDS = ['date', 'name', 'address', 'nikOfEqualDates', 'nikOfOthers'] as const;

describe('learn', () => {
  const learned = learn(plantedPairs(1));

  it('comes to rest', () => {
    expect(learned.converged).toBe(true);
    expect(learned.change).toBeLessThan(1e-6);
  });

  it.each(FIELDS)('finds the planted m of %s to within 0.05', (field) => {
    expectNear(learnedShares(learned, 'm')[field], TRUE_M[field], () => 0.05);
  });

  it.each(FIELDS)('finds the planted u of %s to within 10 per cent and two pairs', (field) => {
    const pairs = field === 'nikOfEqualDates' ? 2e9 * (TRUE_U.date[0] ?? 0) : 3e6;
    expectNear(learnedShares(learned, 'u')[field], TRUE_U[field], (value) => 0.1 * value + 2 / pairs);
  });

  it('finds the planted number of matches to within 3 %', () => {
    expect(Math.abs(learned.expectedMatches / MATCHES - 1)).toBeLessThan(0.03);
    const allPairs = (ROWS * (ROWS - 1)) / 2;
    expect(2 ** learned.priorLog2).toBeCloseTo(
      learned.expectedMatches / (allPairs - learned.expectedMatches),
      9,
    );
  });

  it('gives an equal name the weight log2(m / share)', () => {
    const {
      m = 0,
      u = 0,
      mean_share = 0,
    } = modelComparisons(PLANTED_COMPARISONS, learned.estimates)['nama']?.['semua']?.['sama'] ?? {};
    for (const share of NAME_SHARES) {
      expect(Math.log2(m / u) + Math.log2(mean_share / share)).toBeCloseTo(Math.log2(m / share), 9);
    }
  });

  it('leaves duplicates among random pairs out of u', () => {
    const clean = learnedShares(learn(plantedPairs(1, { duplicatesAmongRandom: false })), 'u');
    const found = learnedShares(learned, 'u').nikOfEqualDates[0] ?? 0;
    const training = plantedPairs(1);
    const ofEqualDates = training.random.find(({ codes }) => codes[0]?.every((code) => code === 1));
    if (ofEqualDates === undefined) throw new Error('no random pairs of equal dates');
    const raw = rawShare(ofEqualDates, 3, 1);
    expect(raw).toBeGreaterThan(4 * (TRUE_U.nikOfEqualDates[0] ?? 0));
    expect(found / (clean.nikOfEqualDates[0] ?? 0)).toBeGreaterThan(0.9);
    expect(found / (clean.nikOfEqualDates[0] ?? 0)).toBeLessThan(1.1);
  });

  it('counts what truth judged, and guesses the rest', () => {
    const training = plantedPairs(3);
    const { candidates } = training;
    const counted = learn({ ...training, counted: true });
    expect(counted.expectedMatches).toBe(candidates.matches.reduce((sum, matches) => sum + matches, 0));
    expect(counted.iteration).toBeLessThan(learn(training).iteration);
    const nothingJudged = (patterns: Patterns) => ({
      ...patterns,
      judged: new Int32Array(patterns.pairs.length),
    });
    const guessed = learn({
      ...training,
      counted: true,
      candidates: nothingJudged(candidates),
      random: training.random.map(nothingJudged),
    });
    expect(guessed).toEqual(learn(training));
  });

  it('never lowers the likelihood', () => {
    const states: Iteration[] = [];
    learn(plantedPairs(2, { duplicatesAmongRandom: false }), { onIteration: (state) => states.push(state) });
    expect(states.length).toBeGreaterThan(3);
    const settled = states.slice(1).map(({ logLikelihood }) => logLikelihood);
    const gains = settled.slice(1).map((value, index) => value - (settled[index] ?? 0));
    expect(Math.min(...gains)).toBeGreaterThanOrEqual(-1e-6);
  });

  it('says when it has not come to rest', () => {
    const early = learn(plantedPairs(1), { mostIterations: 2 });
    expect(early.converged).toBe(false);
    expect(early.iteration).toBe(2);
    expect(early.change).toBeGreaterThan(1e-6);
  });

  it('gives the same bits again, and the same model in another order of patterns', () => {
    expect(learn(plantedPairs(1))).toEqual(learned);
    const training = plantedPairs(1);
    const turned = learn({
      ...training,
      candidates: reversed(training.candidates),
      random: training.random.map(reversed),
    });
    for (const kind of ['m', 'u'] as const) {
      for (const field of FIELDS) {
        expectNear(learnedShares(turned, kind)[field], learnedShares(learned, kind)[field], () => 1e-9);
      }
    }
  });

  it('counts a sample of the candidates for the whole', () => {
    const training = plantedPairs(1);
    const thinned = learn({ ...training, candidateShare: 0.5 });
    expect(thinned.expectedMatches / learned.expectedMatches).toBeGreaterThan(1.9);
  });

  it('keeps to where it started for levels of which no pair was seen', () => {
    const training = plantedPairs(1);
    const blind = learn({
      ...training,
      random: training.random.map(nothing),
      candidates: nothing(training.candidates),
    });
    const { nikOfOthers } = learnedShares(blind, 'm');
    expect(nikOfOthers.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(nikOfOthers).toEqual(nikOfOthers.toSorted((left, right) => right - left));
    expect(learnedShares(blind, 'u').nikOfOthers).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

function nothing(patterns: Patterns): Patterns {
  return { ...patterns, pairs: new Int32Array(patterns.pairs.length) };
}

/** Share of a code among all pairs, duplicates included. */
function rawShare({ pairs, codes }: Patterns, position: number, code: number): number {
  let [of, all] = [0, 0];
  for (const [index, count] of pairs.entries()) {
    all += count;
    if (codes[position]?.[index] === code) of += count;
  }
  return of / all;
}
