import { grown } from './block-rows.ts';
import { FACT, FACTS, LONG_WORD, type SearchNames, wordsOf } from './names.ts';
import { ALL_RELATIONS, LETTERS, RELATION, type Related } from './related.ts';

/** Most words of a name, as `name-reader.ts` has it. */
const MOST_WORDS = 64;

function wordAt({ words, facts }: SearchNames, id: number, place: number): number {
  return words[(facts[id * FACTS + FACT.wordsFrom] ?? 0) + place] ?? -1;
}

function isLong(names: SearchNames, word: number): boolean {
  return (names.wordLength[word] ?? 0) >= LONG_WORD;
}

/** Whether the names share a word of at least three letters. */
export function sharesWord(names: SearchNames, a: number, b: number): boolean {
  const { facts } = names;
  const common = (facts[a * FACTS + FACT.longWords] ?? 0) & (facts[b * FACTS + FACT.longWords] ?? 0);
  if (common === 0) return false;
  for (let placeA = 0; placeA < wordsOf(names, a); placeA += 1) {
    const word = wordAt(names, a, placeA);
    if (!isLong(names, word)) continue;
    for (let placeB = 0; placeB < wordsOf(names, b); placeB += 1) {
      if (wordAt(names, b, placeB) === word) return true;
    }
  }
  return false;
}

/** Whether the names have the same words in the same order, long or not. */
export function hasEqualWords(names: SearchNames, a: number, b: number): boolean {
  const count = wordsOf(names, a);
  if (count === 0 || count !== wordsOf(names, b)) return false;
  for (let place = 0; place < count; place += 1) {
    if (wordAt(names, a, place) !== wordAt(names, b, place)) return false;
  }
  return true;
}

/** Whether every first letter of the name with fewer words is one of the other's; `fact…` are places in `facts`. */
export function mayBeContained(facts: Int32Array, factA: number, factB: number): boolean {
  const initialsA = facts[factA + FACT.initials] ?? 0;
  const initialsB = facts[factB + FACT.initials] ?? 0;
  const isAShorter = (facts[factA + FACT.sizes] ?? 0) >>> 16 <= (facts[factB + FACT.sizes] ?? 0) >>> 16;
  return (isAShorter ? initialsA & ~initialsB : initialsB & ~initialsA) === 0;
}

/** Places whose word has found its like, in the name with fewer words and in the other. */
const takenShort = new Uint8Array(MOST_WORDS);
const takenLong = new Uint8Array(MOST_WORDS);

/**
 * Whether every word of the name with fewer words stands in the other, each at a place of its own: those that stand in
 * full are set aside, one of them of at least three letters, and the rest stand as initials on either side.
 */
export function isContained(names: SearchNames, a: number, b: number): boolean {
  if (!mayBeContained(names.facts, a * FACTS, b * FACTS)) return false;
  const swapped = wordsOf(names, a) > wordsOf(names, b);
  const [short, long] = swapped ? [b, a] : [a, b];
  const shortCount = wordsOf(names, short);
  const longCount = wordsOf(names, long);
  takenShort.fill(0, 0, shortCount);
  takenLong.fill(0, 0, longCount);
  let hasLong = false;
  for (let place = 0; place < shortCount; place += 1) {
    const word = wordAt(names, short, place);
    for (let other = 0; other < longCount; other += 1) {
      if (takenLong[other] !== 0 || wordAt(names, long, other) !== word) continue;
      takenShort[place] = 1;
      takenLong[other] = 1;
      hasLong ||= isLong(names, word);
      break;
    }
  }
  return (
    hasLong &&
    restStands(names, short, shortCount, long, longCount, 0) &&
    restStands(names, short, shortCount, long, longCount, 1)
  );
}

/**
 * Whether the words not yet set aside, of those that are initials (1) or are not (0), find one to stand for or to be
 * stood for by. Those that are not come first: they need an initial, the others take what is left.
 */
function restStands(
  names: SearchNames,
  short: number,
  shortCount: number,
  long: number,
  longCount: number,
  initial: number,
): boolean {
  for (let place = 0; place < shortCount; place += 1) {
    const word = wordAt(names, short, place);
    if (takenShort[place] !== 0 || names.isInitial[word] !== initial) continue;
    let found = false;
    for (let other = 0; other < longCount && !found; other += 1) {
      if (takenLong[other] !== 0 || !standsFor(names, word, wordAt(names, long, other))) continue;
      takenLong[other] = 1;
      found = true;
    }
    if (!found) return false;
  }
  return true;
}

/** Whether one of two words is the other's first letter, or what that is written out as. */
function standsFor(names: SearchNames, a: number, b: number): boolean {
  if (names.wordInitial[a] !== names.wordInitial[b]) return false;
  return names.isInitial[a] === 1 || names.isInitial[b] === 1;
}

/**
 * Finds, for each name of a block in turn, every earlier one that shares a word of at least three letters with it, and
 * whether one is contained in the other. A name without such a word relates to those of the same words.
 */
export class WordNames {
  readonly #names: SearchNames;
  /** By word: the block in which its list was begun, and the first entry. */
  readonly #begun: Int32Array;
  readonly #heads: Int32Array;
  #block = 0;
  #ids: Int32Array = new Int32Array(0);
  #entryName = new Int32Array(1);
  #entryNext = new Int32Array(1);
  #entryCount = 0;

  constructor(names: SearchNames) {
    this.#names = names;
    this.#begun = new Int32Array(names.wordLength.length);
    this.#heads = new Int32Array(names.wordLength.length);
  }

  /** `ids` are the block's names (name_id). */
  begin(ids: Int32Array): void {
    this.#ids = ids;
    this.#block += 1;
    this.#entryCount = 0;
  }

  /** Adds the numbers of all names before number `at` that relate to it. Called for 0, 1, 2, … */
  find(at: number, related: Related): void {
    const id = this.#ids[at] ?? 0;
    const count = wordsOf(this.#names, id);
    let hasLong = false;
    for (let place = 0; place < count; place += 1) {
      const word = wordAt(this.#names, id, place);
      if (!isLong(this.#names, word)) continue;
      hasLong = true;
      this.#visit(word, at, id, related);
    }
    if (count > 0 && !hasLong) this.#visit(wordAt(this.#names, id, 0), at, id, related);
  }

  /** Relates the names listed under a word, then lists this one there. */
  #visit(word: number, at: number, id: number, related: Related): void {
    const first = this.#begun[word] === this.#block ? (this.#heads[word] ?? 0) : 0;
    if (first !== 0 && this.#entryName[first] === at) return;
    for (let entry = first; entry !== 0; entry = this.#entryNext[entry] ?? 0) {
      const other = this.#entryName[entry] ?? 0;
      if ((related.relation(other) & ~LETTERS) !== 0) continue;
      const relation = this.#relation(word, id, other);
      if (relation !== 0) related.add(other, relation);
    }
    this.#entryCount += 1;
    if (this.#entryCount >= this.#entryName.length) this.#grow();
    this.#entryName[this.#entryCount] = at;
    this.#entryNext[this.#entryCount] = first;
    this.#begun[word] = this.#block;
    this.#heads[word] = this.#entryCount;
  }

  #relation(word: number, id: number, other: number): number {
    const otherId = this.#ids[other] ?? 0;
    if (!isLong(this.#names, word)) return hasEqualWords(this.#names, id, otherId) ? ALL_RELATIONS : 0;
    return isContained(this.#names, id, otherId) ? RELATION.word | RELATION.contained : RELATION.word;
  }

  #grow(): void {
    const [names, next] = [this.#entryName, this.#entryNext];
    this.#entryName = grown(names, this.#entryCount * 2);
    this.#entryNext = grown(next, this.#entryCount * 2);
    this.#entryName.set(names);
    this.#entryNext.set(next);
  }
}
