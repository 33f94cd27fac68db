import { AgreeingRows } from './agreeing-rows.ts';
import type { Condition } from './agreement.ts';
import type { BlockRows, ValueGroups } from './block-rows.ts';
import type { SearchNames } from './names.ts';
import { type Cap, CapFilter } from './over-cap.ts';
import type { PairSink } from './pair-sink.ts';
import { RowNames } from './row-names.ts';

/** Searches a block from its rows: those of which other columns agree, then their names. */
export class FromRows {
  readonly #rows: BlockRows;
  readonly #groups: ValueGroups;
  readonly #names: RowNames;
  readonly #searches: readonly { readonly condition: Condition; readonly agreeing: AgreeingRows }[];
  readonly #filter: CapFilter;
  readonly #sink: PairSink;

  /** `groups` hold the block's rows by name. */
  constructor(
    rows: BlockRows,
    groups: ValueGroups,
    names: SearchNames,
    conditions: readonly Condition[],
    caps: readonly Cap[],
    sink: PairSink,
  ) {
    this.#rows = rows;
    this.#groups = groups;
    this.#names = new RowNames(rows, names);
    this.#searches = conditions.map((condition) => ({
      condition,
      agreeing: new AgreeingRows(condition, rows),
    }));
    this.#filter = new CapFilter(caps);
    this.#sink = sink;
  }

  /** Reads the block that the rows now hold; returns about how many pairs of rows agree. */
  prepare(): number {
    let pairs = 0;
    for (const { agreeing } of this.#searches) pairs += agreeing.prepare();
    return pairs;
  }

  /** Searches it; after `prepare`. */
  search(): void {
    this.#names.load();
    this.#names.prepareOthers();
    const isCapped = this.#filter.prepare(this.#groups, this.#rows.count);
    for (const { condition, agreeing } of this.#searches) {
      const { wanted, bits } = condition;
      const offer = (a: number, b: number) => {
        const relation = this.#names.relation(a, b, wanted);
        let found = bits[relation] ?? 0;
        if (isCapped && found !== 0) found &= this.#filter.open(a, b, this.#names.haveOneName(a, b));
        if (found !== 0) this.#sink.add(this.#rows.matchId[a] ?? 0, this.#rows.matchId[b] ?? 0, found);
      };
      agreeing.visit(
        (rows, from, to, isNew) => {
          this.#names.visitAlike(rows, from, to, wanted, (a, b) => {
            if (isNew(a, b)) offer(a, b);
          });
        },
        (row, isNew) => {
          this.#names.visitOthers(row, wanted, (one, other) => {
            if (isNew(one, other)) offer(one, other);
          });
        },
        offer,
      );
    }
  }
}
