import { conditionsOf } from './agreement.ts';
import { type BlockRows, ValueGroups } from './block-rows.ts';
import { FromNames } from './from-names.ts';
import { FromRows } from './from-rows.ts';
import type { SearchNames } from './names.ts';
import { type Cap, capsOf } from './over-cap.ts';
import type { PairSink } from './pair-sink.ts';
import type { PassRule } from './passes.ts';

/** Costs of the two ways to search a block, in nanoseconds on one core of 2.4 GHz. */
const NS_PER_AGREEING_PAIR = 6;
const NS_PER_ROW_BY_NAME = 3_000;
const NS_PER_PAIR_BY_NAME = 1;

/**
 * Searches blocks for rows whose names are equal or related and whose other columns agree. Where few rows agree, it
 * starts from those that do; where many may, since a column is unknown of them, it starts from the names.
 */
export class NameSearch {
  readonly caps: readonly Cap[];
  readonly #rows: BlockRows;
  readonly #groups = new ValueGroups();
  readonly #fromRows: FromRows;
  readonly #fromNames: FromNames;

  constructor(rows: BlockRows, names: SearchNames, rules: readonly PassRule[], sink: PairSink) {
    this.#rows = rows;
    this.caps = capsOf(rules, rows);
    const conditions = conditionsOf(rules, rows);
    this.#fromRows = new FromRows(rows, this.#groups, names, conditions, this.caps, sink);
    this.#fromNames = new FromNames(rows, this.#groups, names, conditions, this.caps, sink);
  }

  /** Searches the block that the rows now hold, by ascending length of name. */
  search(): void {
    const { count } = this.#rows;
    this.#groups.group(count, this.#rows.part('name_id'), undefined);
    const byRows = this.#fromRows.prepare() * NS_PER_AGREEING_PAIR;
    const byNames = count * NS_PER_ROW_BY_NAME + ((count * count) / 2) * NS_PER_PAIR_BY_NAME;
    if (byRows <= byNames) this.#fromRows.search();
    else this.#fromNames.search();
  }
}
