import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../engine/database.ts';
import { StoppedError } from '../model/errors.ts';
import { Stopped, stoppable } from './stop.ts';

export interface TemporaryDatabase {
  /** Default: the machine's cores. */
  readonly threads?: number | undefined;
  /** e.g. `2GB`. */
  readonly memory: string;
  /** Given when the work shall stop; its reason is a `StopSignal`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does some work with a database in a temporary folder that is gone afterwards, whether the work succeeds, fails or is
 * stopped.
 * @throws StoppedError, and what the work throws
 */
export async function withTemporaryDatabase<T>(
  { threads = availableParallelism(), memory, signal }: TemporaryDatabase,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sisir-'));
  let database: Database | undefined;
  try {
    const opened = await Database.open({ folder, threads, memory });
    database = opened;
    return await stoppable(
      signal,
      async () => await work(opened),
      () => opened.interrupt(),
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    // What still works must not have its database closed under it: the process ends soon, its files go now.
    if (!error.ended) database = undefined;
    throw new StoppedError(error.signal, 'unchanged');
  } finally {
    database?.close({ keep: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
