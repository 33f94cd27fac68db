import { sharedIntegers } from '../../../engine/integers.ts';
import { bitsByRelation } from './agreement.ts';
import { grown } from './block-rows.ts';
import type { Blocks } from './blocks.ts';
import { NIK_IN_DOUBT, placeOf, type SearchRows } from './columns.ts';
import { isNikWithinOneEdit } from './edit-distance.ts';
import { relationOf } from './name-relation.ts';
import { lettersOf, type SearchNames } from './names.ts';
import { NikTable } from './nik-table.ts';
import { digitsOfNik, LEAST_DIGITS, MOST_DIGITS } from './nik-variants.ts';
import { RuleTally } from './over-cap.ts';
import { areDatesNear } from './pair-conditions.ts';
import type { PairSink } from './pair-sink.ts';
import type { PassRule } from './passes.ts';
import { ALL_RELATIONS } from './related.ts';

/** NIK in doubt whose variants are held at a time: some millions, so that most looks end in the cache. */
const HELD = 20_000;

/** The rows whose NIK is in doubt, in parts that are searched one by one, as many for each thread. */
export function rowsInDoubt(rows: SearchRows, threads: number): Blocks {
  const { values, width, count } = rows;
  const [identity, high] = [placeOf(rows, 'identity'), placeOf(rows, 'nik_high')];
  const order = sharedIntegers(count);
  let found = 0;
  for (let row = 0; row < count; row += 1)
    if (values[row * width + identity] === NIK_IN_DOUBT && isNik(values[row * width + high] ?? -1))
      order[found++] = row;
  const rounds = Math.max(1, Math.ceil(found / (HELD * threads)));
  const size = Math.max(1, Math.ceil(found / (rounds * threads)));
  const from = sharedIntegers(Math.ceil(found / size) + 1);
  for (let part = 0; part < from.length; part += 1) from[part] = Math.min(part * size, found);
  return { order: order.subarray(0, found), from, largest: size };
}

function isNik(high: number): boolean {
  const digits = digitsOfNik(high);
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
}

/**
 * Finds the rows whose NIK is within one edit of one in doubt (which does not confirm its row's birth date), and pairs
 * them where names or dates are related as the rules ask; a rule that asks for neither takes the rows of small
 * neighbourhoods only. The NIK of all rows are looked up among the variants of those in doubt.
 */
export class NikSearch {
  readonly tallies: readonly RuleTally[];
  readonly #rows: SearchRows;
  readonly #names: SearchNames;
  readonly #rules: readonly {
    readonly rule: PassRule;
    readonly bits: Int32Array;
    readonly tally: RuleTally;
  }[];
  readonly #sink: PairSink;
  readonly #table = new NikTable();
  /** Where in a row its NIK, birth date and name stand. */
  readonly #high: number;
  readonly #low: number;
  readonly #date: number | undefined;
  readonly #name: number;
  #count = 0;
  #doubtful = new Int32Array(1024);
  #near = new Int32Array(1024);

  constructor(rows: SearchRows, names: SearchNames, rules: readonly PassRule[], sink: PairSink) {
    this.#rows = rows;
    this.#names = names;
    this.#rules = rules.map((rule) => ({
      rule,
      bits: bitsByRelation([rule]),
      tally: new RuleTally(rule.bit),
    }));
    this.tallies = this.#rules.map(({ tally }) => tally);
    this.#sink = sink;
    this.#high = placeOf(rows, 'nik_high');
    this.#low = placeOf(rows, 'nik_low');
    this.#date = rules.some(({ anyOf }) => anyOf.length > 0) ? placeOf(rows, 'birth_date') : undefined;
    this.#name = placeOf(rows, 'name_id');
  }

  /** Searches for the neighbours of the rows in doubt at `order[from]` up to, not with, `order[to]`. */
  search(order: Int32Array, from: number, to: number): void {
    this.#table.begin(to - from);
    for (let at = from; at < to; at += 1) {
      const row = order[at] ?? 0;
      this.#table.enter(at - from, this.#valueOf(row, this.#high), this.#valueOf(row, this.#low));
    }
    this.#count = 0;
    for (let row = 0; row < this.#rows.count; row += 1) this.#meet(row, order, from);
    this.#pairNeighbourhoods(order, from, to);
  }

  #meet(row: number, order: Int32Array, from: number): void {
    const [high, low] = [this.#valueOf(row, this.#high), this.#valueOf(row, this.#low)];
    if (high < 0 || !this.#table.mayHold(high, low)) return;
    this.#table.look(high, low, (entered) => {
      const doubtful = order[from + entered] ?? 0;
      if (doubtful === row) return;
      if (
        !isNikWithinOneEdit(
          high,
          low,
          this.#valueOf(doubtful, this.#high),
          this.#valueOf(doubtful, this.#low),
        )
      )
        return;
      if (this.#count === this.#near.length) this.#grow();
      this.#doubtful[this.#count] = entered;
      this.#near[this.#count] = row;
      this.#count += 1;
    });
  }

  #grow(): void {
    const [doubtful, near] = [this.#doubtful, this.#near];
    this.#doubtful = grown(doubtful, near.length * 2);
    this.#near = grown(near, near.length * 2);
    this.#doubtful.set(doubtful);
    this.#near.set(near);
  }

  #pairNeighbourhoods(order: Int32Array, from: number, to: number): void {
    const sizes = new Int32Array(to - from);
    for (let at = 0; at < this.#count; at += 1) {
      const entered = this.#doubtful[at] ?? 0;
      sizes[entered] = (sizes[entered] ?? 0) + 1;
    }
    for (const size of sizes) this.#tally(size);
    for (let at = 0; at < this.#count; at += 1) {
      const entered = this.#doubtful[at] ?? 0;
      this.#pair(order[from + entered] ?? 0, this.#near[at] ?? 0, sizes[entered] ?? 0);
    }
  }

  #tally(neighbours: number): void {
    for (const { tally, rule } of this.#rules) {
      tally.addBlock(neighbours + 1, neighbours);
      if (neighbours > rule.cap)
        tally.addCapped({ blocksSplit: 1, rowsSplit: neighbours + 1, pairsNotMade: neighbours });
    }
  }

  #pair(a: number, b: number, neighbours: number): void {
    const relation = this.#relation(a, b);
    let found = 0;
    for (const { rule, bits } of this.#rules) {
      if (neighbours > rule.cap || !this.#meetsDates(rule, a, b)) continue;
      found |= bits[relation] ?? 0;
    }
    if (found !== 0) this.#sink.add(a, b, found);
  }

  #meetsDates({ anyOf }: PassRule, a: number, b: number): boolean {
    if (anyOf.length === 0 || this.#date === undefined) return true;
    const [dateA, dateB] = [this.#valueOf(a, this.#date), this.#valueOf(b, this.#date)];
    if (dateA < 0 || dateB < 0) return anyOf.includes('date-unknown');
    return anyOf.includes('dates-near') && areDatesNear(dateA, dateB);
  }

  #relation(a: number, b: number): number {
    const [idA, idB] = [this.#valueOf(a, this.#name), this.#valueOf(b, this.#name)];
    if (idA < 0 || idB < 0 || lettersOf(this.#names, idA) === 0) return 0;
    return idA === idB ? ALL_RELATIONS : relationOf(this.#names, idA, idB);
  }

  #valueOf(row: number, place: number): number {
    return this.#rows.values[row * this.#rows.width + place] ?? -1;
  }
}
