import type { Database } from '../engine/database.ts';
import type { Config } from '../model/config.ts';
import type { Io } from './io.ts';
import { withSignals } from './signals.ts';

const MEMORY = '2GB';

/**
 * Does a command's work with a database that is gone afterwards, also when a signal stops it; `memory` where the config
 * names none.
 * @throws StoppedError, and what the work throws
 */
export async function withDatabase<T>(
  io: Pick<Io, 'onSignal'>,
  config: Pick<Config, 'threads' | 'memory'>,
  work: (database: Database, signal: AbortSignal) => Promise<T>,
  memory = MEMORY,
): Promise<T> {
  const { withTemporaryDatabase } = await import('../pipeline/temporary-database.ts');
  return await withSignals(
    io,
    async (signal) =>
      await withTemporaryDatabase(
        { threads: config.threads, memory: config.memory ?? memory, signal },
        async (database) => await work(database, signal),
      ),
  );
}
