import { lstat, mkdir, readdir, readlink, realpath, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, UsageError } from '../model/errors.ts';
import { filesBelow, sync } from './files.ts';

/** Where a run is written until it is published: hidden folders beside the published runs. */
export interface RunFolders {
  readonly runId: string;
  /** The outputs, renamed to `final` by `publishRun`. */
  readonly partial: string;
  readonly final: string;
  /** Tables and spill; removed at the end. */
  readonly work: string;
}

/** What a run that did not come to its end left in the output folder. */
export interface Leftover extends RunFolders {
  /** Names in the output folder. */
  readonly names: readonly string[];
}

const RUN_ID = /^\d{8}T\d{6}Z$/;
const HIDDEN = /^\.(?:work|partial|latest)-(\d{8}T\d{6}Z)$/;
const LATEST = 'latest';

function foldersOf(out: string, runId: string): RunFolders {
  return {
    runId,
    partial: join(out, `.partial-${runId}`),
    final: join(out, runId),
    work: join(out, `.work-${runId}`),
  };
}

/** `20261122T010203Z`: sorts by time. */
function idOf(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The time that a run id stands for. */
export function timeOfRun(runId: string): Date {
  return new Date(runId.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/**
 * The id of a run that starts at `startedAt`: its second, or the second after the last run where the clock does not
 * show a later one (it was set back, or two runs began in one second). So ids are unique and sort in order.
 */
export function nextRunId(taken: readonly string[], startedAt: Date): string {
  const last = taken
    .filter((runId) => !Number.isNaN(timeOfRun(runId).getTime()))
    .toSorted()
    .at(-1);
  const wanted = idOf(startedAt);
  return last === undefined || last < wanted ? wanted : idOf(new Date(timeOfRun(last).getTime() + 1000));
}

/** Makes the folders of a new run below `out`. */
export async function openRunFolders(out: string, startedAt: Date): Promise<RunFolders> {
  const taken = (await readdir(out)).flatMap(
    (name) => HIDDEN.exec(name)?.[1] ?? (RUN_ID.test(name) ? name : []),
  );
  const folders = foldersOf(out, nextRunId(taken, startedAt));
  await mkdir(folders.partial, { mode: 0o700 });
  await mkdir(folders.work, { mode: 0o700 });
  return folders;
}

/** Makes an empty folder for the outputs of a run that goes on. */
export async function reopenPartial({ partial }: RunFolders): Promise<void> {
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
}

/** What runs that were killed left, the newest first. */
export async function leftovers(out: string): Promise<Leftover[]> {
  const names = await readdir(out);
  const ids = [...new Set(names.flatMap((name) => HIDDEN.exec(name)?.[1] ?? []))];
  return ids
    .toSorted()
    .toReversed()
    .map((runId) => ({
      ...foldersOf(out, runId),
      names: names.filter((name) => HIDDEN.exec(name)?.[1] === runId).toSorted(),
    }));
}

/** Folder of the run that was published last below `out`; undefined when there is none. */
export async function latestRun(out: string): Promise<string | undefined> {
  return await realpath(join(out, 'latest')).catch(() => undefined);
}

/** Removes what a run that is not published has written. */
export async function discardRun({ partial, work, final, runId }: RunFolders): Promise<void> {
  const pointer = join(dirname(final), `.${LATEST}-${runId}`);
  for (const path of [partial, work, pointer])
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Makes the run live: one rename, after its bytes are safe on the disk; then `latest` points to it.
 * @returns whether `latest` could be set: some file systems know no links
 */
export async function publishRun(out: string, folders: RunFolders): Promise<boolean> {
  await syncAll(folders.partial);
  await rename(folders.partial, folders.final);
  await sync(out);
  return await pointLatest(out, folders.runId);
}

const SYNCED_AT_ONCE = 4;

async function syncAll(folder: string): Promise<void> {
  const entries = await filesBelow(folder);
  const files = entries.map(({ path }) => join(folder, path));
  const waiting = [...files, ...new Set([...files.map((file) => dirname(file)), folder])];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await sync(next);
  };
  await Promise.all(Array.from({ length: SYNCED_AT_ONCE }, work));
}

const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

async function pointLatest(out: string, runId: string): Promise<boolean> {
  const pointer = join(out, `.${LATEST}-${runId}`);
  await rm(pointer, { force: true });
  try {
    await symlink(runId, pointer);
  } catch (error) {
    if (WITHOUT_LINKS.has(errorCode(error))) return false;
    throw error;
  }
  await rename(pointer, join(out, LATEST));
  await sync(out);
  return true;
}

/**
 * Lets `latest` point to a run that was published by its rename and killed before the link was set.
 * @returns whether it was such a run
 */
export async function finishPublication(out: string, { runId, final }: RunFolders): Promise<boolean> {
  if ((await lstat(final).catch(() => undefined)) === undefined) return false;
  const latest = await readlink(join(out, LATEST)).catch(() => '');
  return latest < runId && (await pointLatest(out, runId));
}

/**
 * Makes sure, before a long run, that `latest` can be set at its end.
 * @throws UsageError when something that is no link stands there
 */
export async function checkLatest(out: string, shown: string): Promise<void> {
  const found = await lstat(join(out, LATEST)).catch(() => undefined);
  if (found === undefined || found.isSymbolicLink()) return;
  throw new UsageError({
    id: `"${shown}/${LATEST}" bukan tautan yang dibuat Sisir (mungkin salinan folder). Ganti namanya, atau sebutkan folder lain dengan --out.`,
    en: `"${shown}/${LATEST}" is not the link that Sisir makes (a copied folder, perhaps). Rename it, or name another folder with --out.`,
  });
}

/** Makes the output folder; @returns whether it was not there. */
export async function makeOutFolder(out: string): Promise<boolean> {
  return (await mkdir(out, { recursive: true })) !== undefined;
}

/** Removes an output folder that holds nothing. */
export async function removeEmptyFolder(out: string): Promise<void> {
  await rmdir(out).catch(() => undefined);
}
