import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDecisions } from '../../src/decisions/load.ts';
import { settle } from '../../src/decisions/standing.ts';
import { Database } from '../../src/engine/database.ts';
import { type Sql, sql } from '../../src/engine/sql.ts';
import { temporaryFolder } from '../cli/helpers.ts';
import { decision, type NewDecision, shownPair, storeWith } from './support.ts';

interface Settled {
  readonly answers: string[];
  readonly conflicts: string[];
  readonly dismissed: string[];
}

let database: Database;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sisir-'));
  database = await Database.open({ threads: 1, memory: '500MB', folder });
});
afterAll(() => database.close());

async function settled(decisions: readonly NewDecision[]): Promise<Settled> {
  const store = await storeWith(temporaryFolder(), decisions);
  await loadDecisions(database, store);
  await settle(database);
  const texts = async (query: Sql) => (await database.rows<{ t: string }>(query)).map(({ t }) => t);
  return {
    answers: await texts(
      sql`SELECT voter_key || ':' || coalesce(verdict, '?') || coalesce(verdict_code, '') AS t FROM answer ORDER BY key, voter_key`,
    ),
    conflicts: await texts(
      sql`SELECT DISTINCT coalesce(voter_key, key) || ':' || reason AS t FROM conflict ORDER BY t`,
    ),
    dismissed: await texts(sql`SELECT DISTINCT pair_key AS t FROM dismissal ORDER BY t`),
  };
}

const tmsDuplicate = { verdict: 'tms', code: '2' } as const;
const notDuplicate = { verdict: 'bukan-ganda' } as const;
/** The two rows of a group of one pair, `b` in another satker. */
const a = (stated: Partial<NewDecision>) =>
  decision({ voter_key: 'a', satker: '3301', pairs: [shownPair('ab', 'b', '3374')], ...stated });
const b = (stated: Partial<NewDecision>) =>
  decision({ voter_key: 'b', satker: '3374', pairs: [shownPair('ab', 'a', '3301')], ...stated });

describe('what stands', () => {
  it('the last correction of a satker, and all it said after it', async () => {
    expect(await settled([a({}), a({ ...tmsDuplicate, corrects: true })])).toMatchObject({
      answers: ['a:tms2'],
      conflicts: [],
    });
    expect(await settled([a({}), a({ ...tmsDuplicate })])).toMatchObject({ conflicts: ['a:dua-jawaban'] });
    expect(
      await settled([a({}), a({ ...tmsDuplicate, corrects: true }), a({ verdict: 'ubah-data' })]),
    ).toMatchObject({ conflicts: ['a:dua-jawaban'] });
  });

  it('nothing of an answer that was withdrawn', async () => {
    expect(await settled([a({}), a({ verdict: 'batal' })])).toMatchObject({ answers: [] });
  });

  it('what was said of the last content of a row', async () => {
    expect(await settled([a({}), a({ ...tmsDuplicate, row_fingerprint: 'isi baru' })])).toMatchObject({
      answers: ['a:tms2'],
      conflicts: [],
    });
  });

  it('another satker’s opinion of a row is no answer of its own, but may contradict it', async () => {
    const opinion = decision({ voter_key: 'a', kode_kabupaten: '3301', satker: '3374', ...tmsDuplicate });
    expect(await settled([opinion])).toMatchObject({ answers: ['a:?'], conflicts: [] });
    expect(await settled([opinion, a({})])).toMatchObject({ conflicts: ['a:dua-jawaban'] });
    const ofProvince = decision({ voter_key: 'a', kode_kabupaten: '3301', satker: '33' });
    expect(await settled([ofProvince])).toMatchObject({ answers: ['a:ms'] });
  });
});

describe('a pair is dismissed', () => {
  const inOneSatker = (stated: Partial<NewDecision>) =>
    decision({ voter_key: 'a', pairs: [shownPair('ab', 'b')], ...stated });

  it('at once, where one satker has both rows', async () => {
    expect((await settled([inOneSatker(notDuplicate)])).dismissed).toEqual(['ab']);
  });

  it('across satker only when the other has answered without contradicting', async () => {
    expect((await settled([a(notDuplicate)])).dismissed).toEqual([]);
    for (const answer of [{ verdict: 'ms' }, notDuplicate, { verdict: 'tms', code: '1' }] as const)
      expect(await settled([a(notDuplicate), b(answer)])).toMatchObject({ dismissed: ['ab'], conflicts: [] });
  });

  it('not when the other calls its row a duplicate: that is a conflict', async () => {
    const { dismissed, conflicts } = await settled([a(notDuplicate), b(tmsDuplicate)]);
    expect(dismissed).toEqual([]);
    expect(conflicts).toEqual(['a:semua-ganda', 'b:ganda-tanpa-pasangan', 'b:semua-ganda']);
  });

  it('by the province for both satker', async () => {
    const ofProvince = a({ ...notDuplicate, satker: '33', kode_kabupaten: '3301' });
    expect((await settled([ofProvince])).dismissed).toEqual(['ab']);
  });

  it('not by a satker that has neither row, and not while answers differ', async () => {
    const stranger = a({ ...notDuplicate, satker: '3319', kode_kabupaten: '3301' });
    expect((await settled([stranger, b({})])).dismissed).toEqual([]);
    expect((await settled([a(notDuplicate), a({}), b({})])).dismissed).toEqual([]);
  });

  it('not when the other satker answered for another content of its row', async () => {
    expect((await settled([a(notDuplicate), b({ row_fingerprint: 'isi lain' })])).dismissed).toEqual([]);
  });

  it('named alone, by its key, with the answer of the other satker to its group', async () => {
    const pair = a({ ...notDuplicate, key: 'ab' });
    expect((await settled([pair, b({})])).dismissed).toEqual(['ab']);
    expect(await settled([pair, b(tmsDuplicate)])).toMatchObject({
      dismissed: [],
      conflicts: ['b:ganda-tanpa-pasangan'],
    });
  });
});

describe('a group of three', () => {
  const ofThree = (voter_key: string, stated: Partial<NewDecision>) =>
    decision({
      voter_key,
      members: 3,
      pairs: ['a', 'b', 'c']
        .filter((other) => other !== voter_key)
        .map((other) => shownPair([voter_key, other].toSorted().join(''), other)),
      ...stated,
    });

  it('may hold one that is no duplicate beside one that is', async () => {
    expect(
      await settled([ofThree('a', notDuplicate), ofThree('b', tmsDuplicate), ofThree('c', {})]),
    ).toMatchObject({
      conflicts: [],
      dismissed: ['ab', 'ac'],
    });
  });

  it('is a conflict when all are called duplicates', async () => {
    const all = ['a', 'b', 'c'].map((voter_key) => ofThree(voter_key, tmsDuplicate));
    expect((await settled(all)).conflicts).toHaveLength(3);
    expect((await settled(all.slice(1))).conflicts).toEqual([]);
  });
});
