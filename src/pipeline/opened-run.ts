import { rm } from 'node:fs/promises';
import { Database, type DatabaseOptions, QueryError } from '../engine/database.ts';
import { discardRun, type RunFolders, reopenPartial } from '../engine/publication.ts';
import type { Log } from '../engine/stage.ts';
import { SisirError, StoppedError } from '../model/errors.ts';
import type { Manifest } from '../model/manifest.ts';
import { type Checkpoint, Checkpoints, forgetLater, lastCheckpoint } from './checkpoints.ts';
import type { Fingerprint } from './fingerprint.ts';
import { NOTICES } from './notices.ts';
import type { BrokenRun, OutputFolder, Tell } from './output-folder.ts';
import { Stopped } from './stop.ts';

/** A run whose folders and database are open. */
export interface OpenedRun {
  readonly folders: RunFolders;
  readonly database: Database;
  readonly checkpoints: Checkpoints;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** YYYY-MM-DD. */
  readonly referenceDate: string;
  /** The stages that are done. */
  readonly stages: Manifest['stages'];
}

export interface Opening {
  readonly out: OutputFolder;
  readonly startedAt: Date;
  /** YYYY-MM-DD, of a run that begins; one that goes on keeps its own unless the config names it. */
  readonly referenceDate: string;
  readonly resume: boolean;
  /** @throws UsageError when a new run does not fit on the disk; asked after what broken runs left is gone */
  readonly refuseMisfit: () => Promise<void>;
  readonly database: Omit<DatabaseOptions, 'folder'>;
  /** Puts into the catalog what every run begins with. */
  readonly prepare: (database: Database, referenceDate: string) => Promise<void>;
  readonly fingerprintAt: (referenceDate: string) => Promise<Fingerprint>;
  readonly log: Log;
  readonly tell: Tell;
}

/**
 * Opens a new run or, with `resume`, the newest broken one that nothing has changed for; what else broken runs left is
 * removed.
 */
export async function openRun(opening: Opening): Promise<OpenedRun> {
  const { out, startedAt, referenceDate, resume, fingerprintAt } = opening;
  const broken = await out.cleanUp(resume ? fingerprintAt : undefined);
  const opened = broken === undefined ? undefined : await goOn(broken, opening);
  if (opened !== undefined) return opened;
  await opening.refuseMisfit();
  const folders = await out.newRun(startedAt);
  const facts = {
    run_id: folders.runId,
    started_at: startedAt.toISOString(),
    reference_date: referenceDate,
    fingerprint: await fingerprintAt(referenceDate),
  };
  return await open(folders, facts, opening);
}

/** Opens a broken run again; undefined, and the run is gone, when its tables turn out to be damaged. */
async function goOn({ folders, checkpoint }: BrokenRun, opening: Opening): Promise<OpenedRun | undefined> {
  const { stages, catalog: _, ...facts } = checkpoint;
  try {
    await reopenPartial(folders);
    await forgetLater(folders, checkpoint);
    const opened = await open(folders, facts, opening, checkpoint);
    opening.tell(NOTICES.resumed(folders.runId, stages.at(-1)?.id ?? ''));
    return opened;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    opening.tell(NOTICES.damaged(folders.runId));
    return undefined;
  }
}

async function open(
  folders: RunFolders,
  facts: Omit<Checkpoint, 'stages' | 'catalog'>,
  { prepare, log, ...opening }: Opening,
  kept?: Checkpoint,
): Promise<OpenedRun> {
  let database: Database | undefined;
  try {
    database = await Database.open({ ...opening.database, folder: folders.work });
    await prepare(database, facts.reference_date);
    const checkpoints = await Checkpoints.on(database, folders, facts, log);
    if (kept !== undefined) await checkpoints.restore(kept);
    return {
      folders,
      database,
      checkpoints,
      startedAt: facts.started_at,
      referenceDate: facts.reference_date,
      stages: kept?.stages ?? [],
    };
  } catch (error) {
    database?.close();
    await discardRun(folders);
    throw error;
  }
}

/** Publishes a run whose outputs are all written, right after `announce`, and removes its tables. */
export async function closeRun(
  { folders, database, checkpoints }: OpenedRun,
  out: OutputFolder,
  announce: () => Promise<void>,
): Promise<void> {
  await checkpoints.settle({ abandon: true });
  database.close({ keep: true });
  await announce();
  await out.publish(folders);
  await discardRun(folders);
}

/**
 * Gives up a run that failed or was stopped. Its outputs go; its tables stay only where they are `wanted`, there is a
 * checkpoint, and what failed is not something that the user must change first.
 * @returns the error to throw
 */
export async function abandonRun(
  { folders, database, checkpoints }: OpenedRun,
  error: unknown,
  wanted: boolean,
): Promise<unknown> {
  const stopped = error instanceof Stopped ? error : undefined;
  await checkpoints.settle({ abandon: stopped !== undefined || !wanted });
  if (stopped?.ended !== false) database.close({ keep: true });
  const isUseful = wanted && !(error instanceof SisirError) && (await lastCheckpoint(folders)) !== undefined;
  if (isUseful) await rm(folders.partial, { recursive: true, force: true, maxRetries: 3 });
  else await discardRun(folders);
  return stopped === undefined ? error : new StoppedError(stopped.signal, isUseful ? 'kept' : 'discarded');
}
