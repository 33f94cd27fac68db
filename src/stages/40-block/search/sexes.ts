import { type BlockRows, grown, ValueGroups } from './block-rows.ts';
import type { Visit } from './row-names.ts';

/** Smaller groups are searched whole: to part them takes longer than to look at their pairs. */
const FEWEST_PARTED = 12;

/** A woman's NIK has 40 more in the day: 4 more in its tens, the last digit of what stands above the last nine. */
const WOMAN_IN_HIGH = 4;

const MAN = 1;
const WOMAN = 2;

/** Takes the rows `rows[from]` up to, not with, `rows[to]`, and says which pairs of them were not given before. */
type VisitPart = (
  rows: Int32Array,
  from: number,
  to: number,
  isNew: (rowA: number, rowB: number) => boolean,
) => void;

const always = () => true;

/**
 * The rows of a block of one birth date by the sex that their NIK confirms. A man and a woman are two people (identities
 * that differ), unless their NIK are a slip apart; half of the pairs of a block need no look at their names.
 */
export class Sexes {
  readonly #rows: BlockRows;
  readonly #identity: Int32Array;
  readonly #high: Int32Array;
  readonly #low: Int32Array;
  /** By row: MAN or WOMAN where the identity is known, else 0. */
  #sex = new Int32Array(0);
  /** By row: the NIK above its last nine digits, as a man would have it; -1 where the identity is not known. */
  #asMan = new Int32Array(0);
  /** The same where a slip was an exchange with the digit before; -1 where it cannot have been. */
  #asManExchanged = new Int32Array(0);
  #part = new Int32Array(0);
  readonly #slips = new ValueGroups();

  constructor(rows: BlockRows) {
    this.#rows = rows;
    this.#identity = rows.part('identity');
    this.#high = rows.part('nik_high');
    this.#low = rows.part('nik_low');
  }

  /** Reads the block that the rows now hold. */
  load(): void {
    const { count } = this.#rows;
    this.#sex = grown(this.#sex, count);
    this.#asMan = grown(this.#asMan, count);
    this.#asManExchanged = grown(this.#asManExchanged, count);
    this.#part = grown(this.#part, count);
    for (let row = 0; row < count; row += 1) {
      const [identity = -1, high = 0] = [this.#identity[row], this.#high[row]];
      const sex = identity < 0 ? 0 : (identity & 1) === 0 ? MAN : WOMAN;
      this.#sex[row] = sex;
      this.#asMan[row] = sex === 0 ? -1 : high - (sex === WOMAN ? WOMAN_IN_HIGH : 0);
      this.#asManExchanged[row] = sex === 0 ? -1 : exchanged(high, sex);
    }
  }

  /** Whether one row is a man and the other a woman. */
  areTwo(a: number, b: number): boolean {
    return (this.#sex[a] ?? 0) + (this.#sex[b] ?? 0) === MAN + WOMAN;
  }

  /** Gives a group without women, then without men, in its order; pairs of neither sex are new in the first only. */
  visitParts(rows: Int32Array, from: number, to: number, visit: VisitPart): void {
    if (to - from < FEWEST_PARTED) {
      visit(rows, from, to, (a, b) => !this.areTwo(a, b));
      return;
    }
    visit(this.#part, 0, this.#without(WOMAN, rows, from, to), always);
    const sex = this.#sex;
    visit(this.#part, 0, this.#without(MAN, rows, from, to), (a, b) => sex[a] !== 0 || sex[b] !== 0);
  }

  #without(other: number, rows: Int32Array, from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const row = rows[at] ?? 0;
      if (this.#sex[row] !== other) this.#part[count++] = row;
    }
    return count;
  }

  /** Gives each man with each woman whose NIK is one slip from his: the tens of the day, alone or with the digit before. */
  visitSlips(visit: Visit): void {
    for (const high of [this.#asMan, this.#asManExchanged]) {
      this.#slips.group(this.#rows.count, high, this.#low);
      const { from, rows, count } = this.#slips;
      for (let value = 0; value < count; value += 1)
        this.#visitCouples(rows, from[value] ?? 0, from[value + 1] ?? 0, visit);
    }
  }

  #visitCouples(rows: Int32Array, from: number, to: number, visit: Visit): void {
    for (let a = from; a < to; a += 1) {
      for (let b = a + 1; b < to; b += 1) {
        const [rowA, rowB] = [rows[a] ?? 0, rows[b] ?? 0];
        if (this.areTwo(rowA, rowB)) visit(rowA, rowB);
      }
    }
  }
}

/** What stands above the last nine digits of a NIK, its last two digits as a man would have them if they were exchanged. */
function exchanged(high: number, sex: number): number {
  const last = high % 10;
  const before = Math.trunc(high / 10) % 10;
  if (sex === MAN) return before - last === WOMAN_IN_HIGH ? high : -1;
  return last - before === WOMAN_IN_HIGH ? high + 9 * (last - before) : -1;
}
