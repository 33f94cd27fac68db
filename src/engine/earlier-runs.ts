import { existsSync } from 'node:fs';
import { copyFile, mkdir, readlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { STATE_PATHS } from '../model/change-tables.ts';
import { decryptFile, type EncryptionKey, isEncrypted, isUnderKey, plainPath } from './encryption.ts';
import { sha256OfFile } from './files.ts';
import { readManifest, runsIn } from './manifest-file.ts';

/** What is read of an earlier manifest. */
const manifestSchema = z.object({
  run_id: z.string(),
  started_at: z.string(),
  reference_date: z.string(),
  data_invalid: z.object({ by_rule: z.record(z.string(), z.number()) }),
  versions: z.record(z.string(), z.string()).default({}),
  change: z
    .object({ previous_run: z.string().nullable(), satker: z.array(z.string()) })
    .default({ previous_run: null, satker: [] }),
  outputs: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
});

/** A run that was published before. */
export interface EarlierRun {
  readonly runId: string;
  readonly folder: string;
  readonly startedAt: string;
  /** YYYY-MM-DD. */
  readonly referenceDate: string;
  /** What its results depend on beside the rolls: name → version or hash. */
  readonly versions: Readonly<Record<string, string>>;
  /** Rules that were assessed. */
  readonly rules: readonly string[];
  /** Codes of the satker that sent. */
  readonly satker: readonly string[];
  /** It was itself compared with an earlier run. */
  readonly compared: boolean;
  readonly outputs: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}

/** Why there is no run to compare with; `none`: this is the first of its folder. */
export type NoPrevious =
  | 'none'
  | 'manifest-unreadable'
  | 'made-without-history'
  | 'tables-damaged'
  | 'tables-encrypted';

/** The run that a folder holds. @throws when there is no manifest, or none of Sisir's */
export async function earlierRun(folder: string): Promise<EarlierRun> {
  const manifest = await readManifest(folder, manifestSchema);
  return {
    runId: manifest.run_id,
    folder,
    startedAt: manifest.started_at,
    referenceDate: manifest.reference_date,
    versions: manifest.versions,
    rules: Object.keys(manifest.data_invalid.by_rule),
    satker: manifest.change.satker,
    compared: manifest.change.previous_run !== null,
    outputs: manifest.outputs,
  };
}

/** Every run published in `out` itself whose manifest can be read, the newest first. */
export async function earlierRuns(out: string): Promise<EarlierRun[]> {
  const own = (await runsIn(out)).filter(({ isLink }) => !isLink);
  const found = await Promise.all(
    own.map(async ({ folder }) => await earlierRun(folder).catch(() => undefined)),
  );
  return found
    .filter((run): run is EarlierRun => run !== undefined && run.runId === basename(run.folder))
    .toSorted(
      (left, right) => compareText(right.startedAt, left.startedAt) || compareText(right.runId, left.runId),
    );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/**
 * The run that `latest` points to, whose tables are as its manifest says, or why there is none. Reads only.
 */
export async function previousRun(out: string): Promise<EarlierRun | NoPrevious> {
  const target = await readlink(join(out, 'latest')).catch(() => undefined);
  if (target === undefined) return 'none';
  const run = await earlierRun(join(out, basename(target))).catch(() => undefined);
  if (run === undefined || run.runId !== basename(target)) return 'manifest-unreadable';
  return (await stateProblem(run)) ?? run;
}

/** Whether the tables that a comparison reads are there as they were published. */
export async function stateProblem(
  run: EarlierRun,
): Promise<'made-without-history' | 'tables-damaged' | undefined> {
  const tables = stateTables(run);
  if (tables.length < STATE_PATHS.length) return 'made-without-history';
  for (const { path, sha256 } of tables) {
    if (wasDecrypted(run, path)) continue;
    const found = await sha256OfFile(join(run.folder, path)).catch(() => undefined);
    if (found !== sha256) return 'tables-damaged';
  }
  return undefined;
}

function stateTables({ outputs }: EarlierRun): EarlierRun['outputs'] {
  return outputs.filter(({ path }) => STATE_PATHS.includes(plainPath(path)));
}

/** A table that `sisir decrypt` has put in the place of the encrypted one: that it was whole was proved then. */
function wasDecrypted({ folder }: EarlierRun, path: string): boolean {
  return isEncrypted(path) && !existsSync(join(folder, path)) && existsSync(join(folder, plainPath(path)));
}

/**
 * A folder in which the tables of `STATE_PATHS` of a run can be read: its own or, where some are encrypted, `target`,
 * into which they are opened.
 * @returns undefined where there is no key, or another one
 * @throws InputError for a file that was changed
 */
export async function openState(
  run: EarlierRun,
  target: string,
  key: EncryptionKey | undefined,
): Promise<string | undefined> {
  const tables = stateTables(run).filter(({ path }) => !wasDecrypted(run, path));
  if (!tables.some(({ path }) => isEncrypted(path))) return run.folder;
  if (key === undefined) return undefined;
  for (const { path } of tables) {
    const [source, file] = [join(run.folder, path), join(target, plainPath(path))];
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    if (!isEncrypted(path)) await copyFile(source, file);
    else if (!(await isUnderKey(source, key))) return undefined;
    else await decryptFile(source, file, key);
  }
  return target;
}
