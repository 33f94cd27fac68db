import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Blocks, blocksOf, doOrderTask } from '../../../src/stages/40-block/search/blocks.ts';
import type { SearchRows } from '../../../src/stages/40-block/search/columns.ts';

/** Rows of three integers each. */
function rowsOf(rows: readonly (readonly number[])[]): SearchRows {
  return { count: rows.length, width: 3, values: Int32Array.from(rows.flat()), places: { a: 0, b: 1, c: 2 } };
}

const grouped = async (rows: SearchRows, keys: readonly string[]) =>
  await blocksOf(rows, keys, async (tasks) => tasks.map(doOrderTask));

function blocksIn({ order, from }: Blocks): number[][] {
  const bounds = [...from];
  return bounds.slice(0, -1).map((first, block) => [...order.subarray(first, bounds[block + 1])]);
}

/** Rows by key, in plain words. */
function plainBlocks({ count, width, values, places }: SearchRows, keys: readonly string[]): number[][] {
  const blocks = new Map<string, number[]>();
  for (let row = 0; row < count; row += 1) {
    const key = keys.map((name) => values[row * width + (places[name] ?? 0)] ?? -1);
    if (key.some((value) => value < 0)) continue;
    blocks.set(key.join(), [...(blocks.get(key.join()) ?? []), row]);
  }
  return [...blocks.values()];
}

const byFirst = (one: readonly number[], other: readonly number[]) => (one[0] ?? 0) - (other[0] ?? 0);

describe('rows in blocks', () => {
  const value = fc.integer({ min: -1, max: 4 });
  const keys = fc.subarray(['a', 'b', 'c'], { minLength: 1 });

  test('stand together by key, in ascending order, and those of an unknown key in none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value, value), { maxLength: 60 }),
        keys,
        async (rows, names) => {
          const all = rowsOf(rows);
          const blocks = await grouped(all, names);
          const wanted = plainBlocks(all, names).toSorted(byFirst);
          expect(blocksIn(blocks).toSorted(byFirst)).toEqual(wanted);
          expect(blocks.largest).toBe(Math.max(0, ...wanted.map(({ length }) => length)));
        },
      ),
    );
  });

  test('are one block without a key', async () => {
    expect(
      blocksIn(
        await grouped(
          rowsOf([
            [1, 1, 1],
            [-1, 2, 2],
          ]),
          [],
        ),
      ),
    ).toEqual([[0, 1]]);
  });

  test('stand together from all ranges of a large roll', async () => {
    const [count, keyCount] = [1_200_000, 50_000];
    const values = Int32Array.from(
      { length: count },
      (_, row) => (Math.imul(row, 2_654_435) >>> 3) % keyCount,
    );
    const { order, from } = await grouped({ count, width: 1, values, places: { a: 0 } }, ['a']);
    const [seen, misplaced] = [new Set<number>(), [] as number[]];
    for (let block = 0; block + 1 < from.length; block += 1) {
      const key = values[order[from[block] ?? 0] ?? 0] ?? -1;
      if (seen.has(key)) misplaced.push(key);
      seen.add(key);
      for (let at = (from[block] ?? 0) + 1; at < (from[block + 1] ?? 0); at += 1)
        if (values[order[at] ?? 0] !== key || (order[at] ?? 0) <= (order[at - 1] ?? 0)) misplaced.push(at);
    }
    expect(misplaced).toEqual([]);
    expect(order.length).toBe(count);
    expect(seen.size).toBe(new Set(values).size);
  });
});
