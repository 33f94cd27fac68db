import { AgreeingRows } from './agreeing-rows.ts';
import { agrees, type Condition } from './agreement.ts';
import type { BlockRows, ValueGroups } from './block-rows.ts';
import type { SearchNames } from './names.ts';
import { type Cap, CapFilter } from './over-cap.ts';
import type { PairSink } from './pair-sink.ts';
import { RowNames, type Visit } from './row-names.ts';
import type { Sexes } from './sexes.ts';

/** A condition that is searched, and those whose pairs are all among its own. */
interface Search {
  readonly condition: Condition;
  readonly covered: readonly Condition[];
  /** Relations that one of them asks for. */
  readonly wanted: number;
  readonly agreeing: AgreeingRows;
}

/** Whether every pair that meets a condition meets another too: it needs no search of its own. */
function isCoveredBy({ columns, unknownAgrees }: Condition, other: Condition): boolean {
  const others = new Set(other.columns.map(({ high }) => high));
  return (
    unknownAgrees === 'never' &&
    columns.length < other.columns.length &&
    columns.every(({ high }) => others.has(high))
  );
}

function searchesOf(conditions: readonly Condition[], rows: BlockRows): Search[] {
  const searched = conditions.filter((one) => !conditions.some((other) => isCoveredBy(one, other)));
  return searched.map((condition) => {
    const covered = conditions.filter(
      (one) => searched.find((other) => isCoveredBy(one, other)) === condition,
    );
    const wanted = [condition, ...covered].reduce((relations, one) => relations | one.wanted, 0);
    return { condition, covered, wanted, agreeing: new AgreeingRows(condition, rows) };
  });
}

/** Searches a block from its rows: those of which other columns agree, then their names. */
export class FromRows {
  readonly #rows: BlockRows;
  readonly #groups: ValueGroups;
  readonly #names: RowNames;
  readonly #searches: readonly Search[];
  readonly #filter: CapFilter;
  readonly #sink: PairSink;
  readonly #sexes: Sexes | undefined;

  /** `groups` hold the block's rows by name; `sexes` are given where all rows of a block have one birth date. */
  constructor(
    rows: BlockRows,
    groups: ValueGroups,
    names: SearchNames,
    conditions: readonly Condition[],
    caps: readonly Cap[],
    sink: PairSink,
    sexes?: Sexes,
  ) {
    this.#rows = rows;
    this.#groups = groups;
    this.#names = new RowNames(rows, names);
    this.#searches = searchesOf(conditions, rows);
    this.#filter = new CapFilter(caps);
    this.#sink = sink;
    this.#sexes = sexes;
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
    this.#sexes?.load();
    const isCapped = this.#filter.prepare(this.#groups, this.#rows.count);
    for (const { condition, covered, wanted, agreeing } of this.#searches) {
      const offer = (a: number, b: number) => {
        const relation = this.#names.relation(a, b, wanted);
        let found = condition.bits[relation] ?? 0;
        for (const one of covered) {
          const bits = one.bits[relation] ?? 0;
          if (bits !== 0 && agrees(one, a, b)) found |= bits;
        }
        if (isCapped && found !== 0) found &= this.#filter.open(a, b, this.#names.haveOneName(a, b));
        if (found !== 0) this.#sink.add(this.#rows.matchId[a] ?? 0, this.#rows.matchId[b] ?? 0, found);
      };
      agreeing.visit(
        (rows, from, to, isNew) => {
          this.#visitGroup(rows, from, to, wanted, (a, b) => {
            if (isNew(a, b)) offer(a, b);
          });
        },
        (row, isNew) => {
          this.#names.visitOthers(row, wanted, (one, other) => {
            if (this.#sexes?.areTwo(one, other) !== true && isNew(one, other)) offer(one, other);
          });
        },
        offer,
      );
      this.#sexes?.visitSlips((a, b) => {
        if (agrees(condition, a, b)) offer(a, b);
      });
    }
  }

  #visitGroup(rows: Int32Array, from: number, to: number, wanted: number, visit: Visit): void {
    if (this.#sexes === undefined) this.#names.visitAlike(rows, from, to, wanted, visit);
    else
      this.#sexes.visitParts(rows, from, to, (part, first, end, isNew) => {
        this.#names.visitAlike(part, first, end, wanted, (a, b) => {
          if (isNew(a, b)) visit(a, b);
        });
      });
  }
}
