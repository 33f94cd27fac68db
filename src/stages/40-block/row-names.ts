import type { BlockRows } from './block-rows.ts';
import { isNear, mayBeNear } from './near-names.ts';
import { ALL_RELATIONS, RELATION } from './related.ts';
import { FACT, FACTS, type SearchNames } from './search-names.ts';
import { hasEqualWords, isContained, sharesWord } from './word-names.ts';

/** The names of a block's rows, with their facts side by side: most pairs are settled by these alone. */
export class RowNames {
  readonly #rows: BlockRows;
  readonly #names: SearchNames;
  readonly #ids: Int32Array;
  readonly #facts: Int32Array;

  constructor(rows: BlockRows, names: SearchNames) {
    this.#rows = rows;
    this.#names = names;
    this.#ids = rows.part('name_id');
    this.#facts = new Int32Array(rows.matchId.length * FACTS);
  }

  /** Reads the names of the rows that the block now holds. */
  load(): void {
    for (let row = 0; row < this.#rows.count; row += 1) {
      const id = this.#ids[row] ?? -1;
      for (let fact = 0; fact < FACTS; fact += 1)
        this.#facts[row * FACTS + fact] = id < 0 ? 0 : (this.#names.facts[id * FACTS + fact] ?? 0);
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
    let relation = 0;
    if ((wanted & RELATION.near) !== 0 && mayBeNear(facts, factA, factB) && isNear(this.#names, idA, idB))
      relation = RELATION.near;
    return wanted === RELATION.near
      ? relation
      : relation | this.#wordRelation(idA, idB, factA, factB, wanted);
  }

  #wordRelation(idA: number, idB: number, factA: number, factB: number, wanted: number): number {
    const longA = this.#facts[factA + FACT.longWords] ?? 0;
    const longB = this.#facts[factB + FACT.longWords] ?? 0;
    if ((longA | longB) === 0) return hasEqualWords(this.#names, idA, idB) ? ALL_RELATIONS : 0;
    if ((longA & longB) === 0) return 0;
    if ((wanted & RELATION.word) === 0 && !mayBeContained(this.#facts, factA, factB)) return 0;
    if (!sharesWord(this.#names, idA, idB)) return 0;
    const contained = (wanted & RELATION.contained) !== 0 && isContained(this.#names, idA, idB);
    return contained ? RELATION.word | RELATION.contained : RELATION.word;
  }
}

/** Whether every first letter of the name with fewer words is one of the other's. */
function mayBeContained(facts: Int32Array, factA: number, factB: number): boolean {
  const [initialsA, initialsB] = [facts[factA + FACT.initials] ?? 0, facts[factB + FACT.initials] ?? 0];
  const isAShorter = (facts[factA + FACT.sizes] ?? 0) >>> 16 <= (facts[factB + FACT.sizes] ?? 0) >>> 16;
  return (isAShorter ? initialsA & ~initialsB : initialsB & ~initialsA) === 0;
}
