import { sharedIntegers } from '../../../engine/integers.ts';
import { FACT, FACTS, LONG_WORD, type NameCounts, type SearchNames } from './names.ts';
import { letterBit, levelledInitial, WordList } from './word-list.ts';

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const ZERO = 48;

/** Of a longer name, or one of more words, the rest is not compared. */
const MOST_LETTERS = 0xffff;
const MOST_WORDS = 64;

function sharedCodes(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(Math.max(length, 1) * 2));
}

/**
 * Fills the arrays from lines of tab-separated name_id, flat, sorted (empty where equal) and words. Letter by letter:
 * a string for each field would take longer than all else.
 */
export class NameReader {
  readonly #facts: Int32Array;
  readonly #text: Uint16Array;
  readonly #letters: Uint16Array;
  readonly #words: Int32Array;
  readonly #list = new WordList();
  #lines = '';
  #at = 0;
  #nextLetter = 0;
  #nextWord = 0;

  constructor({ names, letters, words }: NameCounts) {
    this.#facts = sharedIntegers(names * FACTS);
    this.#text = sharedCodes(letters);
    this.#letters = sharedCodes(letters);
    this.#words = sharedIntegers(words);
  }

  /** `lines` ends without a newline. */
  read(lines: string): void {
    this.#lines = lines;
    this.#at = 0;
    while (this.#at < lines.length) {
      const fact = this.#readNumber() * FACTS;
      const letters = this.#readKey(fact);
      this.#facts[fact + FACT.sizes] = letters | (this.#readWords(fact) << 16);
    }
  }

  finish(): SearchNames {
    return {
      facts: this.#facts,
      text: this.#text,
      letters: this.#letters,
      words: this.#words,
      ...this.#list.finish(),
    };
  }

  #readNumber(): number {
    let number = 0;
    for (; this.#lines.charCodeAt(this.#at) !== TAB; this.#at += 1)
      number = number * 10 + this.#lines.charCodeAt(this.#at) - ZERO;
    this.#at += 1;
    return number;
  }

  /** Returns the number of letters. */
  #readKey(fact: number): number {
    const from = this.#nextLetter;
    this.#copyUntilTab();
    const letters = Math.min(this.#nextLetter - from, MOST_LETTERS);
    const sorted = this.#nextLetter;
    this.#copyUntilTab();
    let [once, twice] = [0, 0];
    for (let at = from; at < from + letters; at += 1) {
      const bit = letterBit(this.#text[at] ?? 0);
      twice |= once & bit;
      once |= bit;
    }
    this.#sortLetters(from, letters);
    this.#facts[fact + FACT.flatFrom] = from;
    this.#facts[fact + FACT.sortedFrom] = this.#nextLetter === sorted ? from : sorted;
    this.#facts[fact + FACT.present] = once;
    this.#facts[fact + FACT.repeated] = twice;
    return letters;
  }

  #copyUntilTab(): void {
    let code = this.#lines.charCodeAt(this.#at);
    while (code !== TAB) {
      this.#text[this.#nextLetter++] = code;
      this.#at += 1;
      code = this.#lines.charCodeAt(this.#at);
    }
    this.#at += 1;
  }

  /** Insertion sort: a name has a dozen letters. */
  #sortLetters(from: number, length: number): void {
    const [text, letters] = [this.#text, this.#letters];
    for (let at = from; at < from + length; at += 1) {
      const letter = text[at] ?? 0;
      let to = at;
      for (; to > from && (letters[to - 1] ?? 0) > letter; to -= 1) letters[to] = letters[to - 1] ?? 0;
      letters[to] = letter;
    }
  }

  /** Reads the words up to the end of the line and steps over it; returns how many. */
  #readWords(fact: number): number {
    const first = this.#nextWord;
    let [long, again, initials] = [0, 0, 0];
    let from = this.#at;
    for (;;) {
      const code = this.#at < this.#lines.length ? this.#lines.charCodeAt(this.#at) : NEWLINE;
      if (code === SPACE || code === NEWLINE) {
        if (this.#at > from) {
          const word = this.#list.idOf(this.#lines, from, this.#at);
          this.#words[this.#nextWord++] = word;
          initials |= letterBit(levelledInitial(this.#lines.charCodeAt(from)));
          if (this.#at - from >= LONG_WORD) {
            long |= 1 << (Math.imul(word, 0x9e3779b1) >>> 27);
            again |= 1 << (Math.imul(word ^ (word >>> 5), 0x85ebca6b) >>> 27);
          }
        }
        from = this.#at + 1;
      }
      this.#at += 1;
      if (code === NEWLINE) break;
    }
    this.#facts[fact + FACT.wordsFrom] = first;
    this.#facts[fact + FACT.longWords] = long;
    this.#facts[fact + FACT.longWordsAgain] = again;
    this.#facts[fact + FACT.initials] = initials;
    return Math.min(this.#nextWord - first, MOST_WORDS);
  }
}
