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
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Database } from '../src/engine/database.ts';
import { literal, sql, trusted } from '../src/engine/sql.ts';

const REFERENCE_DATE = '2026-11-22';
const PROFILES = ['raw2018', 'maintained2025', 'hard'];
/** Open lists: the file, its mapping (`bench/quality/*.json`) and the person of a row, in SQL. */
const LISTS = [
  {
    id: 'FEBRL 1',
    file: 'dataset1.csv',
    mapping: 'febrl',
    dpid: 'rec_id',
    person: "regexp_extract(rec_id, 'rec-([0-9]+)-', 1)",
  },
  {
    id: 'FEBRL 2',
    file: 'dataset2.csv',
    mapping: 'febrl',
    dpid: 'rec_id',
    person: "regexp_extract(rec_id, 'rec-([0-9]+)-', 1)",
  },
  { id: 'RLdata500', file: 'RLdata500.csv', mapping: 'rldata', dpid: 'rec_id', person: 'ent_id' },
  { id: 'fake_1000', file: 'fake_1000.csv', mapping: 'fake-1000', dpid: 'unique_id', person: 'cluster' },
] as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '7' },
    lists: { type: 'string' },
    only: { type: 'string' },
    folder: { type: 'string' },
  },
});
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'sisir-quality-'));

function sisir(...args: string[]): string {
  const child = spawnSync(process.execPath, [join(root, 'bin/sisir.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (child.status !== 0)
    throw new Error(`sisir ${args[0]} ended with ${child.status}: ${child.stderr.slice(-2000)}`);
  return child.stdout;
}

function evaluation(out: string, truth: string): unknown {
  return JSON.parse(sisir('evaluate', join(out, 'latest'), '--truth', truth, '--json'));
}

function synthetic(profile: string): unknown {
  const sample = join(folder, `${profile}-${values.rows}-${values.seed}`);
  const out = join(folder, `runs-${profile}`);
  const common = ['--reference-date', REFERENCE_DATE];
  if (!existsSync(join(sample, 'truth.csv')))
    sisir(
      'sample',
      '--rows',
      values.rows,
      '--seed',
      values.seed,
      '--profile',
      profile,
      '--out',
      sample,
      ...common,
    );
  sisir('run', sample, '--out', out, ...common);
  return evaluation(out, join(sample, 'truth.csv'));
}

async function openList(
  { file, mapping, dpid, person }: (typeof LISTS)[number],
  lists: string,
): Promise<unknown> {
  const input = join(lists, file);
  const truth = join(folder, `truth-${file}`);
  const database = await Database.open({ threads: 1, memory: '1GB', folder: join(folder, 'work') });
  await database.run(sql`COPY (
      SELECT trim(${trusted(dpid)}) AS dpid, trim(${trusted(person)}) AS person_id, '' AS errors
      FROM read_csv(${literal(input)}, header = true, all_varchar = true)
    ) TO ${literal(truth)} (HEADER)`);
  database.close();
  const config = ['--config', join(root, 'bench/quality', `${mapping}.json`)];
  const model = join(folder, `model-${file}.json`);
  const out = join(folder, `runs-${file}`);
  const own = join(folder, `config-${file}.json`);
  const mapped = JSON.parse(readFileSync(join(root, 'bench/quality', `${mapping}.json`), 'utf8')) as object;
  sisir('train', input, '--out', model, '--seed', '1', ...config);
  writeFileSync(own, JSON.stringify({ ...mapped, model }));
  sisir('run', input, '--out', out, '--config', own, '--reference-date', REFERENCE_DATE);
  return evaluation(out, truth);
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
  for (const list of LISTS)
    measured.push({ data: list.id, kind: 'list', evaluation: await openList(list, lists) });
  return measured;
}

const path = join(root, 'bench/results/quality.json');
const before = JSON.parse(readFileSync(path, 'utf8')) as Results;
const beforeOf = (kind: Measured['kind']) => before.results.filter((result) => result.kind === kind);
const onlyLists = values.only === 'lists';
const synthetics = onlyLists
  ? beforeOf('synthetic')
  : PROFILES.map((data): Measured => ({ data, kind: 'synthetic', evaluation: synthetic(data) }));
const lists =
  values.only === 'synthetic' || values.lists === undefined
    ? beforeOf('list')
    : await measuredLists(values.lists);
const { rows, seed } = onlyLists ? before : { rows: Number(values.rows), seed: Number(values.seed) };

writeFileSync(path, `${JSON.stringify({ rows, seed, results: [...synthetics, ...lists] }, null, 2)}\n`);
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
