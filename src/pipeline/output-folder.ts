import { type Lock, removeStaleClaims, takeLock } from '../engine/lock.ts';
import {
  checkLatest,
  discardRun,
  finishPublication,
  type Leftover,
  leftovers,
  makeOutFolder,
  openRunFolders,
  publishRun,
  type RunFolders,
  removeEmptyFolder,
  timeOfRun,
} from '../engine/publication.ts';
import type { Text } from '../model/text.ts';
import { type Checkpoint, lastCheckpoint } from './checkpoints.ts';
import { changesBetween, type Fingerprint } from './fingerprint.ts';
import { NOTICES } from './notices.ts';

export type Tell = (notice: Text) => void;

/** A run that did not come to its end, and the last of its stages that is wholly there. */
export interface BrokenRun {
  readonly folders: RunFolders;
  readonly checkpoint: Checkpoint;
}

/** Runs that begin in the same second are numbered onwards; that is no fault of the clock. */
const CLOCK_TOLERANCE_MS = 60_000;

/** An output folder that this run alone may write in. */
export class OutputFolder {
  readonly path: string;
  readonly #lock: Lock;
  readonly #tell: Tell;

  constructor(path: string, lock: Lock, tell: Tell) {
    this.path = path;
    this.#lock = lock;
    this.#tell = tell;
  }

  async newRun(startedAt: Date): Promise<RunFolders> {
    const folders = await openRunFolders(this.path, startedAt);
    if (timeOfRun(folders.runId).getTime() - startedAt.getTime() > CLOCK_TOLERANCE_MS)
      this.#tell(NOTICES.clockBehind(folders.runId));
    return folders;
  }

  /**
   * Names and removes what runs that were killed left, and ends a publication that was broken off before `latest` was
   * set.
   * @param fingerprintAt of this run at a reference date; without it no run is gone on from
   * @returns the newest run that can go on, which is then left as it is
   */
  async cleanUp(
    fingerprintAt?: (referenceDate: string) => Promise<Fingerprint>,
  ): Promise<BrokenRun | undefined> {
    let broken: BrokenRun | undefined;
    const found = await leftovers(this.path);
    for (const leftover of found) {
      if (await finishPublication(this.path, leftover)) {
        this.#tell(NOTICES.publicationFinished(leftover.runId));
      } else if (fingerprintAt !== undefined && broken === undefined) {
        broken = await this.#resumable(leftover, fingerprintAt);
        if (broken !== undefined) continue;
      } else {
        this.#tell(NOTICES.removed(leftover.runId, leftover.names));
      }
      await discardRun(leftover);
    }
    if (fingerprintAt !== undefined && found.length === 0) this.#tell(NOTICES.nothingToResume());
    return broken;
  }

  async #resumable(
    folders: Leftover,
    fingerprintAt: (referenceDate: string) => Promise<Fingerprint>,
  ): Promise<BrokenRun | undefined> {
    const checkpoint = await lastCheckpoint(folders);
    if (checkpoint === undefined) {
      this.#tell(NOTICES.damaged(folders.runId));
      return undefined;
    }
    const changes = changesBetween(checkpoint.fingerprint, await fingerprintAt(checkpoint.reference_date));
    if (changes.length === 0) return { folders, checkpoint };
    this.#tell(NOTICES.changed(folders.runId, changes));
    return undefined;
  }

  /** Makes a run live. @throws Error when the lock was taken away */
  async publish(folders: RunFolders): Promise<void> {
    await this.#lock.assertHeld();
    if (!(await publishRun(this.path, folders))) this.#tell(NOTICES.noLatest(folders.runId));
  }
}

/** An output folder as the user named it, and who is told of what is found there. */
interface Place {
  readonly path: string;
  readonly shown: string;
  readonly startedAt: Date;
  readonly tell: Tell;
}

/**
 * Holds the lock of an output folder that is there while `action` runs.
 * @throws LockedError, and what the action throws
 */
export async function holdingLock<T>(
  { path, shown, startedAt, tell }: Place,
  action: (lock: Lock) => Promise<T>,
): Promise<T> {
  const lock = await takeLock(path, shown, startedAt);
  try {
    if (lock.stale !== undefined) tell(NOTICES.staleLock(lock.stale));
    await removeStaleClaims(path);
    return await action(lock);
  } finally {
    await lock.release();
  }
}

/**
 * Holds the lock of an output folder while `action` runs. The folder is made where it is not there, and is gone again
 * when nothing was put into it.
 * @throws LockedError, UsageError, and what the action throws
 */
export async function withOutputFolder<T>(
  place: Place,
  action: (out: OutputFolder) => Promise<T>,
): Promise<T> {
  const { path, shown, tell } = place;
  const made = await makeOutFolder(path);
  try {
    return await holdingLock(place, async (lock) => {
      await checkLatest(path, shown);
      return await action(new OutputFolder(path, lock, tell));
    });
  } finally {
    if (made) await removeEmptyFolder(path);
  }
}
