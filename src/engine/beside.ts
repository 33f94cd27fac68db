import type { Database } from './database.ts';

/** A statement or several that need nothing of the others it runs beside. */
export type Job = (connection: Database) => Promise<void>;

/**
 * Does jobs beside one another, each on a connection of its own: a statement that sorts or writes one file keeps one
 * core at most. They begin in their order, so the longest should come first.
 * @param onShare is told the share of jobs that are done
 * @throws what a job throws, when those that had begun have ended
 */
export async function doBeside(
  database: Database,
  jobs: readonly Job[],
  { connections = 2, onShare = () => undefined }: BesideOptions = {},
): Promise<void> {
  const waiting = [...jobs];
  let done = 0;
  const work = async () => {
    const connection = await database.parallel();
    try {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
        await job(connection);
        done += 1;
        onShare(done / jobs.length);
      }
    } catch (error) {
      waiting.length = 0;
      throw error;
    } finally {
      connection.disconnect();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(connections, jobs.length) }, work));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

export interface BesideOptions {
  readonly connections?: number;
  readonly onShare?: (share: number) => void;
}
