import { grown } from './block-rows.ts';
import { placeOf, type SearchRows } from './columns.ts';
import { isNikWithinOneEdit } from './edit-distance.ts';

/** Pairs of match ids, the smaller first, with the bits of the rules that found them. */
export interface PairColumns {
  readonly matchA: Int32Array<ArrayBuffer>;
  readonly matchB: Int32Array<ArrayBuffer>;
  readonly found: Int32Array<ArrayBuffer>;
}

const FIRST_ROOM = 1024;
const MOST_RULES = 32;

/**
 * Collects pairs and counts them by rule; grows as it must. Two identities of which the NIK are more than an edit apart
 * are two people, and no pair.
 */
export class PairSink {
  #count = 0;
  #matchA = new Int32Array(FIRST_ROOM);
  #matchB = new Int32Array(FIRST_ROOM);
  #found = new Int32Array(FIRST_ROOM);
  /** Pairs of each rule, by position. */
  readonly #ofRule = new Float64Array(MOST_RULES);
  readonly #rows: SearchRows;
  readonly #identity: number;
  readonly #nikHigh: number;
  readonly #nikLow: number;

  constructor(rows: SearchRows) {
    this.#rows = rows;
    this.#identity = placeOf(rows, 'identity');
    this.#nikHigh = placeOf(rows, 'nik_high');
    this.#nikLow = placeOf(rows, 'nik_low');
  }

  add(a: number, b: number, found: number): void {
    if (this.#areTwo(a, b)) return;
    if (this.#count === this.#matchA.length) this.#grow();
    this.#matchA[this.#count] = a < b ? a : b;
    this.#matchB[this.#count] = a < b ? b : a;
    this.#found[this.#count] = found;
    this.#count += 1;
    for (let bits = found; bits !== 0; bits &= bits - 1) {
      const position = 31 - Math.clz32(bits & -bits);
      this.#ofRule[position] = (this.#ofRule[position] ?? 0) + 1;
    }
  }

  #areTwo(a: number, b: number): boolean {
    const { values, width } = this.#rows;
    const [rowA, rowB] = [a * width, b * width];
    const [one, other] = [values[rowA + this.#identity] ?? -1, values[rowB + this.#identity] ?? -1];
    if (one === other || one < 0 || other < 0) return false;
    return !isNikWithinOneEdit(
      values[rowA + this.#nikHigh] ?? 0,
      values[rowA + this.#nikLow] ?? 0,
      values[rowB + this.#nikHigh] ?? 0,
      values[rowB + this.#nikLow] ?? 0,
    );
  }

  /** The pairs so far in arrays of their own, and how many each rule found; starts again from none. */
  take(): { readonly pairs: PairColumns; readonly ofRule: readonly number[] } {
    const pairs = {
      matchA: this.#matchA.slice(0, this.#count),
      matchB: this.#matchB.slice(0, this.#count),
      found: this.#found.slice(0, this.#count),
    };
    const ofRule = [...this.#ofRule];
    this.#count = 0;
    this.#ofRule.fill(0);
    return { pairs, ofRule };
  }

  #grow(): void {
    const [a, b, found] = [this.#matchA, this.#matchB, this.#found];
    const room = this.#count * 2;
    this.#matchA = grown(a, room);
    this.#matchB = grown(b, room);
    this.#found = grown(found, room);
    this.#matchA.set(a);
    this.#matchB.set(b);
    this.#found.set(found);
  }
}
