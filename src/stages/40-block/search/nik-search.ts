import { bitsByRelation } from './agreement.ts';
import { type BlockRows, grown, ValueGroups } from './block-rows.ts';

import { relationOf } from './name-relation.ts';
import { lettersOf, type SearchNames } from './names.ts';
import { type CommonDigits, NikEdits } from './nik-edits.ts';
import { type Cap, capsOf } from './over-cap.ts';
import { PairMaker } from './pair-maker.ts';
import type { PairSink } from './pair-sink.ts';
import type { PassRule } from './passes.ts';
import { ALL_RELATIONS, Related } from './related.ts';

export interface NikSetting extends CommonDigits {
  /** Whether one row of a pair must have a NIK that does not confirm its birth date. */
  readonly needsDoubt: boolean;
}

/** A cap on whole blocks, of rules without a name relation. */
interface BlockCap {
  readonly cap: Cap;
  /** Whether the block that the rows now hold is split, and the part of each row; -1 in none. */
  isSplit: boolean;
  readonly parts: Int32Array;
}

/** Searches blocks for rows with a NIK within one edit whose names are related as the rules ask, or in any way. */
export class NikSearch {
  /** Those on values, and those on whole blocks. */
  readonly caps: readonly Cap[];
  readonly #maker: PairMaker;
  readonly #rows: BlockRows;
  readonly #names: SearchNames;
  readonly #setting: NikSetting;
  readonly #doubt: Int32Array | undefined;
  readonly #groups = new ValueGroups();
  readonly #edits = new NikEdits();
  readonly #related = new Related();
  readonly #bits: Int32Array;
  readonly #blockCaps: readonly BlockCap[];
  /** The block's NIK, those in doubt first: their values in the groups, and their digits. */
  #values = new Int32Array(0);
  #high = new Int32Array(0);
  #low = new Int32Array(0);

  constructor(
    rows: BlockRows,
    names: SearchNames,
    rules: readonly PassRule[],
    setting: NikSetting,
    sink: PairSink,
  ) {
    this.#rows = rows;
    this.#names = names;
    this.#setting = setting;
    this.#doubt = setting.needsDoubt ? rows.part('nik_doubt') : undefined;
    this.#bits = bitsByRelation(rules);
    const named = rules.filter((rule) => rule.names !== undefined);
    const unnamed = rules.filter((rule) => rule.names === undefined);
    this.#blockCaps = capsOf(unnamed, rows).map((cap) => ({
      cap,
      isSplit: false,
      parts: new Int32Array(rows.matchId.length),
    }));
    const valueCaps = capsOf(named, rows);
    this.caps = [...valueCaps, ...this.#blockCaps.map(({ cap }) => cap)];
    this.#maker = new PairMaker(rows, this.#groups, valueCaps, (a, b) => this.#admits(a, b), sink);
  }

  /** Searches the block that the rows now hold. */
  search(): void {
    this.#splitBlock();
    this.#groups.group(this.#rows.count, this.#rows.part('nik_high'), this.#rows.part('nik_low'));
    const doubtful = this.#orderByDoubt();
    if (doubtful === 0) return;
    const { count } = this.#groups;
    this.#related.reset(count);
    this.#edits.begin(this.#high, this.#low, count, this.#setting);
    for (let at = 0; at < count; at += 1) {
      const value = this.#values[at] ?? 0;
      const inDoubt = at < doubtful;
      if (inDoubt) this.#maker.within(value, 0);
      this.#edits.find(at, inDoubt, this.#related);
      for (let next = 0; next < this.#related.count; next += 1)
        this.#maker.between(this.#values[this.#related.others[next] ?? 0] ?? 0, value, 0);
      this.#related.clear();
    }
  }

  /** Puts the NIK in doubt first; returns how many they are: all where no doubt is needed. */
  #orderByDoubt(): number {
    const { count, first } = this.#groups;
    this.#values = grown(this.#values, count);
    this.#high = grown(this.#high, count);
    this.#low = grown(this.#low, count);
    let [doubtful, sure] = [0, count];
    for (let value = 0; value < count; value += 1) {
      if (this.#isInDoubt(value)) this.#values[doubtful++] = value;
      else this.#values[--sure] = value;
    }
    const [high, low] = [this.#rows.part('nik_high'), this.#rows.part('nik_low')];
    for (let at = 0; at < count; at += 1) {
      const row = first[this.#values[at] ?? 0] ?? 0;
      this.#high[at] = high[row] ?? 0;
      this.#low[at] = low[row] ?? 0;
    }
    return doubtful;
  }

  #isInDoubt(value: number): boolean {
    const { from, rows } = this.#groups;
    if (this.#doubt === undefined) return true;
    for (let at = from[value] ?? 0; at < (from[value + 1] ?? 0); at += 1) {
      if (this.#doubt[rows[at] ?? 0] === 1) return true;
    }
    return false;
  }

  #splitBlock(): void {
    for (const blockCap of this.#blockCaps) {
      const { cap, parts } = blockCap;
      blockCap.isSplit = this.#rows.count > cap.most;
      if (!blockCap.isSplit) continue;
      parts.fill(-1, 0, this.#rows.count);
      const rows = Array.from({ length: this.#rows.count }, (_, row) => row);
      for (const [number, part] of cap.split(rows).entries()) for (const row of part) parts[row] = number;
    }
  }

  #admits(a: number, b: number): number {
    if (this.#doubt !== undefined && this.#doubt[a] !== 1 && this.#doubt[b] !== 1) return 0;
    let bits = this.#bits[this.#relation(a, b)] ?? 0;
    for (const { cap, isSplit, parts } of this.#blockCaps) {
      if (isSplit && (parts[a] !== parts[b] || (parts[a] ?? -1) < 0)) bits &= ~cap.bits;
    }
    return bits;
  }

  /** How the names of two rows are related; nothing is looked at where no rule asks. */
  #relation(a: number, b: number): number {
    if (this.#bits[0] === this.#bits[ALL_RELATIONS]) return 0;
    const ids = this.#rows.part('name_id');
    const [idA = -1, idB = -1] = [ids[a], ids[b]];
    if (idA < 0 || idB < 0 || lettersOf(this.#names, idA) === 0) return 0;
    if (idA === idB) return ALL_RELATIONS;
    return relationOf(this.#names, idA, idB);
  }
}
