/**
 * What a whole run takes at several sizes, for the forecast of `sisir run --dry-run`: time and memory of each stage,
 * disk at the peak, and the calibration of the machine. `npm run docs` puts the result into the program.
 *
 *     npm run bench:forecast -- --rows 10000,50000
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Database } from '../src/engine/database.ts';
import { configSchema } from '../src/model/config.ts';
import { calibrate } from '../src/pipeline/calibration.ts';
import { generateSample } from '../src/sample/index.ts';
import { REFERENCE_DATE, runHere } from './support.ts';

const POLL_MS = 100;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '10000,50000' }, seed: { type: 'string', default: '1' } },
});

/** Bytes below a folder whose files come and go. */
function bytesBelow(folder: string): number {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) bytes += sizeOf(join(entry.parentPath, entry.name));
    }
  } catch {
    return bytes;
  }
  return bytes;
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

async function measure(rows: number, folder: string): Promise<object> {
  const sample = join(folder, `sample-${rows}`);
  mkdirSync(sample);
  await generateSample({
    rows,
    seed: Number(values.seed),
    profile: 'maintained2025',
    out: sample,
    referenceDate: REFERENCE_DATE,
    plantEvery: false,
  });
  const out = join(folder, `runs-${rows}`);
  let peak = 0;
  const poll = setInterval(() => {
    peak = Math.max(peak, bytesBelow(out));
  }, POLL_MS);
  const config = configSchema.parse({ inputs: [sample], out });
  const begun = performance.now();
  const { manifest, folder: run } = await runHere(config);
  const runMs = performance.now() - begun;
  clearInterval(poll);
  return {
    rows,
    run_ms: Math.round(runMs),
    stages: manifest.stages.map(({ id, ms, rows_out, peak_rss_mb }) => ({ id, ms, rows_out, peak_rss_mb })),
    disk_mb: Math.ceil(peak / 1e6),
    output_mb: Math.ceil(bytesBelow(run) / 1e6),
  };
}

async function calibration(folder: string): Promise<number> {
  const database = await Database.open({
    threads: availableParallelism(),
    memory: '2GB',
    folder: join(folder, 'calibration'),
  });
  try {
    return await calibrate(database, () => new Date());
  } finally {
    database.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'sisir-bench-'));
const sizes = values.rows.split(',').map(Number);
const before = await calibration(folder);
const runs: object[] = [];
for (const rows of sizes) runs.push(await measure(rows, folder));
const result = {
  command: `npm run bench:forecast -- --rows ${values.rows} --seed ${values.seed}`,
  calibration_ms: Math.round((before + (await calibration(folder))) / 2),
  runs,
  machine: {
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
};
writeFileSync(join(root, 'bench/results/forecast.json'), `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
