import { existsSync } from 'node:fs';
import { mkdir, realpath, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a run is written until it is published: hidden folders beside the published runs. */
export interface RunFolders {
  readonly runId: string;
  /** The outputs, renamed to `final` by `publishRun`. */
  readonly partial: string;
  readonly final: string;
  /** Tables and spill; removed at the end. */
  readonly work: string;
  /** The output folder, where this run had to make it. */
  readonly madeOut?: string;
}

/**
 * Makes the folders of a new run below `out`. The run id is `wanted`, with `-2`, `-3`, … when it is taken.
 */
export async function openRunFolders(out: string, wanted: string): Promise<RunFolders> {
  const made = await mkdir(out, { recursive: true });
  let runId = wanted;
  for (let copy = 2; existsSync(join(out, runId)) || existsSync(join(out, `.partial-${runId}`)); copy++)
    runId = `${wanted}-${copy}`;
  const folders = {
    runId,
    partial: join(out, `.partial-${runId}`),
    final: join(out, runId),
    work: join(out, `.work-${runId}`),
    ...(made === undefined ? {} : { madeOut: out }),
  };
  await mkdir(folders.partial, { mode: 0o700 });
  await mkdir(folders.work, { mode: 0o700 });
  return folders;
}

/** Folder of the run that was published last below `out`; undefined when there is none. */
export async function latestRun(out: string): Promise<string | undefined> {
  return await realpath(join(out, 'latest')).catch(() => undefined);
}

/** Makes the run live: one rename, then `latest` points to it. */
export async function publishRun(out: string, { runId, partial, final }: RunFolders): Promise<void> {
  await rename(partial, final);
  const pointer = join(out, `.latest-${runId}`);
  await rm(pointer, { force: true });
  await symlink(runId, pointer);
  await rename(pointer, join(out, 'latest'));
}

/** Removes what a run that is not published has written. */
export async function discardRun({ partial, work, madeOut }: RunFolders): Promise<void> {
  await rm(partial, { recursive: true, force: true });
  await rm(work, { recursive: true, force: true });
  if (madeOut !== undefined) await rmdir(madeOut).catch(() => undefined);
}
