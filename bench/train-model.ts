/**
 * Trains the model that ships with Sisir, on two made-up rolls of different kabupaten/kota with their truth: one as
 * of 2018, one as dirty as rolls get. Together, so that neither the errors nor the rate of duplicates of one roll are
 * learned for all.
 *
 *     npm run train:model
 *
 * Writes rules/ganda/model.json. The same version gives the same file.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesBelow } from '../src/engine/files.ts';

const REFERENCE_DATE = '2026-11-22';

/** Odd kabupaten/kota are dirty, even ones as of 2018. */
const ROLLS = [
  { profile: 'hard', rows: 300_000, seed: 202, odd: true },
  { profile: 'raw2018', rows: 150_000, seed: 201, odd: false },
] as const;

const KABUPATEN = [
  ...Array.from({ length: 29 }, (_, index) => 3301 + index),
  ...Array.from({ length: 6 }, (_, index) => 3371 + index),
];

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { folder: { type: 'string' }, out: { type: 'string' } } });
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'sisir-train-'));
const out = values.out ?? join(root, 'rules/ganda/model.json');

function sisir(...args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'bin/sisir.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`sisir ${args[0]} ended with ${status}`);
}

const truth = join(folder, 'truth.csv');
writeFileSync(truth, 'dpid,person_id,errors\n');
const inputs: string[] = [];
for (const { profile, rows, seed, odd } of ROLLS) {
  const roll = join(folder, profile);
  const kabupaten = KABUPATEN.filter((kode) => (kode % 2 === 1) === odd).join();
  const numbers = ['--rows', String(rows), '--seed', String(seed), '--kabupaten', kabupaten];
  sisir('sample', '--profile', profile, ...numbers, '--out', roll, '--reference-date', REFERENCE_DATE);
  for (const { path } of await filesBelow(roll)) {
    if (path.startsWith('truth')) continue;
    prefix(join(roll, path), profile);
    inputs.push(join(roll, path));
  }
  appendFileSync(truth, truthOf(join(roll, 'truth.csv'), profile));
}
sisir('train', ...inputs, '--truth', truth, '--out', out, '--seed', '1', '--reference-date', REFERENCE_DATE);
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });

/** Two rolls number their rows alike: a dpid gets its profile in front. */
function prefix(file: string, profile: string): void {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(
    file,
    [header, ...lines.map((line) => (/^\d/.test(line) ? `${profile}-${line}` : line))].join('\n'),
  );
}

function truthOf(file: string, profile: string): string {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => `${line.replace(/^(\d+),(\d+)/, `${profile}-$1,${profile}-$2`)}\n`).join('');
}
