import { placeOf, type SearchRows } from './columns.ts';

/** An array at least `length` long: the same one when it is, else a new one with room to grow. */
export function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  return array.length >= length ? array : new Int32Array(Math.max(length, array.length * 2));
}

/** Rows of which one column after another is read: few enough to stay in the nearest cache. */
const TILE = 256;

/** The rows of one block with their columns side by side, by number in the block from 0. */
export class BlockRows {
  count = 0;
  readonly matchId: Int32Array;
  readonly #rows: SearchRows;
  readonly #places: readonly number[];
  readonly #parts: ReadonlyMap<string, Int32Array>;

  /** For blocks of at most `most` rows. */
  constructor(rows: SearchRows, parts: readonly string[], most: number) {
    this.#rows = rows;
    this.matchId = new Int32Array(most);
    this.#places = parts.map((part) => placeOf(rows, part));
    this.#parts = new Map(parts.map((part) => [part, new Int32Array(most)]));
  }

  /** Takes the rows `order[from]` up to, not with, `order[to]`. */
  load(order: Int32Array, from: number, to: number): void {
    this.count = to - from;
    for (let row = 0; row < this.count; row += 1) this.matchId[row] = order[from + row] ?? 0;
    for (let first = 0; first < this.count; first += TILE)
      this.#read(first, Math.min(first + TILE, this.count));
  }

  #read(first: number, end: number): void {
    const [{ values, width }, matchId] = [this.#rows, this.matchId];
    let number = 0;
    for (const part of this.#parts.values()) {
      const place = this.#places[number] ?? 0;
      for (let row = first; row < end; row += 1) part[row] = values[(matchId[row] ?? 0) * width + place] ?? 0;
      number += 1;
    }
  }

  /** Values of a part by number in the block; the same array for every block. */
  part(name: string): Int32Array {
    const part = this.#parts.get(name);
    if (part === undefined) throw new RangeError(`${name} was not loaded`);
    return part;
  }
}

/**
 * Rows of a block by equal value (one integer, or two), with the rows of each value one after another. Values are
 * numbered from 0 in the order in which they first stand in the block.
 */
export class ValueGroups {
  count = 0;
  /** Rows of value `v`: `rows[from[v]]` up to, not with, `rows[from[v + 1]]`. */
  from = new Int32Array(0);
  rows = new Int32Array(0);
  /** First row of each value. */
  first = new Int32Array(0);
  /** Value of each row; -1 where it is unknown. */
  of = new Int32Array(0);
  #slots = new Int32Array(0);

  rowsOf(value: number): number[] {
    return [...this.rows.subarray(this.from[value], this.from[value + 1])];
  }

  /** Rows of the most frequent value. */
  largest(): number {
    let largest = 0;
    for (let value = 0; value < this.count; value += 1)
      largest = Math.max(largest, (this.from[value + 1] ?? 0) - (this.from[value] ?? 0));
    return largest;
  }

  /** Groups the rows of which `high` (and `low`) is known. */
  group(rows: number, high: Int32Array, low: Int32Array | undefined): void {
    const bits = 33 - Math.clz32(Math.max(rows, 8) * 2 - 1);
    this.#slots = grown(this.#slots, 1 << bits);
    this.#slots.fill(0, 0, 1 << bits);
    this.of = grown(this.of, rows);
    this.first = grown(this.first, rows);
    this.count = 0;
    for (let row = 0; row < rows; row += 1) {
      this.of[row] = (high[row] ?? -1) < 0 ? -1 : this.#find(row, high, low, 32 - bits);
    }
    this.#arrange(rows);
  }

  #find(row: number, high: Int32Array, low: Int32Array | undefined, shift: number): number {
    const value = high[row] ?? 0;
    const rest = low?.[row] ?? 0;
    const mask = (1 << (32 - shift)) - 1;
    let slot = Math.imul(Math.imul(value, 0x85ebca6b) ^ rest, 0x9e3779b1) >>> shift;
    for (;;) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0) break;
      const other = this.first[known] ?? 0;
      if (high[other] === value && (low === undefined || low[other] === rest)) return known;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.count + 1;
    this.first[this.count] = row;
    return this.count++;
  }

  /** Counting sort of the rows by their value. */
  #arrange(rows: number): void {
    this.from = grown(this.from, this.count + 1);
    this.rows = grown(this.rows, rows);
    this.from.fill(0, 0, this.count + 1);
    for (let row = 0; row < rows; row += 1) {
      const value = this.of[row] ?? -1;
      if (value >= 0) this.from[value] = (this.from[value] ?? 0) + 1;
    }
    let end = 0;
    for (let value = 0; value < this.count; value += 1) {
      end += this.from[value] ?? 0;
      this.from[value] = end;
    }
    this.from[this.count] = end;
    for (let row = rows - 1; row >= 0; row -= 1) {
      const value = this.of[row] ?? -1;
      if (value < 0) continue;
      const at = (this.from[value] ?? 0) - 1;
      this.from[value] = at;
      this.rows[at] = row;
    }
  }
}
