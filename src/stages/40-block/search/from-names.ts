import { agrees, type Condition } from './agreement.ts';
import { type BlockRows, grown, type ValueGroups } from './block-rows.ts';
import { lettersOf, type SearchNames } from './names.ts';
import { NearSearch } from './near-search.ts';
import type { Cap } from './over-cap.ts';
import { PairMaker } from './pair-maker.ts';
import type { PairSink } from './pair-sink.ts';
import { ALL_RELATIONS, LETTERS, RELATION, Related } from './related.ts';
import { WordNames } from './word-names.ts';

/** Searches a block from its names: related names, then the other columns of their rows. */
export class FromNames {
  readonly #groups: ValueGroups;
  readonly #names: SearchNames;
  readonly #nameIds: Int32Array;
  /** name_id of each value of the groups. */
  #ids = new Int32Array(0);
  readonly #maker: PairMaker;
  readonly #near: NearSearch | undefined;
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
    this.#names = names;
    this.#nameIds = rows.part('name_id');
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
    if ((wanted & LETTERS) !== 0)
      this.#near = new NearSearch(names, (wanted & RELATION.alike) === 0 ? 'near' : 'alike');
    if ((wanted & ~LETTERS) !== 0) this.#words = new WordNames(names);
  }

  /** Searches the block by whose names the rows are now grouped, in ascending length. */
  search(): void {
    const { count } = this.#groups;
    this.#readIds();
    this.#related.reset(count);
    this.#near?.begin(this.#ids, count);
    this.#words?.begin(this.#ids);
    for (let value = 0; value < count; value += 1) {
      if (lettersOf(this.#names, this.#ids[value] ?? 0) > 0) this.#maker.within(value, ALL_RELATIONS);
      this.#near?.find(value, this.#related);
      this.#words?.find(value, this.#related);
      for (let next = 0; next < this.#related.count; next += 1) {
        const other = this.#related.others[next] ?? 0;
        this.#maker.between(other, value, this.#related.relation(other));
      }
      this.#related.clear();
    }
  }

  #readIds(): void {
    const { count, first } = this.#groups;
    this.#ids = grown(this.#ids, count);
    for (let value = 0; value < count; value += 1) this.#ids[value] = this.#nameIds[first[value] ?? 0] ?? 0;
  }
}
