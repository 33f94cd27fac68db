import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import nikKosong from '../../../rules/invalid/nik-kosong.ts';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { invalid } from '../../../src/stages/30-invalid/index.ts';
import { block } from '../../../src/stages/40-block/index.ts';
import { group } from '../../../src/stages/60-group/index.ts';
import { loadRows, type TestRow, withDatabase } from '../../support/stages.ts';

interface Pair {
  voter_key_a: string;
  voter_key_b: string;
  grade: string;
  tier: string;
  scope: string;
  pair_key: string;
}

interface Member {
  group_key: string;
  voter_key: string;
  grade: string;
  members: number;
  pairs_total: number;
  pairs_written: number;
  suggested_keep: boolean;
  suggestion: string;
  reason: string;
  scope: string;
}

async function ganda(rows: readonly TestRow[], most = 50): Promise<{ pairs: Pair[]; members: Member[] }> {
  return await withDatabase(async (database) => {
    const context = await loadRows(database, rows, {
      rules: [nikKosong],
      config: { max_pairs_members: most },
    });
    for (const stage of [normalise, invalid, block, group]) await stage.run(context);
    return {
      pairs: await database.rows<Pair>(sql`SELECT * FROM ganda_pair ORDER BY voter_key_a, voter_key_b`),
      members: await database.rows<Member>(
        sql`SELECT * EXCLUDE (row_id) FROM ganda_group ORDER BY voter_key`,
      ),
    };
  });
}

const NIK = '3374014506900017';
const KK = '3374010101100001';

describe('exact Data Ganda', () => {
  it('gives the strongest grade that fits, exclusively', async () => {
    const { pairs } = await ganda([
      { dpid: '1', nik: NIK, nkk: KK, nama: 'Siti Aminah' },
      { dpid: '2', nik: NIK, nkk: KK, nama: 'SITI  AMINAH' },
      { dpid: '3', nik: NIK, nkk: '3374010101100002', nama: 'SITI AMINAH' },
      { dpid: '4', nik: NIK, nkk: KK, nama: 'SITI AMINA' },
    ]);
    expect(
      pairs.map(({ voter_key_a, voter_key_b, grade }) => `${voter_key_a}${voter_key_b}:${grade}`),
    ).toEqual(['12:K1', '13:K2', '14:K3', '23:K2', '24:K3', '34:K3']);
  });

  it('never pairs masked, short or empty NIK', async () => {
    const rows = ['337401******0017', '337401', ''].flatMap((nik, index) => [
      { dpid: `${index}a`, nik, nama: 'SITI AMINAH' },
      { dpid: `${index}b`, nik, nama: 'SITI AMINAH' },
    ]);
    expect(await ganda(rows)).toEqual({ pairs: [], members: [] });
  });

  it('sends a NIK shared by unlike names to Dukcapil and proposes nobody for removal', async () => {
    const { members, pairs } = await ganda([
      { dpid: '1', nik: NIK, nama: 'SITI AMINAH' },
      { dpid: '2', nik: NIK, nama: 'BAMBANG WIJAYA' },
    ]);
    expect(members.map(({ suggestion }) => suggestion)).toEqual(['dukcapil', 'dukcapil']);
    expect(members.every(({ suggested_keep }) => suggested_keep)).toBe(true);
    expect(pairs[0]?.tier).toBe('tinjau');
  });

  it('keeps the row without a TMS mark and says why', async () => {
    const { members } = await ganda([
      { dpid: '1', nik: NIK, nkk: KK, nama: 'SITI AMINAH', keterangan: '2' },
      { dpid: '2', nik: NIK, nkk: KK, nama: 'SITI AMINAH' },
    ]);
    expect(members.map(({ voter_key, suggestion }) => [voter_key, suggestion])).toEqual([
      ['1', 'tms-ganda'],
      ['2', 'abaikan'],
    ]);
    expect(members[1]?.reason).toContain('TMS');
  });

  it.each([
    ['33.74.01.1001', '33.74.01.1001', '1', '1', 'tps'],
    ['33.74.01.1001', '33.74.01.1001', '1', '2', 'desa'],
    ['33.74.01.1001', '33.74.01.1002', '1', '1', 'kecamatan'],
    ['33.74.01.1001', '33.74.02.1001', '1', '1', 'kabupaten'],
    ['33.74.01.1001', '33.01.01.2001', '1', '1', 'provinsi'],
    ['33.74.01.1001', '11.01.01.2001', '1', '1', 'luar-provinsi'],
  ])('scope of %s and %s, TPS %s and %s is %s', async (desaA, desaB, tpsA, tpsB, scope) => {
    const { pairs, members } = await ganda([
      { dpid: '1', nik: NIK, nama: 'SITI', kode_desa: desaA, tps: tpsA },
      { dpid: '2', nik: NIK, nama: 'SITI', kode_desa: desaB, tps: tpsB },
    ]);
    expect(pairs[0]?.scope).toBe(scope);
    expect(members.map((member) => member.scope)).toEqual([scope, scope]);
  });

  it('writes an oversized group as a group and caps its pairs, with every member at its right grade', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index): TestRow => ({
        dpid: String(1000 + index),
        nik: NIK,
        nkk: index < 2 ? KK : `33740101011${String(index).padStart(5, '0')}`,
        nama:
          index < 5
            ? 'SITI AMINAH'
            : `NAMA ${'ABCDEFGHIJ'[index % 10]}${'KLMNOPQRST'[Math.floor(index / 10)]}`,
      }),
    );
    const { members, pairs } = await ganda(rows, 10);
    expect(members).toHaveLength(60);
    expect(pairs).toHaveLength(59);
    expect(members[0]).toMatchObject({ members: 60, pairs_written: 59, pairs_total: 1770 });
    expect(members.map(({ grade }) => grade)).toEqual(
      rows.map((_, index) => (index < 2 ? 'K1' : index < 5 ? 'K2' : 'K3')),
    );
  });

  it('equals a brute-force search on random rolls, keeps one of each person, and ignores the order of rows', async () => {
    const row = fc.record({
      nik: fc.constantFrom('', NIK, '3374014506900018', '3374014506900019', '33740145'),
      nkk: fc.constantFrom('', KK, '3374010101100002'),
      nama: fc.constantFrom('SITI AMINAH', 'BAMBANG', 'Siti Aminah', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 14 }), async (drawn) => {
        const rows = drawn.map((entry, index) => ({ ...entry, dpid: String(10 + index) }));
        const { pairs, members } = await ganda(rows);
        const expected = rows.flatMap((a, index) =>
          rows.slice(index + 1).flatMap((b) => {
            if (a.nik.length !== 16 || a.nik !== b.nik) return [];
            const sameName = a.nama !== '' && a.nama.toUpperCase() === b.nama.toUpperCase();
            const grade = sameName ? (a.nkk !== '' && a.nkk === b.nkk ? 'K1' : 'K2') : 'K3';
            return [`${a.dpid}-${b.dpid}:${grade}`];
          }),
        );
        expect(pairs.map((pair) => `${pair.voter_key_a}-${pair.voter_key_b}:${pair.grade}`)).toEqual(
          expected,
        );
        const groups = new Map(
          members.map(({ group_key }) => [
            group_key,
            members.filter((member) => member.group_key === group_key),
          ]),
        );
        for (const ofOne of groups.values()) {
          expect(ofOne.some(({ suggested_keep }) => suggested_keep)).toBe(true);
          expect(ofOne.every(({ suggestion }) => suggestion === 'tms-ganda')).toBe(false);
        }
        expect(await ganda(rows.toReversed())).toEqual({ pairs, members });
      }),
      { numRuns: 12 },
    );
  });
});
