import { sharedIntegers } from '../../../engine/integers.ts';
import { grown } from './block-rows.ts';
import type { SearchNames } from './names.ts';

const A = 65;

/** A bit for each letter; letters beyond A-Z share them. */
export function letterBit(code: number): number {
  return 1 << ((code - A) & 31);
}

/**
 * Initials that may stand for the same word: an initial is written as the name was, while the spelling of longer words
 * is levelled (FAJAR to PAJAR, KHOIRUL and CHOIRUL to HOIRUL).
 */
const LEVELLED_INITIALS: ReadonlyMap<number, number> = new Map(
  ['FP', 'VP', 'QK', 'CK', 'HK'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

export function levelledInitial(code: number): number {
  return LEVELLED_INITIALS.get(code) ?? code;
}

/** What MUHAMMAD is levelled to. M. is written out as it, so it may stand for any name that begins with M. */
const MUHAMMAD = 'MUHAMAT';

/** Distinct words, numbered from 0 as they come; a hash table over the letters, without a string for each word. */
export class WordList {
  #count = 0;
  #letters = new Uint16Array(1 << 16);
  #letterCount = 0;
  /** By word: where its letters begin; the next word's begin where they end. */
  #from = new Int32Array(1 << 12);
  /** Word number plus 1; 0 where free. */
  #slots = new Int32Array(1 << 14);

  /** Number of the word that stands in `text` at `from` up to, not with, `to`. */
  idOf(text: string, from: number, to: number): number {
    let hash = 0;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const mask = this.#slots.length - 1;
    let slot = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) & mask;
    for (;;) {
      const word = (this.#slots[slot] ?? 0) - 1;
      if (word < 0) break;
      if (this.#isWord(word, text, from, to)) return word;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#count + 1;
    return this.#add(text, from, to);
  }

  /** Length and levelled first letter of each word, and whether it may be an initial. */
  finish(): Pick<SearchNames, 'wordLength' | 'wordInitial' | 'isInitial'> {
    const wordLength = sharedIntegers(this.#count);
    const wordInitial = sharedIntegers(this.#count);
    const isInitial = sharedIntegers(this.#count);
    for (let word = 0; word < this.#count; word += 1) {
      const letters = this.#letters.subarray(this.#from[word], this.#from[word + 1]);
      wordLength[word] = letters.length;
      wordInitial[word] = levelledInitial(letters[0] ?? 0);
      isInitial[word] = letters.length === 1 || String.fromCharCode(...letters) === MUHAMMAD ? 1 : 0;
    }
    return { wordLength, wordInitial, isInitial };
  }

  #isWord(word: number, text: string, from: number, to: number): boolean {
    const first = this.#from[word] ?? 0;
    if ((this.#from[word + 1] ?? 0) - first !== to - from) return false;
    for (let at = from; at < to; at += 1) {
      if (this.#letters[first + at - from] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(text: string, from: number, to: number): number {
    while (this.#letterCount + to - from > this.#letters.length) {
      const letters = new Uint16Array(this.#letters.length * 2);
      letters.set(this.#letters);
      this.#letters = letters;
    }
    for (let at = from; at < to; at += 1) this.#letters[this.#letterCount++] = text.charCodeAt(at);
    const word = this.#count;
    this.#count += 1;
    if (this.#count >= this.#from.length) {
      const before = this.#from;
      this.#from = grown(before, before.length * 2);
      this.#from.set(before);
    }
    this.#from[this.#count] = this.#letterCount;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return word;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let word = 0; word < this.#count; word += 1) {
      let hash = 0;
      for (let at = this.#from[word] ?? 0; at < (this.#from[word + 1] ?? 0); at += 1)
        hash = Math.imul(hash ^ (this.#letters[at] ?? 0), 0x01000193);
      let slot = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = word + 1;
    }
    this.#slots = slots;
  }
}
