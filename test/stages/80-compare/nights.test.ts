import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHANGE_TABLES, HISTORY_TABLES } from '../../../src/model/change-tables.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import { night, rowsOf, type Voter } from './nights.ts';

const voter = (
  dpid: string,
  satker: string,
  person: number,
  defects: Voter['defects'] = [],
  alamat?: string,
): Voter => ({ dpid, satker, person, defects, ...(alamat === undefined ? {} : { alamat }) });

const RT = 'rt-rw-nol' as const;
const PLACE = 'tempat-lahir-kosong' as const;

/**
 * Satker 3304 sends nothing on the second night. 101 is fixed on the second and broken again on the third night; 102 and
 * 202 are one person until 202 is removed on the third; 103 is broken on the second; 106 comes, 105 goes on the second;
 * 107 moves from 3301 to 3306 on the third; 301 and 302 are in the satker that was silent, 302 is fixed meanwhile.
 */
const FIRST: readonly Voter[] = [
  voter('101', '3301', 1, [RT]),
  voter('102', '3301', 2, [PLACE]),
  voter('202', '3301', 2),
  voter('103', '3301', 3),
  voter('105', '3301', 5, [RT, PLACE]),
  voter('107', '3301', 7, [RT]),
  voter('301', '3304', 31, [RT]),
  voter('302', '3304', 32, [PLACE]),
  voter('303', '3304', 33),
  voter('203', '3304', 33),
];
const SECOND: readonly Voter[] = [
  voter('101', '3301', 1),
  voter('102', '3301', 2, [PLACE]),
  voter('202', '3301', 2),
  voter('103', '3301', 3, [RT]),
  voter('106', '3301', 6),
  voter('107', '3301', 7, [RT]),
  voter('601', '3306', 61, [PLACE]),
];
const THIRD: readonly Voter[] = [
  voter('101', '3301', 1, [RT]),
  voter('102', '3301', 2, [PLACE], 'DUSUN LAIN'),
  voter('103', '3301', 3, [RT]),
  voter('106', '3301', 6, [PLACE]),
  voter('107', '3306', 7, [RT]),
  voter('601', '3306', 61, [PLACE]),
  voter('301', '3304', 31, [RT]),
  voter('302', '3304', 32),
  voter('303', '3304', 33),
  voter('203', '3304', 33),
];

let folder: string;
let nights: { manifest: Manifest; folder: string }[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-nights-'));
  nights = [
    await night(folder, '2026-11-20', FIRST),
    await night(folder, '2026-11-21', SECOND),
    await night(folder, '2026-11-22', THIRD),
  ];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** dpid → rule → status and since when, from the tables of a night; a finding that is gone is named by an earlier night. */
async function findings(of: number): Promise<Record<string, string>> {
  const changed = await rowsOf<{ finding_key: string; status: string; open_since: Date }>(
    join(nights[of]?.folder ?? '', 'change/findings.parquet'),
  );
  const named = new Map<string, string>();
  for (const run of nights.slice(0, of + 1)) {
    const rows = await rowsOf<{ finding_key: string; dpid: string; rule_id: string }>(
      join(run.folder, 'data-invalid/*/*.parquet'),
    );
    for (const { finding_key, dpid, rule_id } of rows) named.set(finding_key, `${dpid} ${rule_id}`);
  }
  return Object.fromEntries(
    changed.map(({ finding_key, status, open_since }) => [
      named.get(finding_key) ?? finding_key,
      `${status} ${open_since.toISOString().slice(8, 10)}`,
    ]),
  );
}

async function pairs(of: number): Promise<Record<string, string>> {
  const rows = await rowsOf<Record<string, string>>(join(nights[of]?.folder ?? '', 'change/pairs.parquet'));
  return Object.fromEntries(
    rows.map((row) => [
      `${row['kode_satker_a']}-${row['kode_satker_b']} ${row['grade']}`,
      row['status'] ?? '',
    ]),
  );
}

async function movements(of: number): Promise<Record<string, Record<string, number>>> {
  const rows = await rowsOf<Record<string, string | number | null>>(
    join(nights[of]?.folder ?? '', 'change/voters.parquet'),
  );
  return Object.fromEntries(
    rows.map((row) => [
      row['kode_kabupaten'] ?? row['level'],
      Object.fromEntries(Object.entries(row).filter(([, count]) => typeof count === 'number' && count !== 0)),
    ]),
  );
}

describe('three nights', () => {
  test('the first has nothing to compare with', async () => {
    expect(nights[0]?.manifest.change).toMatchObject({
      previous_run: null,
      not_compared: 'none',
      findings: { first: 7, new: 0, persisting: 0, reopened: 0, resolved: 0, not_seen: 0 },
      pairs: { first: 2, new: 0, persisting: 0, reopened: 0, resolved: 0, not_seen: 0 },
      voters: null,
      silent: [],
    });
    expect(new Set(Object.values(await findings(0)))).toEqual(new Set(['first 20']));
    expect(await movements(0)).toMatchObject({ provinsi: { pertama: 10, voters_after: 10 } });
  });

  test('the second: fixed, broken, gone; of the satker that sent nothing, nothing is known', async () => {
    expect(await findings(1)).toEqual({
      [`101 ${RT}`]: 'resolved 20',
      [`102 ${PLACE}`]: 'persisting 20',
      [`103 ${RT}`]: 'new 21',
      [`105 ${RT}`]: 'resolved 20',
      [`105 ${PLACE}`]: 'resolved 20',
      [`107 ${RT}`]: 'persisting 20',
      [`301 ${RT}`]: 'not_seen 20',
      [`302 ${PLACE}`]: 'not_seen 20',
      [`601 ${PLACE}`]: 'first 21',
    });
    expect(await pairs(1)).toEqual({ '3301-3301 K1': 'persisting', '3304-3304 K1': 'not_seen' });
    expect(await movements(1)).toEqual({
      provinsi: {
        voters_before: 10,
        tetap: 3,
        berubah: 2,
        hilang: 1,
        tidak_terlihat: 4,
        baru: 1,
        pertama: 1,
        voters_after: 7,
      },
      '3301': { voters_before: 6, tetap: 3, berubah: 2, hilang: 1, baru: 1, voters_after: 6 },
      '3304': { voters_before: 4, tidak_terlihat: 4 },
      '3306': { pertama: 1, voters_after: 1 },
    });
    expect(nights[1]?.manifest.change).toMatchObject({
      previous_run: nights[0]?.manifest.run_id,
      differs: ['reference_date'],
      satker: ['3301', '3306'],
      silent: [{ kode_satker: '3304', last_seen: '2026-11-20' }],
    });
  });

  test('the third: back again; what the silent satker kept is persisting, what it fixed is resolved', async () => {
    expect(await findings(2)).toEqual({
      [`101 ${RT}`]: 'reopened 22',
      [`102 ${PLACE}`]: 'persisting 20',
      [`103 ${RT}`]: 'persisting 21',
      [`106 ${PLACE}`]: 'new 22',
      [`107 ${RT}`]: 'persisting 20',
      [`301 ${RT}`]: 'persisting 20',
      [`302 ${PLACE}`]: 'resolved 20',
      [`601 ${PLACE}`]: 'persisting 21',
    });
    expect(await pairs(2)).toEqual({ '3301-3301 K1': 'resolved', '3304-3304 K1': 'persisting' });
    expect(await movements(2)).toEqual({
      provinsi: { voters_before: 11, tetap: 5, berubah: 5, hilang: 1, voters_after: 10 },
      '3301': { voters_before: 6, tetap: 1, berubah: 3, keluar: 1, hilang: 1, voters_after: 4 },
      '3304': { voters_before: 4, tetap: 3, berubah: 1, voters_after: 4 },
      '3306': { voters_before: 1, tetap: 1, masuk: 1, voters_after: 2 },
    });
    expect(nights[2]?.manifest.change.silent).toEqual([]);
  });

  test('what is not back is remembered as resolved', async () => {
    const kept = await rowsOf<{ kind: string; item_key: string }>(
      join(nights[2]?.folder ?? '', 'history/resolved.parquet'),
    );
    expect(kept.filter(({ kind }) => kind === 'finding')).toHaveLength(3);
    expect(kept.filter(({ kind }) => kind === 'pair')).toHaveLength(1);
  });

  test('the summary sums up to the manifest', async () => {
    for (const { folder: run, manifest } of nights) {
      const rows = await rowsOf<{ level: string; measure: string; status: string; count: number }>(
        join(run, 'change/summary.parquet'),
      );
      const counted: Record<string, number> = {};
      for (const { level, measure, status, count } of rows) {
        const key = `${level} ${measure} ${status}`;
        counted[key] = (counted[key] ?? 0) + count;
      }
      for (const [status, count] of Object.entries(manifest.change.findings)) {
        expect(counted[`provinsi rule ${status}`] ?? 0).toBe(count);
        expect(counted[`kabupaten rule ${status}`] ?? 0).toBe(count);
      }
      for (const [status, count] of Object.entries(manifest.change.pairs))
        expect(counted[`provinsi grade ${status}`] ?? 0).toBe(count);
    }
  });

  test('the same nights give the same bytes', async () => {
    const again = join(folder, 'again');
    await night(again, '2026-11-20', FIRST);
    const second = await night(again, '2026-11-21', SECOND, { threads: 2 });
    const of = ({ outputs }: Manifest) => new Map(outputs.map(({ path, sha256 }) => [path, sha256]));
    const [wanted, found] = [of(nights[1]?.manifest as Manifest), of(second.manifest)];
    for (const { path } of [...CHANGE_TABLES, ...HISTORY_TABLES])
      expect(found.get(path), path).toBe(wanted.get(path));
  });
});
