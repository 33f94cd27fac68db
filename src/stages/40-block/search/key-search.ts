import { type BlockRows, ValueGroups } from './block-rows.ts';
import { Cap, RuleTally } from './over-cap.ts';
import { PairConditions } from './pair-conditions.ts';
import type { PairSink } from './pair-sink.ts';
import type { PassRule } from './passes.ts';

interface RuleSearch {
  readonly bit: number;
  readonly cap: Cap;
  readonly tally: RuleTally;
  readonly conditions: PairConditions;
  /** The column that keeps parts of the block apart; none where the whole block is one. */
  readonly within: readonly Int32Array[];
}

/** Searches blocks for rows that agree in the rest of a rule's key and meet one of its conditions. */
export class KeySearch {
  readonly tallies: readonly RuleTally[];
  readonly #rows: BlockRows;
  readonly #rules: readonly RuleSearch[];
  readonly #groups = new ValueGroups();
  readonly #sink: PairSink;

  constructor(rows: BlockRows, rules: readonly PassRule[], sink: PairSink) {
    this.#rows = rows;
    this.#sink = sink;
    this.#rules = rules.map((rule) => ({
      bit: rule.bit,
      cap: new Cap([rule], rows),
      tally: new RuleTally(rule.bit),
      conditions: new PairConditions(rule.anyOf, rows),
      within: rule.within.map((part) => rows.part(part)),
    }));
    this.tallies = this.#rules.map(({ tally }) => tally);
  }

  /** Searches the block that the rows now hold. */
  search(): void {
    const { count } = this.#rows;
    for (const rule of this.#rules) {
      const [high, low] = rule.within;
      if (high === undefined) {
        this.#searchAll(rule, count);
      } else {
        this.#groups.group(count, high, low);
        this.#searchGroups(rule);
      }
    }
  }

  #searchAll(rule: RuleSearch, count: number): void {
    rule.tally.addBlock(count, (count * (count - 1)) / 2);
    if (count > rule.cap.most) {
      if (rule.conditions.mayHold(count))
        this.#searchOver(
          rule,
          Array.from({ length: count }, (_, row) => row),
        );
      return;
    }
    for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) this.#offer(rule, a, b);
  }

  #searchGroups(rule: RuleSearch): void {
    const { count, from, rows } = this.#groups;
    for (let value = 0; value < count; value += 1) {
      const [first, end] = [from[value] ?? 0, from[value + 1] ?? 0];
      if (end - first < 2) continue;
      rule.tally.addBlock(end - first, ((end - first) * (end - first - 1)) / 2);
      if (end - first > rule.cap.most) {
        this.#searchOver(rule, this.#groups.rowsOf(value));
        continue;
      }
      for (let at = first; at < end; at += 1) {
        const a = rows[at] ?? 0;
        for (let next = at + 1; next < end; next += 1) this.#offer(rule, a, rows[next] ?? 0);
      }
    }
  }

  #searchOver(rule: RuleSearch, group: readonly number[]): void {
    for (const part of rule.cap.split(group)) {
      for (const [at, a] of part.entries()) {
        for (let next = at + 1; next < part.length; next += 1) this.#offer(rule, a, part[next] ?? 0);
      }
    }
    for (const counted of rule.cap.take()) rule.tally.addCapped(counted);
  }

  #offer({ bit, conditions }: RuleSearch, a: number, b: number): void {
    if (conditions.holds(a, b)) this.#sink.add(this.#rows.matchId[a] ?? 0, this.#rows.matchId[b] ?? 0, bit);
  }
}
