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
 * starts from those that do; where many may, since a column is unknown of them, it starts from the names, unless the
 * names need only be alike, for which there is no index. Rules that ask for nothing beside the names are searched in
 * blocks within their cap.
 */
export class NameSearch {
  readonly caps: readonly Cap[];
  readonly #whole: readonly { readonly cap: Cap; readonly search: FromNames }[];
  readonly #rows: BlockRows;
  readonly #groups = new ValueGroups();
  readonly #fromRows: FromRows;
  readonly #alikeFromRows: FromRows | undefined;
  readonly #fromNames: FromNames;
  readonly #isConditional: boolean;

  constructor(rows: BlockRows, names: SearchNames, rules: readonly PassRule[], sink: PairSink) {
    this.#rows = rows;
    const whole = rules.filter((rule) => !hasCondition(rule));
    const conditional = rules.filter((rule) => hasCondition(rule) && rule.names !== 'alike');
    const alike = rules.filter((rule) => hasCondition(rule) && rule.names === 'alike');
    const caps = capsOf(conditional, rows);
    const conditions = conditionsOf(conditional, rows);
    const alikeCaps = capsOf(alike, rows);
    if (alike.length > 0)
      this.#alikeFromRows = new FromRows(
        rows,
        this.#groups,
        names,
        conditionsOf(alike, rows),
        alikeCaps,
        sink,
      );
    this.#fromRows = new FromRows(rows, this.#groups, names, conditions, caps, sink);
    this.#fromNames = new FromNames(rows, this.#groups, names, conditions, caps, sink);
    this.#whole = capsOf(whole, rows).map((cap) => {
      const own = conditionsOf(
        whole.filter(({ bit }) => (bit & cap.bits) !== 0),
        rows,
      );
      return { cap, search: new FromNames(rows, this.#groups, names, own, [], sink) };
    });
    this.caps = [...caps, ...alikeCaps, ...this.#whole.map(({ cap }) => cap)];
    this.#isConditional = conditional.length + alike.length > 0;
  }

  /** Whether a block of so many rows is searched by any rule; where it is not, what is left out is counted. */
  takes(rows: number): boolean {
    const takes = this.#isConditional || this.#whole.some(({ cap }) => rows <= cap.most);
    if (!takes) for (const { cap } of this.#whole) cap.leave(rows);
    return takes;
  }

  /** Searches the block that the rows now hold, by ascending length of name. */
  search(): void {
    const { count } = this.#rows;
    this.#groups.group(count, this.#rows.part('name_id'), undefined);
    for (const { cap, search } of this.#whole) {
      if (count <= cap.most) search.search();
      else cap.leave(count);
    }
    if (!this.#isConditional) return;
    this.#alikeFromRows?.prepare();
    this.#alikeFromRows?.search();
    const byRows = this.#fromRows.prepare() * NS_PER_AGREEING_PAIR;
    const byNames = count * NS_PER_ROW_BY_NAME + ((count * count) / 2) * NS_PER_PAIR_BY_NAME;
    if (byRows <= byNames) this.#fromRows.search();
    else this.#fromNames.search();
  }
}

function hasCondition({ agreeing }: PassRule): boolean {
  return agreeing.length > 0;
}
