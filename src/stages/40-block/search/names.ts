/** Words of fewer letters say too little to be shared. */
export const LONG_WORD = 3;

/** The names of a roll in arrays that worker threads share. */
export interface SearchNames {
  /**
   * `FACTS` integers for each name_id, side by side so that one look into memory brings them all. `FACT` says which is
   * which.
   */
  readonly facts: Int32Array;
  /** Letters of the match keys without spaces, and, where that differs, with their tokens sorted. */
  readonly text: Uint16Array;
  /** The letters of the first in ascending order, at the same places. */
  readonly letters: Uint16Array;
  /** Word ids of the spelled words. */
  readonly words: Int32Array;
  /** By word id: number of letters, levelled first letter, and 1 for a word that may stand for another's initial. */
  readonly wordLength: Int32Array;
  readonly wordInitial: Int32Array;
  readonly isInitial: Int32Array;
}

export const FACTS = 9;

export const FACT = {
  /** Where the letters begin in `text`, as they stand and with sorted tokens. */
  flatFrom: 0,
  sortedFrom: 1,
  /** Number of letters in the low 16 bits (0 for a name without a key), of words in the high. */
  sizes: 2,
  /** A bit for each letter that occurs, and one for each that occurs twice (letters beyond A-Z share bits). */
  present: 3,
  repeated: 4,
  /** A bit for each long word, by its hash: names without a bit in common share no long word. */
  longWords: 5,
  /** Where the words begin in `words`. */
  wordsFrom: 6,
  /** A bit for each levelled first letter of a word. */
  initials: 7,
  /** As `longWords`, by another hash. */
  longWordsAgain: 8,
} as const;

/** How many names, letters (in UTF-8 bytes, never fewer than UTF-16 units) and words the table `name` holds. */
export interface NameCounts {
  readonly names: number;
  readonly letters: number;
  readonly words: number;
}

/** Letters of a name's key; 0 where it has none. */
export function lettersOf({ facts }: SearchNames, id: number): number {
  return (facts[id * FACTS + FACT.sizes] ?? 0) & 0xffff;
}

/** Words of a name. */
export function wordsOf({ facts }: SearchNames, id: number): number {
  return (facts[id * FACTS + FACT.sizes] ?? 0) >>> 16;
}
