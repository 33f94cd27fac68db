import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestRow } from '../../support/stages.ts';
import { type Grouped, grouped, partition, type ScoredPair, sameNikPairs } from './support.ts';

const NIKS = ['', '3374014506900017', '3374014506900018', '3374014506900019', '33740145'] as const;
const NAMES = ['SITI AMINAH', 'BAMBANG', 'Siti Aminah', ''] as const;

/** Below each threshold and above. */
const LIKELY = [0.3, 0.5, 0.7, 0.9, 0.96, 0.96] as const;

/** A roll of few NIK and names, all pairs of one NIK and some others scored; no two probabilities are equal. */
const roll = fc
  .record({
    rows: fc.array(
      fc.record({
        nik: fc.constantFrom(...NIKS),
        nkk: fc.constantFrom('', '3374010101100001', '3374010101100002'),
        nama: fc.constantFrom(...NAMES),
      }),
      { minLength: 6, maxLength: 30 },
    ),
    draws: fc.infiniteStream(fc.integer({ min: 0, max: 1 << 20 })),
  })
  .map(({ rows: drawn, draws }) => {
    const draw = (below: number) => Number(draws.next().value ?? 0) % below;
    const rows = drawn.map((row, index): TestRow => ({ ...row, dpid: String(100 + index) }));
    const ofOneNik = sameNikPairs(rows);
    const known = new Set(ofOneNik.map(({ a, b }) => `${a}-${b}`));
    const others: ScoredPair[] = [];
    for (let tries = 0; tries < rows.length; tries++) {
      const [a, b] = [draw(rows.length), draw(rows.length)];
      if (a >= b || known.has(`${a}-${b}`)) continue;
      known.add(`${a}-${b}`);
      others.push({ a, b, probability: 0 });
    }
    const pairs = [...ofOneNik, ...others].map(
      (pair, index): ScoredPair => ({
        ...pair,
        probability: (LIKELY[draw(LIKELY.length)] ?? 0) + draw(30) / 1000 + index / 1e6,
        levels: { nama: draw(2) === 0 ? ['sama', 5] : ['beda', -5] },
        ...(draw(4) === 0 ? { guard: 'kembar' } : {}),
      }),
    );
    return { rows, pairs };
  });

function gradeOf(a: TestRow | undefined, b: TestRow | undefined): string {
  if (a?.nik?.length !== 16 || a.nik !== b?.nik) return 'mirip';
  const sameName = a.nama !== '' && a.nama?.toUpperCase() === b.nama?.toUpperCase();
  if (!sameName) return 'K3';
  return a.nkk !== '' && a.nkk === b.nkk ? 'K1' : 'K2';
}

/** Groups by walking the uncut pairs again and again. */
function groupsOf({ pairs }: Grouped): string[][] {
  const groups = new Map<string, Set<string>>();
  const of = (key: string) => groups.get(key) ?? new Set([key]);
  for (const { voter_key_a, voter_key_b, bridge_cut } of pairs) {
    if (bridge_cut) continue;
    const joined = new Set([...of(voter_key_a), ...of(voter_key_b)]);
    for (const key of joined) groups.set(key, joined);
  }
  return [...new Set(groups.values())]
    .map((keys) => [...keys].toSorted())
    .toSorted(([left = ''], [right = '']) => (left < right ? -1 : 1));
}

describe('Data Ganda on random rolls', () => {
  it('publishes the right pairs with the right grades, groups them, and keeps one of every person', async () => {
    const seen = { cut: 0, removed: 0 };
    await fc.assert(
      fc.asyncProperty(roll, async ({ rows, pairs: scored }) => {
        const result = await grouped(rows, scored);
        const expected = scored.flatMap(({ a, b, probability }) => {
          const grade = gradeOf(rows[a], rows[b]);
          return grade === 'mirip' && probability < 0.5 ? [] : [`${rows[a]?.dpid}-${rows[b]?.dpid}:${grade}`];
        });
        expect(
          result.pairs.map(({ voter_key_a, voter_key_b, grade }) => `${voter_key_a}-${voter_key_b}:${grade}`),
        ).toEqual(expected.toSorted());
        expect(partition(result.members)).toEqual(groupsOf(result));
        const cut = result.pairs.filter(({ bridge_cut }) => bridge_cut);
        expect(cut.filter(({ grade }) => grade !== 'mirip')).toEqual([]);
        seen.cut += cut.length;
        seen.removed += result.members.filter(({ suggestion }) => suggestion === 'tms-ganda').length;
        keepsOneOfEveryPerson(rows, result);
      }),
      { numRuns: 10, seed: 7 },
    );
    expect(Math.min(seen.cut, seen.removed)).toBeGreaterThan(3);
  });

  it('says the same of the same rows in another order and under other voter numbers', async () => {
    await fc.assert(
      fc.asyncProperty(roll, async ({ rows, pairs }) => {
        const straight = await grouped(rows, pairs);
        const last = rows.length - 1;
        const turned = pairs.map(({ a, b, ...rest }) => ({ ...rest, a: last - a, b: last - b }));
        expect(await grouped(rows.toReversed(), turned)).toEqual(straight);

        const renamed = (dpid: string | undefined) => String(900 - Number(dpid));
        const other = await grouped(
          rows.map((row) => ({ ...row, dpid: renamed(row.dpid) })),
          pairs,
        );
        expect(factsOf(other, renamed)).toEqual(factsOf(straight, (key) => key));
      }),
      { numRuns: 6, seed: 8 },
    );
  });
});

function keepsOneOfEveryPerson(rows: readonly TestRow[], { members }: Grouped): void {
  const rowOf = (key: string) => rows.find(({ dpid }) => dpid === key);
  for (const { suggestion, suggested_keep, voter_key, group_key, reason } of members) {
    expect(suggested_keep).toBe(suggestion !== 'tms-ganda');
    if (suggestion !== 'tms-ganda') continue;
    const stays = members.filter(
      (other) =>
        other.group_key === group_key &&
        other.suggestion === 'abaikan' &&
        ['K1', 'K2'].includes(gradeOf(rowOf(voter_key), rowOf(other.voter_key))),
    );
    expect(stays).toHaveLength(1);
    expect(reason).toContain(`baris ${stays[0]?.voter_key}`);
  }
}

/** What may not depend on the voters' numbers. */
function factsOf({ pairs, members }: Grouped, original: (key: string) => string): object {
  return {
    pairs: pairs
      .map(({ voter_key_a, voter_key_b, grade, tier, bridge_cut }) =>
        [...[original(voter_key_a), original(voter_key_b)].toSorted(), grade, tier, bridge_cut].join(),
      )
      .toSorted(),
    members: members
      .map(({ voter_key, grade, tier, match_probability, members: size }) =>
        [original(voter_key), grade, tier, match_probability, size].join(),
      )
      .toSorted(),
    groups: partition(members.map((member) => ({ ...member, voter_key: original(member.voter_key) }))),
  };
}
