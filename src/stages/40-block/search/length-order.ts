import { grown } from './block-rows.ts';
import { placeOf, type SearchRows } from './columns.ts';
import { lettersOf, type SearchNames } from './names.ts';

/** Names longer than this are ordered as if they had this many letters. */
const LONGEST_ORDERED = 255;

/** Orders the rows of a block by the length of their names, those without a key first. */
export class LengthOrder {
  /** The rows by match_id, after `sort`. */
  rows = new Int32Array(0);
  readonly #names: SearchNames;
  readonly #all: SearchRows;
  readonly #namePlace: number;
  #ids = new Int32Array(0);
  #lengths = new Int32Array(0);
  /** By length: where its rows begin. */
  readonly #atLength = new Int32Array(LONGEST_ORDERED + 1);

  constructor(names: SearchNames, rows: SearchRows) {
    this.#names = names;
    this.#all = rows;
    this.#namePlace = placeOf(rows, 'name_id');
  }

  /** Counting sort of the rows `order[from]` up to, not with, `order[to]`. */
  sort(order: Int32Array, from: number, to: number): void {
    const count = to - from;
    const [atLength, namePlace] = [this.#atLength, this.#namePlace];
    const { values, width } = this.#all;
    this.rows = grown(this.rows, count);
    this.#lengths = grown(this.#lengths, count);
    this.#ids = grown(this.#ids, count);
    atLength.fill(0);
    // a loop of its own, so that the processor fetches many rows at a time
    for (let row = 0; row < count; row += 1)
      this.#ids[row] = values[(order[from + row] ?? 0) * width + namePlace] ?? -1;
    for (let row = 0; row < count; row += 1) {
      const id = this.#ids[row] ?? -1;
      const letters = id < 0 ? 0 : lettersOf(this.#names, id);
      const length = letters < LONGEST_ORDERED ? letters : LONGEST_ORDERED;
      this.#lengths[row] = length;
      atLength[length] = (atLength[length] ?? 0) + 1;
    }
    let end = 0;
    for (let length = 0; length <= LONGEST_ORDERED; length += 1) {
      const rows = atLength[length] ?? 0;
      atLength[length] = end;
      end += rows;
    }
    for (let row = 0; row < count; row += 1) {
      const length = this.#lengths[row] ?? 0;
      const at = atLength[length] ?? 0;
      atLength[length] = at + 1;
      this.rows[at] = order[from + row] ?? 0;
    }
  }
}
