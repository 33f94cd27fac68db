import { type AgreeingColumn, type Condition, columnAgrees } from './agreement.ts';
import { type BlockRows, grown, ValueGroups } from './block-rows.ts';
import { NikEdits } from './nik-edits.ts';
import { Related } from './related.ts';

/** Takes two rows of a block. */
export type Visit = (rowA: number, rowB: number) => void;

const NO_COMMON_DIGITS = { front: 0, back: 0 };

/** Pairs that rows of NIK within one edit make, per row, for the estimate. */
const EDITED_NIK_PER_ROW = 4;

/**
 * The pairs of rows of a block that meet a condition, by way of their columns: rows of an equal value, rows of a NIK
 * within one edit, rows of which what is unknown counts as agreeing.
 */
export class AgreeingRows {
  readonly #condition: Condition;
  readonly #rows: BlockRows;
  readonly #groups: readonly ValueGroups[];
  readonly #edits = new NikEdits();
  readonly #related = new Related();
  /** By row: a bit for each column that is unknown. */
  #unknown = new Int32Array(0);
  /** Rows by what is unknown of them, for the masks that occur, 0 left out. */
  #byUnknown = new Map<number, number[]>();
  #high = new Int32Array(0);
  #low = new Int32Array(0);

  constructor(condition: Condition, rows: BlockRows) {
    this.#condition = condition;
    this.#rows = rows;
    this.#groups = condition.columns.map(() => new ValueGroups());
  }

  /** Reads the block that the rows now hold; returns about how many pairs `visit` will give. */
  prepare(): number {
    const { count } = this.#rows;
    this.#markUnknown(count);
    let pairs = this.#pairsOfUnknown(count);
    for (const [at, { high, low, isNik }] of this.#condition.columns.entries()) {
      const groups = this.#groups[at];
      groups?.group(count, high, low);
      for (let value = 0; value < (groups?.count ?? 0); value += 1) {
        const rows = (groups?.from[value + 1] ?? 0) - (groups?.from[value] ?? 0);
        pairs += (rows * (rows - 1)) / 2;
      }
      if (isNik) pairs += count * EDITED_NIK_PER_ROW;
    }
    return pairs;
  }

  /** Gives each pair once; after `prepare`. */
  visit(visit: Visit): void {
    if (this.#condition.unknownAgrees === 'each') this.#visitEach(visit);
    if (this.#condition.unknownAgrees === 'all') this.#visitAll(visit);
    for (const [at, column] of this.#condition.columns.entries()) {
      const groups = this.#groups[at];
      if (groups === undefined) continue;
      const known: Visit = (a, b) => {
        if (!this.#isGiven(at, a, b)) visit(a, b);
      };
      for (let value = 0; value < groups.count; value += 1) visitWithin(groups, value, known);
      if (column.isNik) this.#visitEdits(column, groups, known);
    }
  }

  /** Whether the pair was given for an earlier column, or for what is unknown. */
  #isGiven(at: number, a: number, b: number): boolean {
    const { columns, unknownAgrees } = this.#condition;
    if (unknownAgrees === 'each' && ((this.#unknown[a] ?? 0) | (this.#unknown[b] ?? 0)) !== 0) return true;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const column = columns[earlier];
      if (column !== undefined && columnAgrees(column, a, b)) return true;
    }
    return false;
  }

  #markUnknown(count: number): void {
    this.#unknown = grown(this.#unknown, count);
    this.#unknown.fill(0, 0, count);
    this.#byUnknown.clear();
    for (const [at, { high }] of this.#condition.columns.entries()) {
      for (let row = 0; row < count; row += 1) {
        if ((high[row] ?? -1) < 0) this.#unknown[row] = (this.#unknown[row] ?? 0) | (1 << at);
      }
    }
    if (this.#condition.unknownAgrees === 'never') return;
    for (let row = 0; row < count; row += 1) {
      const mask = this.#unknown[row] ?? 0;
      if (mask === 0) continue;
      const rows = this.#byUnknown.get(mask);
      if (rows === undefined) this.#byUnknown.set(mask, [row]);
      else rows.push(row);
    }
  }

  #pairsOfUnknown(count: number): number {
    let pairs = 0;
    if (this.#condition.unknownAgrees === 'each') {
      for (const rows of this.#byUnknown.values()) pairs += rows.length * count;
    }
    if (this.#condition.unknownAgrees === 'all') {
      for (const [left, right] of this.#togetherUnknown()) pairs += left.length * right.length;
    }
    return pairs;
  }

  #visitEach(visit: Visit): void {
    for (const rows of this.#byUnknown.values()) {
      for (const row of rows) {
        for (let other = 0; other < this.#rows.count; other += 1) {
          if (other < row || (other > row && this.#unknown[other] === 0)) visit(row, other);
        }
      }
    }
  }

  #visitAll(visit: Visit): void {
    for (const [left, right] of this.#togetherUnknown()) {
      for (const [at, a] of left.entries()) {
        for (let next = left === right ? at + 1 : 0; next < right.length; next += 1)
          visit(a, right[next] ?? 0);
      }
    }
  }

  /** Groups of rows of which, together, every column is unknown on a side. */
  #togetherUnknown(): [number[], number[]][] {
    const every = (1 << this.#condition.columns.length) - 1;
    const groups = [...this.#byUnknown];
    return groups.flatMap(([mask, rows], at) =>
      groups
        .slice(at)
        .filter(([other]) => (mask | other) === every)
        .map(([, others]): [number[], number[]] => [rows, others]),
    );
  }

  #visitEdits({ high, low }: AgreeingColumn, groups: ValueGroups, visit: Visit): void {
    this.#high = grown(this.#high, groups.count);
    this.#low = grown(this.#low, groups.count);
    for (let value = 0; value < groups.count; value += 1) {
      const row = groups.first[value] ?? 0;
      this.#high[value] = high[row] ?? 0;
      this.#low[value] = low?.[row] ?? 0;
    }
    this.#related.reset(groups.count);
    this.#edits.begin(this.#high, this.#low, groups.count, NO_COMMON_DIGITS);
    for (let value = 0; value < groups.count; value += 1) {
      this.#edits.find(value, true, this.#related);
      for (let next = 0; next < this.#related.count; next += 1)
        visitBetween(groups, this.#related.others[next] ?? 0, value, visit);
      this.#related.clear();
    }
  }
}

function visitWithin({ from, rows }: ValueGroups, value: number, visit: Visit): void {
  const [first, end] = [from[value] ?? 0, from[value + 1] ?? 0];
  for (let a = first; a < end; a += 1) {
    for (let b = a + 1; b < end; b += 1) visit(rows[a] ?? 0, rows[b] ?? 0);
  }
}

function visitBetween({ from, rows }: ValueGroups, left: number, right: number, visit: Visit): void {
  for (let a = from[left] ?? 0; a < (from[left + 1] ?? 0); a += 1) {
    for (let b = from[right] ?? 0; b < (from[right + 1] ?? 0); b += 1) visit(rows[a] ?? 0, rows[b] ?? 0);
  }
}
