import type { BlockCounts, Counts, RuleReport } from '../report.ts';
import type { PassData, SearchAnswer } from './block-search.ts';
import type { Blocks } from './blocks.ts';
import type { Pass } from './passes.ts';

/** What a pass may have to look into: blocks of at least two rows, or each row in doubt against all others. */
export function sizesOf({ pass, rows, blocks }: PassData): BlockCounts {
  if (pass.byNik.length === 0) return blockCounts(blocks);
  const [doubtful, others] = [blocks.order.length, Math.max(rows.count - 1, 0)];
  return {
    blocks: doubtful,
    rowsInBlocks: rows.count,
    largestBlock: rows.count,
    possiblePairs: doubtful * others,
  };
}

/** Sizes of the blocks with at least two rows. */
function blockCounts({ from }: Blocks): BlockCounts {
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

const SUMMED = [
  'blocks',
  'rowsInBlocks',
  'possiblePairs',
  'pairs',
  'blocksSplit',
  'rowsSplit',
  'pairsNotMade',
] as const;

/** Adds up what the tasks of a pass found. */
export class PassReport {
  readonly #sums: ReadonlyMap<number, Counts & BlockCounts>;

  /** `blocks` are those of the pass; rules that have blocks of their own count them. */
  constructor({ byName, byNik, byKey }: Pass, blocks: BlockCounts) {
    const nothing = { pairs: 0, blocksSplit: 0, rowsSplit: 0, pairsNotMade: 0 };
    const none = { blocks: 0, rowsInBlocks: 0, largestBlock: 0, possiblePairs: 0 };
    this.#sums = new Map([
      ...byName.map(({ bit }) => [bit, { ...nothing, ...blocks }] as const),
      ...[...byNik, ...byKey].map(({ bit }) => [bit, { ...nothing, ...none }] as const),
    ]);
  }

  add(counts: SearchAnswer['counts']): void {
    for (const { bit, largestBlock = 0, ...counted } of counts) {
      const sum = this.#sums.get(bit);
      if (sum === undefined) continue;
      sum.largestBlock = Math.max(sum.largestBlock, largestBlock);
      for (const key of SUMMED) sum[key] += counted[key] ?? 0;
    }
  }

  finish(): RuleReport[] {
    return [...this.#sums].map(([bit, sum]) => ({ position: 31 - Math.clz32(bit), ...sum }));
  }
}
