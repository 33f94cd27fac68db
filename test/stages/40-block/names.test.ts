import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationOf } from '../../../src/stages/40-block/search/name-relation.ts';
import { NearSearch } from '../../../src/stages/40-block/search/near-search.ts';
import { LETTERS, RELATION, Related } from '../../../src/stages/40-block/search/related.ts';
import { WordNames } from '../../../src/stages/40-block/search/word-names.ts';
import { searchNames } from './arrays.ts';
import { alike, contained, flat, near, type PlainName, word } from './plain.ts';

/** Tokens that are often near one another, or initials, or the word that M. is written out as. */
const token = fc.oneof(
  fc.string({ unit: fc.constantFrom('A', 'B', 'T'), minLength: 1, maxLength: 7 }),
  fc.constantFrom('SITI', 'SIT', 'S', 'MUHAMAT', 'M', 'MELA', 'PAJAR', 'F', 'HOIRUL', 'K', 'AMINA'),
);
const name = fc
  .array(token, { minLength: 1, maxLength: 4 })
  .map((drawn): PlainName => ({ key: drawn, words: drawn }));

/** Distinct names by ascending length, as a block has them. */
function blockOf(names: readonly PlainName[]): PlainName[] {
  const byText = new Map(names.map((one) => [one.words.join(' '), one]));
  return [...byText.values()].toSorted((a, b) => flat(a).length - flat(b).length);
}

/** Pairs `later-earlier` that a search finds, with their relations. */
function found(
  names: readonly PlainName[],
  find: (at: number, related: Related) => void,
): Map<string, number> {
  const related = new Related();
  related.reset(names.length);
  const pairs = new Map<string, number>();
  for (const at of names.keys()) {
    find(at, related);
    for (const other of related.others.subarray(0, related.count))
      pairs.set(`${at}-${other}`, related.relation(other));
    related.clear();
  }
  return pairs;
}

function expected(
  names: readonly PlainName[],
  relation: (a: PlainName, b: PlainName) => number,
): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const [at, a] of names.entries()) {
    for (const [other, b] of names.slice(0, at).entries()) {
      const bits = relation(a, b);
      if (bits !== 0) pairs.set(`${at}-${other}`, bits);
    }
  }
  return pairs;
}

function sortedEntries(pairs: ReadonlyMap<string, number>): [string, number][] {
  return [...pairs].toSorted(([a], [b]) => a.localeCompare(b));
}

function findNear(names: readonly PlainName[], relation: 'near' | 'alike' = 'near'): Map<string, number> {
  const search = new NearSearch(searchNames(names), relation);
  search.begin(Int32Array.from(names.keys()), names.length);
  return found(names, (at, related) => search.find(at, related));
}

function words(a: PlainName, b: PlainName): number {
  return (word(a, b) ? RELATION.word : 0) | (contained(a, b) ? RELATION.contained : 0);
}

describe('near names of a block', () => {
  it('are all pairs that are near, in a small block', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (drawn) => {
        const names = blockOf(drawn);
        expect(sortedEntries(findNear(names))).toEqual(
          sortedEntries(expected(names, (a, b) => (near(a, b) ? LETTERS : 0))),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are all pairs that are near, in a block large enough for the index', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 900, maxLength: 1000 }), (drawn) => {
        const names = blockOf(drawn);
        fc.pre(names.length > 450);
        expect(sortedEntries(findNear(names))).toEqual(
          sortedEntries(expected(names, (a, b) => (near(a, b) ? LETTERS : 0))),
        );
      }),
      { numRuns: 3 },
    );
  });

  it('are all pairs that are alike, where a rule asks for them', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (drawn) => {
        const names = blockOf(drawn);
        const bits = (a: PlainName, b: PlainName) =>
          near(a, b) ? LETTERS : alike(a, b) ? RELATION.alike : 0;
        expect(sortedEntries(findNear(names, 'alike'))).toEqual(sortedEntries(expected(names, bits)));
      }),
      { numRuns: 200 },
    );
  });

  it('finds names with their words in another order', () => {
    const names = blockOf([
      { key: ['MUHAMAT', 'ZIDAN'], words: ['MUHAMAT', 'ZIDAN'] },
      { key: ['ZIDANE', 'MUHAMAT'], words: ['ZIDANE', 'MUHAMAT'] },
    ]);
    expect([...findNear(names)]).toEqual([['1-0', LETTERS]]);
  });
});

describe('words of names of a block', () => {
  it('are all pairs that share one, and all of which one is contained', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), (drawn) => {
        const names = blockOf(drawn);
        const search = new WordNames(searchNames(names));
        for (const _ of ['first block', 'another block']) {
          search.begin(Int32Array.from(names.keys()));
          const pairs = found(names, (at, related) => search.find(at, related));
          const ofWords = new Map([...pairs].map(([pair, bits]) => [pair, bits & ~LETTERS]));
          expect(sortedEntries(ofWords)).toEqual(sortedEntries(expected(names, words)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['AYU INDRIANI PUTRI', 'A INDRIANI', true],
    ['AYU INDRIANI', 'B INDRIANI', false],
    ['AGUS SUSILO', 'A S', false],
    ['MELA TRIANA', 'MUHAMAT TRIANA', true],
    ['M MELA TRIANA', 'M MUJI TRIANA', false],
    ['PAJAR RAIHAN', 'F RAIHAN', true],
    ['HOIRUN WATI', 'K WATI', true],
    ['SITI', 'SITI', true],
    ['AI', 'AI', true],
    ['AI', 'AI BO', false],
  ])('%s within %s: %s', (a, b, expectedOne) => {
    const [first, second] = [a, b].map(
      (text): PlainName => ({ key: text.split(' '), words: text.split(' ') }),
    );
    if (first === undefined || second === undefined) throw new RangeError('two names');
    expect(contained(first, second)).toBe(expectedOne);
    expect((relationOf(searchNames([first, second]), 0, 1) & RELATION.contained) !== 0).toBe(expectedOne);
  });
});

describe('the relation of two names', () => {
  it('is the same for any two as in a search', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const names = searchNames([a, b]);
        const bits = relationOf(names, 0, 1);
        const letters = near(a, b) ? LETTERS : alike(a, b) ? RELATION.alike : 0;
        expect(bits).toBe(letters | words(a, b));
        expect(relationOf(names, 1, 0)).toBe(bits);
      }),
      { numRuns: 3000 },
    );
  });
});
