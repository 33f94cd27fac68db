import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { INVALID_RULES } from '../../../rules/index.ts';
import type { Database } from '../../engine/database.ts';
import { type EncryptionKey, plainPath } from '../../engine/encryption.ts';
import { filesBelow } from '../../engine/files.ts';
import { readManifestJson } from '../../engine/manifest-file.ts';
import { identifier, list, literal, sql } from '../../engine/sql.ts';
import { SisirError } from '../../model/errors.ts';
import { type Manifest, manifestSchema } from '../../model/manifest.ts';
import { OUTPUT_TABLES, type OutputTable } from '../../model/output-tables.ts';
import type { Text } from '../../model/text.ts';
import { prunedOf } from '../../pipeline/retention.ts';
import { loadUserRules } from '../user-rules.ts';
import { CHANGE_CHECKS } from './change.ts';
import type { Check, Fault, RunUnderCheck } from './check.ts';
import { DECISION_CHECKS } from './decisions.ts';
import { ENCRYPTION_CHECKS, openEncrypted } from './encrypted.ts';
import { FIGURE_CHECKS } from './figures.ts';
import { FILE_CHECKS, fileOf } from './files.ts';
import { GANDA_CHECKS } from './ganda.ts';
import { PERSONAL_CHECKS } from './personal-data.ts';

/** Everything that holds of a published run. */
export const CHECKS: readonly Check[] = [
  ...FILE_CHECKS,
  ...FIGURE_CHECKS,
  ...GANDA_CHECKS,
  ...CHANGE_CHECKS,
  ...PERSONAL_CHECKS,
  ...ENCRYPTION_CHECKS,
  ...DECISION_CHECKS,
];

export interface Checked {
  readonly id: string;
  readonly title: Text;
  /**
   * `partly`: holds of what can be read; `not-checked`: what it reads was pruned, is encrypted and was not opened, or is
   * missing (which another check tells).
   */
  readonly verdict: 'holds' | 'partly' | 'broken' | 'not-checked';
  /** What is wrong, the first ones. */
  readonly faults: readonly Fault[];
  readonly faults_total: number;
}

export interface Verification {
  readonly run_id: string;
  readonly whole: boolean;
  readonly pruned: readonly string[];
  /** Encrypted files that were not opened: of them the size and SHA-256 are checked. */
  readonly not_opened: readonly string[];
  readonly checks: readonly Checked[];
}

const MOST_FAULTS = 10;

const MANIFEST: Pick<Check, 'id' | 'title'> = {
  id: 'manifest',
  title: { id: 'Manifest dapat dibaca dan lengkap', en: 'The manifest can be read and is whole' },
};

/**
 * Checks a published run against its own manifest. Reads the run, writes nothing but what it opens with the key, in the
 * database's temporary folder.
 * @throws InputError when the key is that of no file
 */
export async function verifyRun(
  database: Database,
  folder: string,
  key?: EncryptionKey,
): Promise<Verification> {
  const manifest = await wholeManifest(folder);
  if (!('run_id' in manifest)) {
    const broken = { ...MANIFEST, verdict: 'broken', faults: [manifest], faults_total: 1 } as const;
    return { run_id: '', whole: false, pruned: [], not_opened: [], checks: [broken] };
  }
  const run = await openRunUnderCheck(database, folder, manifest, key);
  const checks: Checked[] = [{ ...MANIFEST, verdict: 'holds', faults: [], faults_total: 0 }];
  for (const check of CHECKS) checks.push(await judge(check, run));
  return {
    run_id: manifest.run_id,
    whole: checks.every(({ verdict }) => verdict !== 'broken'),
    pruned: [...run.pruned],
    not_opened: run.encrypted.paths.filter((path) => !run.encrypted.opened.has(path)),
    checks,
  };
}

async function judge(check: Check, run: RunUnderCheck): Promise<Checked> {
  const { id, title, reads = [] } = check;
  const faults = reads.some((table) => !run.tables.has(table))
    ? undefined
    : await check.find(run).catch((error: unknown) => [failure(error)]);
  if (faults === undefined) return { id, title, verdict: 'not-checked', faults: [], faults_total: 0 };
  const isPartial = check.surveys === true && run.tables.size < OUTPUT_TABLES.length;
  const verdict = faults.length > 0 ? 'broken' : isPartial ? 'partly' : 'holds';
  return { id, title, verdict, faults: faults.slice(0, MOST_FAULTS), faults_total: faults.length };
}

/** A damaged file makes a query fail: that is a finding of the check. */
function failure(error: unknown): Fault {
  if (error instanceof SisirError) return error.text;
  const said = error instanceof Error ? error.message : String(error);
  return { id: `tidak dapat dibaca: ${said}`, en: `cannot be read: ${said}` };
}

async function wholeManifest(folder: string): Promise<Manifest | Fault> {
  try {
    const parsed = manifestSchema.safeParse(await readManifestJson(folder));
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
  key: EncryptionKey | undefined,
): Promise<RunUnderCheck> {
  const files = await filesBelow(folder);
  const encrypted = await openEncrypted(
    folder,
    files.map(({ path }) => path),
    { key, target: join(database.folder, 'opened') },
  );
  const note = await prunedOf(folder).catch(() => undefined);
  const tables = new Set<string>();
  for (const table of OUTPUT_TABLES) {
    const listed = manifest.outputs
      .filter(({ path }) => belongsTo(table, plainPath(path)))
      .map(({ path }) => fileOf({ folder, encrypted }, path));
    const there = listed.filter((file) => file !== undefined && existsSync(file));
    if (there.length === 0 || there.length < listed.length) continue;
    const paths = list(there.map((file) => file ?? null));
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
  return {
    folder,
    manifest,
    pruned: new Set(note?.paths),
    madeUp: await madeUpNumbers(manifest),
    files,
    encrypted,
    database,
    tables,
  };
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

/** `manifest_figure(what, figure)`: every whole number of the manifest by its place, `data_invalid.by_rule.nik-kosong`. */
async function makeFigures(database: Database, manifest: Manifest): Promise<void> {
  const { rows, rejects_by_reason, data_invalid, data_ganda, change } = manifest;
  const figures = flatten({ rows, rejects_by_reason, data_invalid, data_ganda, change });
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
