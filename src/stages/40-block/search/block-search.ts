import type { BlockCounts, Counts } from '../report.ts';
import { BlockRows } from './block-rows.ts';
import type { Blocks } from './blocks.ts';
import { partsOf, type SearchRows } from './columns.ts';
import { KeySearch } from './key-search.ts';
import { LengthOrder } from './length-order.ts';
import { NameSearch } from './name-search.ts';
import type { SearchNames } from './names.ts';
import { NikSearch } from './nik-search.ts';
import type { Cap, RuleTally } from './over-cap.ts';
import { type PairColumns, PairSink } from './pair-sink.ts';
import { COLUMN_OF, IDENTITY_COLUMNS, isOfOneDate, mostRowsOf, type Pass, type PassRule } from './passes.ts';

/** One pass with all that it reads; the arrays are shared between threads. */
export interface PassData {
  readonly pass: Pass;
  readonly rows: SearchRows;
  readonly names: SearchNames;
  readonly blocks: Blocks;
}

/** What was found in some blocks. */
export interface SearchAnswer {
  readonly pairs: PairColumns;
  /** By rule, which its bit names. */
  readonly counts: readonly (Counts & Partial<BlockCounts> & { readonly bit: number })[];
}

function partsOfPass(pass: Pass): string[] {
  const { byName, byKey } = pass;
  const rules: readonly PassRule[] = [...byName, ...byKey];
  const named = rules.some(({ names }) => names !== undefined);
  return [
    ...new Set([
      ...(named ? ['name_id'] : []),
      ...(isOfOneDate(pass.key) ? IDENTITY_COLUMNS.flatMap(partsOf) : []),
      ...rules.flatMap(({ agreeing, splitBy, anyOf, within }) => [
        ...agreeing.flatMap(({ parts }) => parts),
        ...splitBy.flat(),
        ...anyOf.flatMap((condition) => partsOf(COLUMN_OF[condition])),
        ...within,
      ]),
    ]),
  ];
}

/** Searches the blocks of one pass, range by range. */
export class BlockSearch {
  readonly #data: PassData;
  readonly #rows: BlockRows;
  readonly #lengths: LengthOrder | undefined;
  readonly #sink: PairSink;
  readonly #byName: NameSearch | undefined;
  readonly #byNik: NikSearch | undefined;
  readonly #byKey: KeySearch | undefined;

  constructor(data: PassData) {
    const { pass, rows, names, blocks } = data;
    this.#data = data;
    this.#sink = new PairSink(rows);
    const largest = pass.byNik.length > 0 ? 0 : Math.min(blocks.largest, mostRowsOf(pass));
    this.#rows = new BlockRows(rows, partsOfPass(pass), largest);
    if (pass.byNik.length > 0) this.#byNik = new NikSearch(rows, names, pass.byNik, this.#sink);
    if (pass.byName.length > 0) {
      this.#lengths = new LengthOrder(names, rows);
      this.#byName = new NameSearch(this.#rows, names, pass.byName, this.#sink, isOfOneDate(pass.key));
    }
    if (pass.byKey.length > 0) this.#byKey = new KeySearch(this.#rows, pass.byKey, this.#sink);
  }

  /** Searches the blocks numbered `from` up to, not with, `to`. */
  search(from: number, to: number): SearchAnswer {
    const { order, from: bounds } = this.#data.blocks;
    for (let block = from; block < to; block += 1) {
      const [first = 0, last = 0] = [bounds[block], bounds[block + 1]];
      if (this.#byNik === undefined) this.#searchBlock(first, last);
      else this.#byNik.search(order, first, last);
    }
    const { pairs, ofRule } = this.#sink.take();
    return { pairs, counts: this.#takeCounts(ofRule) };
  }

  #searchBlock(first: number, last: number): void {
    const { order } = this.#data.blocks;
    if (last - first < 2 || this.#byName?.takes(last - first) === false) return;
    if (this.#lengths === undefined) {
      this.#rows.load(order, first, last);
    } else {
      this.#lengths.sort(order, first, last);
      this.#rows.load(this.#lengths.rows, 0, last - first);
    }
    this.#byName?.search();
    this.#byKey?.search();
  }

  /** A rule may have several caps, one for each way to search; its pairs are told once. */
  #takeCounts(ofRule: readonly number[]): SearchAnswer['counts'] {
    const caps: readonly Cap[] = this.#byName?.caps ?? [];
    const tallies: readonly RuleTally[] = [...(this.#byNik?.tallies ?? []), ...(this.#byKey?.tallies ?? [])];
    const counts = [...caps.flatMap((cap) => cap.take()), ...tallies.map((tally) => tally.take())];
    const told = new Set<number>();
    return counts.map((count) => {
      const pairs = told.has(count.bit) ? 0 : (ofRule[31 - Math.clz32(count.bit)] ?? 0);
      told.add(count.bit);
      return { ...count, pairs };
    });
  }
}
