import type { BlockRows, ValueGroups } from './block-rows.ts';
import type { Cap } from './over-cap.ts';
import type { PairSink } from './pair-sink.ts';

/** Bits of the rules that admit two rows of a block, given how their values are related. */
export type Admits = (rowA: number, rowB: number, relation: number) => number;

/** Turns values that are equal or related (names or NIK) into pairs of rows, within the rules' caps. */
export class PairMaker {
  readonly #rows: BlockRows;
  readonly #groups: ValueGroups;
  readonly #caps: readonly Cap[];
  readonly #admits: Admits;
  readonly #sink: PairSink;

  constructor(rows: BlockRows, groups: ValueGroups, caps: readonly Cap[], admits: Admits, sink: PairSink) {
    this.#rows = rows;
    this.#groups = groups;
    this.#caps = caps;
    this.#admits = admits;
    this.#sink = sink;
  }

  /** Pairs among the rows of one value. */
  within(value: number, relation: number): void {
    const { from, rows } = this.#groups;
    const first = from[value] ?? 0;
    const end = from[value + 1] ?? 0;
    if (end - first < 2) return;
    let open = -1;
    for (const cap of this.#caps) {
      if (end - first <= cap.most) continue;
      open &= ~cap.bits;
      for (const part of cap.split(this.#groups.rowsOf(value))) this.#pairAll(part, relation, cap.bits);
    }
    if (open === 0) return;
    for (let a = first; a < end; a += 1) {
      for (let b = a + 1; b < end; b += 1) this.#pair(rows[a] ?? 0, rows[b] ?? 0, relation, open);
    }
  }

  /** Pairs of a row of one value with a row of another. */
  between(left: number, right: number, relation: number): void {
    const { from, rows } = this.#groups;
    const [leftFrom, leftTo] = [from[left] ?? 0, from[left + 1] ?? 0];
    const [rightFrom, rightTo] = [from[right] ?? 0, from[right + 1] ?? 0];
    const fewer = Math.min(leftTo - leftFrom, rightTo - rightFrom);
    let open = -1;
    if (fewer > 1) {
      for (const cap of this.#caps) {
        if (fewer <= cap.most) continue;
        open &= ~cap.bits;
        for (const part of cap.splitTwo(this.#groups.rowsOf(left), this.#groups.rowsOf(right))) {
          for (const a of part.left) for (const b of part.right) this.#pair(a, b, relation, cap.bits);
        }
      }
    }
    if (open === 0) return;
    for (let a = leftFrom; a < leftTo; a += 1) {
      for (let b = rightFrom; b < rightTo; b += 1) this.#pair(rows[a] ?? 0, rows[b] ?? 0, relation, open);
    }
  }

  #pairAll(rows: readonly number[], relation: number, open: number): void {
    for (const [at, a] of rows.entries()) {
      for (let next = at + 1; next < rows.length; next += 1) this.#pair(a, rows[next] ?? 0, relation, open);
    }
  }

  #pair(a: number, b: number, relation: number, open: number): void {
    const found = this.#admits(a, b, relation) & open;
    if (found !== 0) this.#sink.add(this.#rows.matchId[a] ?? 0, this.#rows.matchId[b] ?? 0, found);
  }
}
