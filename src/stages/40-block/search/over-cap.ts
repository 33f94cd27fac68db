import type { BlockCounts, Counts } from '../report.ts';
import type { BlockRows, ValueGroups } from './block-rows.ts';
import type { PassRule } from './passes.ts';

/** What a rule's cap did, and the rule's bit. */
export interface CapCount extends Pick<Counts, 'blocksSplit' | 'rowsSplit' | 'pairsNotMade'> {
  readonly bit: number;
}

const NOTHING = {
  blocks: 0,
  rowsInBlocks: 0,
  largestBlock: 0,
  possiblePairs: 0,
  blocksSplit: 0,
  rowsSplit: 0,
  pairsNotMade: 0,
};

/** What a rule that has blocks of its own within a pass found in them. */
export class RuleTally {
  readonly #bit: number;
  #counts = { ...NOTHING };

  constructor(bit: number) {
    this.#bit = bit;
  }

  /** Counts a block of at least two rows. */
  addBlock(rows: number, pairs: number): void {
    if (rows < 2) return;
    this.#counts.blocks += 1;
    this.#counts.rowsInBlocks += rows;
    this.#counts.largestBlock = Math.max(this.#counts.largestBlock, rows);
    this.#counts.possiblePairs += pairs;
  }

  /** Adds what a cap did. */
  addCapped({ blocksSplit, rowsSplit, pairsNotMade }: Omit<CapCount, 'bit'>): void {
    this.#counts.blocksSplit += blocksSplit;
    this.#counts.rowsSplit += rowsSplit;
    this.#counts.pairsNotMade += pairsNotMade;
  }

  /** What was counted; starts again from nothing. */
  take(): CapCount & BlockCounts {
    const counts = { ...this.#counts, bit: this.#bit };
    this.#counts = { ...NOTHING };
    return counts;
  }
}

/** Rows of each value of a column. */
function byValue(rows: Iterable<number>, column: readonly Int32Array[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const row of rows) {
    const value = column.map((part) => part[row]).join();
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [row]);
    else part.push(row);
  }
  return parts;
}

/** The cap of the rules of a pass that state the same cap and columns. */
export class Cap {
  readonly bits: number;
  readonly most: number;
  readonly counts: readonly CapCount[];
  readonly #columns: readonly (readonly Int32Array[])[];

  constructor(rules: readonly PassRule[], rows: BlockRows) {
    this.bits = rules.reduce((bits, { bit }) => bits | bit, 0);
    this.most = rules[0]?.cap ?? 0;
    this.#columns = (rules[0]?.splitBy ?? []).map((parts) => parts.map((part) => rows.part(part)));
    this.counts = rules.map(({ bit }) => ({ bit, blocksSplit: 0, rowsSplit: 0, pairsNotMade: 0 }));
  }

  /**
   * Parts of a group of rows that is over the cap: by the first column, what is still over it by the next. What no
   * column splits is in none of them, and counted.
   */
  split(group: readonly number[]): number[][] {
    for (const count of this.counts) {
      count.blocksSplit += 1;
      count.rowsSplit += group.length;
    }
    return this.#split(group, 0);
  }

  #split(group: readonly number[], level: number): number[][] {
    if (group.length <= this.most) return [[...group]];
    const column = this.#columns[level];
    if (column !== undefined)
      return [...byValue(group, column).values()].flatMap((part) => this.#split(part, level + 1));
    for (const count of this.counts) count.pairsNotMade += (group.length * (group.length - 1)) / 2;
    return [];
  }

  /** What was counted, by rule; starts again from nothing. */
  take(): CapCount[] {
    const taken = this.counts.map((count) => ({ ...count }));
    for (const count of this.counts) Object.assign(count, { blocksSplit: 0, rowsSplit: 0, pairsNotMade: 0 });
    return taken;
  }

  /** Counts a group over the cap of which no pair is made. */
  leave(rows: number): void {
    for (const count of this.counts) {
      count.blocksSplit += 1;
      count.rowsSplit += rows;
      count.pairsNotMade += (rows * (rows - 1)) / 2;
    }
  }

  /** The rows of two groups over the cap that may be paired: those of one value of the first column. */
  splitTwo(left: readonly number[], right: readonly number[]): { left: number[]; right: number[] }[] {
    const [column] = this.#columns;
    if (column === undefined) return [];
    const others = byValue(right, column);
    return [...byValue(left, column)].map(([value, rows]) => ({
      left: rows,
      right: others.get(value) ?? [],
    }));
  }

  /** Whether two rows stand in one of the parts of `splitTwo`. */
  isOneValue(a: number, b: number): boolean {
    const [column] = this.#columns;
    return column !== undefined && column.every((part) => part[a] === part[b]);
  }
}

/** One cap for all rules that state the same. */
export function capsOf(rules: readonly PassRule[], rows: BlockRows): Cap[] {
  const groups = new Map<string, PassRule[]>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.cap, rule.splitBy]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((group) => new Cap(group, rows));
}

/** Says of pairs of rows, in any order, whether the caps on their values let them be made. */
export class CapFilter {
  readonly #caps: readonly Cap[];
  /** By cap, then by row: the part of the row's value; -1 in none, 0 where the value is within the cap. */
  #parts: Int32Array[] = [];

  constructor(caps: readonly Cap[]) {
    this.#caps = caps;
  }

  /** Splits the values over a cap; false when there is none, and all pairs are open. */
  prepare(groups: ValueGroups, rows: number): boolean {
    const largest = groups.largest();
    this.#parts = [];
    if (this.#caps.every(({ most }) => largest <= most)) return false;
    this.#parts = this.#caps.map((cap) => {
      const parts = new Int32Array(rows);
      let number = 0;
      for (let value = 0; value < groups.count; value += 1) {
        const group = groups.rowsOf(value);
        if (group.length <= cap.most) continue;
        for (const row of group) parts[row] = -1;
        for (const part of cap.split(group)) {
          number += 1;
          for (const row of part) parts[row] = number;
        }
      }
      return parts;
    });
    return true;
  }

  /** Bits of the rules for which the pair is open. */
  open(a: number, b: number, haveOneValue: boolean): number {
    let open = -1;
    for (const [at, cap] of this.#caps.entries()) {
      const [partA = 0, partB = 0] = [this.#parts[at]?.[a], this.#parts[at]?.[b]];
      if (partA === 0 || partB === 0) continue;
      const isOpen = haveOneValue ? partA === partB && partA > 0 : cap.isOneValue(a, b);
      if (!isOpen) open &= ~cap.bits;
    }
    return open;
  }
}
