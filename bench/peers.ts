/**
 * Sisir and Splink, one after the other on the same machine: the same rows, the same columns, blocking rules as near as
 * Splink can state them, each with its own training. Needs Python with venv; what `bench/peers/splink/requirements.txt`
 * names is installed into a temporary folder.
 *
 *     npm run bench:peers -- --rows 1000000 --lists ../shared/data/linkage-open
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Evaluation } from '../src/cli/evaluate/evaluation.ts';
import type { Manifest } from '../src/model/manifest.ts';
import { comb, LISTS, type OpenList } from './lists.ts';
import {
  machine,
  REFERENCE_DATE,
  ROOT,
  rollsOf,
  sampleOf,
  sisir,
  type Timed,
  timed,
  workFolder,
  writeResult,
} from './support.ts';

const SPLINK = join(ROOT, 'bench/peers/splink');

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '3' },
    profile: { type: 'string', default: 'hard' },
    python: { type: 'string', default: 'python3' },
    lists: { type: 'string' },
    folder: { type: 'string' },
  },
});

interface Measured {
  readonly seconds: number;
  readonly peak_rss_mb: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Probability from which a pair counts: the one with the best F1. */
  readonly threshold: number;
}

/** A Python with Splink in it, below `folder`. */
async function splinkPython(folder: string): Promise<string> {
  const python = join(folder, 'splink', 'bin', 'python');
  if (existsSync(python)) return python;
  await timed(values.python, ['-m', 'venv', join(folder, 'splink')]);
  await timed(python, ['-m', 'pip', 'install', '--quiet', '--requirement', join(SPLINK, 'requirements.txt')]);
  return python;
}

async function withSplink(
  python: string,
  kind: string,
  truth: string,
  files: readonly string[],
): Promise<Measured> {
  const { stdout, peak_rss_mb } = await timed(python, [
    join(SPLINK, 'dedupe.py'),
    '--kind',
    kind,
    '--truth',
    truth,
    ...files,
  ]);
  const { seconds, best } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
    seconds: number;
    best: Omit<Measured, 'seconds' | 'peak_rss_mb'>;
  };
  const { precision, recall, f1, threshold } = best;
  return { seconds, peak_rss_mb, precision, recall, f1, threshold };
}

/** Of the thresholds that `sisir evaluate` tries, the best; its time holds every stage, reports included. */
async function judged(run: Timed, out: string, truth: string): Promise<Measured> {
  const { stdout } = await sisir('evaluate', join(out, 'latest'), '--truth', truth, '--json');
  const { thresholds } = JSON.parse(stdout) as Evaluation;
  const best = thresholds.reduce((one, other) => ((other.f1 ?? 0) > (one.f1 ?? 0) ? other : one));
  const { precision, recall, f1, threshold } = best;
  return { seconds: run.ms / 1000, peak_rss_mb: run.peak_rss_mb, precision, recall, f1, threshold };
}

async function rolls(folder: string, python: string): Promise<object> {
  const sample = await sampleOf(folder, Number(values.rows), Number(values.seed), values.profile);
  const truth = join(sample, 'truth.csv');
  const out = join(folder, 'runs');
  const run = await sisir('run', sample, '--out', out, '--reference-date', REFERENCE_DATE);
  const own = await judged(run, out, truth);
  const { stages } = JSON.parse(readFileSync(join(out, 'latest', 'manifest.json'), 'utf8')) as Manifest;
  return {
    data: `${values.profile}, ${values.rows} rows`,
    sisir: own,
    stages: stages.map(({ id, ms }) => ({ id, ms })),
    splink: await withSplink(python, 'roll', truth, rollsOf(sample)),
  };
}

/** Both train on the list itself, without truth; the time is training and matching together. */
async function openList(folder: string, python: string, lists: string, list: OpenList): Promise<object> {
  const { input, out, truth, training, run } = await comb(list, lists, folder);
  return {
    data: list.id,
    sisir: await judged({ ...run, ms: run.ms + training.ms }, out, truth),
    splink: await withSplink(python, list.splink, truth, [input]),
  };
}

async function main(): Promise<void> {
  const folder = workFolder(values.folder);
  const python = await splinkPython(folder);
  const comparisons = [await rolls(folder, python)];
  for (const open of values.lists === undefined ? [] : LISTS)
    comparisons.push(await openList(folder, python, values.lists ?? '', open));
  const command = `npm run bench:peers -- --rows ${values.rows} --seed ${values.seed} --profile ${values.profile} --lists FOLDER`;
  const requirements = readFileSync(join(SPLINK, 'requirements.txt'), 'utf8').trim().split('\n');
  writeResult('peers', { command, requirements, comparisons, machine: machine() });
  process.stdout.write(`${JSON.stringify(comparisons, null, 2)}\n`);
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

await main();
