import { BlockRows } from './block-rows.ts';
import type { Blocks } from './blocks.ts';
import { NameSearch } from './name-search.ts';
import { NikSearch } from './nik-search.ts';
import type { Cap, CapCount } from './over-cap.ts';
import { type PairColumns, PairSink } from './pair-sink.ts';
import { needsDoubt, type Pass, type PassRule } from './passes.ts';
import type { SearchRows } from './search-columns.ts';
import type { SearchNames } from './search-names.ts';

/** One pass with all that it reads; the arrays are shared between threads. */
export interface PassData {
  readonly pass: Pass;
  readonly rows: SearchRows;
  readonly names: SearchNames;
  readonly blocks: Blocks;
}

/** What a rule has made of the blocks that were searched. */
export interface RuleCount extends CapCount {
  pairs: number;
}

export interface SearchAnswer {
  readonly pairs: PairColumns;
  /** Of these blocks alone. */
  readonly counts: readonly RuleCount[];
}

/** Digits of `nik_front` and `nik_back`. */
const NIK_END = 7;

function partsOfPass(pass: Pass): string[] {
  const { byName, byNik } = pass;
  const rules: readonly PassRule[] = [...byName, ...byNik];
  const named = rules.some(({ names }) => names !== undefined);
  return [
    ...new Set([
      ...(named ? ['name_id'] : []),
      ...(byNik.length > 0 ? ['nik_high', 'nik_low'] : []),
      ...(needsDoubt(pass) ? ['nik_doubt'] : []),
      ...rules.flatMap(({ agreeing, splitBy }) => [
        ...agreeing.flatMap(({ parts }) => parts),
        ...splitBy.flat(),
      ]),
    ]),
  ];
}

/** Searches the blocks of one pass, range by range. */
export class BlockSearch {
  readonly #data: PassData;
  readonly #rows: BlockRows;
  readonly #sink = new PairSink();
  readonly #byName: NameSearch | undefined;
  readonly #byNik: NikSearch | undefined;

  constructor(data: PassData) {
    const { pass, rows, names, blocks } = data;
    this.#data = data;
    this.#rows = new BlockRows(rows, partsOfPass(pass), blocks.largest);
    const common = {
      front: pass.key.includes('nik_front') ? NIK_END : 0,
      back: pass.key.includes('nik_back') ? NIK_END : 0,
    };
    if (pass.byName.length > 0) this.#byName = new NameSearch(this.#rows, names, pass.byName, this.#sink);
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
      if (last - first < 2) continue;
      this.#rows.load(order, first, last);
      this.#byName?.search();
      this.#byNik?.search();
    }
    const { pairs, ofRule } = this.#sink.take();
    return { pairs, counts: this.#takeCounts(ofRule) };
  }

  #takeCounts(ofRule: readonly number[]): RuleCount[] {
    const caps: readonly Cap[] = [...(this.#byName?.caps ?? []), ...(this.#byNik?.caps ?? [])];
    return caps
      .flatMap(({ counts }) => counts)
      .map((count) => {
        const taken = { ...count, pairs: ofRule[31 - Math.clz32(count.bit)] ?? 0 };
        Object.assign(count, { groupsSplit: 0, rowsSplit: 0, pairsNotMade: 0 });
        return taken;
      });
  }
}
