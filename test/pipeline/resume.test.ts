import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/model/config.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { type RunOptions, STAGES } from '../../src/pipeline.ts';
import { runWith } from '../support/run.ts';
import { hardRun } from '../support/shared-runs.ts';

let folder: string;
let sample: string;
let out: string;
let undisturbed: Record<string, string>;

/** The tables of a run with their hashes. */
function tables({ outputs }: Manifest): Record<string, string> {
  return Object.fromEntries(
    outputs.filter(({ path }) => /\.(parquet|csv)$/.test(path)).map(({ path, sha256 }) => [path, sha256]),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-resume-'));
  const { rolls, manifest } = await hardRun();
  sample = rolls;
  undisturbed = tables(manifest);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  out = mkdtempSync(join(folder, 'runs-'));
});

/** What lies in the output folder, but for the audit log. */
function inOut(): string[] {
  return readdirSync(out)
    .filter((name) => name !== 'audit.jsonl')
    .toSorted();
}

/** What a run with `resume` did. */
interface Told {
  /** The stages that it began. */
  readonly ran: readonly string[];
  readonly told: string;
}

/** A run with `resume` that fails as the stage `until` begins or, without it, comes to its end. */
async function run(
  until?: string,
  config: ConfigInput = {},
  options: Partial<RunOptions> = {},
): Promise<Told & { manifest: Manifest | undefined }> {
  const ran: string[] = [];
  const told: string[] = [];
  const running = runWith(
    { inputs: [sample], out, ...config },
    {
      stageStarted(id) {
        if (id === until) throw new Error('power cut');
        ran.push(id);
      },
      notice: ({ en }) => told.push(en),
    },
    { resume: true, ...options },
  );
  const manifest = await running.then(
    (done) => done.manifest,
    (error: unknown) => {
      if (until === undefined || !(error instanceof Error) || error.message !== 'power cut') throw error;
    },
  );
  return { manifest: manifest ?? undefined, ran, told: told.join('\n') };
}

const IDS = STAGES.map(({ id }) => id);

/** The work folder of the one broken run. */
function workFolder(): string {
  const [work = ''] = readdirSync(out).filter((name) => name.startsWith('.work-'));
  return join(out, work);
}

function oneRoll(): string {
  return join(sample, readdirSync(sample).find((name) => /^\d{4}\.csv$/.test(name)) ?? '');
}

describe('a broken run', () => {
  it('goes on after each stage and gives the same bytes in the end', async () => {
    const [first = '', ...later] = IDS;
    await run(later[0] ?? '');
    let before = first;
    for (const [index, stage] of later.slice(1, -1).entries()) {
      const { ran, told } = await run(stage);
      expect(told).toMatch(new RegExp(`^Going on with the run \\w+ after the stage ${before}\\.$`));
      before = later[index] ?? '';
      expect(ran).toEqual([before]);
    }
    const { manifest, ran } = await run();
    if (manifest === undefined) throw new Error('there is no manifest');
    // 80-compare is the first stage that writes outputs: from there on all is made anew
    expect(ran).toEqual(['80-compare', '90-publish', '90-worklists', '90-report']);
    expect(manifest.stages.map(({ id }) => id)).toEqual([...IDS, '90-report']);
    expect(tables(manifest)).toEqual(undisturbed);
    expect(inOut()).toEqual([manifest.run_id, 'latest']);
  });

  it('keeps its reference date, and no NIK, name or key in its checkpoints', async () => {
    await run('30-invalid');
    const [, row = ''] = readFileSync(oneRoll(), 'utf8').split('\n');
    const cells = row.split(',').filter((value) => value.length > 6);
    expect(cells.length).toBeGreaterThan(2);
    const names = readdirSync(workFolder()).filter((name) => name.startsWith('checkpoint-'));
    expect(names).toEqual(['checkpoint-10-ingest.json', 'checkpoint-20-normalise.json']);
    for (const name of names) {
      const text = readFileSync(join(workFolder(), name), 'utf8');
      for (const cell of cells) expect(text).not.toContain(cell);
    }
    const { ran } = await run('40-block', {}, { referenceDate: '2026-11-23' });
    expect(ran).toEqual(['30-invalid']);
  });
});

describe('a run that cannot go on says why and starts anew', () => {
  const copyOf = (path: string) => {
    const copy = join(out, 'copy.csv');
    writeFileSync(copy, readFileSync(path));
    return copy;
  };

  it.each<[string, () => ConfigInput]>([
    ['the settings', () => ({ tps_limit: 300 })],
    ['the reference date', () => ({ reference_date: '2026-11-21' })],
    ['the input files', () => ({ inputs: [copyOf(oneRoll())], kode_kabupaten: '33.74' })],
  ])('since these changed: %s', async (words, change) => {
    await run('20-normalise');
    const { ran, told } = await run('20-normalise', change());
    expect(told).toMatch(new RegExp(`cannot go on, since these changed: .*${words}`));
    expect(ran).toEqual(['10-ingest']);
  });

  const damages: Readonly<Record<string, (path: string) => void>> = {
    'was cut': (path) => truncateSync(path, 100),
    'has other bytes at its end': (path) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0, bytes.length - 20));
    },
  };
  it.each(Object.entries(damages))('since a table %s', async (_, damage) => {
    await run('20-normalise');
    const [file = ''] = readdirSync(workFolder()).filter((name) => name.startsWith('roll_raw'));
    damage(join(workFolder(), file));
    const { told, ran } = await run('20-normalise');
    expect(told).toContain('damaged or not complete; starting from the beginning');
    expect(ran).toEqual(['10-ingest']);
    expect(inOut()).toHaveLength(1);
  });
});

describe('nothing stays of a broken run', () => {
  it('when the next one does not go on with it', async () => {
    await run('20-normalise');
    const told: string[] = [];
    const { manifest } = await runWith({ inputs: [sample], out }, { notice: ({ en }) => told.push(en) });
    expect(told.join('\n')).toMatch(/did not end; what it left was removed: \.work-\w+\.$/);
    expect(inOut()).toEqual([manifest.run_id, 'latest']);
  });

  it('when no stage was done', async () => {
    expect((await run('10-ingest')).told).toContain('There is no broken run to go on from');
    expect(readdirSync(out)).toEqual([]);
  });
});
