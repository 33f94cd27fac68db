import { grown } from './block-rows.ts';
import { FACT, FACTS, type SearchNames } from './names.ts';

/** Most letters that are taken away from a name. */
const MOST_TAKEN = 2;

/** Integers of an entry: key, number of the name, next entry of the slot. The first stands at ENTRY, 0 is none. */
const ENTRY = 3;

/** A number for each letter; the sum over a name's letters does not depend on their order. */
function letterValue(code: number): number {
  const mixed = Math.imul((code + 1) ^ 0x5bd1e995, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) | 1;
}

/**
 * Names of a block by their letters without a few. Two names within `k` edits, exchanges of neighbours free, have the
 * same letters after taking `k` away from the longer and `k` less the difference in length from the shorter. So a name
 * is entered under the sums of its letters less every choice of up to `k`, and found under those of `k` (deletion
 * neighbourhood, Mor and Fraenkel 1982, here of letters without their order, which serves sorted tokens as well).
 */
export class LetterIndex {
  readonly #names: SearchNames;
  readonly #letterValues = Int32Array.from({ length: 0x10000 }, (_, code) => letterValue(code));
  #count = 0;
  #shift = 0;
  #heads = new Int32Array(0);
  #entries = new Int32Array(0);
  #entryCount = 0;
  /** Sums less 0, 1, 2 letters; those less `taken` begin at `levels[taken]`. */
  #keys = new Int32Array(256);
  readonly #levels = new Int32Array(MOST_TAKEN + 2);
  /** Values of the distinct letters of a name, and how many of each it has. */
  #values = new Int32Array(64);
  #times = new Int32Array(64);

  constructor(names: SearchNames) {
    this.#names = names;
  }

  /** For a block of about `count` names. */
  begin(count: number): void {
    this.#count = count;
    const bits = Math.min(32 - Math.clz32(count * 32), 24);
    this.#shift = 32 - bits;
    this.#heads = grown(this.#heads, 1 << bits);
    this.#heads.fill(0, 0, 1 << bits);
    this.#entryCount = 0;
  }

  /** Reads a name; `look` and `enter` are about it. */
  choose(id: number, length: number): void {
    const { letters, facts } = this.#names;
    const from = facts[id * FACTS + FACT.flatFrom] ?? 0;
    this.#values = grown(this.#values, length);
    this.#times = grown(this.#times, length);
    const [values, times] = [this.#values, this.#times];
    let [all, distinct] = [0, 0];
    for (let letter = 0; letter < length; letter += 1) {
      const code = letters[from + letter] ?? 0;
      const value = this.#letterValues[code] ?? 0;
      all = (all + value) | 0;
      if (letter > 0 && letters[from + letter - 1] === code) {
        times[distinct - 1] = (times[distinct - 1] ?? 0) + 1;
      } else {
        values[distinct] = value;
        times[distinct] = 1;
        distinct += 1;
      }
    }
    this.#fillKeys(all, distinct);
  }

  #fillKeys(all: number, distinct: number): void {
    this.#keys = grown(this.#keys, 1 + distinct + (distinct * (distinct + 1)) / 2);
    const [keys, values, times] = [this.#keys, this.#values, this.#times];
    keys[0] = all;
    let end = 1;
    for (let one = 0; one < distinct; one += 1) keys[end++] = (all - (values[one] ?? 0)) | 0;
    this.#levels[1] = 1;
    this.#levels[2] = end;
    for (let one = 0; one < distinct; one += 1) {
      const less = keys[1 + one] ?? 0;
      const again = (times[one] ?? 0) > 1 ? one : one + 1;
      for (let two = again; two < distinct; two += 1) keys[end++] = (less - (values[two] ?? 0)) | 0;
    }
    this.#levels[3] = end;
  }

  /** Gives the numbers of all entered names that have letters in common after `taken` are away; some more than once. */
  look(taken: number, visit: (number: number) => void): void {
    const [keys, entries, heads, shift] = [this.#keys, this.#entries, this.#heads, this.#shift];
    const end = this.#levels[taken + 1] ?? 0;
    for (let choice = this.#levels[taken] ?? 0; choice < end; choice += 1) {
      const key = keys[choice] ?? 0;
      let entry = heads[Math.imul(key, 0x9e3779b1) >>> shift] ?? 0;
      while (entry !== 0) {
        if (entries[entry] === key) visit(entries[entry + 1] ?? 0);
        entry = entries[entry + 2] ?? 0;
      }
    }
  }

  /** Enters the name under its letters less up to `taken`. */
  enter(number: number, taken: number): void {
    const end = this.#levels[taken + 1] ?? 0;
    this.#makeRoom(end);
    const [keys, entries, heads, shift] = [this.#keys, this.#entries, this.#heads, this.#shift];
    for (let choice = 0; choice < end; choice += 1) {
      const key = keys[choice] ?? 0;
      const slot = Math.imul(key, 0x9e3779b1) >>> shift;
      this.#entryCount += 1;
      const entry = this.#entryCount * ENTRY;
      entries[entry] = key;
      entries[entry + 1] = number;
      entries[entry + 2] = heads[slot] ?? 0;
      heads[slot] = entry;
    }
  }

  #makeRoom(more: number): void {
    const needed = (this.#entryCount + more + 1) * ENTRY;
    if (needed <= this.#entries.length) return;
    const room = Math.max(this.#count * 32 * ENTRY, Math.ceil(this.#entries.length * 1.5), needed);
    const entries = new Int32Array(room);
    entries.set(this.#entries.subarray(0, (this.#entryCount + 1) * ENTRY));
    this.#entries = entries;
  }
}
