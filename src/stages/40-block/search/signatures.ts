import { grown } from './block-rows.ts';
import { FACT, FACTS } from './names.ts';
import { hasFourBits, hasThreeBits, LONG_NAME, MOST_EDITS, MOST_EDITS_ALIKE } from './near-names.ts';
import { LETTERS, RELATION } from './related.ts';

/** Takes the places of two names in the signatures. */
export type VisitPlaces = (one: number, other: number) => void;

/**
 * What tells most unrelated names apart, of the rows of a group side by side and by ascending length of name: a few
 * operations on integers for each pair, and no look into the names. Never keeps back a pair that is related.
 */
export class Signatures {
  #count = 0;
  #lengths = new Int32Array(0);
  #present = new Int32Array(0);
  #long = new Int32Array(0);
  #longAgain = new Int32Array(0);
  #initials = new Int32Array(0);
  #words = new Int32Array(0);

  /** Reads the facts of `rows[from]` up to, not with, `rows[from + count]`; `facts` holds them by row. */
  read(facts: Int32Array, rows: Int32Array, from: number, count: number): void {
    this.#count = count;
    this.#lengths = grown(this.#lengths, count);
    this.#present = grown(this.#present, count);
    this.#long = grown(this.#long, count);
    this.#longAgain = grown(this.#longAgain, count);
    this.#initials = grown(this.#initials, count);
    this.#words = grown(this.#words, count);
    for (let at = 0; at < count; at += 1) {
      const fact = (rows[from + at] ?? 0) * FACTS;
      const sizes = facts[fact + FACT.sizes] ?? 0;
      this.#lengths[at] = sizes & 0xffff;
      this.#words[at] = sizes >>> 16;
      this.#present[at] = facts[fact + FACT.present] ?? 0;
      this.#long[at] = facts[fact + FACT.longWords] ?? 0;
      this.#longAgain[at] = facts[fact + FACT.longWordsAgain] ?? 0;
      this.#initials[at] = facts[fact + FACT.initials] ?? 0;
    }
  }

  /** Gives each pair of the group that may have a relation that is wanted. */
  visitPairs(wanted: number, visit: VisitPlaces): void {
    let end = 0;
    for (let one = 0; one < this.#count; one += 1) {
      const longest = (this.#lengths[one] ?? 0) + this.#editsOf(one, wanted);
      while (end < this.#count && (this.#lengths[end] ?? 0) <= longest) end += 1;
      this.#visitNear(one, one + 1, end, wanted, visit);
      this.#visitWords(one, end, this.#count, wanted, visit);
    }
  }

  /** Gives each pair of one of the group with any other of it that may have a relation that is wanted. */
  visitOthers(one: number, wanted: number, visit: VisitPlaces): void {
    const [length, edits] = [this.#lengths[one] ?? 0, this.#editsOf(one, wanted)];
    const first = this.#firstOf(length - edits);
    const end = this.#firstOf(length + edits + 1);
    this.#visitWords(one, 0, first, wanted, visit);
    this.#visitNear(one, first, one, wanted, visit);
    this.#visitNear(one, one + 1, end, wanted, visit);
    this.#visitWords(one, end, this.#count, wanted, visit);
  }

  /** Edits that the relations which are wanted allow between this name and another, which may be longer. */
  #editsOf(one: number, wanted: number): number {
    const isLong = (wanted & RELATION.alike) !== 0 && (this.#lengths[one] ?? 0) >= LONG_NAME;
    return isLong ? MOST_EDITS_ALIKE : MOST_EDITS;
  }

  /** The first place of at least this length. */
  #firstOf(length: number): number {
    let [from, to] = [0, this.#count];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#lengths[middle] ?? 0) < length) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Names whose lengths allow them to be near: by their letters, or by their words. */
  #visitNear(one: number, from: number, to: number, wanted: number, visit: VisitPlaces): void {
    const long = this.#long[one] ?? 0;
    // names without a long word are related by equal words, which have equal letters
    if ((wanted & LETTERS) === 0 && long !== 0) {
      this.#visitWords(one, from, to, wanted, visit);
      return;
    }
    const [present, words] = [this.#present, (wanted & ~LETTERS) !== 0];
    const [own, isAlike] = [present[one] ?? 0, this.#editsOf(one, wanted) > MOST_EDITS];
    for (let other = from; other < to; other += 1) {
      const others = present[other] ?? 0;
      const isNear = isAlike
        ? !hasFourBits(own & ~others) && !hasFourBits(others & ~own)
        : !hasThreeBits(own & ~others) && !hasThreeBits(others & ~own);
      if (isNear || (words && (long & (this.#long[other] ?? 0)) !== 0 && this.#mayShare(one, other, wanted)))
        visit(one, other);
    }
  }

  #visitWords(one: number, from: number, to: number, wanted: number, visit: VisitPlaces): void {
    const longWords = this.#long;
    const long = longWords[one] ?? 0;
    if (long === 0 || (wanted & ~LETTERS) === 0) return;
    for (let other = from; other < to; other += 1) {
      if ((long & (longWords[other] ?? 0)) !== 0 && this.#mayShare(one, other, wanted)) visit(one, other);
    }
  }

  /** Whether names that may share a long word by one bit may do so by another, and as it is wanted. */
  #mayShare(one: number, other: number, wanted: number): boolean {
    if (((this.#longAgain[one] ?? 0) & (this.#longAgain[other] ?? 0)) === 0) return false;
    if ((wanted & RELATION.word) !== 0) return true;
    const [initials, others] = [this.#initials[one] ?? 0, this.#initials[other] ?? 0];
    return (
      ((this.#words[one] ?? 0) <= (this.#words[other] ?? 0) ? initials & ~others : others & ~initials) === 0
    );
  }
}
