import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/engine/database.ts';
import type { ConfigInput } from '../../../src/model/config.ts';
import { temporaryFolder } from '../../cli/helpers.ts';
import { decision, type NewDecision, storeWith } from '../../decisions/support.ts';
import { openDatabase, type TestRow } from '../../support/stages.ts';
import { type Grouped, groupsOf, type ScoredPair, sameNikPairs, scored } from './support.ts';

const NIK = '3374014506900017';
const KUDUS = '33.19.01.2001';
const SEMARANG = '33.74.01.1001';

function person(dpid: string, kode_desa = SEMARANG, more: Partial<TestRow> = {}): TestRow {
  return { dpid, nama: 'SITI AMINAH', nik: NIK, kode_desa, ...more };
}

/** What an officer of the row's own satker says of a member of a group that a run showed. */
function answer({ members, pairs }: Grouped, voterKey: string, stated: Partial<NewDecision>): NewDecision {
  const own = members.find(({ voter_key }) => voter_key === voterKey);
  const kabupaten = (key: string) => members.find(({ voter_key }) => voter_key === key)?.kode_kabupaten ?? '';
  const shown = pairs.flatMap(({ pair_key, voter_key_a, voter_key_b, bridge_cut }) => {
    if (bridge_cut || ![voter_key_a, voter_key_b].includes(voterKey)) return [];
    const other = voter_key_a === voterKey ? voter_key_b : voter_key_a;
    const row_fingerprint = members.find(({ voter_key }) => voter_key === other)?.row_fingerprint ?? '';
    return [{ pair_key, voter_key: other, kode_kabupaten: kabupaten(other), row_fingerprint }];
  });
  return decision({
    key: own?.group_key ?? '',
    voter_key: voterKey,
    satker: kabupaten(voterKey),
    row_fingerprint: own?.row_fingerprint ?? '',
    members: own?.members ?? 1,
    pairs: shown,
    ...stated,
  });
}

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** One night after another over the same roll. */
interface Nights {
  readonly first: Grouped;
  readonly next: (decisions: readonly NewDecision[]) => Promise<Grouped>;
}

async function nights(
  rows: readonly TestRow[],
  pairs: readonly ScoredPair[] = sameNikPairs(rows),
  config: ConfigInput = {},
): Promise<Nights> {
  const context = await scored(database, rows, pairs, config);
  return {
    first: await groupsOf(context),
    next: async (made) => await groupsOf({ ...context, decisions: await storeWith(temporaryFolder(), made) }),
  };
}

/** The night after, over a roll that has changed. */
async function laterNight(rows: readonly TestRow[], made: readonly NewDecision[]): Promise<Grouped> {
  const context = await scored(database, rows, sameNikPairs(rows));
  return await groupsOf({ ...context, decisions: await storeWith(temporaryFolder(), made) });
}

function statuses({ members }: Grouped): string[] {
  return members.map(({ voter_key, status, verdict }) => `${voter_key}:${status}:${verdict ?? '-'}`);
}

const notDuplicate = { verdict: 'bukan-ganda' } as const;
const tmsDuplicate = { verdict: 'tms', code: '2' } as const;

describe('decisions about groups', () => {
  it('mark a group open, partly answered, answered; it stays listed', async () => {
    const rows = [person('1'), person('2', KUDUS), person('3')];
    const { first, next } = await nights(rows);
    expect(statuses(first)).toEqual(['1:terbuka:-', '2:terbuka:-', '3:terbuka:-']);
    const one = answer(first, '1', {});
    const three = answer(first, '3', tmsDuplicate);
    expect(statuses(await next([one, three]))).toEqual(['1:sebagian:ms', '2:sebagian:-', '3:sebagian:tms']);
    const all = await next([one, answer(first, '2', { verdict: 'ubah-data' }), three]);
    expect(statuses(all)).toEqual(['1:terjawab:ms', '2:terjawab:ubah-data', '3:terjawab:tms']);
    expect(all.members.map(({ verdict_code }) => verdict_code)).toEqual([null, null, '2']);
    expect(all.pairs).toEqual(first.pairs);
  });

  it('take a confirmed non-duplicate out, and leave the others together', async () => {
    const rows = [person('1'), person('2'), person('3')];
    const { first, next } = await nights(rows);
    const after = await next([answer(first, '3', notDuplicate)]);
    expect(after.pairs.map(({ voter_key_a, voter_key_b }) => voter_key_a + voter_key_b)).toEqual(['12']);
    expect(statuses(after)).toEqual(['1:terbuka:-', '2:terbuka:-']);
    expect(after.facts).toEqual(first.facts);
  });

  it('keep a group across satker open until each has answered', async () => {
    const rows = [person('1'), person('2', KUDUS)];
    const { first, next } = await nights(rows);
    const half = await next([answer(first, '1', notDuplicate)]);
    expect(statuses(half)).toEqual(['1:sebagian:bukan-ganda', '2:sebagian:-']);
    const whole = await next([answer(first, '1', notDuplicate), answer(first, '2', {})]);
    expect([whole.members, whole.pairs]).toEqual([[], []]);
  });

  it('show a conflict, and dismiss nothing while it lasts', async () => {
    const rows = [person('1'), person('2', KUDUS)];
    const { first, next } = await nights(rows);
    const disputed = [answer(first, '1', notDuplicate), answer(first, '2', tmsDuplicate)];
    expect(statuses(await next(disputed))).toEqual(['1:bertentangan:-', '2:bertentangan:-']);
    const settled = await next([...disputed, answer(first, '2', { ...notDuplicate, corrects: true })]);
    expect(settled.members).toEqual([]);
  });

  it('are stale once a row has changed: the pair is reported again', async () => {
    const rows = [person('1'), person('2'), person('3')];
    const { first } = await nights(rows);
    const said = [answer(first, '3', notDuplicate), answer(first, '1', {}), answer(first, '2', {})];
    const own = [person('1'), person('2'), person('3', SEMARANG, { alamat: 'JALAN BARU' })];
    expect(statuses(await laterNight(own, said))).toEqual(['1:usang:ms', '2:usang:ms', '3:usang:-']);
    const other = [person('1', SEMARANG, { rt: '4' }), person('2'), person('3')];
    const after = await laterNight(other, said);
    expect(statuses(after)).toEqual(['1:usang:-', '2:usang:ms', '3:usang:-']);
    expect(after.pairs.map(({ voter_key_a, voter_key_b }) => voter_key_a + voter_key_b)).toEqual([
      '12',
      '13',
    ]);
  });

  it('outlive what is written where a verdict is carried out: keterangan, and the TPS', async () => {
    const rows = [person('1'), person('2')];
    const { first } = await nights(rows);
    const obeyed = [person('1'), person('2', SEMARANG, { keterangan: '2', tps: '7' })];
    const after = await laterNight(obeyed, [answer(first, '1', {}), answer(first, '2', tmsDuplicate)]);
    expect(statuses(after)).toEqual(['1:terjawab:ms', '2:terjawab:tms']);
  });

  it('hold for a row whose group has grown, except that a new pair is a new question', async () => {
    const rows = [person('1'), person('2')];
    const { first } = await nights(rows);
    const grown = [...rows, person('3')];
    expect(
      statuses(await laterNight(grown, [answer(first, '1', {}), answer(first, '2', tmsDuplicate)])),
    ).toEqual(['1:sebagian:ms', '2:sebagian:tms', '3:sebagian:-']);
    const cleared = await laterNight(grown, [answer(first, '1', notDuplicate)]);
    expect(cleared.pairs.map(({ voter_key_a, voter_key_b }) => voter_key_a + voter_key_b)).toEqual([
      '13',
      '23',
    ]);
    expect(statuses(cleared)).toEqual(['1:terbuka:-', '2:terbuka:-', '3:terbuka:-']);
  });

  it('of a row with which a whole crowded NIK was compared do not clear the others', async () => {
    const rows = ['1', '2', '3', '4'].map((dpid) => person(dpid));
    const star = [1, 2, 3].map((b): ScoredPair => ({ a: 0, b, probability: 0.999 }));
    const { first, next } = await nights(rows, star, { max_pairs_members: 3 });
    const hub = await next([answer(first, '1', notDuplicate)]);
    expect(hub.members).toHaveLength(4);
    const both = [answer(first, '1', notDuplicate), answer(first, '4', notDuplicate)];
    const after = await next(both);
    expect(after.members.map(({ voter_key }) => voter_key)).toEqual(['1', '2', '3']);
  });
});

const NAMES = ['SITI AMINAH', 'BAMBANG'] as const;
const roll = fc.record({
  rows: fc.array(
    fc.record({
      nik: fc.constantFrom('3374014506900017', '3374014506900018'),
      nama: fc.constantFrom(...NAMES),
    }),
    { minLength: 4, maxLength: 9 },
  ),
  desa: fc.array(fc.constantFrom(SEMARANG, KUDUS), { minLength: 9, maxLength: 9 }),
  verdicts: fc.array(fc.constantFrom('ms', 'tms', 'bukan-ganda', null), { minLength: 9, maxLength: 9 }),
});

describe('on random rolls with random answers', () => {
  it('no group holds a dismissed pair, every group keeps a row, and the rest is as without decisions', async () => {
    let dismissed = 0;
    await fc.assert(
      fc.asyncProperty(roll, async ({ rows: drawn, desa, verdicts }) => {
        const rows = drawn.map((row, index) => person(String(index), desa[index] ?? SEMARANG, row));
        const { first, next } = await nights(rows);
        const said = first.members.flatMap(({ voter_key }) => {
          const verdict = verdicts[Number(voter_key)] ?? null;
          return verdict === null
            ? []
            : [answer(first, voter_key, { verdict, code: verdict === 'tms' ? '2' : null })];
        });
        const after = await next(said);
        const left = new Set(after.pairs.map(({ pair_key }) => pair_key));
        const gone = first.pairs.filter(({ pair_key }) => !left.has(pair_key));
        dismissed += gone.length;
        const saidOf = new Map(said.map((made) => [made.voter_key, made]));
        for (const { voter_key_a, voter_key_b } of gone) {
          const ends = [saidOf.get(voter_key_a), saidOf.get(voter_key_b)];
          expect(ends.some((end) => end?.verdict === 'bukan-ganda')).toBe(true);
          const [a, b] = [voter_key_a, voter_key_b].map((key) => desa[Number(key)]);
          expect(a === b || ends.every((end) => end !== undefined)).toBe(true);
        }
        for (const { voter_key_a, voter_key_b, pair_key } of after.pairs) {
          const ends = [saidOf.get(voter_key_a), saidOf.get(voter_key_b)];
          const isConflict = after.members.some(
            ({ voter_key, status }) => voter_key === voter_key_a && status === 'bertentangan',
          );
          const isSettled =
            ends.every((end) => end !== undefined) && ends.some((end) => end?.verdict === 'bukan-ganda');
          expect(isSettled && !isConflict ? pair_key : '').toBe('');
        }
        const kept = new Set(after.members.filter((row) => row.suggested_keep).map((row) => row.group_key));
        expect(after.members.filter(({ group_key }) => !kept.has(group_key))).toEqual([]);
      }),
      { numRuns: 8, seed: 3 },
    );
    expect(dismissed).toBeGreaterThan(5);
  });
});
