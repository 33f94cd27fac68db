import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../src/model/manifest.ts';
import { night, type Voter } from '../stages/80-compare/nights.ts';
import { tablesOf } from './night.ts';

const VOTERS: readonly Voter[] = [
  { dpid: '101', satker: '3301', person: 1, defects: ['rt-rw-nol'] },
  { dpid: '102', satker: '3301', person: 2, defects: [] },
];

let folder: string;
let day = 10;
let first: { manifest: Manifest; folder: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-earlier-'));
  first = await night(folder, '2026-11-10', VOTERS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another night, and what was warned of. */
async function nextNight(): Promise<{ manifest: Manifest; folder: string; warnings: string[] }> {
  day += 1;
  const warnings: string[] = [];
  const log = { info() {}, warn: (_: object, message: string) => warnings.push(message) };
  const done = await night(folder, `2026-11-${day}`, VOTERS, {}, { log });
  return { ...done, warnings: warnings.filter((message) => message.includes('latest')) };
}

test('an earlier run that cannot be used is said, and the run goes on as a first one', async () => {
  const latest = () => join(folder, 'runs', 'latest');
  const expectFirst = async (code: string) => {
    const { manifest, warnings } = await nextNight();
    expect(manifest.change).toMatchObject({ previous_run: null, not_compared: code, voters: null });
    expect(manifest.change.findings).toMatchObject({ first: 1, persisting: 0 });
    expect(warnings).toHaveLength(1);
    expect(tablesOf(manifest)).toEqual(tablesOf(first.manifest));
    expect(readdirSync(join(folder, 'runs')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readlinkSync(latest())).toBe(manifest.run_id);
    return manifest.run_id;
  };

  truncateSync(join(first.folder, 'change/findings.parquet'), 100);
  const second = await expectFirst('tables-damaged');

  const manifest = join(folder, 'runs', second, 'manifest.json');
  const { change: _, outputs, ...older } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const withoutHistory = outputs.filter(({ path }) => !/^(change|history)\//.test(path));
  writeFileSync(manifest, JSON.stringify({ ...older, outputs: withoutHistory }));
  const third = await expectFirst('made-without-history');

  writeFileSync(join(folder, 'runs', third, 'manifest.json'), '{"run_id": 1}');
  const fourth = await expectFirst('manifest-unreadable');

  writeFileSync(join(folder, 'runs', fourth, 'manifest.json'), '{"run_id": "20261101');
  await expectFirst('manifest-unreadable');

  rmSync(latest());
  symlinkSync('gone', latest());
  const last = await expectFirst('manifest-unreadable');

  const { manifest: sound, warnings } = await nextNight();
  expect(sound.change).toMatchObject({ previous_run: last, findings: { persisting: 1, first: 0 } });
  expect(warnings).toEqual([]);
});
