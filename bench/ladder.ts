/**
 * Time, memory and quality from ten thousand rows to the whole province, each against the floor of its own size.
 *
 *     npm run bench:ladder -- --rows 10000,100000,1000000
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Evaluation } from '../src/cli/evaluate/evaluation.ts';
import type { Manifest } from '../src/model/manifest.ts';
import {
  floor,
  machine,
  REFERENCE_DATE,
  rollsOf,
  sampleOf,
  sisir,
  workFolder,
  writeResult,
} from './support.ts';

const PROFILE = 'raw2018';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000,2830000,10000000,28300000' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
  },
});

/** One rung: a run on a roll of so many rows, and how often it was right. */
async function rung(folder: string, rows: number): Promise<object> {
  const sample = await sampleOf(folder, rows, Number(values.seed), PROFILE);
  const out = join(folder, `runs-${rows}`);
  const floorMs = await floor(folder, rollsOf(sample));
  const run = await sisir('run', sample, '--out', out, '--reference-date', REFERENCE_DATE);
  const { stdout } = await sisir(
    'evaluate',
    join(out, 'latest'),
    '--truth',
    join(sample, 'truth.csv'),
    '--json',
  );
  const { tiers, truth } = JSON.parse(stdout) as Evaluation;
  const { stages } = JSON.parse(readFileSync(join(out, 'latest', 'manifest.json'), 'utf8')) as Manifest;
  rmSync(out, { recursive: true, force: true });
  rmSync(sample, { recursive: true, force: true });
  return {
    rows,
    floor_ms: Math.round(floorMs),
    run_ms: Math.round(run.ms),
    peak_rss_mb: run.peak_rss_mb,
    stages,
    true_pairs: truth.true_pairs,
    tiers: tiers.map(({ tier, precision, recall, f1 }) => ({ tier, precision, recall, f1 })),
  };
}

async function main(): Promise<void> {
  const folder = workFolder(values.folder);
  const rungs: object[] = [];
  for (const rows of values.rows.split(',')) {
    rungs.push(await rung(folder, Number(rows)));
    process.stderr.write(`${JSON.stringify(rungs.at(-1))}\n`);
  }
  const command = `npm run bench:ladder -- --rows ${values.rows} --seed ${values.seed}`;
  writeResult('ladder', { command, profile: PROFILE, rungs, machine: machine() });
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

await main();
