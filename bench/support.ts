import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleBookOf } from '../src/cli/rule-book.ts';
import { engineVersion } from '../src/cli/version.ts';
import { Database } from '../src/engine/database.ts';
import { list, literal, sql } from '../src/engine/sql.ts';
import type { Config } from '../src/model/config.ts';
import { type Observer, runPipeline } from '../src/pipeline.ts';

export const REFERENCE_DATE = '2026-11-22';
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MEMORY_SAMPLE_MS = 1_000;

/** How long a program ran, and the most memory that it and its children held together. */
export interface Timed {
  readonly ms: number;
  readonly peak_rss_mb: number;
  readonly stdout: string;
}

/** A folder for big files: the given one, or a new temporary one. */
export function workFolder(given: string | undefined): string {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'sisir-bench-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs a program to its end. @throws Error with the end of what it said, when it fails */
export async function timed(command: string, args: readonly string[]): Promise<Timed> {
  const begun = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr, peak] = ['', '', 0];
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString()).slice(-4000);
  });
  const sampler = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, MEMORY_SAMPLE_MS);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(sampler);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr}`);
  return { ms: performance.now() - begun, peak_rss_mb: Math.round(peak), stdout };
}

/** Resident memory of a process and all below it, MB; 0 where the system does not tell (no /proc). */
function treeMemory(root: number): number {
  if (!existsSync('/proc')) return 0;
  const ofParent = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? readProc(`/proc/${entry}/stat`) : undefined;
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (stat !== undefined) ofParent.set(parent, [...(ofParent.get(parent) ?? []), Number(entry)]);
  }
  const sum = (pid: number): number =>
    residentOf(pid) + (ofParent.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function residentOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readProc(`/proc/${pid}/status`) ?? '')?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** A process may end between its listing and its reading. */
function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Runs the command line as an office would. */
export async function sisir(...args: string[]): Promise<Timed> {
  return await timed(process.execPath, [join(ROOT, 'bin/sisir.js'), ...args]);
}

/** A whole run within this process; `observer` is told of its stages. */
export async function runHere(
  config: Config,
  observer: Observer = { stageStarted() {}, stageProgress() {}, stageFinished() {} },
): ReturnType<typeof runPipeline> {
  return await runPipeline({
    config,
    ruleBook: await ruleBookOf(config),
    referenceDate: REFERENCE_DATE,
    engineVersion: engineVersion(),
    user: 'bench',
    now: () => new Date(),
    log: { info() {}, warn() {} },
    observer,
  });
}

/** A synthetic roll below `folder`, made once. Returns its folder. */
export async function sampleOf(folder: string, rows: number, seed: number, profile: string): Promise<string> {
  const sample = join(folder, `${profile}-${rows}-${seed}`);
  if (existsSync(join(sample, 'truth.csv'))) return sample;
  const size = ['--rows', String(rows), '--seed', String(seed), '--profile', profile];
  await sisir('sample', ...size, '--out', sample, '--reference-date', REFERENCE_DATE);
  return sample;
}

export function rollsOf(sample: string): string[] {
  return readdirSync(sample)
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .map((name) => join(sample, name));
}

/** The floor: DuckDB reads the same CSV files and writes them as Parquet. Returns milliseconds. */
export async function floor(folder: string, files: readonly string[]): Promise<number> {
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

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What the figures were taken on; versions, since they change them. */
export function machine(): Record<string, string | number> {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    commit: commit.stdout.trim(),
  };
}

export function writeResult(name: string, result: object): void {
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
  writeFileSync(join(ROOT, 'bench/results', `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
