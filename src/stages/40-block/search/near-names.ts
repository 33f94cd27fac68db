import { grown } from './block-rows.ts';
import { isWithin } from './edit-distance.ts';
import { FACT, FACTS, lettersOf, type SearchNames } from './names.ts';
import { RELATION, type Related } from './related.ts';

/** Up to this many names each is held against each; the index pays from about here. */
const ALL_PAIRS_MOST = 400;

/** Edits that names may be apart at most. */
export const MOST_EDITS = 2;

/** Letters from which the shorter of two names may be one edit away, and two. */
const LEAST_FOR_ONE = 4;
const LEAST_FOR_TWO = 5;

/** Edits that two names may be apart, by the letters of the shorter. */
function editLimit(letters: number): number {
  if (letters < LEAST_FOR_ONE) return 0;
  return letters < LEAST_FOR_TWO ? 1 : MOST_EDITS;
}

/** Whether more bits are set than edits are allowed. */
export function hasThreeBits(bits: number): boolean {
  const withoutOne = bits & (bits - 1);
  return (withoutOne & (withoutOne - 1)) !== 0;
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Whether the letters of two names allow them to be near. Each edit takes at most one letter from either side, so a
 * letter that one has and the other lacks, or has but once, costs one.
 */
export function mayBeNear(facts: Int32Array, factA: number, factB: number): boolean {
  const onceA = facts[factA + FACT.present] ?? 0;
  const onceB = facts[factB + FACT.present] ?? 0;
  if (hasThreeBits(onceA & ~onceB) || hasThreeBits(onceB & ~onceA)) return false;
  const lengthA = (facts[factA + FACT.sizes] ?? 0) & 0xffff;
  const lengthB = (facts[factB + FACT.sizes] ?? 0) & 0xffff;
  if (lengthA === 0 || lengthB === 0) return false;
  const limit = editLimit(lengthA < lengthB ? lengthA : lengthB);
  if (lengthA - lengthB > limit || lengthB - lengthA > limit) return false;
  const twiceA = facts[factA + FACT.repeated] ?? 0;
  const twiceB = facts[factB + FACT.repeated] ?? 0;
  return (
    bitCount(onceA & ~onceB) + bitCount(twiceA & ~twiceB) <= limit &&
    bitCount(onceB & ~onceA) + bitCount(twiceB & ~twiceA) <= limit
  );
}

/** Whether two names are near: their keys, without spaces or with sorted tokens, within the limit. */
export function isNear(names: SearchNames, a: number, b: number): boolean {
  return mayBeNear(names.facts, a * FACTS, b * FACTS) && isWithinLimit(names, a, b);
}

/** As `isNear`, for names of which the letters allow it. */
export function isWithinLimit(names: SearchNames, a: number, b: number): boolean {
  const { text, facts } = names;
  const lengthA = lettersOf(names, a);
  const lengthB = lettersOf(names, b);
  const limit = editLimit(Math.min(lengthA, lengthB));
  if (Math.abs(lengthA - lengthB) > limit) return false;
  const flatA = facts[a * FACTS + FACT.flatFrom] ?? 0;
  const flatB = facts[b * FACTS + FACT.flatFrom] ?? 0;
  if (isWithin(text, flatA, flatA + lengthA, flatB, flatB + lengthB, limit)) return true;
  const sortedA = facts[a * FACTS + FACT.sortedFrom] ?? 0;
  const sortedB = facts[b * FACTS + FACT.sortedFrom] ?? 0;
  if (sortedA === flatA && sortedB === flatB) return false;
  return isWithin(text, sortedA, sortedA + lengthA, sortedB, sortedB + lengthB, limit);
}

/** A number for each letter; the sum over a name's letters does not depend on their order. */
function letterValue(code: number): number {
  const mixed = Math.imul((code + 1) ^ 0x5bd1e995, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) | 1;
}

const ENTRY = 3;

/**
 * Finds, for each name of a block in turn, every earlier one that is near: names come by ascending length.
 *
 * Two names within `k` edits, exchanges of neighbours free, have the same letters after taking `k` away from the
 * longer and `k` less the difference in length from the shorter. So each name is entered in a hash table under the
 * sums of its letters less every choice of up to `k`, and looked up under its own choices of `k` (deletion
 * neighbourhood, Mor and Fraenkel 1982, here of letters without their order, which serves the sorted tokens as well).
 */
export class NearNames {
  readonly #names: SearchNames;
  readonly #letterValues = new Int32Array(0x10000);
  #ids: Int32Array = new Int32Array(0);
  #count = 0;
  #useIndex = false;
  #shift = 0;
  #heads = new Int32Array(0);
  /** Key, number of the name, next entry of the slot; the first entry stands at 1 × ENTRY. */
  #entries = new Int32Array(0);
  #entryCount = 0;
  /** By number: the last name that it was held against. */
  #checkedBy = new Int32Array(0);
  #keys = new Int32Array(256);
  #values = new Int32Array(64);

  constructor(names: SearchNames) {
    this.#names = names;
    for (let code = 0; code < 0x10000; code += 1) this.#letterValues[code] = letterValue(code);
  }

  /** `ids` are the block's names (name_id) by ascending length, the first `count` of the array. */
  begin(ids: Int32Array, count: number): void {
    this.#ids = ids;
    this.#count = count;
    this.#useIndex = count > ALL_PAIRS_MOST;
    if (!this.#useIndex) return;
    const bits = Math.min(32 - Math.clz32(count * 48), 24);
    this.#shift = 32 - bits;
    this.#heads = grown(this.#heads, 1 << bits);
    this.#heads.fill(0, 0, 1 << bits);
    this.#entryCount = 0;
    this.#checkedBy = grown(this.#checkedBy, count);
    this.#checkedBy.fill(-1, 0, count);
  }

  /** Adds the numbers of all names before number `at` that are near it. Called for 0, 1, 2, … */
  find(at: number, related: Related): void {
    if (this.#useIndex) this.#findByIndex(at, related);
    else this.#findAmongAll(at, related);
  }

  #findAmongAll(at: number, related: Related): void {
    const id = this.#ids[at] ?? 0;
    const shortest = lettersOf(this.#names, id) - MOST_EDITS;
    for (let other = at - 1; other >= 0; other -= 1) {
      const otherId = this.#ids[other] ?? 0;
      if (lettersOf(this.#names, otherId) < shortest) break;
      if (isNear(this.#names, id, otherId)) related.add(other, RELATION.near);
    }
  }

  #findByIndex(at: number, related: Related): void {
    const id = this.#ids[at] ?? 0;
    const length = lettersOf(this.#names, id);
    if (length === 0) return;
    const { one, two, end } = this.#choices(id, length);
    const limit = editLimit(length);
    if (limit === 0) {
      this.#look(0, one, at, id, related);
    } else if (limit === 1) {
      this.#look(one, two, at, id, related);
    } else {
      // a name one letter shorter, entered with one letter less at most
      if (length === LEAST_FOR_TWO) this.#look(one, two, at, id, related);
      this.#look(two, end, at, id, related);
    }
    this.#enter(limit === 0 ? one : limit === 1 ? two : end, at);
  }

  /** Fills the keys: all letters, from `one` those with one taken away, from `two` up to `end` with two. */
  #choices(id: number, length: number): { one: number; two: number; end: number } {
    const { letters, facts } = this.#names;
    const from = facts[id * FACTS + FACT.flatFrom] ?? 0;
    this.#keys = grown(this.#keys, 1 + length + (length * (length + 1)) / 2);
    this.#values = grown(this.#values, length);
    const [keys, values] = [this.#keys, this.#values];
    let all = 0;
    let distinct = 0;
    let two = 1;
    for (let letter = 0; letter < length; letter += 1) {
      const code = letters[from + letter] ?? 0;
      const value = this.#letterValues[code] ?? 0;
      all = (all + value) | 0;
      if (letter === 0 || letters[from + letter - 1] !== code) values[distinct++] = value;
    }
    keys[0] = all;
    for (let one = 0; one < distinct; one += 1) keys[two++] = (all - (values[one] ?? 0)) | 0;
    let end = two;
    for (let one = 0; one < distinct; one += 1) {
      const less = keys[1 + one] ?? 0;
      for (let other = one + 1; other < distinct; other += 1) keys[end++] = (less - (values[other] ?? 0)) | 0;
    }
    for (let letter = 1; letter < length; letter += 1) {
      const code = letters[from + letter] ?? 0;
      const isSecond =
        letters[from + letter - 1] === code && (letter === 1 || letters[from + letter - 2] !== code);
      if (isSecond) keys[end++] = (all - 2 * (this.#letterValues[code] ?? 0)) | 0;
    }
    return { one: 1, two, end };
  }

  #look(from: number, to: number, at: number, id: number, related: Related): void {
    const [keys, entries, heads, shift] = [this.#keys, this.#entries, this.#heads, this.#shift];
    for (let choice = from; choice < to; choice += 1) {
      const key = keys[choice] ?? 0;
      let entry = heads[Math.imul(key, 0x9e3779b1) >>> shift] ?? 0;
      while (entry !== 0) {
        if (entries[entry] === key) this.#check(entries[entry + 1] ?? 0, at, id, related);
        entry = entries[entry + 2] ?? 0;
      }
    }
  }

  #check(other: number, at: number, id: number, related: Related): void {
    if (other === at || this.#checkedBy[other] === at) return;
    this.#checkedBy[other] = at;
    if (isWithinLimit(this.#names, id, this.#ids[other] ?? 0)) related.add(other, RELATION.near);
  }

  #enter(to: number, at: number): void {
    if ((this.#entryCount + to + 1) * ENTRY > this.#entries.length) {
      const entries = new Int32Array(
        Math.max(this.#count * 48 * ENTRY, Math.ceil(this.#entries.length * 1.5), to * 2 * ENTRY),
      );
      entries.set(this.#entries.subarray(0, (this.#entryCount + 1) * ENTRY));
      this.#entries = entries;
    }
    const [keys, entries, heads, shift] = [this.#keys, this.#entries, this.#heads, this.#shift];
    for (let choice = 0; choice < to; choice += 1) {
      const key = keys[choice] ?? 0;
      const slot = Math.imul(key, 0x9e3779b1) >>> shift;
      this.#entryCount += 1;
      const entry = this.#entryCount * ENTRY;
      entries[entry] = key;
      entries[entry + 1] = at;
      entries[entry + 2] = heads[slot] ?? 0;
      heads[slot] = entry;
    }
  }
}
