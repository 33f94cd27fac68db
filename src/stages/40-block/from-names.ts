import { agrees, type Condition } from './agreement.ts';
import type { BlockRows, ValueGroups } from './block-rows.ts';
import { NameOrder } from './name-order.ts';
import { NearNames } from './near-names.ts';
import type { Cap } from './over-cap.ts';
import { PairMaker } from './pair-maker.ts';
import type { PairSink } from './pair-sink.ts';
import { ALL_RELATIONS, RELATION, Related } from './related.ts';
import type { SearchNames } from './search-names.ts';
import { WordNames } from './word-names.ts';

/** Searches a block from its names: related names, then the other columns of their rows. */
export class FromNames {
  readonly #groups: ValueGroups;
  readonly #order: NameOrder;
  readonly #maker: PairMaker;
  readonly #near: NearNames | undefined;
  readonly #words: WordNames | undefined;
  readonly #related = new Related();

  /** `groups` hold the block's rows by name. */
  constructor(
    rows: BlockRows,
    groups: ValueGroups,
    names: SearchNames,
    conditions: readonly Condition[],
    caps: readonly Cap[],
    sink: PairSink,
  ) {
    this.#groups = groups;
    this.#order = new NameOrder(rows, names, groups);
    const admits = (a: number, b: number, relation: number) => {
      let bits = 0;
      for (const condition of conditions) {
        const wanted = condition.bits[relation] ?? 0;
        if (wanted !== 0 && agrees(condition, a, b)) bits |= wanted;
      }
      return bits;
    };
    this.#maker = new PairMaker(rows, groups, caps, admits, sink);
    const wanted = conditions.reduce((relations, condition) => relations | condition.wanted, 0);
    if ((wanted & RELATION.near) !== 0) this.#near = new NearNames(names);
    if ((wanted & ~RELATION.near) !== 0) this.#words = new WordNames(names);
  }

  /** Searches the block by whose names the rows are now grouped. */
  search(): void {
    if (this.#groups.count === 0) return;
    this.#order.order();
    const { count, values, ids } = this.#order;
    this.#related.reset(count);
    this.#near?.begin(ids, count);
    this.#words?.begin(ids);
    for (let at = 0; at < count; at += 1) {
      const value = values[at] ?? 0;
      this.#maker.within(value, ALL_RELATIONS);
      this.#near?.find(at, this.#related);
      this.#words?.find(at, this.#related);
      for (let next = 0; next < this.#related.count; next += 1) {
        const other = this.#related.others[next] ?? 0;
        this.#maker.between(values[other] ?? 0, value, this.#related.relation(other));
      }
      this.#related.clear();
    }
  }
}
