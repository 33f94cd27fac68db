import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import type { BlockingRule, ExamplePair } from '../../src/model/ganda.ts';
import { normalise } from '../../src/stages/20-normalise/index.ts';
import { block } from '../../src/stages/40-block/index.ts';
import { loadRows, withDatabase } from '../support/stages.ts';

const FOLDER = join(import.meta.dirname, '../../rules/ganda/blocking');
const FILES = readdirSync(FOLDER).toSorted();
const RULES = await Promise.all(
  FILES.map(async (file) => ((await import(join(FOLDER, file))) as { default: BlockingRule }).default),
);

const EXAMPLES = RULES.flatMap(({ id, examples }) =>
  (['found', 'left'] as const).flatMap((expected) =>
    examples[expected].map((pair, number) => ({
      name: `${id}: ${expected} ${number + 1}`,
      id,
      expected,
      pair,
    })),
  ),
);

/** Ids of the rules that find each pair, with all examples in one roll and every rule at work. */
async function foundBy(pairs: readonly ExamplePair[]): Promise<string[][]> {
  return await withDatabase(async (database) => {
    const rows = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const context = await loadRows(database, rows, { blockingRules: RULES });
    await normalise.run(context);
    await block.run(context);
    const found = await database.rows<{ row_a: number; row_b: number; found: number }>(sql`
      SELECT least(a.row_id, b.row_id) AS row_a, greatest(a.row_id, b.row_id) AS row_b, found
      FROM candidate_pair
      JOIN match_row AS a ON a.match_id = match_a
      JOIN match_row AS b ON b.match_id = match_b`);
    return pairs.map(({ a, b }) => {
      const [first = 0, second = 0] = [rows.indexOf(a), rows.indexOf(b)].toSorted((x, y) => x - y);
      const bits = found.find(({ row_a, row_b }) => row_a === first && row_b === second)?.found ?? 0;
      return RULES.filter((_, position) => ((bits >>> position) & 1) === 1).map(({ id }) => id);
    });
  });
}

describe('examples', async () => {
  const found = await foundBy(EXAMPLES.map(({ pair }) => pair));

  it.each(EXAMPLES.map((example, number) => ({ ...example, by: found[number] ?? [] })))(
    '$name',
    ({ id, expected, by }) => {
      expect(by.includes(id)).toBe(expected === 'found');
    },
  );

  it.each(RULES.map(({ id, examples }) => [id, examples] as const))(
    '%s has two of each',
    (_, { found: yes, left }) => {
      expect(yes.length).toBeGreaterThanOrEqual(2);
      expect(left.length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('the folder', () => {
  it('names each file by the id of its rule', () => {
    expect(RULES.map(({ id }) => `${id}.ts`)).toEqual(FILES);
  });

  it('refers only to rules that there are', () => {
    const through = RULES.flatMap((rule) => ('through' in rule ? (rule.through as string[]) : []));
    expect(through.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });
});
