import { grown } from './block-rows.ts';
import { lettersOf, type SearchNames } from './names.ts';

/** Names longer than this are ordered as if they had this many letters. */
const LONGEST_ORDERED = 255;

/** Orders the rows of a block by the length of their names, those without a key first. */
export class LengthOrder {
  /** Places of the rows in the arrays, after `sort`. */
  places = new Int32Array(0);
  readonly #names: SearchNames;
  readonly #ids: Int32Array;
  #lengths = new Int32Array(0);
  /** By length: where its rows begin. */
  readonly #atLength = new Int32Array(LONGEST_ORDERED + 1);

  /** `ids` are the name_id of all rows, by place. */
  constructor(names: SearchNames, ids: Int32Array) {
    this.#names = names;
    this.#ids = ids;
  }

  /** Counting sort of the places at `order[from]` up to, not with, `order[to]`. */
  sort(order: Int32Array, from: number, to: number): void {
    const count = to - from;
    const [atLength, ids] = [this.#atLength, this.#ids];
    this.places = grown(this.places, count);
    this.#lengths = grown(this.#lengths, count);
    atLength.fill(0);
    for (let row = 0; row < count; row += 1) {
      const id = ids[order[from + row] ?? 0] ?? -1;
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
      this.places[at] = order[from + row] ?? 0;
    }
  }
}
