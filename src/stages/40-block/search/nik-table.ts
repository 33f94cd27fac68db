import { grown } from './block-rows.ts';
import { nikHash, visitVariants } from './nik-variants.ts';

/** Variants of a NIK of 16 digits: itself, 144 and at most 15 of equal length, 16 shorter, 161 longer. */
const MOST_VARIANTS = 340;

/** Bits of the first look, for each slot. */
const BITS_PER_SLOT = 4;

/**
 * Parts of those bits, by what `high` holds (kecamatan and the first digit of the day): rows that follow one another
 * are of one kecamatan, and look into few of them, which stay in the cache.
 */
const REGION_BITS = 8;

/**
 * The NIK within one edit of some others, to be met by all NIK of a roll: a bit that is nearly always unset, then a
 * hash, then the row that the variant was made of.
 */
export class NikTable {
  #bits = new Int32Array(0);
  #wordsOfRegion = 1;
  #hashes = new Int32Array(0);
  /** Row plus 1; 0 where free. */
  #rows = new Int32Array(0);
  #mask = 0;

  /** Makes room for so many NIK, and empties the table. */
  begin(count: number): void {
    const slots = 1 << (33 - Math.clz32(count * MOST_VARIANTS));
    this.#hashes = grown(this.#hashes, slots);
    this.#rows = grown(this.#rows, slots);
    this.#rows.fill(0, 0, slots);
    this.#mask = slots - 1;
    this.#wordsOfRegion = Math.max((slots * BITS_PER_SLOT) >>> (5 + REGION_BITS), 1);
    const words = this.#wordsOfRegion << REGION_BITS;
    this.#bits = grown(this.#bits, words);
    this.#bits.fill(0, 0, words);
  }

  enter(row: number, high: number, low: number): void {
    visitVariants(high, low, (otherHigh, otherLow) => {
      const hash = nikHash(otherHigh, otherLow);
      let slot = hash & this.#mask;
      while (this.#rows[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hashes[slot] = hash;
      this.#rows[slot] = row + 1;
      const word = this.#wordOf(otherHigh, hash);
      this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (hash & 31));
    });
  }

  /** Whether any row's NIK may be within one edit of this one; of most NIK none is. */
  mayHold(high: number, low: number): boolean {
    const hash = nikHash(high, low);
    return (((this.#bits[this.#wordOf(high, hash)] ?? 0) >>> (hash & 31)) & 1) === 1;
  }

  /** Gives the rows whose NIK may be within one edit of this one; nearly all of them are. */
  look(high: number, low: number, visit: (row: number) => void): void {
    const hash = nikHash(high, low);
    for (let slot = hash & this.#mask; this.#rows[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#hashes[slot] === hash) visit((this.#rows[slot] ?? 0) - 1);
    }
  }

  #wordOf(high: number, hash: number): number {
    const region = Math.imul(high, 0x9e3779b1) >>> (32 - REGION_BITS);
    return region * this.#wordsOfRegion + ((hash >>> 5) & (this.#wordsOfRegion - 1));
  }
}
