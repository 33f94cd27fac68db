import { describe, expect, it } from 'vitest';
import nama from '../../rules/ganda/comparisons/nama.ts';
import nik from '../../rules/ganda/comparisons/nik.ts';
import nkk from '../../rules/ganda/comparisons/nkk.ts';
import tanggal_lahir from '../../rules/ganda/comparisons/tanggal_lahir.ts';
import { GUARDS } from '../../rules/ganda/guards.ts';
import { sql } from '../../src/engine/sql.ts';
import { score } from '../../src/stages/50-score/index.ts';
import { loadPairs, plainModel } from '../stages/50-score/support.ts';
import { withDatabase } from '../support/stages.ts';

const COMPARISONS = [nama, nik, nkk, tanggal_lahir];

const EXAMPLES = GUARDS.flatMap((guard) => [
  ...guard.examples.fires.map((pair) => ({ guard, pair, fires: true })),
  ...guard.examples.silent.map((pair) => ({ guard, pair, fires: false })),
]);

/** The guard that fires on each example, when only the example's own guard is asked. */
async function guardsThatFire(): Promise<(string | null | undefined)[]> {
  return await withDatabase(async (database) => {
    const context = await loadPairs(
      database,
      EXAMPLES.map(({ pair }) => pair),
      { comparisons: COMPARISONS, model: plainModel(COMPARISONS, 20) },
    );
    const byGuard = new Map<string, (string | null)[]>();
    for (const guard of GUARDS) {
      await score.run({ ...context, guards: [guard] });
      const rows = await database.rows<{ guard: string | null }>(
        sql`SELECT guard FROM scored_pair ORDER BY least(row_a, row_b)`,
      );
      byGuard.set(
        guard.id,
        rows.map((row) => row.guard),
      );
    }
    return EXAMPLES.map(({ guard }, index) => byGuard.get(guard.id)?.[index]);
  });
}

describe('guards', async () => {
  const found = await guardsThatFire();

  it.each(
    EXAMPLES.map(({ guard, pair, fires }, index) => ({
      name: `${guard.id} ${fires ? 'fires' : 'is silent'}: ${JSON.stringify(pair.a)} and ${JSON.stringify(pair.b)}`,
      expected: fires ? guard.id : null,
      guard: found[index],
    })),
  )('$name', ({ expected, guard }) => {
    expect(guard).toBe(expected);
  });

  it.each(GUARDS.map((guard) => [guard.id, guard] as const))(
    '%s has examples of both kinds, a negative weight, and only levels of what it needs',
    (_, { examples, weight, needs, when }) => {
      expect(examples.fires.length).toBeGreaterThan(0);
      expect(examples.silent.length).toBeGreaterThan(0);
      expect(weight).toBeLessThan(0);
      expect(new Set(Array.from(when.matchAll(/level_([a-z_]+)/g), ([, id]) => id))).toEqual(new Set(needs));
    },
  );
});
