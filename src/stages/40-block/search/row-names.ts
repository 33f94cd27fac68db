import type { BlockRows } from './block-rows.ts';
import { FACT, FACTS, type SearchNames } from './names.ts';
import { alikeLimit, isWithinLimit, mayBeNear } from './near-names.ts';
import { ALL_RELATIONS, LETTERS, RELATION } from './related.ts';
import { Signatures } from './signatures.ts';
import { hasEqualWords, isContained, mayBeContained, sharesWord } from './word-names.ts';

/** Takes two rows of a block. */
export type Visit = (rowA: number, rowB: number) => void;

/** The names of a block's rows, with their facts side by side: most pairs are settled by these alone. */
export class RowNames {
  readonly #rows: BlockRows;
  readonly #names: SearchNames;
  readonly #ids: Int32Array;
  readonly #facts: Int32Array;
  readonly #group = new Signatures();
  readonly #block = new Signatures();
  #everyRow = new Int32Array(0);

  constructor(rows: BlockRows, names: SearchNames) {
    this.#rows = rows;
    this.#names = names;
    this.#ids = rows.part('name_id');
    this.#facts = new Int32Array(rows.matchId.length * FACTS);
  }

  /** Reads the names of the rows that the block now holds. */
  load(): void {
    const [facts, all, ids] = [this.#facts, this.#names.facts, this.#ids];
    for (let row = 0; row < this.#rows.count; row += 1) {
      const id = ids[row] ?? -1;
      const [to, from] = [row * FACTS, id * FACTS];
      for (let fact = 0; fact < FACTS; fact += 1) facts[to + fact] = id < 0 ? 0 : (all[from + fact] ?? 0);
    }
  }

  haveOneName(a: number, b: number): boolean {
    return this.#ids[a] === this.#ids[b];
  }

  /**
   * How the names of two rows are related: bits of `RELATION`, at least those of the `wanted` that hold; 0 where one has
   * no name.
   */
  relation(a: number, b: number, wanted: number): number {
    const [facts, factA, factB] = [this.#facts, a * FACTS, b * FACTS];
    if (facts[factA + FACT.sizes] === 0 || facts[factB + FACT.sizes] === 0) return 0;
    const idA = this.#ids[a] ?? 0;
    const idB = this.#ids[b] ?? 0;
    if (idA === idB) return ALL_RELATIONS;
    const relation = (wanted & LETTERS) === 0 ? 0 : this.#letterRelation(idA, idB, factA, factB, wanted);
    return (wanted & ~LETTERS) === 0
      ? relation
      : relation | this.#wordRelation(idA, idB, factA, factB, wanted);
  }

  #letterRelation(idA: number, idB: number, factA: number, factB: number, wanted: number): number {
    const [facts, names] = [this.#facts, this.#names];
    if (mayBeNear(facts, factA, factB) && isWithinLimit(names, idA, idB)) return LETTERS;
    if ((wanted & RELATION.alike) === 0 || !mayBeNear(facts, factA, factB, alikeLimit)) return 0;
    return isWithinLimit(names, idA, idB, alikeLimit) ? RELATION.alike : 0;
  }

  #wordRelation(idA: number, idB: number, factA: number, factB: number, wanted: number): number {
    const facts = this.#facts;
    const longA = facts[factA + FACT.longWords] ?? 0;
    const longB = facts[factB + FACT.longWords] ?? 0;
    if ((longA & longB) === 0)
      return (longA | longB) === 0 && hasEqualWords(this.#names, idA, idB) ? ALL_RELATIONS : 0;
    if ((wanted & RELATION.word) === 0 && !mayBeContained(facts, factA, factB)) return 0;
    if (!sharesWord(this.#names, idA, idB)) return 0;
    const contained = (wanted & RELATION.contained) !== 0 && isContained(this.#names, idA, idB);
    return contained ? RELATION.word | RELATION.contained : RELATION.word;
  }

  /**
   * Gives each pair of the rows `rows[from]` up to, not with, `rows[to]` of which the facts allow a relation that is
   * wanted. The rows stand by ascending length of name.
   */
  visitAlike(rows: Int32Array, from: number, to: number, wanted: number, visit: Visit): void {
    this.#group.read(this.#facts, rows, from, to - from);
    this.#group.visitPairs(wanted, (one, other) => visit(rows[from + one] ?? 0, rows[from + other] ?? 0));
  }

  /** Gives each pair of a row with any other row of the block of which the facts allow a relation that is wanted. */
  visitOthers(row: number, wanted: number, visit: Visit): void {
    this.#block.visitOthers(row, wanted, visit);
  }

  /** Reads what `visitOthers` needs of the block. */
  prepareOthers(): void {
    const { count } = this.#rows;
    if (this.#everyRow.length < count) this.#everyRow = Int32Array.from({ length: count }, (_, row) => row);
    this.#block.read(this.#facts, this.#everyRow, 0, count);
  }
}
