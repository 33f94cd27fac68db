import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INVALID_RULES } from '../../../rules/index.ts';
import type { Database } from '../../engine/database.ts';
import { filesBelow } from '../../engine/files.ts';
import { identifier, list, literal, sql } from '../../engine/sql.ts';
import { SisirError } from '../../model/errors.ts';
import { type Manifest, manifestSchema, PRUNED_FILE, prunedSchema } from '../../model/manifest.ts';
import { OUTPUT_TABLES, type OutputTable } from '../../model/output-tables.ts';
import type { Text } from '../../model/text.ts';
import { loadUserRules } from '../user-rules.ts';
import type { Check, Fault, RunUnderCheck } from './check.ts';
import { FIGURE_CHECKS } from './figures.ts';
import { FILE_CHECKS } from './files.ts';
import { GANDA_CHECKS } from './ganda.ts';
import { PERSONAL_CHECKS } from './personal-data.ts';

/** Everything that holds of a published run. */
export const CHECKS: readonly Check[] = [
  ...FILE_CHECKS,
  ...FIGURE_CHECKS,
  ...GANDA_CHECKS,
  ...PERSONAL_CHECKS,
];

export interface Checked {
  readonly id: string;
  readonly title: Text;
  /** `not-checked`: tables that it reads were pruned, or are missing (which another check tells). */
  readonly verdict: 'holds' | 'broken' | 'not-checked';
  /** What is wrong, the first ones. */
  readonly faults: readonly Fault[];
  readonly faults_total: number;
}

export interface Verification {
  readonly run_id: string;
  readonly whole: boolean;
  readonly pruned: readonly string[];
  readonly checks: readonly Checked[];
}

const MOST_FAULTS = 10;

const MANIFEST: Pick<Check, 'id' | 'title'> = {
  id: 'manifest',
  title: { id: 'Manifest dapat dibaca dan lengkap', en: 'The manifest can be read and is whole' },
};

/** Checks a published run against its own manifest. Reads the run, writes nothing. */
export async function verifyRun(database: Database, folder: string): Promise<Verification> {
  const manifest = await readManifest(folder);
  if (!('run_id' in manifest)) {
    const broken = { ...MANIFEST, verdict: 'broken', faults: [manifest], faults_total: 1 } as const;
    return { run_id: '', whole: false, pruned: [], checks: [broken] };
  }
  const run = await openRunUnderCheck(database, folder, manifest);
  const checks: Checked[] = [{ ...MANIFEST, verdict: 'holds', faults: [], faults_total: 0 }];
  for (const check of CHECKS) checks.push(await judge(check, run));
  return {
    run_id: manifest.run_id,
    whole: checks.every(({ verdict }) => verdict !== 'broken'),
    pruned: [...run.pruned],
    checks,
  };
}

async function judge(check: Check, run: RunUnderCheck): Promise<Checked> {
  const { id, title, reads = [] } = check;
  if (reads.some((table) => !run.tables.has(table)))
    return { id, title, verdict: 'not-checked', faults: [], faults_total: 0 };
  const faults = await check.find(run).catch((error: unknown) => [failure(error)]);
  const verdict = faults.length === 0 ? 'holds' : 'broken';
  return { id, title, verdict, faults: faults.slice(0, MOST_FAULTS), faults_total: faults.length };
}

/** A damaged file makes a query fail: that is a finding of the check. */
function failure(error: unknown): Fault {
  if (error instanceof SisirError) return error.text;
  const said = error instanceof Error ? error.message : String(error);
  return { id: `tidak dapat dibaca: ${said}`, en: `cannot be read: ${said}` };
}

async function readManifest(folder: string): Promise<Manifest | Fault> {
  try {
    const parsed = manifestSchema.safeParse(
      JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')),
    );
    if (parsed.success) return parsed.data;
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    return {
      id: `manifest.json: "${place}" tidak seperti yang ditulis versi Sisir ini`,
      en: `manifest.json: "${place}" is not as this version of Sisir writes it`,
    };
  } catch {
    return { id: 'manifest.json: tidak terbaca sebagai JSON', en: 'manifest.json: cannot be read as JSON' };
  }
}

async function openRunUnderCheck(
  database: Database,
  folder: string,
  manifest: Manifest,
): Promise<RunUnderCheck> {
  const files = await filesBelow(folder);
  const pruned = new Set(await prunedPaths(folder));
  const tables = new Set<string>();
  for (const table of OUTPUT_TABLES) {
    const listed = manifest.outputs.map(({ path }) => path).filter((path) => belongsTo(table, path));
    const whole = listed.length > 0 && listed.every((path) => existsSync(join(folder, path)));
    if (!whole) continue;
    const paths = list(listed.map((path) => join(folder, path)));
    const made = await database
      .run(
        sql`CREATE OR REPLACE VIEW ${identifier(table.name)} AS
          SELECT * FROM read_parquet(${paths}, filename = true, hive_partitioning = false)`,
      )
      .then(
        () => true,
        () => false,
      );
    if (made) tables.add(table.name);
  }
  await makeFigures(database, manifest);
  return { folder, manifest, pruned, madeUp: await madeUpNumbers(manifest), files, database, tables };
}

/** Whether a file is a part of a table: `*` in the table's path stands for a name. */
function belongsTo({ path: pattern }: OutputTable, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(path);
}

async function madeUpNumbers({ parameters }: Manifest): Promise<Set<string>> {
  const folder = parameters['rules_folder'];
  const own = typeof folder === 'string' ? await loadUserRules(folder).catch(() => []) : [];
  return new Set(JSON.stringify([INVALID_RULES, own]).match(/\d{16}/g));
}

/** Paths that retention removed from the run, as its note tells; none where there is no note. */
async function prunedPaths(folder: string): Promise<string[]> {
  try {
    return prunedSchema.parse(JSON.parse(await readFile(join(folder, PRUNED_FILE), 'utf8'))).paths;
  } catch {
    return [];
  }
}

/** `manifest_figure(what, figure)`: every whole number of the manifest by its place, `data_invalid.by_rule.nik-kosong`. */
async function makeFigures(database: Database, manifest: Manifest): Promise<void> {
  const { rows, rejects_by_reason, data_invalid, data_ganda } = manifest;
  const figures = flatten({ rows, rejects_by_reason, data_invalid, data_ganda });
  await database.run(sql`CREATE OR REPLACE TABLE manifest_figure (what VARCHAR, figure BIGINT)`);
  if (figures.length === 0) return;
  const values = figures.map(([what, figure]) => sql`(${literal(what)}, ${literal(figure)})`);
  await database.run(
    sql`INSERT INTO manifest_figure VALUES ${values.reduce((left, right) => sql`${left}, ${right}`)}`,
  );
}

function flatten(value: object, prefix = ''): [string, number][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, number][] => {
    if (typeof inner === 'number' && Number.isInteger(inner)) return [[`${prefix}${key}`, inner]];
    return typeof inner === 'object' && inner !== null ? flatten(inner, `${prefix}${key}.`) : [];
  });
}
