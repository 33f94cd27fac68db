import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { MAX_WIDTH } from '../../src/cli/table.ts';
import { CHANGE_FINDING_TABLE, CHANGE_PAIR_TABLE, ROW_STATE_PATHS } from '../../src/model/change-tables.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { night, rowsOf, type Voter } from '../stages/80-compare/nights.ts';
import { temporaryFolder, testIo } from './helpers.ts';

const cwd = temporaryFolder();
const voter = (dpid: string, satker: string, person: number, defects: Voter['defects'] = []): Voter => ({
  dpid,
  satker,
  person,
  defects,
});

const DATES = ['2026-11-20', '2026-11-21'];
const ROLLS: readonly (readonly Voter[])[] = [
  [
    voter('101', '3301', 1, ['rt-rw-nol']),
    voter('102', '3301', 2),
    voter('202', '3301', 2),
    voter('301', '3304', 31, ['tempat-lahir-kosong']),
  ],
  [voter('101', '3301', 1), voter('102', '3301', 2, ['rt-rw-nol']), voter('106', '3301', 6)],
];
let nights: { manifest: Manifest; folder: string }[];

beforeAll(async () => {
  nights = [];
  for (const [index, voters] of ROLLS.entries()) nights.push(await night(cwd, DATES[index] ?? '', voters));
});

async function sisir(...argv: string[]) {
  const { io, out, err } = testIo({ cwd });
  const exitCode = await main(argv, io);
  return { exitCode, out: out(), err: err() };
}

const manifestPath = (of: number) => join(nights[of]?.folder ?? '', 'manifest.json');

/** Does something while a run's manifest says another thing. */
async function withManifest(
  of: number,
  change: (manifest: Manifest) => unknown,
  action: () => Promise<void>,
) {
  const text = readFileSync(manifestPath(of), 'utf8');
  writeFileSync(manifestPath(of), JSON.stringify(change(JSON.parse(text) as Manifest)));
  try {
    await action();
  } finally {
    writeFileSync(manifestPath(of), text);
  }
}

describe('sisir compare', () => {
  test('says of two nights what the second one said of the first', async () => {
    const [first, second] = nights.map(({ manifest }) => manifest);
    const { exitCode, out } = await sisir('compare', first?.run_id ?? '', 'latest', '--json');
    expect(exitCode).toBe(0);
    const { before, change, summary, voters } = JSON.parse(out) as {
      before: object;
      change: Manifest['change'];
      summary: object[];
      voters: object[];
    };
    expect(before).toEqual({ run_id: first?.run_id, reference_date: '2026-11-20' });
    const { findings, pairs, silent, voters: moved } = second?.change ?? {};
    expect(change).toEqual({ differs: [], findings, pairs, silent, voters: moved });
    expect(findings).toMatchObject({ new: 1, resolved: 1, not_seen: 1 });
    const published = join(nights[1]?.folder ?? '', 'change');
    expect(sorted(summary)).toEqual(sorted(await rowsOf(join(published, 'summary.parquet'))));
    expect(sorted(voters)).toEqual(sorted(await rowsOf(join(published, 'voters.parquet'))));
  });

  test('tells it to a person, in both languages', async () => {
    const words = ['compare', nights[0]?.manifest.run_id ?? '', nights[1]?.manifest.run_id ?? ''];
    const { out } = await sisir(...words);
    expect(out).toContain('Temuan: 1 baru, 1 selesai, 0 masih ada, 1 tidak terlihat.');
    expect(out).toContain('Pemilih: 1 baru, 1 hilang, 2 berubah, 0 tetap, 1 tidak terlihat.');
    expect(out).toContain('Tidak mengirim: satker 3304 (terakhir 2026-11-20).');
    expect(out).toMatch(/rt-rw-nol +1 +0 +1 +0 +0/);
    expect(out).toMatch(/3304 +Kabupaten Banjarnegara +0 +0 +0 +1 +0/);
    const english = (await sisir(...words, '--lang', 'en')).out;
    expect(english).toContain('Findings: 1 new, 1 resolved, 0 persisting, 1 not seen.');
    for (const line of [out, english].join('\n').split('\n'))
      expect(line.length).toBeLessThanOrEqual(MAX_WIDTH);
  });

  test('refuses runs that are not alike, naming what differs, unless it is forced', async () => {
    const words = ['compare', nights[0]?.manifest.run_id ?? '', 'latest'];
    const other = (manifest: Manifest) => ({
      ...manifest,
      versions: { ...manifest.versions, 'rule:rt-rw-nol': 'x', model: 'x', 'config:thresholds': 'x' },
    });
    await withManifest(1, other, async () => {
      const refused = await sisir(...words);
      expect(refused.exitCode).toBe(2);
      expect(refused.err).toContain('setelan thresholds, model, aturan rt-rw-nol berbeda');
      expect(refused.out).toBe('');
      const forced = await sisir(...words, '--force');
      expect(forced.exitCode).toBe(0);
      expect(forced.out).toContain('Berbeda dari proses itu: setelan thresholds, model, aturan rt-rw-nol.');
    });
  });

  test('compares all but the voters where their fingerprints are of another make', async () => {
    const other = (manifest: Manifest) => ({
      ...manifest,
      versions: { ...manifest.versions, fingerprint: '1' },
    });
    await withManifest(1, other, async () => {
      const { out } = await sisir('compare', nights[0]?.manifest.run_id ?? '', 'latest', '--json');
      const { change, voters } = JSON.parse(out) as { change: Manifest['change']; voters: object[] };
      expect(change.voters).toBeNull();
      expect(voters).toEqual([]);
      expect(change.findings).toEqual(nights[1]?.manifest.change.findings);
    });
  });

  test('refuses a run that kept no history, and one whose tables are damaged', async () => {
    const run = nights[0]?.manifest.run_id ?? '';
    const without = ({ outputs, ...manifest }: Manifest) => ({
      ...manifest,
      outputs: outputs.filter(({ path }) => !path.startsWith('history/')),
    });
    await withManifest(0, without, async () => {
      expect((await sisir('compare', run, 'latest')).err).toContain('belum menyimpan riwayat');
    });
    const wrong = ({ outputs, ...manifest }: Manifest) => ({
      ...manifest,
      outputs: outputs.map((output) => ({ ...output, sha256: 'x' })),
    });
    await withManifest(0, wrong, async () => {
      const { exitCode, err } = await sisir('compare', run, 'latest');
      expect(exitCode).toBe(2);
      expect(err).toContain('tidak lagi seperti saat terbit');
    });
  });
});

function sorted(rows: readonly object[]): string[] {
  return rows
    .map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

describe('nights under privacy.encrypt', () => {
  const place = temporaryFolder();
  const firstKey = join(place, 'first.key');
  const otherKey = join(place, 'other.key');
  const closedNight = async (folder: string, index: number, key: string) =>
    await night(join(place, folder), DATES[index] ?? '', ROLLS[index] ?? [], {
      privacy: { encrypt: { findings: true, key_file: key } },
    });
  const compared = async (out: string, ...more: string[]) =>
    await sisir('compare', '20261120T020000Z', 'latest', '--out', out, ...more);

  const [closedRuns, openRuns] = [join(place, 'closed/runs'), join(cwd, 'runs')];

  beforeAll(async () => {
    writeFileSync(firstKey, 'f'.repeat(64), { mode: 0o600 });
    writeFileSync(otherKey, 'e'.repeat(64), { mode: 0o600 });
    await closedNight('closed', 0, firstKey);
    cpSync(join(place, 'closed'), join(place, 'changed'), { recursive: true, verbatimSymlinks: true });
  });

  test('keep every table with a row for each finding, pair or voter closed, and are compared like others', async () => {
    const [, open] = nights;
    const closed = await closedNight('closed', 1, firstKey);
    for (const path of ROW_STATE_PATHS) {
      expect(existsSync(join(closed.folder, path)), path).toBe(false);
      expect(existsSync(join(closed.folder, `${path}.enc`)), path).toBe(true);
    }
    expect(closed.manifest.change).toEqual(open?.manifest.change);
    expect(closed.manifest.change.findings).toMatchObject({ new: 1, resolved: 1 });

    const refused = await compared(closedRuns, '--lang', 'en');
    expect([refused.exitCode, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('is encrypted. Name its key with --key-file');
    const wrong = await compared(closedRuns, '--key-file', otherKey, '--lang', 'en');
    expect(wrong.err).toContain('encrypted with another key');
    const told = await compared(closedRuns, '--key-file', firstKey, '--json');
    expect(told.exitCode, told.err).toBe(0);
    expect(JSON.parse(told.out)).toEqual(JSON.parse((await compared(openRuns, '--json')).out));

    const opened = join(place, 'opened');
    const run = join(closedRuns, 'latest');
    expect((await sisir('decrypt', run, '--key-file', firstKey, '--out', opened)).exitCode).toBe(0);
    for (const { path } of [CHANGE_FINDING_TABLE, CHANGE_PAIR_TABLE])
      expect(await rowsOf(join(opened, path))).toEqual(await rowsOf(join(open?.folder ?? '', path)));
    expect((await sisir('compare', nights[0]?.folder ?? '', opened)).exitCode).toBe(0);
  });

  test('under another key than the night before are compared with none, which is said', async () => {
    const second = await closedNight('changed', 1, otherKey);
    expect(second.manifest.change).toMatchObject({ previous_run: null, not_compared: 'tables-encrypted' });
    expect(second.manifest.change.findings.first).toBeGreaterThan(0);
  });
});

describe('a run that lost its tables to retention', () => {
  test('is refused, saying since when', async () => {
    const folder = nights[0]?.folder ?? '';
    const record = { pruned_at: '2026-12-24T02:00:00.000Z', by_run: 'x', retention: { runs: 1 }, paths: [] };
    writeFileSync(join(folder, 'pruned.json'), JSON.stringify(record));
    rmSync(join(folder, 'history'), { recursive: true });
    const { exitCode, err } = await sisir('compare', nights[0]?.manifest.run_id ?? '', 'latest');
    expect(exitCode).toBe(2);
    expect(err).toContain('tabel besarnya sudah dihapus pada 2026-12-24 menurut setelan retention');
  });
});
