/**
 * A whole run against the floor: DuckDB reads the same CSV files and writes them as Parquet. Both are taken in turn on
 * the same machine, so that their ratio means something elsewhere too.
 *
 *     npm run bench:province                                  # 28.3 million rows, once
 *     npm run bench:province -- --rows 1000000 --rounds 5
 *     npm run bench:province -- --memory 4GB                  # spilling
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Manifest } from '../src/model/manifest.ts';
import {
  floor,
  machine,
  median,
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
    rows: { type: 'string', default: '28300000' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    memory: { type: 'string' },
    folder: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const folder = workFolder(values.folder);
  const rows = Number(values.rows);
  const sample = await sampleOf(folder, rows, Number(values.seed), PROFILE);
  const out = join(folder, 'runs');
  const limit = values.memory === undefined ? [] : ['--memory', values.memory];
  const rounds: { floor_ms: number; run_ms: number; peak_rss_mb: number }[] = [];
  let stages: Manifest['stages'] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const floorMs = await floor(folder, rollsOf(sample));
    const run = await sisir('run', sample, '--out', out, '--reference-date', REFERENCE_DATE, ...limit);
    rounds.push({ floor_ms: floorMs, run_ms: run.ms, peak_rss_mb: run.peak_rss_mb });
    ({ stages } = JSON.parse(readFileSync(join(out, 'latest', 'manifest.json'), 'utf8')) as Manifest);
    rmSync(out, { recursive: true, force: true });
  }
  const result = {
    command: `npm run bench:province -- --rows ${rows} --rounds ${values.rounds} --seed ${values.seed}${limit.length > 0 ? ` --memory ${values.memory}` : ''}`,
    rows,
    profile: PROFILE,
    memory: values.memory ?? null,
    ratio: Number(median(rounds.map((round) => round.run_ms / round.floor_ms)).toFixed(2)),
    floor_ms: Math.round(median(rounds.map((round) => round.floor_ms))),
    run_ms: Math.round(median(rounds.map((round) => round.run_ms))),
    peak_rss_mb: Math.max(...rounds.map((round) => round.peak_rss_mb)),
    stages_of_last_round: stages,
    machine: machine(),
  };
  writeResult(
    `province-${rows}${values.memory === undefined ? '' : `-${values.memory.toLowerCase()}`}`,
    result,
  );
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

await main();
