import { MEN, type SexNames, WOMEN } from '../../rules/reference/names.ts';
import { type Random, Weighted } from './random.ts';

export type Sex = 'L' | 'P';

/** Birth cohorts of the name model: to 1945, to 1964, to 1980, to 1996, from 1997. */
export const COHORT_LAST_YEARS = [1945, 1964, 1980, 1996] as const;
const COHORT_SHARES = [0.02, 0.16, 0.28, 0.32, 0.22];

/** Names of 1, 2, 3 and 4 words by cohort; falling share of one-word names after Kuipers and Askuri (2017). */
export const WORDS_BY_COHORT = [
  [0.82, 0.17, 0.01, 0],
  [0.68, 0.3, 0.02, 0],
  [0.42, 0.5, 0.08, 0],
  [0.15, 0.6, 0.23, 0.02],
  [0.03, 0.45, 0.45, 0.07],
] as const;
const MODERN_BY_COHORT = [0, 0, 0.1, 0.55, 0.88];
const COMMON_BY_AGE: Readonly<Record<string, readonly number[]>> = {
  o: [1.5, 1.8, 1.4, 0.35, 0.02],
  m: [0.4, 0.9, 1.5, 1, 0.25],
  y: [0, 0.1, 0.6, 1.6, 1.2],
};
const VOTERS_OF_ONE_SEX = 14_150_000;

export function cohortOf(year: number): number {
  const cohort = COHORT_LAST_YEARS.findIndex((last) => year <= last);
  return cohort < 0 ? COHORT_LAST_YEARS.length : cohort;
}

function words(text: string): string[] {
  return text.split(/\s+/).map((word) => word.replaceAll('_', ' '));
}

/** Zipf-Mandelbrot weights by rank. */
function zipf(list: readonly string[], offset: number, exponent = 1): Weighted<string> {
  return new Weighted(
    list,
    list.map((_, rank) => (rank + 1 + offset) ** -exponent),
  );
}

class SexModel {
  /** By cohort: a common full name, or `COMPOSED`. */
  private readonly common: readonly Weighted<string>[];
  private readonly stems: Weighted<string>;
  private readonly endings: Weighted<string>;
  private readonly javaneseFirst: Weighted<string>;
  private readonly javaneseLast: Weighted<string>;
  private readonly heads: Weighted<string>;
  private readonly modernFirst: Weighted<string>;
  private readonly modernLast: Weighted<string>;

  constructor(names: SexNames) {
    const entries = entriesOf(names.common);
    this.common = COHORT_SHARES.map((_, cohort) => commonOf(entries, cohort));
    this.stems = zipf(words(names.stems), 40);
    this.endings = zipf(words(names.endings), 20);
    this.javaneseFirst = zipf(words(names.javaneseFirst), 14);
    this.javaneseLast = zipf(words(names.javaneseLast), 18);
    const heads = entriesOf(names.modernHeads);
    this.heads = new Weighted(
      heads.map(([name]) => name),
      heads.map(([, weight]) => Number(weight)),
    );
    this.modernFirst = zipf(words(names.modernFirst), 30);
    this.modernLast = zipf(words(names.modernLast), 20);
  }

  full(random: Random, cohort: number): string {
    const common = this.common[cohort]?.pick(random);
    if (common !== undefined && common !== COMPOSED) return common;
    const modern = random.chance(MODERN_BY_COHORT[cohort] ?? 0);
    const share = WORDS_BY_COHORT[cohort] ?? WORDS_BY_COHORT[4];
    const draw = random.unit();
    if (draw < share[0]) return this.single(random, modern);
    const count = draw < share[0] + share[1] ? 2 : draw < share[0] + share[1] + share[2] ? 3 : 4;
    return this.several(random, modern, count);
  }

  given(random: Random, modern: boolean): string {
    if (!modern) return this.javaneseFirst.pick(random);
    return (random.chance(0.55) ? this.heads : this.modernFirst).pick(random);
  }

  private single(random: Random, modern: boolean): string {
    if (modern && random.chance(0.25)) return this.modernFirst.pick(random);
    return this.stems.pick(random) + this.endings.pick(random);
  }

  private several(random: Random, modern: boolean, count: number): string {
    let name = this.given(random, modern);
    for (let word = 2; word < count; word++) {
      const middle = this.modernFirst.pick(random);
      if (!name.includes(middle)) name += ` ${middle}`;
    }
    for (;;) {
      const last = this.last(random, modern);
      if (!name.includes(last)) return `${name} ${last}`;
    }
  }

  private last(random: Random, modern: boolean): string {
    const draw = random.unit();
    if (modern)
      return draw < 0.6
        ? this.modernLast.pick(random)
        : draw < 0.9
          ? this.modernFirst.pick(random)
          : this.single(random, false);
    return draw < 0.6 ? this.javaneseLast.pick(random) : this.single(random, false);
  }
}

/** `NAME number mark|…` */
function entriesOf(text: string): [name: string, number: string, mark: string][] {
  return text.split(/[|\n]/).map((entry) => {
    const [name = '', number = '', mark = ''] = entry.split(' ');
    return [name, number, mark];
  });
}

/** Stands for every name that is not among the common ones. */
const COMPOSED = '';

function commonOf(entries: readonly [string, string, string][], cohort: number): Weighted<string> {
  const shares = entries.map(([, thousands, age]) => {
    const tilt = COMMON_BY_AGE[age] ?? [];
    const mean = COHORT_SHARES.reduce((sum, share, index) => sum + share * (tilt[index] ?? 0), 0);
    return ((Number(thousands) * 1000) / VOTERS_OF_ONE_SEX) * ((tilt[cohort] ?? 0) / mean);
  });
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  return new Weighted<string>(
    [...entries.map(([name]) => name.replaceAll('_', ' ')), COMPOSED],
    [...shares, Math.max(rest, 0.05)],
  );
}

/** What is left of a name when spelling no longer counts: MOCH, MUH and MUHAMMAD all begin with M. */
function skeleton(token: string): string {
  return token
    .replace(/[HC.]/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/^M[OU](A?MA?D?)?$/, 'M');
}

function sameSkeleton(left: string, right: string): boolean {
  return left === right || skeleton(left) === skeleton(right);
}

/** Draws full names by sex and birth cohort. */
export class Names {
  private readonly men = new SexModel(MEN);
  private readonly women = new SexModel(WOMEN);

  private model(sex: Sex): SexModel {
    return sex === 'L' ? this.men : this.women;
  }

  full(random: Random, sex: Sex, cohort: number): string {
    return this.model(sex).full(random, cohort);
  }

  /** A twin's name: the other's with another first token, never that token in another spelling. */
  twin(random: Random, sex: Sex, other: string): string {
    const rest = other.split(' ').slice(1);
    const sibling = rest.length > 0 ? rest : [this.full(random, sex, 1)];
    for (;;) {
      const given = this.given(random, sex, true);
      if (!other.split(' ').some((token) => sameSkeleton(token, given))) return [given, ...sibling].join(' ');
    }
  }

  /** A son's name made of his father's: the same name, or the father's last name after a given one. */
  son(random: Random, father: string): string {
    if (random.chance(0.35)) return father;
    const last = father.split(' ').at(-1) ?? father;
    return `${this.given(random, 'L', random.chance(0.5))} ${last}`;
  }

  private given(random: Random, sex: Sex, modern: boolean): string {
    return this.model(sex).given(random, modern);
  }
}
