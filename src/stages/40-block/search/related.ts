/** How two names of a block are related; a bit each. */
export const RELATION = { near: 1, word: 2, contained: 4, alike: 8 } as const;
/** Relations by letters, not by words. */
export const LETTERS = RELATION.near | RELATION.alike;
export const ALL_RELATIONS = RELATION.near | RELATION.word | RELATION.contained | RELATION.alike;

/** What a search has found for one name or NIK of a block: the numbers of earlier ones, each with its relation. */
export class Related {
  count = 0;
  others = new Int32Array(0);
  #relation = new Uint8Array(0);

  /** Makes room for the numbers 0 to `count` - 1; nothing is related to anything. */
  reset(count: number): void {
    if (this.others.length < count) {
      this.others = new Int32Array(count * 2);
      this.#relation = new Uint8Array(count * 2);
    }
    this.clear();
  }

  add(other: number, relation: number): void {
    const before = this.#relation[other] ?? 0;
    if (before === 0) this.others[this.count++] = other;
    this.#relation[other] = before | relation;
  }

  has(other: number): boolean {
    return this.#relation[other] !== 0;
  }

  relation(other: number): number {
    return this.#relation[other] ?? 0;
  }

  clear(): void {
    for (let at = 0; at < this.count; at += 1) this.#relation[this.others[at] ?? 0] = 0;
    this.count = 0;
  }
}
