/**
 * Time of a whole run against the floor: DuckDB reads the same CSV files and writes them as Parquet.
 * Both are taken in turn on the same machine, so that their ratio means something elsewhere too.
 *
 *     npm run bench -- --rows 1000000 --rounds 5
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Database } from '../src/engine/database.ts';
import { list, literal, sql } from '../src/engine/sql.ts';
import type { Manifest } from '../src/model/manifest.ts';

const PROFILE = 'raw2018';
const REFERENCE_DATE = '2026-11-22';
const root = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
  },
});

function sisir(...args: string[]): number {
  const begun = performance.now();
  const child = spawnSync(process.execPath, [join(root, 'bin/sisir.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (child.status !== 0)
    throw new Error(`sisir ${args[0]} ended with ${child.status}: ${child.stderr.slice(-2000)}`);
  return performance.now() - begun;
}

async function floor(folder: string, files: readonly string[]): Promise<number> {
  const work = join(folder, 'floor');
  const database = await Database.open({ threads: availableParallelism(), memory: '12GB', folder: work });
  const begun = performance.now();
  await database.run(
    sql`COPY (FROM read_csv(${list([...files])}, header = true, all_varchar = true)) TO ${literal(join(work, 'floor.parquet'))} (FORMAT parquet)`,
  );
  const elapsed = performance.now() - begun;
  database.close();
  return elapsed;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'sisir-bench-'));
const sample = join(folder, `sample-${values.rows}`);
mkdirSync(folder, { recursive: true });
if (!existsSync(join(sample, 'truth.csv'))) {
  sisir(
    'sample',
    '--rows',
    values.rows,
    '--seed',
    values.seed,
    '--profile',
    PROFILE,
    '--out',
    sample,
    '--reference-date',
    REFERENCE_DATE,
  );
}
const files = readdirSync(sample)
  .filter((name) => /^\d{4}\.csv$/.test(name))
  .map((name) => join(sample, name));

const rounds: { floor: number; run: number }[] = [];
let stages: Manifest['stages'] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const floorMs = await floor(folder, files);
  const runMs = sisir('run', sample, '--out', join(folder, 'runs'), '--reference-date', REFERENCE_DATE);
  rounds.push({ floor: floorMs, run: runMs });
  const manifest = JSON.parse(
    readFileSync(join(folder, 'runs', 'latest', 'manifest.json'), 'utf8'),
  ) as Manifest;
  stages = manifest.stages;
  rmSync(join(folder, 'runs'), { recursive: true, force: true });
}

const result = {
  command: `npm run bench -- --rows ${values.rows} --rounds ${values.rounds} --seed ${values.seed}`,
  rows: Number(values.rows),
  profile: PROFILE,
  ratio: Number(median(rounds.map(({ floor: floorMs, run }) => run / floorMs)).toFixed(2)),
  floor_ms: Math.round(median(rounds.map(({ floor: floorMs }) => floorMs))),
  run_ms: Math.round(median(rounds.map(({ run }) => run))),
  stages_of_last_round: stages,
  machine: {
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
};
mkdirSync(join(root, 'bench/results'), { recursive: true });
writeFileSync(
  join(root, `bench/results/backbone-${values.rows}.json`),
  `${JSON.stringify(result, null, 2)}\n`,
);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
