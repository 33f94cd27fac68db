import type { Condition } from './agreement.ts';
import { type BlockRows, grown, ValueGroups } from './block-rows.ts';
import type { Visit } from './row-names.ts';

/** Takes the rows `rows[from]` up to, not with, `rows[to]`, and says which pairs of them were not given before. */
export type VisitGroup = (
  rows: Int32Array,
  from: number,
  to: number,
  isNew: (rowA: number, rowB: number) => boolean,
) => void;

/** Takes a row that agrees with every other row of the block, and says which pairs were not given before. */
export type VisitOthers = (row: number, isNew: (row: number, other: number) => boolean) => void;

/**
 * The pairs of rows of a block that meet a condition, by way of their columns: rows of an equal value in groups, and
 * one by one rows of which what is unknown counts as agreeing.
 */
export class AgreeingRows {
  readonly #condition: Condition;
  readonly #rows: BlockRows;
  readonly #groups: readonly ValueGroups[];
  /** By row: a bit for each column that is unknown. */
  #unknown = new Int32Array(0);
  /** Rows by what is unknown of them, for the masks that occur, 0 left out. */
  readonly #byUnknown = new Map<number, number[]>();

  constructor(condition: Condition, rows: BlockRows) {
    this.#condition = condition;
    this.#rows = rows;
    this.#groups = condition.columns.map(() => new ValueGroups());
  }

  /** Reads the block that the rows now hold; returns about how many pairs `visit` will give. */
  prepare(): number {
    const { count } = this.#rows;
    let pairs = 0;
    for (const [at, { high, low }] of this.#condition.columns.entries()) {
      const groups = this.#groups[at];
      if (groups === undefined) continue;
      groups.group(count, high, low);
      for (let value = 0; value < groups.count; value += 1) {
        const rows = (groups.from[value + 1] ?? 0) - (groups.from[value] ?? 0);
        pairs += (rows * (rows - 1)) / 2;
      }
    }
    this.#markUnknown(count);
    return pairs + this.#pairsOfUnknown(count);
  }

  /** Gives each pair once, in groups, as one row with all others, or alone; after `prepare`. */
  visit(visitGroup: VisitGroup, visitOthers: VisitOthers, visit: Visit): void {
    if (this.#condition.unknownAgrees === 'each') this.#visitEach(visitOthers);
    if (this.#condition.unknownAgrees === 'all') this.#visitAll(visit);
    for (const [at, groups] of this.#groups.entries()) this.#visitEqual(at, groups, visitGroup);
  }

  #markUnknown(count: number): void {
    this.#unknown = grown(this.#unknown, count);
    this.#unknown.fill(0, 0, count);
    this.#byUnknown.clear();
    for (const [at, { of }] of this.#groups.entries()) {
      for (let row = 0; row < count; row += 1) {
        if ((of[row] ?? -1) < 0) this.#unknown[row] = (this.#unknown[row] ?? 0) | (1 << at);
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

  #visitEach(visitOthers: VisitOthers): void {
    const unknown = this.#unknown;
    const isNew = (row: number, other: number) => other < row || unknown[other] === 0;
    for (const rows of this.#byUnknown.values()) for (const row of rows) visitOthers(row, isNew);
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
    if (this.#byUnknown.has(every)) groups.push([0, this.#knownRows()]);
    return groups.flatMap(([mask, rows], at) =>
      groups
        .slice(at)
        .filter(([other]) => (mask | other) === every)
        .map(([, others]): [number[], number[]] => [rows, others]),
    );
  }

  #knownRows(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.#rows.count; row += 1) if (this.#unknown[row] === 0) rows.push(row);
    return rows;
  }

  /** Groups of an equal value of a column; new are pairs without an earlier column equal, or counted as such. */
  #visitEqual(at: number, { from, rows, count }: ValueGroups, visitGroup: VisitGroup): void {
    const isNew = this.#isNewAfter(this.#groups.slice(0, at));
    for (let value = 0; value < count; value += 1) {
      const [first, end] = [from[value] ?? 0, from[value + 1] ?? 0];
      if (end - first > 1) visitGroup(rows, first, end, isNew);
    }
  }

  #isNewAfter(groups: readonly ValueGroups[]): (a: number, b: number) => boolean {
    const earlier = groups.map(({ of }) => of);
    const unknown = this.#unknown;
    if (this.#condition.unknownAgrees !== 'each') return (a, b) => !isEqualInOne(earlier, a, b);
    return (a, b) => ((unknown[a] ?? 0) | (unknown[b] ?? 0)) === 0 && !isEqualInOne(earlier, a, b);
  }
}

/** Whether one of the columns, given as values by row, is known of both rows and equal. */
function isEqualInOne(columns: readonly Int32Array[], a: number, b: number): boolean {
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    const value = column?.[a] ?? -1;
    if (value >= 0 && value === column?.[b]) return true;
  }
  return false;
}
