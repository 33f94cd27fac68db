import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  checkLatest,
  discardRun,
  finishPublication,
  leftovers,
  nextRunId,
  openRunFolders,
  publishRun,
} from '../../src/engine/publication.ts';
import { UsageError } from '../../src/model/errors.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'sisir-publication-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const AT = new Date('2026-11-22T01:02:03Z');
const LATER = new Date('2026-11-23T01:02:03Z');

describe('run ids', () => {
  it('are the second of the start', () => {
    expect(nextRunId([], AT)).toBe('20261122T010203Z');
    expect(nextRunId(['20261122T010202Z'], AT)).toBe('20261122T010203Z');
  });

  it('are unique and in order, wherever the clock goes', () => {
    const clock = fc.array(fc.integer({ min: 0, max: 3e9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(clock, (seconds) => {
        const ids: string[] = [];
        for (const second of seconds) ids.push(nextRunId(ids, new Date(second * 1000)));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.toSorted()).toEqual(ids);
      }),
    );
  });

  it('come after those of broken runs too', async () => {
    mkdirSync(join(out, '.work-20270101T000000Z'));
    mkdirSync(join(out, '20261231T235959Z'));
    expect((await openRunFolders(out, AT)).runId).toBe('20270101T000001Z');
  });
});

describe('publication', () => {
  it('is one rename, then latest points to the run', async () => {
    const folders = await openRunFolders(out, AT);
    writeFileSync(join(folders.partial, 'manifest.json'), '{}');
    expect(await publishRun(out, folders)).toBe(true);
    await discardRun(folders);
    expect(readdirSync(out).toSorted()).toEqual([folders.runId, 'latest']);
    expect(readlinkSync(join(out, 'latest'))).toBe(folders.runId);
  });

  it('is finished for a run that was killed between the two', async () => {
    const first = await openRunFolders(out, AT);
    await publishRun(out, first);
    await discardRun(first);
    const { final, runId, names } = await killedAfterRename();
    expect(names).toEqual([`.latest-${runId}`, `.work-${runId}`]);
    expect(await finishPublication(out, { final, runId, work: '', partial: '' })).toBe(true);
    expect(readlinkSync(join(out, 'latest'))).toBe(runId);
  });

  async function killedAfterRename() {
    const { final, partial, runId } = await openRunFolders(out, LATER);
    rmSync(partial, { recursive: true });
    mkdirSync(final);
    symlinkSync(runId, join(out, `.latest-${runId}`));
    const [leftover] = await leftovers(out);
    if (leftover === undefined) throw new Error('nothing is left');
    return leftover;
  }

  it('never moves latest backwards', async () => {
    const old = await openRunFolders(out, AT);
    mkdirSync(old.final);
    const folders = await openRunFolders(out, LATER);
    await publishRun(out, folders);
    await finishPublication(out, old);
    expect(readlinkSync(join(out, 'latest'))).toBe(folders.runId);
  });

  it('is refused before a long run when latest is no link', async () => {
    await checkLatest(out, 'runs');
    mkdirSync(join(out, 'latest'));
    await expect(checkLatest(out, 'runs')).rejects.toThrow(UsageError);
  });
});
