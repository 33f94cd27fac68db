import { randomUUID } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { copyFile, link, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, LockedError } from '../model/errors.ts';
import { writeDurably } from './files.ts';

/** The file that one run at a time holds in its output folder. */
export const LOCK_FILE = '.lock';

/** What the lock file says of the process that holds it. */
const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** Differs after a restart; null where the system tells none. */
  boot_id: z.string().nullable(),
  /** When the process began, in the system's own count: a number given again does not fool us. */
  process_start: z.string().nullable(),
  /** ISO 8601 UTC. */
  since: z.string(),
  token: z.string(),
});

export type LockHolder = z.output<typeof holderSchema>;

/** Why a lock no longer counts: its process is gone, its machine was started anew, or nobody can read it. */
export type StaleReason = 'process-gone' | 'machine-restarted' | 'unreadable';

export interface StaleLock {
  readonly reason: StaleReason;
  readonly holder?: LockHolder;
}

/** A lock that this process holds. */
export interface Lock {
  /** The lock of a dead process that was in the way. */
  readonly stale: StaleLock | undefined;
  /** @throws Error when the lock file was taken away or replaced */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function bootId(): string | null {
  return textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

/** Field 22 of /proc/<pid>/stat; the name before it may hold blanks and brackets. */
function processStart(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Of a lock on another machine nothing can be known: it counts. */
function staleness({ pid, host, boot_id, process_start }: LockHolder): StaleReason | undefined {
  if (host !== hostname()) return undefined;
  const boot = bootId();
  if (boot_id !== null && boot !== null && boot_id !== boot) return 'machine-restarted';
  if (!isAlive(pid)) return 'process-gone';
  const start = processStart(pid);
  return process_start !== null && start !== null && process_start !== start ? 'process-gone' : undefined;
}

interface FoundLock {
  readonly text: string;
  readonly stale: StaleLock | undefined;
  readonly holder: LockHolder | undefined;
}

async function lookAt(path: string): Promise<FoundLock | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const holder = holderOf(text);
  if (holder === undefined) return { text, holder, stale: { reason: 'unreadable' } };
  const reason = staleness(holder);
  return { text, holder, stale: reason === undefined ? undefined : { reason, holder } };
}

function holderOf(text: string): LockHolder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Gives a finished file a second name, unless that name is taken. Some file systems know no links: there a copy. */
async function claim(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path).catch(async (error: unknown) => {
      if (!WITHOUT_LINKS.has(errorCode(error))) throw error;
      await copyFile(own, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

const MOST_TRIES = 20;

/**
 * Takes the lock of an output folder. Its file appears whole or not at all. A stale lock is replaced under a second
 * lock, `.lock-takeover`, so that of two processes that find it stale only one gets it.
 * @param shown the folder as the user named it
 * @throws LockedError naming the process that holds it and since when
 */
export async function takeLock(out: string, shown: string, since: Date): Promise<Lock> {
  const path = join(out, LOCK_FILE);
  const takeover = `${path}-takeover`;
  const token = randomUUID();
  const own = join(out, `${LOCK_FILE}-${token}`);
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    boot_id: bootId(),
    process_start: processStart(process.pid),
    since: since.toISOString(),
    token,
  };
  await writeDurably(own, `${JSON.stringify(holder)}\n`);
  let stale: StaleLock | undefined;
  try {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      if (await claim(own, path)) return heldLock(path, token, stale);
      const found = await lookAt(path);
      if (found === undefined) continue;
      if (found.stale === undefined) throw new LockedError(shown, LOCK_FILE, found.holder);
      stale = found.stale;
      if (await claim(own, takeover)) {
        try {
          if ((await lookAt(path))?.text !== found.text) continue;
          await rename(own, path);
          return heldLock(path, token, stale);
        } finally {
          await unlink(takeover).catch(() => undefined);
        }
      }
      const other = await lookAt(takeover);
      if (other?.stale !== undefined) await unlink(takeover).catch(() => undefined);
    }
    throw new LockedError(shown, LOCK_FILE, undefined);
  } finally {
    await unlink(own).catch(() => undefined);
  }
}

/** Removes what processes that died while they asked for the lock left in the folder. */
export async function removeStaleClaims(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    if (!name.startsWith(`${LOCK_FILE}-`)) continue;
    const path = join(out, name);
    if ((await lookAt(path))?.stale?.holder !== undefined) await unlink(path).catch(() => undefined);
  }
}

function heldLock(path: string, token: string, stale: StaleLock | undefined): Lock {
  const isOurs = async () => holderOf(textOf(path) ?? '')?.token === token;
  return {
    stale,
    async assertHeld() {
      if (!(await isOurs())) throw new Error('the lock of this run was taken away: nothing was published');
    },
    async release() {
      if (await isOurs()) await unlink(path).catch(() => undefined);
    },
  };
}
