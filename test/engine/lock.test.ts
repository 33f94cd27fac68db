import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FILE, type LockHolder, removeStaleClaims, takeLock } from '../../src/engine/lock.ts';
import { EXIT, LockedError } from '../../src/model/errors.ts';

const SINCE = new Date(2026, 10, 22, 2, 0, 1);

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'sisir-lock-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const take = async () => await takeLock(out, 'runs', SINCE);
const refusal = async () =>
  await take().then(
    () => undefined,
    (error: unknown) => error,
  );

/** The lock that this process would write, with some of it changed. */
async function leave(changes: Partial<LockHolder>): Promise<void> {
  await take();
  const path = join(out, LOCK_FILE);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes }));
}

describe('a lock', () => {
  it('is held by one at a time, and tells who holds it and since when', async () => {
    const lock = await take();
    const error = await refusal();
    expect(error).toBeInstanceOf(LockedError);
    const { exitCode, text } = error as LockedError;
    expect(exitCode).toBe(EXIT.locked);
    for (const part of ['"runs"', String(process.pid), hostname(), '2026-11-22 02:00:01', 'runs/.lock']) {
      expect(text.id).toContain(part);
      expect(text.en).toContain(part);
    }
    await lock.assertHeld();
    await lock.release();
    expect(readdirSync(out)).toEqual([]);
    expect((await take()).stale).toBeUndefined();
  });

  it('is not released by one who lost it', async () => {
    const lock = await take();
    await leaveOver();
    await expect(lock.assertHeld()).rejects.toThrow('taken away');
    await lock.release();
    expect(readdirSync(out)).toEqual([LOCK_FILE]);
  });

  async function leaveOver(): Promise<void> {
    rmSync(join(out, LOCK_FILE));
    await leave({});
  }

  it('of another machine counts, since nothing can be known of it', async () => {
    await leave({ host: 'kpu-lain', pid: 1, boot_id: 'x' });
    expect(await refusal()).toMatchObject({ text: { en: expect.stringContaining('kpu-lain') } });
  });
});

describe('a stale lock is taken over', () => {
  const deadPid = spawnSync(process.execPath, ['-e', '']).pid;

  it.each<[string, Partial<LockHolder>, string]>([
    ['of a process that is gone', { pid: deadPid }, 'process-gone'],
    ['of a pid that another process has now', { process_start: '1' }, 'process-gone'],
    ['from before the machine was restarted', { boot_id: 'another' }, 'machine-restarted'],
  ])('%s', async (_, changes, reason) => {
    await leave(changes);
    const lock = await take();
    expect(lock.stale).toMatchObject({ reason, holder: changes });
    await lock.assertHeld();
    expect(await refusal()).toBeInstanceOf(LockedError);
    expect(readdirSync(out)).toEqual([LOCK_FILE]);
  });

  it.each(['', '{', '{"pid":1}', '\0\0\0'])('that cannot be read: %j', async (text) => {
    writeFileSync(join(out, LOCK_FILE), text);
    expect((await take()).stale).toEqual({ reason: 'unreadable' });
  });

  it('although another that wanted to take it over died', async () => {
    await leave({ pid: deadPid });
    writeFileSync(join(out, `${LOCK_FILE}-takeover`), readFileSync(join(out, LOCK_FILE)));
    await (await take()).assertHeld();
    expect(readdirSync(out)).toEqual([LOCK_FILE]);
  });

  it('by one of many who ask at once', async () => {
    for (let round = 0; round < 5; round++) {
      rmSync(join(out, LOCK_FILE), { force: true });
      await leave({ pid: deadPid });
      const asked = await Promise.allSettled(Array.from({ length: 12 }, take));
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const { reason } of asked.filter((one) => one.status === 'rejected'))
        expect(reason).toBeInstanceOf(LockedError);
      expect(readdirSync(out)).toEqual([LOCK_FILE]);
    }
  });
});

describe('claims of those who died asking', () => {
  it('are removed, those of the living are not', async () => {
    const deadPid = spawnSync(process.execPath, ['-e', '']).pid;
    await leave({ pid: deadPid });
    writeFileSync(join(out, '.lock-dead'), readFileSync(join(out, LOCK_FILE)));
    rmSync(join(out, LOCK_FILE));
    await leave({});
    writeFileSync(join(out, '.lock-living'), readFileSync(join(out, LOCK_FILE)));
    await removeStaleClaims(out);
    expect(readdirSync(out).toSorted()).toEqual([LOCK_FILE, '.lock-living']);
  });
});
