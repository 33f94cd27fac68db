import { type BlockRows, grown, type ValueGroups } from './block-rows.ts';
import { lettersOf, type SearchNames } from './search-names.ts';

/** Names longer than this are ordered as if they had this many letters. */
const LONGEST_ORDERED = 255;

/** The distinct names of a block by ascending length, without those that have no key. */
export class NameOrder {
  count = 0;
  /** Value in the groups, and name_id. */
  values = new Int32Array(0);
  ids = new Int32Array(0);
  readonly #rows: BlockRows;
  readonly #names: SearchNames;
  readonly #groups: ValueGroups;
  #lengths = new Int32Array(0);
  /** By length: where its names begin. */
  readonly #atLength = new Int32Array(LONGEST_ORDERED + 1);

  constructor(rows: BlockRows, names: SearchNames, groups: ValueGroups) {
    this.#rows = rows;
    this.#names = names;
    this.#groups = groups;
  }

  /** Orders the names by which the rows are now grouped. */
  order(): void {
    const { count, first } = this.#groups;
    const ids = this.#rows.part('name_id');
    this.values = grown(this.values, count);
    this.ids = grown(this.ids, count);
    this.#lengths = grown(this.#lengths, count);
    this.#atLength.fill(0);
    for (let value = 0; value < count; value += 1) {
      const length = Math.min(lettersOf(this.#names, ids[first[value] ?? 0] ?? 0), LONGEST_ORDERED);
      this.#lengths[value] = length;
      this.#atLength[length] = (this.#atLength[length] ?? 0) + 1;
    }
    let end = 0;
    for (let length = 1; length <= LONGEST_ORDERED; length += 1) {
      end += this.#atLength[length] ?? 0;
      this.#atLength[length] = end - (this.#atLength[length] ?? 0);
    }
    for (let value = 0; value < count; value += 1) {
      const length = this.#lengths[value] ?? 0;
      if (length === 0) continue;
      const at = this.#atLength[length] ?? 0;
      this.#atLength[length] = at + 1;
      this.values[at] = value;
      this.ids[at] = ids[first[value] ?? 0] ?? 0;
    }
    this.count = end;
  }
}
