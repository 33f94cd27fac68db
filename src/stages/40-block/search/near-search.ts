import { grown } from './block-rows.ts';
import { LetterIndex } from './letter-index.ts';
import { FACT, FACTS, lettersOf, type SearchNames } from './names.ts';
import { editLimit, hasMoreBits, isNear, isWithinLimit, MOST_EDITS } from './near-names.ts';
import { RELATION, type Related } from './related.ts';

/** Up to this many names each is held against each; the index pays from about here. */
const ALL_PAIRS_MOST = 400;

/**
 * Letters from which names are held against each other rather than indexed: their letters tell nearly all of them
 * apart, while an index of what is left after three are away would be ten times larger.
 */
const LEAST_HELD = 10;

/** Edits of names that are indexed, by the shorter of two. */
const INDEXED_EDITS = editLimit(LEAST_HELD - 1);

/** Finds, for each name of a block in turn, every earlier one that is near: names come by ascending length. */
export class NearSearch {
  readonly #names: SearchNames;
  readonly #index: LetterIndex;
  #ids: Int32Array = new Int32Array(0);
  #useIndex = false;
  /** By number: letters, and a bit for each that occurs. */
  #lengths = new Int32Array(0);
  #present = new Int32Array(0);
  /** By number: the last name that it was held against by the index. */
  #checkedBy = new Int32Array(0);

  constructor(names: SearchNames) {
    this.#names = names;
    this.#index = new LetterIndex(names);
  }

  /** `ids` are the block's names (name_id) by ascending length, the first `count` of the array. */
  begin(ids: Int32Array, count: number): void {
    this.#ids = ids;
    this.#useIndex = count > ALL_PAIRS_MOST;
    this.#lengths = grown(this.#lengths, count);
    this.#present = grown(this.#present, count);
    for (let number = 0; number < count; number += 1) {
      const id = ids[number] ?? 0;
      this.#lengths[number] = lettersOf(this.#names, id);
      this.#present[number] = this.#names.facts[id * FACTS + FACT.present] ?? 0;
    }
    if (!this.#useIndex) return;
    this.#index.begin(count);
    this.#checkedBy = grown(this.#checkedBy, count);
    this.#checkedBy.fill(-1, 0, count);
  }

  /** Adds the numbers of all names before number `at` that are near it. Called for 0, 1, 2, … */
  find(at: number, related: Related): void {
    const length = this.#lengths[at] ?? 0;
    if (length === 0) return;
    if (!this.#useIndex) {
      this.#holdAgainst(at, length - MOST_EDITS, related);
      return;
    }
    if (length < LEAST_HELD + INDEXED_EDITS) this.#findByIndex(at, length, related);
    if (length >= LEAST_HELD) this.#holdAgainst(at, Math.max(LEAST_HELD, length - MOST_EDITS), related);
  }

  /** Holds a name against all earlier ones of at least so many letters. */
  #holdAgainst(at: number, shortest: number, related: Related): void {
    const [lengths, present] = [this.#lengths, this.#present];
    const [id, own] = [this.#ids[at] ?? 0, present[at] ?? 0];
    for (let other = at - 1; other >= 0 && (lengths[other] ?? 0) >= shortest; other -= 1) {
      const others = present[other] ?? 0;
      if (hasMoreBits(own & ~others, MOST_EDITS) || hasMoreBits(others & ~own, MOST_EDITS)) continue;
      if (isNear(this.#names, id, this.#ids[other] ?? 0)) related.add(other, RELATION.near);
    }
  }

  /** Looks a name up among the indexed, for each limit that they may have, and enters it when it is one of them. */
  #findByIndex(at: number, length: number, related: Related): void {
    const id = this.#ids[at] ?? 0;
    this.#index.choose(id, length);
    for (let taken = 0; taken <= INDEXED_EDITS; taken += 1) {
      if (!isLookedUp(length, taken)) continue;
      this.#index.look(taken, (other) => {
        if (other === at || this.#checkedBy[other] === at) return;
        this.#checkedBy[other] = at;
        if (isWithinLimit(this.#names, id, this.#ids[other] ?? 0)) related.add(other, RELATION.near);
      });
    }
    if (length < LEAST_HELD) this.#index.enter(at, editLimit(length));
  }
}

/** Whether an indexed name of the same length or shorter may be as many edits away as its limit, and that is `taken`. */
function isLookedUp(length: number, taken: number): boolean {
  for (let shorter = length; shorter >= 0 && length - shorter <= taken; shorter -= 1) {
    if (shorter < LEAST_HELD && editLimit(shorter) === taken) return true;
  }
  return false;
}
