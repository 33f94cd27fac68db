import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPARISON_IDS } from '../../../src/model/output-tables.ts';
import type { TestRow } from '../../support/stages.ts';
import { grouped, partition, type ScoredPair, sameNikPairs } from './support.ts';

const NIK = '3374014506900017';
const OTHER_NIK = '3374014506900018';
const KK = '3374010101100001';

const PEOPLE: readonly TestRow[] = Array.from({ length: 6 }, (_, index) => ({
  dpid: String(index),
  nama: 'SITI AMINAH',
}));

describe('grades and tiers', () => {
  it('gives the strongest grade that fits, exclusively', async () => {
    const rows = [
      { dpid: '1', nik: NIK, nkk: KK, nama: 'Siti Aminah' },
      { dpid: '2', nik: NIK, nkk: KK, nama: 'SITI  AMINAH' },
      { dpid: '3', nik: NIK, nkk: '3374010101100002', nama: 'SITI AMINAH' },
      { dpid: '4', nik: NIK, nkk: KK, nama: 'SITI AMINA' },
    ];
    const { pairs, members } = await grouped(rows, sameNikPairs(rows));
    expect(
      pairs.map(({ voter_key_a, voter_key_b, grade }) => `${voter_key_a}${voter_key_b}:${grade}`),
    ).toEqual(['12:K1', '13:K2', '14:K3', '23:K2', '24:K3', '34:K3']);
    expect(members.map(({ grade }) => grade)).toEqual(['K1', 'K1', 'K2', 'K3']);
    expect(new Set(members.map(({ group_grade }) => group_grade))).toEqual(new Set(['K1']));
  });

  it('calls a likely pair without an equal NIK mirip, and publishes an unlikely pair only with a grade of KPU', async () => {
    const rows = [
      { dpid: '1', nik: NIK, nama: 'SITI' },
      { dpid: '2', nik: NIK, nama: 'BAMBANG' },
      { dpid: '3', nik: OTHER_NIK, nama: 'SITI' },
      { dpid: '4', nik: '', nama: 'SITI' },
      { dpid: '5', nik: '337401******0017', nama: 'SITI' },
      { dpid: '6', nik: '337401******0017', nama: 'SITI' },
    ];
    const { pairs, facts } = await grouped(rows, [
      { a: 0, b: 1, probability: 0.001 },
      { a: 0, b: 2, probability: 0.5 },
      { a: 2, b: 3, probability: 0.499 },
      { a: 4, b: 5, probability: 0.96 },
    ]);
    expect(pairs.map((pair) => [pair.voter_key_a, pair.voter_key_b, pair.grade, pair.tier])).toEqual([
      ['1', '2', 'K3', 'tinjau'],
      ['1', '3', 'mirip', 'tinjau'],
      ['5', '6', 'mirip', 'kuat'],
    ]);
    expect(facts).toEqual({ candidates: 4, same_nik_not_compared: 0 });
  });

  it('calls a pair pasti, kuat or tinjau by its probability, never pasti where a guard fired', async () => {
    const expected = [
      { probability: 0.5, tier: 'tinjau' },
      { probability: 0.9499, tier: 'tinjau' },
      { probability: 0.95, tier: 'kuat' },
      { probability: 0.9899, tier: 'kuat' },
      { probability: 0.99, tier: 'pasti' },
      { probability: 0.9999, guard: 'kembar', tier: 'kuat' },
      { probability: 0.6, guard: 'kembar', tier: 'tinjau' },
    ];
    const rows = Array.from({ length: expected.length * 2 }, (_, index) => ({
      dpid: String(10 + index),
      nama: 'SITI AMINAH',
    }));
    const { pairs, members } = await grouped(
      rows,
      expected.map((pair, index) => ({ ...pair, a: index * 2, b: index * 2 + 1 })),
    );
    expect(pairs.map((pair) => pair.tier)).toEqual(expected.map(({ tier }) => tier));
    expect(members.map((member) => [member.tier, member.match_probability])).toEqual(
      expected.flatMap(({ tier, probability }) => [
        [tier, probability],
        [tier, probability],
      ]),
    );
  });

  it('takes its thresholds from the config', async () => {
    const { pairs } = await grouped(
      PEOPLE,
      [
        { a: 0, b: 1, probability: 0.8 },
        { a: 2, b: 3, probability: 0.7 },
        { a: 4, b: 5, probability: 0.6 },
      ],
      { thresholds: { pasti: 0.8, kuat: 0.7, tinjau: 0.65 } },
    );
    expect(pairs.map(({ tier }) => tier)).toEqual(['pasti', 'kuat']);
  });

  it('leaves the columns of comparisons that dropped out empty, and has those of all that ship', async () => {
    const files = readdirSync(join(import.meta.dirname, '../../../rules/ganda/comparisons'));
    expect(files.map((file) => file.replace(/\.ts$/, '')).toSorted()).toEqual(COMPARISON_IDS.toSorted());
    const { pairs } = await grouped(PEOPLE, [
      { a: 0, b: 1, probability: 0.8, levels: { nama: ['sama', 5] } },
    ]);
    expect(pairs[0]).toMatchObject({ level_nama: 'sama', level_nkk: null, weight_nkk: null });
  });

  it('names the narrowest area that holds both ends', async () => {
    const places = [
      ['33.74.01.1001', '33.74.01.1001', '1', '1', 'tps'],
      ['33.74.01.1001', '33.74.01.1001', '1', '2', 'desa'],
      ['33.74.01.1001', '33.74.01.1002', '1', '1', 'kecamatan'],
      ['33.74.01.1001', '33.74.02.1001', '1', '1', 'kabupaten'],
      ['33.74.01.1001', '33.01.01.2001', '1', '1', 'provinsi'],
      ['33.74.01.1001', '11.01.01.2001', '1', '1', 'luar-provinsi'],
    ] as const;
    const rows = places.flatMap(([desaA, desaB, tpsA, tpsB], index) => [
      { dpid: `${index}a`, nama: 'SITI', kode_desa: desaA, tps: tpsA },
      { dpid: `${index}b`, nama: 'SITI', kode_desa: desaB, tps: tpsB },
    ]);
    const { pairs, members } = await grouped(
      rows,
      places.map((_, index) => ({ a: index * 2, b: index * 2 + 1, probability: 0.9 })),
    );
    expect(pairs.map(({ scope }) => scope)).toEqual(places.map(([, , , , scope]) => scope));
    expect(members.map(({ scope }) => scope)).toEqual(places.flatMap(([, , , , scope]) => [scope, scope]));
  });
});

describe('groups', () => {
  it('joins rows of several NIK by likely pairs', async () => {
    const rows = [
      { dpid: '1', nik: NIK, nama: 'SITI' },
      { dpid: '2', nik: NIK, nama: 'SITI' },
      { dpid: '3', nik: OTHER_NIK, nama: 'SITI' },
      { dpid: '4', nama: 'BAMBANG' },
      { dpid: '5', nama: 'BAMBANG' },
    ];
    const { members } = await grouped(rows, [
      ...sameNikPairs(rows),
      { a: 1, b: 2, probability: 0.99 },
      { a: 3, b: 4, probability: 0.6 },
    ]);
    expect(partition(members)).toEqual([
      ['1', '2', '3'],
      ['4', '5'],
    ]);
    expect(members.map(({ grade, group_grade, suggestion }) => [grade, group_grade, suggestion])).toEqual([
      ['K2', 'K2', 'abaikan'],
      ['K2', 'K2', 'tms-ganda'],
      ['mirip', 'K2', 'verifikasi'],
      ['mirip', 'mirip', 'verifikasi'],
      ['mirip', 'mirip', 'verifikasi'],
    ]);
    expect(members[0]).toMatchObject({ members: 3, pairs_written: 2, pairs_total: 3 });
  });

  const twoPairs = (bridge: number): ScoredPair[] => [
    { a: 0, b: 1, probability: 0.97 },
    { a: 2, b: 3, probability: 0.97 },
    { a: 1, b: 2, probability: bridge },
  ];

  it('cuts a weak bridge between two pairs, keeps it published, and says so to both', async () => {
    const { pairs, members } = await grouped(PEOPLE, twoPairs(0.94));
    expect(partition(members)).toEqual([
      ['0', '1'],
      ['2', '3'],
    ]);
    expect(pairs.map(({ bridge_cut }) => bridge_cut)).toEqual([false, true, false]);
    for (const member of members)
      expect(member).toMatchObject({ members: 2, pairs_written: 1, pairs_total: 1 });
    for (const { reason } of members) expect(reason).toContain('sambungan lemah ke kelompok lain diputus');
  });

  it.each<[string, ScoredPair[]]>([
    ['a bridge that is not weak', twoPairs(0.95)],
    ['a bridge to a single row', twoPairs(0.6).slice(1)],
    ['a weak link beside another', [...twoPairs(0.6), { a: 0, b: 3, probability: 0.6 }]],
  ])('leaves %s', async (_, scored) => {
    const { pairs, members } = await grouped(PEOPLE, scored);
    expect(partition(members)).toHaveLength(1);
    expect(pairs.some(({ bridge_cut }) => bridge_cut)).toBe(false);
    for (const { reason } of members) expect(reason).not.toContain('diputus');
  });

  it('keeps the rows of one NIK one group, however unlikely', async () => {
    const rows = [
      { dpid: '0', nama: 'SITI' },
      { dpid: '1', nik: NIK, nama: 'SITI' },
      { dpid: '2', nik: NIK, nama: 'BAMBANG' },
      { dpid: '3', nama: 'BAMBANG' },
    ];
    const { members, pairs } = await grouped(rows, twoPairs(0.01));
    expect(partition(members)).toEqual([['0', '1', '2', '3']]);
    expect(pairs.map(({ grade, bridge_cut }) => [grade, bridge_cut])).toEqual([
      ['mirip', false],
      ['K3', false],
      ['mirip', false],
    ]);
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
    const neighbours = rows
      .slice(1)
      .map((_, index) => ({ a: index, b: index + 1, probability: index < 4 ? 0.97 : 0.3 }));
    const { members, pairs, facts } = await grouped(rows, neighbours);
    expect(partition(members)).toHaveLength(1);
    expect(pairs).toHaveLength(59);
    expect(members[0]).toMatchObject({ members: 60, pairs_written: 59, pairs_total: 1770 });
    expect(facts).toEqual({ candidates: 59, same_nik_not_compared: 1711 });
    expect(members.map(({ grade }) => grade)).toEqual(
      rows.map((_, index) => (index < 2 ? 'K1' : index < 5 ? 'K2' : 'K3')),
    );
    expect(members.map(({ suggestion }) => suggestion).slice(0, 6)).toEqual([
      'abaikan',
      'tms-ganda',
      'tms-ganda',
      'tms-ganda',
      'tms-ganda',
      'dukcapil',
    ]);
  });

  it('proposes nobody for removal where all but NIK and name speaks against one person', async () => {
    const rows = [
      { dpid: '1', nik: NIK, nkk: KK, nama: 'IIS ROHAETI' },
      { dpid: '2', nik: NIK, nkk: KK, nama: 'IIS ROHAETI' },
    ];
    const { members } = await grouped(rows, [{ a: 0, b: 1, probability: 0.6 }]);
    expect(members.map(({ grade, tier }) => [grade, tier])).toEqual([
      ['K1', 'tinjau'],
      ['K1', 'tinjau'],
    ]);
    expect(members.map(({ suggestion }) => suggestion)).not.toContain('tms-ganda');
  });

  it('proposes nobody for removal where a guard fired, however likely the pair', async () => {
    const rows = [
      { dpid: '1', nik: NIK, nkk: KK, nama: 'IIS ROHAETI' },
      { dpid: '2', nik: NIK, nkk: KK, nama: 'IIS ROHAETI' },
    ];
    const pair = { a: 0, b: 1, probability: 0.98 };
    const { members: held } = await grouped(rows, [{ ...pair, guard: 'nik-disalin' }]);
    expect(held.map(({ tier }) => tier)).toEqual(['kuat', 'kuat']);
    expect(held.map(({ suggestion }) => suggestion)).not.toContain('tms-ganda');
    const { members: free } = await grouped(rows, [pair]);
    expect(free.map(({ suggestion }) => suggestion)).toContain('tms-ganda');
  });

  it('has nothing to say of a roll without pairs', async () => {
    const { pairs, members, facts } = await grouped(PEOPLE, []);
    expect({ pairs, members, facts }).toEqual({
      pairs: [],
      members: [],
      facts: { candidates: 0, same_nik_not_compared: 0 },
    });
  });
});

describe('suggestions', () => {
  const shared = [
    { dpid: '1', nik: NIK, nama: 'SITI AMINAH' },
    { dpid: '2', nik: NIK, nama: 'BAMBANG WIJAYA' },
  ];

  it('sends a NIK shared by unlike names to Dukcapil and proposes nobody for removal', async () => {
    const { members, pairs } = await grouped(shared, [
      { a: 0, b: 1, probability: 0.2, levels: { nama: ['beda', -7], nik: ['sama', 17] } },
    ]);
    expect(members.map(({ suggestion }) => suggestion)).toEqual(['dukcapil', 'dukcapil']);
    expect(members.every(({ suggested_keep }) => suggested_keep)).toBe(true);
    expect(pairs[0]?.tier).toBe('tinjau');
    expect(members[0]?.reason).toBe(
      'NIK sama dengan baris 2, nama tidak serupa: dua orang mungkin berbagi NIK; tanyakan kepada Disdukcapil',
    );
  });

  it.each<[string, ScoredPair]>([
    ['names speak for it', { a: 0, b: 1, probability: 0.2, levels: { nama: ['mirip', 3] } }],
    ['all else does', { a: 0, b: 1, probability: 0.5, levels: { nama: ['beda', -7] } }],
  ])('asks to verify a shared NIK where %s', async (_, pair) => {
    const { members } = await grouped(shared, [pair]);
    expect(members.map(({ suggestion, suggested_keep }) => [suggestion, suggested_keep])).toEqual([
      ['verifikasi', true],
      ['verifikasi', true],
    ]);
    expect(members[0]?.reason).toMatch(/^NIK sama dengan baris 2.*: pastikan apakah orang yang sama$/);
  });

  it('names the strongest agreements and the guard, in the language of the run', async () => {
    const pair: ScoredPair = {
      a: 0,
      b: 1,
      probability: 0.9,
      guard: 'kembar',
      levels: {
        nama: ['mirip', 2],
        tanggal_lahir: ['sama', 9],
        nik: ['satu-digit', 12],
        alamat: ['sama', 1],
      },
    };
    const { members } = await grouped(PEOPLE, [pair]);
    expect(members[1]?.reason).toBe(
      'mirip dengan baris 0 (NIK: taraf satu-digit; TANGGAL_LAHIR: taraf sama; NAMA: taraf mirip): pastikan apakah orang yang sama; hati-hati: orang kembar',
    );
    const { members: english } = await grouped(PEOPLE, [pair], { language: 'en' });
    expect(english[1]?.reason).toBe(
      'similar to row 0 (NIK (en): taraf satu-digit (en); TANGGAL_LAHIR (en): taraf sama (en); NAMA (en): taraf mirip (en)): verify whether it is one person; beware: twins',
    );
  });

  it('names no field that speaks against one person', async () => {
    const { members } = await grouped(PEOPLE, [
      { a: 0, b: 1, probability: 0.6, levels: { nama: ['beda', -3], alamat: ['sama', 0] } },
    ]);
    expect(members[0]?.reason).toBe('mirip dengan baris 1: pastikan apakah orang yang sama');
  });

  it.each<[string, TestRow, TestRow, string]>([
    ['is not marked TMS', { keterangan: '2' }, {}, 'tidak bertanda TMS'],
    ['has the fewest error findings', { tanggal_lahir: '31|02|1980' }, {}, 'temuan error paling sedikit'],
    ['is the fullest', {}, { alamat: 'JALAN MAWAR' }, 'isian paling lengkap'],
  ])('keeps the row that %s and says why', async (_, first, second, why) => {
    const rows = [
      { dpid: '1', nik: NIK, nkk: KK, nama: 'SITI AMINAH', ...first },
      { dpid: '2', nik: NIK, nkk: KK, nama: 'SITI AMINAH', ...second },
    ];
    const { members } = await grouped(rows, sameNikPairs(rows));
    expect(members.map(({ voter_key, suggestion }) => [voter_key, suggestion])).toEqual([
      ['1', 'tms-ganda'],
      ['2', 'abaikan'],
    ]);
    expect(members[1]?.reason).toBe(`diusulkan tetap: ${why}`);
    expect(members[0]?.reason).toBe('NIK, NKK, dan nama sama; yang diusulkan tetap: baris 2');
  });

  it('proposes for removal only what equals the row that stays, by a grade of one person', async () => {
    const person = { nik: NIK, nama: 'SITI AMINAH' };
    const rows = [
      { ...person, dpid: '1', tanggal_lahir: '01|02|1980' },
      { ...person, dpid: '2', tanggal_lahir: '01|02|1980' },
      { ...person, dpid: '3', tanggal_lahir: '03|04|1985' },
      { ...person, dpid: '4', tanggal_lahir: '03|04|1985' },
    ];
    const { members, pairs } = await grouped(rows, sameNikPairs(rows), { grades: 'kpu-kepri-2018' });
    expect(new Set(pairs.map(({ grade }) => grade))).toEqual(new Set(['K4', 'mirip']));
    expect(members.map(({ suggestion }) => suggestion)).toEqual([
      'abaikan',
      'tms-ganda',
      'abaikan',
      'tms-ganda',
    ]);
  });
});
