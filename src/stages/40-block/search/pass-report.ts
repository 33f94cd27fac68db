import type { BlockCounts, Counts, RuleReport } from '../report.ts';
import type { SearchAnswer } from './block-search.ts';
import type { Blocks } from './blocks.ts';
import type { Pass } from './passes.ts';

/** Sizes of the blocks with at least two rows. */
export function blockCounts({ from }: Blocks): BlockCounts {
  const counts = { blocks: 0, rowsInBlocks: 0, largestBlock: 0, possiblePairs: 0 };
  for (let block = 0; block + 1 < from.length; block += 1) {
    const rows = (from[block + 1] ?? 0) - (from[block] ?? 0);
    if (rows < 2) continue;
    counts.blocks += 1;
    counts.rowsInBlocks += rows;
    counts.largestBlock = Math.max(counts.largestBlock, rows);
    counts.possiblePairs += (rows * (rows - 1)) / 2;
  }
  return counts;
}

/** Adds up what the tasks of a pass found. */
export class PassReport {
  readonly #blocks: BlockCounts;
  readonly #sums: ReadonlyMap<number, Counts>;

  constructor({ byName, byNik, byKey }: Pass, blocks: BlockCounts) {
    this.#blocks = blocks;
    this.#sums = new Map(
      [...byName, ...byNik, ...byKey].map(({ bit }) => [
        bit,
        { pairs: 0, blocksSplit: 0, rowsSplit: 0, pairsNotMade: 0 },
      ]),
    );
  }

  add(counts: SearchAnswer['counts']): void {
    for (const { bit, pairs, blocksSplit, rowsSplit, pairsNotMade } of counts) {
      const sum = this.#sums.get(bit);
      if (sum === undefined) continue;
      sum.pairs += pairs;
      sum.blocksSplit += blocksSplit;
      sum.rowsSplit += rowsSplit;
      sum.pairsNotMade += pairsNotMade;
    }
  }

  finish(): RuleReport[] {
    return [...this.#sums].map(([bit, sum]) => ({ position: 31 - Math.clz32(bit), ...this.#blocks, ...sum }));
  }
}
