/**
 * How well Data Ganda is found, against truth that is known: synthetic rolls of each profile with the shipped model,
 * and open persons' lists with a model that each trains on itself, without truth.
 *
 *     npm run bench:quality -- --rows 1000000 --seed 7 --lists ../shared/data/linkage-open
 *     npm run bench:quality -- --only lists --lists ../shared/data/linkage-open
 *
 * Writes bench/results/quality.json, from which `npm run docs` makes bench/quality.md; what `--only` leaves out stays
 * there as it was measured before.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { comb, LISTS } from './lists.ts';
import { REFERENCE_DATE, ROOT, sampleOf, sisir, workFolder, writeResult } from './support.ts';

const PROFILES = ['raw2018', 'maintained2025', 'hard'];

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '7' },
    lists: { type: 'string' },
    only: { type: 'string' },
    folder: { type: 'string' },
  },
});
const folder = workFolder(values.folder);

async function evaluation(out: string, truth: string): Promise<unknown> {
  const { stdout } = await sisir('evaluate', join(out, 'latest'), '--truth', truth, '--json');
  return JSON.parse(stdout);
}

async function synthetic(profile: string): Promise<Measured> {
  const sample = await sampleOf(folder, Number(values.rows), Number(values.seed), profile);
  const out = join(folder, `runs-${profile}`);
  await sisir('run', sample, '--out', out, '--reference-date', REFERENCE_DATE);
  return { data: profile, kind: 'synthetic', evaluation: await evaluation(out, join(sample, 'truth.csv')) };
}

interface Measured {
  readonly data: string;
  readonly kind: 'synthetic' | 'list';
  readonly evaluation: unknown;
}

interface Results {
  readonly rows: number;
  readonly seed: number;
  readonly results: readonly Measured[];
}

async function measuredLists(lists: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const list of LISTS) {
    const { out, truth } = await comb(list, lists, folder);
    measured.push({ data: list.id, kind: 'list', evaluation: await evaluation(out, truth) });
  }
  return measured;
}

async function measuredProfiles(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const profile of PROFILES) measured.push(await synthetic(profile));
  return measured;
}

async function main(): Promise<void> {
  const before = JSON.parse(readFileSync(join(ROOT, 'bench/results/quality.json'), 'utf8')) as Results;
  const beforeOf = (kind: Measured['kind']) => before.results.filter((result) => result.kind === kind);
  const onlyLists = values.only === 'lists';
  const profiles = onlyLists ? beforeOf('synthetic') : await measuredProfiles();
  const lists =
    values.only === 'synthetic' || values.lists === undefined
      ? beforeOf('list')
      : await measuredLists(values.lists);
  const { rows, seed } = onlyLists ? before : { rows: Number(values.rows), seed: Number(values.seed) };
  writeResult('quality', { rows, seed, results: [...profiles, ...lists] });
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

await main();
