/** A NIK as the search holds it: see `columns.ts`. */
const LENGTH_FACTOR = 100_000_000;
const LOW_DIGITS = 9;
const SHORTEST = 5;

/** Digits of NIK that may be one edit from one of 16: a digit lost, none, or a digit added. */
export const LEAST_DIGITS = 15;
export const MOST_DIGITS = 17;

export function digitsOfNik(high: number): number {
  return high < 0 ? 0 : Math.trunc(high / LENGTH_FACTOR) + SHORTEST;
}

/** Takes a number in two integers, as the search holds a NIK. */
export type VisitNik = (high: number, low: number) => void;

/**
 * Every NIK of 15 to 17 digits that is at most one edit from a given one: itself, each digit another, neighbours
 * exchanged, a digit lost or added. None is given twice.
 */
export class NikVariants {
  readonly #digits = new Int32Array(MOST_DIGITS + 1);
  readonly #other = new Int32Array(MOST_DIGITS + 1);

  visit(high: number, low: number, visit: VisitNik): void {
    const length = digitsOfNik(high);
    this.#readDigits(high, low, length);
    visit(high, low);
    this.#replaceEach(length, visit);
    this.#exchangeEach(length, visit);
    if (length > LEAST_DIGITS) this.#dropEach(length, visit);
    if (length < MOST_DIGITS) this.#addEach(length, visit);
  }

  #readDigits(high: number, low: number, length: number): void {
    let rest = low;
    for (let place = length - 1; place >= 0; place -= 1) {
      if (length - 1 - place === LOW_DIGITS) rest = high % LENGTH_FACTOR;
      this.#digits[place] = rest % 10;
      rest = Math.trunc(rest / 10);
    }
  }

  #give(digits: Int32Array, length: number, visit: VisitNik): void {
    let [high, low] = [0, 0];
    for (let place = 0; place < length - LOW_DIGITS; place += 1) high = high * 10 + (digits[place] ?? 0);
    for (let place = length - LOW_DIGITS; place < length; place += 1) low = low * 10 + (digits[place] ?? 0);
    visit((length - SHORTEST) * LENGTH_FACTOR + high, low);
  }

  #replaceEach(length: number, visit: VisitNik): void {
    const digits = this.#digits;
    for (let place = 0; place < length; place += 1) {
      const own = digits[place] ?? 0;
      for (let digit = 0; digit < 10; digit += 1) {
        if (digit === own) continue;
        digits[place] = digit;
        this.#give(digits, length, visit);
      }
      digits[place] = own;
    }
  }

  #exchangeEach(length: number, visit: VisitNik): void {
    const digits = this.#digits;
    for (let place = 1; place < length; place += 1) {
      const [before, here] = [digits[place - 1] ?? 0, digits[place] ?? 0];
      if (before === here) continue;
      digits[place - 1] = here;
      digits[place] = before;
      this.#give(digits, length, visit);
      digits[place - 1] = before;
      digits[place] = here;
    }
  }

  /** A run of equal digits gives the same number whichever of them is dropped. */
  #dropEach(length: number, visit: VisitNik): void {
    for (let dropped = 0; dropped < length; dropped += 1) {
      if (dropped > 0 && this.#digits[dropped] === this.#digits[dropped - 1]) continue;
      for (let place = 0; place < length - 1; place += 1)
        this.#other[place] = this.#digits[place < dropped ? place : place + 1] ?? 0;
      this.#give(this.#other, length - 1, visit);
    }
  }

  /** A digit put before an equal one gives the same number as behind it. */
  #addEach(length: number, visit: VisitNik): void {
    for (let at = 0; at <= length; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        if (at < length && this.#digits[at] === digit) continue;
        for (let place = 0; place <= length; place += 1)
          this.#other[place] = place === at ? digit : (this.#digits[place < at ? place : place - 1] ?? 0);
        this.#give(this.#other, length + 1, visit);
      }
    }
  }
}

/** A hash of a NIK, 32 bits. */
export function nikHash(high: number, low: number): number {
  let hash = Math.imul(high ^ (high >>> 15), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}
