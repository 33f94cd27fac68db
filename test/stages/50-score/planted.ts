import type { Comparison } from '../../../src/model/ganda.ts';
import { Random } from '../../../src/sample/random.ts';
import type { TrainingPairs } from '../../../src/stages/50-score/em.ts';
import type { Patterns } from '../../../src/stages/50-score/patterns.ts';
import { planRandomPairs } from '../../../src/stages/50-score/random-pairs.ts';

const LABEL = { id: 'uji', en: 'test' };

function levels(...ids: readonly string[]): Comparison['levels'] {
  return ids.map((id) => ({ id, label: LABEL }));
}

/** A birth date, a name counted by value, an address, and a NIK that means something else where the dates agree. */
export const PLANTED_COMPARISONS: readonly Comparison[] = [
  {
    id: 'tanggal_lahir',
    title: LABEL,
    reads: ['tanggal_lahir'],
    missing: 'false',
    strata: [{ id: 'semua', label: LABEL, equal: [] }],
    levels: levels('sama', 'dekat', 'beda'),
    examples: [],
  },
  {
    id: 'nama',
    title: LABEL,
    reads: ['nama'],
    missing: 'false',
    strata: [{ id: 'semua', label: LABEL, equal: [] }],
    levels: [{ id: 'sama', label: LABEL, frequency: 'name' }, ...levels('mirip', 'beda')],
    examples: [],
  },
  {
    id: 'alamat',
    title: LABEL,
    reads: ['alamat'],
    missing: 'false',
    strata: [{ id: 'semua', label: LABEL, equal: [] }],
    levels: levels('sama', 'dekat', 'beda'),
    examples: [],
  },
  {
    id: 'nik',
    title: LABEL,
    reads: ['nik'],
    missing: 'false',
    strata: [
      { id: 'tanggal-sama', label: LABEL, when: 'true', equal: ['birth_date'] },
      { id: 'lain', label: LABEL, equal: [] },
    ],
    levels: levels('sama', 'dekat', 'beda'),
    examples: [],
  },
];

/** Probabilities of the levels, by comparison and stratum. */
export interface Planted {
  readonly date: readonly number[];
  readonly name: readonly number[];
  readonly address: readonly number[];
  readonly nikOfEqualDates: readonly number[];
  readonly nikOfOthers: readonly number[];
}

/** Shares of four hundred names, by Zipf's law. */
export const NAME_SHARES: readonly number[] = (() => {
  const weights = Array.from({ length: 400 }, (_, index) => 1 / (index + 1) ** 0.7);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight * 0.5) / total);
})();

const EQUAL_NAMES = NAME_SHARES.reduce((sum, share) => sum + share * share, 0);
const NAMES_BORNE = NAME_SHARES.reduce((sum, share) => sum + share, 0);

export const TRUE_M: Planted = {
  date: [0.9, 0.07, 0.03],
  name: [0.75, 0.2, 0.05],
  address: [0.7, 0.2, 0.1],
  nikOfEqualDates: [0.8, 0.15, 0.05],
  nikOfOthers: [0.85, 0.12, 0.03],
};

export const TRUE_U: Planted = {
  date: [2e-4, 0.01, 1 - 0.0102],
  name: [EQUAL_NAMES, 0.004, 1 - 0.004 - EQUAL_NAMES],
  address: [5e-4, 0.01, 1 - 0.0105],
  nikOfEqualDates: [4e-4, 0.05, 1 - 0.0504],
  nikOfOthers: [2e-6, 5e-5, 1 - 5.2e-5],
};

export const ROWS = 60_000;
export const MATCHES = 1500;

/** One combination of levels; the names of a match are equal as often as people bear them, of others by chance. */
interface Cell {
  readonly date: number;
  readonly name: number;
  readonly address: number;
  readonly nik: number;
  readonly share: number | undefined;
  readonly ofMatches: number;
  readonly ofOthers: number;
}

const LEVELS = [0, 1, 2] as const;

function cells(): Cell[] {
  return LEVELS.flatMap((date) =>
    LEVELS.flatMap((address) => LEVELS.flatMap((nik) => namedCells(date, address, nik))),
  );
}

function namedCells(date: number, address: number, nik: number): Cell[] {
  const nikOf = (planted: Planted) => (date === 0 ? planted.nikOfEqualDates : planted.nikOfOthers)[nik] ?? 0;
  const rateOf = (planted: Planted) =>
    (planted.date[date] ?? 0) * (planted.address[address] ?? 0) * nikOf(planted);
  const [matches, others] = [rateOf(TRUE_M), rateOf(TRUE_U)];
  const equal = NAME_SHARES.map((share) => ({
    name: 0,
    share,
    ofMatches: (matches * (TRUE_M.name[0] ?? 0) * share) / NAMES_BORNE,
    ofOthers: others * share * share,
  }));
  const unequal = [1, 2].map((name) => ({
    name,
    share: undefined,
    ofMatches: matches * (TRUE_M.name[name] ?? 0),
    ofOthers: others * (TRUE_U.name[name] ?? 0),
  }));
  return [...equal, ...unequal].map((named) => ({ ...named, date, address, nik }));
}

/** A Poisson number: by its definition where it is small, by the normal curve (Box-Muller) where it is large. */
function poisson(random: Random, mean: number): number {
  if (mean > 200) {
    const normal = Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  let events = 0;
  for (let left = random.unit(); left > Math.exp(-mean); left *= random.unit()) events++;
  return events;
}

interface Counted extends Cell {
  readonly pairs: number;
  readonly matches: number;
}

function patternsOf(counted: readonly Counted[]): Patterns {
  const seen = counted.filter(({ pairs }) => pairs > 0);
  const codes = [
    seen.map(({ date }) => 1 + date),
    seen.map(({ name }) => 1 + name),
    seen.map(({ address }) => 1 + address),
    seen.map(({ date, nik }) => 1 + (date === 0 ? 0 : 3) + nik),
  ];
  const none = new Float64Array(seen.length);
  return {
    pairs: Int32Array.from(seen, ({ pairs }) => pairs),
    judged: Int32Array.from(seen, ({ pairs }) => pairs),
    matches: Int32Array.from(seen, ({ matches }) => matches),
    codes: codes.map((column) => Int32Array.from(column)),
    inverseShares: [
      none,
      Float64Array.from(seen, ({ share }) => (share === undefined ? 0 : 1 / share)),
      none,
      none,
    ],
    rarity: Float64Array.from(seen, ({ share }) => (share === undefined ? 0 : -Math.log2(share))),
    guardWeight: none,
  };
}

/** Pairs drawn from two kinds, so many of each in all; only the cells that `keep` names are there. */
function draw(random: Random, matches: number, others: number, keep: (cell: Cell) => boolean): Patterns {
  const counted = cells()
    .filter(keep)
    .map((cell) => {
      const matched = poisson(random, matches * cell.ofMatches);
      return { ...cell, matches: matched, pairs: matched + poisson(random, others * cell.ofOthers) };
    });
  return patternsOf(counted);
}

/**
 * Pairs of a planted world: candidates agree on name, date or NIK; random pairs of any kind, and random pairs of one
 * birth date, in which the duplicates stand as thickly as the roll makes them.
 */
export function plantedPairs(seed: number, { duplicatesAmongRandom = true } = {}): TrainingPairs {
  const random = new Random(seed);
  const allPairs = (ROWS * (ROWS - 1)) / 2;
  const others = allPairs - MATCHES;
  const candidates = draw(
    random,
    MATCHES,
    others,
    ({ name, date, nik }) => name === 0 || date === 0 || nik === 0,
  );
  const rate = duplicatesAmongRandom ? MATCHES / allPairs : 0;
  const drawn = (pairs: number, keep: (cell: Cell) => boolean) =>
    draw(random, pairs * rate, pairs * (1 - rate), keep);
  const { sets, setOf } = planRandomPairs(PLANTED_COMPARISONS);
  const sampled = 2e9;
  return {
    comparisons: PLANTED_COMPARISONS,
    rows: ROWS,
    candidates,
    candidateShare: 1,
    random: sets.map((equal) =>
      equal.length === 0 ? drawn(3e6, () => true) : drawn(sampled, ({ date }) => date === 0),
    ),
    randomOf: setOf,
  };
}
