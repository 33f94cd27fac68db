import type { PairCondition } from '../../../model/ganda.ts';
import type { BlockRows } from './block-rows.ts';
import { isNikWithinOneEdit } from './edit-distance.ts';

const DAY_BITS = 5;
const DAY_MASK = 31;
const MONTH_MASK = 15;
const YEAR_SHIFT = 9;
const DAY_OF_YEAR_MASK = 511;

/** Whether a date (year, month in 4 bits, day in 5) is one that the registry writes for an unknown one. */
function isDefault(date: number): boolean {
  const day = date & DAY_MASK;
  const month = (date >>> DAY_BITS) & MONTH_MASK;
  return day === 15 || (day === 1 && (month === 1 || month === 7)) || (day === 31 && month === 12);
}

/**
 * Whether two known dates may be one: two of day, month and year equal; or the year equal, with day and month
 * exchanged or one of the dates a default.
 */
export function areDatesNear(a: number, b: number): boolean {
  if (a >>> YEAR_SHIFT !== b >>> YEAR_SHIFT) return (a & DAY_OF_YEAR_MASK) === (b & DAY_OF_YEAR_MASK);
  const differing = a ^ b;
  if ((differing & DAY_MASK) === 0 || ((differing >>> DAY_BITS) & MONTH_MASK) === 0) return true;
  const exchanged =
    (a & DAY_MASK) === ((b >>> DAY_BITS) & MONTH_MASK) && (b & DAY_MASK) === ((a >>> DAY_BITS) & MONTH_MASK);
  return exchanged || isDefault(a) || isDefault(b);
}

/** Tells whether two rows of a block meet one of the conditions. */
export class PairConditions {
  readonly #near: boolean;
  readonly #unknown: boolean;
  readonly #dates: Int32Array;
  readonly #nik: { readonly high: Int32Array; readonly low: Int32Array } | undefined;

  constructor(conditions: readonly PairCondition[], rows: BlockRows) {
    this.#near = conditions.includes('dates-near');
    this.#unknown = conditions.includes('date-unknown');
    this.#dates = this.#near || this.#unknown ? rows.part('birth_date') : new Int32Array(0);
    if (conditions.includes('nik-near'))
      this.#nik = { high: rows.part('nik_high'), low: rows.part('nik_low') };
  }

  /** Whether pairs of these rows can meet a condition: not where an unknown date is asked for and none is. */
  mayHold(rows: number): boolean {
    if (this.#near || this.#nik !== undefined) return true;
    for (let row = 0; row < rows; row += 1) if ((this.#dates[row] ?? -1) < 0) return true;
    return false;
  }

  holds(a: number, b: number): boolean {
    const [dateA, dateB] = [this.#dates[a] ?? -1, this.#dates[b] ?? -1];
    if (dateA < 0 || dateB < 0) {
      if (this.#unknown) return true;
    } else if (this.#near && areDatesNear(dateA, dateB)) {
      return true;
    }
    return this.#nik !== undefined && this.#isNikNear(this.#nik, a, b);
  }

  #isNikNear({ high, low }: { high: Int32Array; low: Int32Array }, a: number, b: number): boolean {
    const [highA, highB] = [high[a] ?? -1, high[b] ?? -1];
    return highA >= 0 && highB >= 0 && isNikWithinOneEdit(highA, low[a] ?? 0, highB, low[b] ?? 0);
  }
}
