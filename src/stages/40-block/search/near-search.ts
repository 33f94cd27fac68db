import { grown } from './block-rows.ts';
import { LetterIndex } from './letter-index.ts';
import { lettersOf, type SearchNames } from './names.ts';
import { alikeLimit, editLimit, isAlike, isNear, isWithinLimit, MOST_EDITS } from './near-names.ts';
import { RELATION, type Related } from './related.ts';

/** Up to this many names each is held against each; the index pays from about here. */
const ALL_PAIRS_MOST = 400;

/**
 * Finds, for each name of a block in turn, every earlier one that is near, or alike: names come by ascending length.
 * Alike names are always held each against each: rules ask for them only in blocks of a bounded size, and an index of
 * what is left of a name after three letters are away would be ten times larger.
 */
export class NearSearch {
  readonly #names: SearchNames;
  readonly #index: LetterIndex;
  readonly #isAlike: boolean;
  #ids: Int32Array = new Int32Array(0);
  #useIndex = false;
  #lengths = new Int32Array(0);
  /** By number: the last name that it was held against by the index. */
  #checkedBy = new Int32Array(0);

  constructor(names: SearchNames, relation: 'near' | 'alike') {
    this.#names = names;
    this.#index = new LetterIndex(names);
    this.#isAlike = relation === 'alike';
  }

  /** `ids` are the block's names (name_id) by ascending length, the first `count` of the array. */
  begin(ids: Int32Array, count: number): void {
    this.#ids = ids;
    this.#useIndex = count > ALL_PAIRS_MOST && !this.#isAlike;
    this.#lengths = grown(this.#lengths, count);
    for (let number = 0; number < count; number += 1)
      this.#lengths[number] = lettersOf(this.#names, ids[number] ?? 0);
    if (!this.#useIndex) return;
    this.#index.begin(count);
    this.#checkedBy = grown(this.#checkedBy, count);
    this.#checkedBy.fill(-1, 0, count);
  }

  /** Adds the numbers of all names before number `at` that are near (or alike). Called for 0, 1, 2, … */
  find(at: number, related: Related): void {
    const length = this.#lengths[at] ?? 0;
    if (length === 0) return;
    if (this.#useIndex) this.#findByIndex(at, length, related);
    else this.#findAmongAll(at, length, related);
  }

  #findAmongAll(at: number, length: number, related: Related): void {
    const id = this.#ids[at] ?? 0;
    const shortest = length - (this.#isAlike ? alikeLimit(length) : MOST_EDITS);
    for (let other = at - 1; other >= 0 && (this.#lengths[other] ?? 0) >= shortest; other -= 1) {
      const otherId = this.#ids[other] ?? 0;
      if (isNear(this.#names, id, otherId)) related.add(other, RELATION.near | RELATION.alike);
      else if (this.#isAlike && isAlike(this.#names, id, otherId)) related.add(other, RELATION.alike);
    }
  }

  /** Looks a name up among the earlier ones, for each limit that they may have, and enters it. */
  #findByIndex(at: number, length: number, related: Related): void {
    const id = this.#ids[at] ?? 0;
    this.#index.choose(id, length);
    for (let taken = 0; taken <= MOST_EDITS; taken += 1) {
      if (!isLookedUp(length, taken)) continue;
      this.#index.look(taken, (other) => {
        if (other === at || this.#checkedBy[other] === at) return;
        this.#checkedBy[other] = at;
        if (isWithinLimit(this.#names, id, this.#ids[other] ?? 0))
          related.add(other, RELATION.near | RELATION.alike);
      });
    }
    this.#index.enter(at, editLimit(length));
  }
}

/** Whether a name of this length or a shorter one may be as many edits away as its limit, and that is `taken`. */
function isLookedUp(length: number, taken: number): boolean {
  for (let shorter = length; shorter >= 0 && length - shorter <= taken; shorter -= 1) {
    if (editLimit(shorter) === taken) return true;
  }
  return false;
}
