import { conditionsOf } from './agreement.ts';
import { type BlockRows, ValueGroups } from './block-rows.ts';
import { FromNames } from './from-names.ts';
import { FromRows } from './from-rows.ts';
import type { SearchNames } from './names.ts';
import { type Cap, capsOf } from './over-cap.ts';
import type { PairSink } from './pair-sink.ts';
import type { PassRule } from './passes.ts';
import { Sexes } from './sexes.ts';

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
  /** All rules that ask for more than names. */
  readonly #fromRows: FromRows;
  /** The same rules, those for names that are alike apart. */
  readonly #fromNames: FromNames;
  readonly #alikeFromRows: FromRows | undefined;
  readonly #isConditional: boolean;

  /** `isOfOneDate` says whether the rows of each block have one birth date. */
  constructor(
    rows: BlockRows,
    names: SearchNames,
    rules: readonly PassRule[],
    sink: PairSink,
    isOfOneDate: boolean,
  ) {
    this.#rows = rows;
    const whole = rules.filter((rule) => !hasCondition(rule));
    const conditional = rules.filter(hasCondition);
    const alike = conditional.filter((rule) => rule.names === 'alike');
    const indexed = conditional.filter((rule) => rule.names !== 'alike');
    const sexes = isOfOneDate ? new Sexes(rows) : undefined;
    const caps: Cap[] = [];
    const parts = (own: readonly PassRule[]) => {
      const ownCaps = capsOf(own, rows);
      caps.push(...ownCaps);
      return [rows, this.#groups, names, conditionsOf(own, rows), ownCaps, sink] as const;
    };
    this.#fromRows = new FromRows(...parts(conditional), sexes);
    this.#fromNames = new FromNames(...parts(indexed));
    if (alike.length > 0) this.#alikeFromRows = new FromRows(...parts(alike), sexes);
    this.#whole = capsOf(whole, rows).map((cap) => {
      const own = conditionsOf(
        whole.filter(({ bit }) => (bit & cap.bits) !== 0),
        rows,
      );
      return { cap, search: new FromNames(rows, this.#groups, names, own, [], sink) };
    });
    this.caps = [...caps, ...this.#whole.map(({ cap }) => cap)];
    this.#isConditional = conditional.length > 0;
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
    const byRows = this.#fromRows.prepare() * NS_PER_AGREEING_PAIR;
    const byNames = count * NS_PER_ROW_BY_NAME + ((count * count) / 2) * NS_PER_PAIR_BY_NAME;
    if (byRows <= byNames) {
      this.#fromRows.search();
      return;
    }
    this.#fromNames.search();
    this.#alikeFromRows?.prepare();
    this.#alikeFromRows?.search();
  }
}

function hasCondition({ agreeing }: PassRule): boolean {
  return agreeing.length > 0;
}
