import { grown } from './block-rows.ts';
import { isNikWithinOneEdit } from './edit-distance.ts';
import type { Related } from './related.ts';

const LOW_DIGITS = 9;
const LENGTH_FACTOR = 100_000_000;
const SHORTEST = 5;
const LONGEST = 17;

/** An odd factor for each place of a digit; the sum of digit times factor is the hash of a number. */
const PLACE_FACTORS = Int32Array.from({ length: LONGEST + 1 }, (_, place) => {
  const mixed = Math.imul(place + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) | 1;
});

/**
 * Finds, for each NIK of a block in turn, every earlier one within one edit: each is entered in a hash table in full
 * and under each way of leaving out one digit, and looked up under the same (deletion neighbourhood). A wrong digit
 * and two exchanged neighbours leave a common rest, a lost digit leaves the shorter number.
 */
export class NikEdits {
  #high: Int32Array = new Int32Array(0);
  #low: Int32Array = new Int32Array(0);
  #shift = 0;
  #heads = new Int32Array(0);
  #entryKey = new Int32Array(1);
  #entryNik = new Int32Array(1);
  #entryNext = new Int32Array(1);
  #entryCount = 0;
  readonly #digits = new Int32Array(LONGEST + 1);
  readonly #keys = new Int32Array(LONGEST + 2);
  #checkedBy = new Int32Array(0);

  /** The block's NIK, none unknown, by number: the first `count` of the arrays. */
  begin(high: Int32Array, low: Int32Array, count: number): void {
    this.#high = high;
    this.#low = low;
    const bits = Math.min(Math.max(32 - Math.clz32(count * LONGEST), 8), 24);
    this.#shift = 32 - bits;
    this.#heads = grown(this.#heads, 1 << bits);
    this.#heads.fill(0, 0, 1 << bits);
    this.#entryCount = 0;
    this.#checkedBy = grown(this.#checkedBy, count);
    this.#checkedBy.fill(-1, 0, count);
    const entries = count * (LONGEST + 1) + 1;
    this.#entryKey = grown(this.#entryKey, entries);
    this.#entryNik = grown(this.#entryNik, entries);
    this.#entryNext = grown(this.#entryNext, entries);
  }

  /**
   * Adds the numbers of all earlier NIK that are within one edit of number `at`. Called for 0, 1, 2, …
   */
  find(at: number, related: Related): void {
    const keys = this.#fillKeys(this.#high[at] ?? 0, this.#low[at] ?? 0);
    for (let choice = 0; choice < keys; choice += 1) {
      const key = this.#keys[choice] ?? 0;
      const slot = Math.imul(key, 0x85ebca6b) >>> this.#shift;
      const first = this.#heads[slot] ?? 0;
      for (let entry = first; entry !== 0; entry = this.#entryNext[entry] ?? 0) {
        if (this.#entryKey[entry] === key) this.#check(this.#entryNik[entry] ?? 0, at, related);
      }
      this.#entryCount += 1;
      this.#entryKey[this.#entryCount] = key;
      this.#entryNik[this.#entryCount] = at;
      this.#entryNext[this.#entryCount] = first;
      this.#heads[slot] = this.#entryCount;
    }
  }

  #check(other: number, at: number, related: Related): void {
    if (other === at || this.#checkedBy[other] === at) return;
    this.#checkedBy[other] = at;
    const [high, low] = [this.#high, this.#low];
    if (isNikWithinOneEdit(high[at] ?? 0, low[at] ?? 0, high[other] ?? 0, low[other] ?? 0)) {
      related.add(other, 1);
    }
  }

  /** Hashes of the number and of what one digit less leaves of it; returns how many. */
  #fillKeys(high: number, low: number): number {
    const length = this.#fillDigits(high, low);
    const [digits, keys] = [this.#digits, this.#keys];
    let all = 0;
    let less = 0;
    for (let place = 0; place < length; place += 1) {
      const digit = digits[place] ?? 0;
      all = (all + Math.imul(digit, PLACE_FACTORS[place] ?? 0)) | 0;
      if (place > 0) less = (less + Math.imul(digit, PLACE_FACTORS[place - 1] ?? 0)) | 0;
    }
    keys[0] = all ^ length;
    keys[1] = less ^ (length - 1);
    let count = 2;
    for (let place = 1; place < length; place += 1) {
      const [before, here] = [digits[place - 1] ?? 0, digits[place] ?? 0];
      if (before === here) continue;
      less = (less + Math.imul(before - here, PLACE_FACTORS[place - 1] ?? 0)) | 0;
      keys[count++] = less ^ (length - 1);
    }
    return count;
  }

  /** Digits from the first, each plus 1 so that a leading 0 counts; returns how many. */
  #fillDigits(high: number, low: number): number {
    const length = Math.trunc(high / LENGTH_FACTOR) + SHORTEST;
    let rest = low;
    for (let place = length - 1; place >= 0; place -= 1) {
      if (length - 1 - place === LOW_DIGITS) rest = high % LENGTH_FACTOR;
      this.#digits[place] = (rest % 10) + 1;
      rest = Math.trunc(rest / 10);
    }
    return length;
  }
}
