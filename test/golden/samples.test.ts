import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { INVALID_RULES } from '../../rules/index.ts';
import { runSummary } from '../../src/cli/summary.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { runWith } from '../support/run.ts';
import { shippedSampleRun } from '../support/shared-runs.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sisir-golden-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What must not change without a line in CHANGELOG.md: every count, and what each file was taken for. */
function counts({
  rows,
  rejects_by_reason,
  data_invalid,
  data_ganda,
  satker,
  inputs,
  skipped_inputs,
}: Manifest): unknown {
  const relative = (path: string) => path.slice(path.indexOf('samples/'));
  return {
    rows,
    rejects_by_reason,
    data_invalid,
    data_ganda,
    satker,
    inputs: inputs.map(({ path, ...input }) => ({ ...input, path: relative(path) })),
    skipped_inputs: skipped_inputs.map(({ path, code }) => ({ path: relative(path), code })),
  };
}

/** Compares with the golden file; a missing one is written, but never in CI; a difference leaves `-changed` beside it. */
function compare(name: string, found: unknown): void {
  const golden = join(here, `${name}.json`);
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (!existsSync(golden) && process.env['CI'] === undefined) writeFileSync(golden, text);
  const wanted = readFileSync(golden, 'utf8');
  if (wanted !== text) writeFileSync(join(here, `${name}-changed.json`), text);
  expect(JSON.parse(text)).toEqual(JSON.parse(wanted));
}

describe('golden runs', () => {
  it('jateng-kecil: the sample that npm start combs', async () => {
    const { manifest } = await shippedSampleRun();
    const silent = INVALID_RULES.filter(({ id }) => (manifest.data_invalid.by_rule[id] ?? 0) === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(Object.keys(manifest.data_ganda.by_grade)).toEqual(['K1', 'K2', 'K3', 'mirip']);
    compare('jateng-kecil', counts(manifest));
  });

  it('jateng-kecil: the README shows what npm start says of it', async () => {
    const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
    const [, shown = ''] = /<!-- result:start -->\n```\n([^]*?)\n```/.exec(readme) ?? [];
    const titles = new Map(INVALID_RULES.map(({ id, title }) => [id, title]));
    const said = runSummary(await shippedSampleRun(), 'id', (id) => titles.get(id));
    const findings = (text: string) => text.slice(0, text.indexOf('\nHasil\n'));
    expect(findings(shown)).toBe(findings(said));
  });

  it('kotor: dirty files, read as far as they can be', async () => {
    const { manifest } = await runWith({
      inputs: [join(samples, 'kotor')],
      out: join(folder, 'kotor'),
      threads: 2,
      skip_bad_files: true,
    });
    compare('kotor', counts(manifest));
  });
});
