import type { Counts } from '../report.ts';
import { BlockRows } from './block-rows.ts';
import type { Blocks } from './blocks.ts';
import { partsOf, type SearchRows } from './columns.ts';
import { KeySearch } from './key-search.ts';
import { LengthOrder } from './length-order.ts';
import { NameSearch } from './name-search.ts';
import type { SearchNames } from './names.ts';
import { NikSearch } from './nik-search.ts';
import type { Cap } from './over-cap.ts';
import { type PairColumns, PairSink } from './pair-sink.ts';
import { COLUMN_OF, mostRowsOf, needsDoubt, type Pass, type PassRule } from './passes.ts';

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
  readonly counts: readonly (Counts & { readonly bit: number })[];
}

/** Digits of `nik_front` and `nik_back`. */
const NIK_END = 7;

function partsOfPass(pass: Pass): string[] {
  const { byName, byNik, byKey } = pass;
  const rules: readonly PassRule[] = [...byName, ...byNik, ...byKey];
  const named = rules.some(({ names }) => names !== undefined);
  return [
    ...new Set([
      ...(named ? ['name_id'] : []),
      ...(byNik.length > 0 ? ['nik_high', 'nik_low'] : []),
      ...(needsDoubt(pass) ? ['nik_doubt'] : []),
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
  readonly #lengths: LengthOrder;
  readonly #sink = new PairSink();
  readonly #byName: NameSearch | undefined;
  readonly #byNik: NikSearch | undefined;
  readonly #byKey: KeySearch | undefined;

  constructor(data: PassData) {
    const { pass, rows, names, blocks } = data;
    this.#data = data;
    this.#rows = new BlockRows(rows, partsOfPass(pass), Math.min(blocks.largest, mostRowsOf(pass)));
    this.#lengths = new LengthOrder(names, rows.parts['name_id'] ?? rows.matchId);
    const common = {
      front: pass.key.includes('nik_front') ? NIK_END : 0,
      back: pass.key.includes('nik_back') ? NIK_END : 0,
    };
    if (pass.byName.length > 0) this.#byName = new NameSearch(this.#rows, names, pass.byName, this.#sink);
    if (pass.byKey.length > 0) this.#byKey = new KeySearch(this.#rows, pass.byKey, this.#sink);
    if (pass.byNik.length > 0)
      this.#byNik = new NikSearch(
        this.#rows,
        names,
        pass.byNik,
        { ...common, needsDoubt: needsDoubt(pass) },
        this.#sink,
      );
  }

  /** Searches the blocks numbered `from` up to, not with, `to`. */
  search(from: number, to: number): SearchAnswer {
    const { order, from: bounds } = this.#data.blocks;
    for (let block = from; block < to; block += 1) {
      const [first = 0, last = 0] = [bounds[block], bounds[block + 1]];
      if (last - first < 2 || this.#byName?.takes(last - first) === false) continue;
      if (this.#byName === undefined) {
        this.#rows.load(order, first, last);
      } else {
        this.#lengths.sort(order, first, last);
        this.#rows.load(this.#lengths.places, 0, last - first);
        this.#byName.search();
      }
      this.#byNik?.search();
      this.#byKey?.search();
    }
    const { pairs, ofRule } = this.#sink.take();
    return { pairs, counts: this.#takeCounts(ofRule) };
  }

  #takeCounts(ofRule: readonly number[]): SearchAnswer['counts'] {
    const caps: readonly Cap[] = [
      ...(this.#byName?.caps ?? []),
      ...(this.#byNik?.caps ?? []),
      ...(this.#byKey?.caps ?? []),
    ];
    return caps
      .flatMap(({ counts }) => counts)
      .map((count) => {
        const taken = { ...count, pairs: ofRule[31 - Math.clz32(count.bit)] ?? 0 };
        Object.assign(count, { blocksSplit: 0, rowsSplit: 0, pairsNotMade: 0 });
        return taken;
      });
  }
}
