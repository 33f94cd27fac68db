import type { RuleCount } from './block-search.ts';
import type { Blocks } from './blocks.ts';
import type { Pass } from './passes.ts';
import type { RuleReport } from './report.ts';

/** Sizes of the blocks with at least two rows. */
export function blockSizes({
  from,
}: Blocks): Pick<RuleReport, 'blocks' | 'rowsInBlocks' | 'largestBlock' | 'possiblePairs'> {
  let [blocks, rowsInBlocks, largestBlock, possiblePairs] = [0, 0, 0, 0];
  for (let block = 0; block + 1 < from.length; block += 1) {
    const rows = (from[block + 1] ?? 0) - (from[block] ?? 0);
    if (rows < 2) continue;
    blocks += 1;
    rowsInBlocks += rows;
    largestBlock = Math.max(largestBlock, rows);
    possiblePairs += (rows * (rows - 1)) / 2;
  }
  return { blocks, rowsInBlocks, largestBlock, possiblePairs };
}

/** Adds up what the tasks of a pass found. */
export class PassReport {
  readonly #reports: readonly RuleReport[];
  readonly #sums: Map<number, RuleCount>;

  constructor({ byName, byNik }: Pass, blocks: Blocks) {
    const bits = [...byName, ...byNik].map(({ bit }) => bit);
    const sizes = blockSizes(blocks);
    const nothing = { pairs: 0, blocksSplit: 0, rowsSplit: 0, pairsNotMade: 0 };
    this.#reports = bits.map((bit) => ({ position: 31 - Math.clz32(bit), ...sizes, ...nothing }));
    this.#sums = new Map(
      bits.map((bit) => [bit, { bit, pairs: 0, groupsSplit: 0, rowsSplit: 0, pairsNotMade: 0 }]),
    );
  }

  add(counts: readonly RuleCount[]): void {
    for (const count of counts) {
      const sum = this.#sums.get(count.bit);
      if (sum === undefined) continue;
      sum.pairs += count.pairs;
      sum.groupsSplit += count.groupsSplit;
      sum.rowsSplit += count.rowsSplit;
      sum.pairsNotMade += count.pairsNotMade;
    }
  }

  finish(): RuleReport[] {
    return this.#reports.map((report) => {
      const sum = this.#sums.get(1 << report.position);
      return {
        ...report,
        pairs: sum?.pairs ?? 0,
        blocksSplit: sum?.groupsSplit ?? 0,
        rowsSplit: sum?.rowsSplit ?? 0,
        pairsNotMade: sum?.pairsNotMade ?? 0,
      };
    });
  }
}
