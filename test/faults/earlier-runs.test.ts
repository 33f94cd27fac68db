import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { EXIT } from '../../src/model/errors.ts';
import { testIo } from '../cli/helpers.ts';
import { runWith } from '../support/run.ts';
import { Night } from './night.ts';

let night: Night;
beforeAll(async () => {
  night = await Night.shared();
});
afterAll(() => night.remove());
beforeEach(() => {
  rmSync(night.out, { recursive: true, force: true });
  mkdirSync(night.out);
});

describe('an earlier run', () => {
  it('in whose place a folder called latest stands is named before the run begins', async () => {
    mkdirSync(join(night.out, 'latest'));
    const { io, err } = testIo();
    expect(await main([...night.argv], io)).toBe(EXIT.usage);
    expect(err()).toContain('bukan tautan yang dibuat Sisir');
    expect(night.hidden()).toEqual([]);
  });
});

describe('a clock that goes backwards', () => {
  it('gives run ids that are unique and in order, and is told', async () => {
    night.begin();
    const told: string[] = [];
    const ids: string[] = [night.latest()];
    for (const time of ['2026-11-22T01:02:03Z', '2026-11-21T01:00:00Z']) {
      const { manifest } = await runWith(
        { inputs: [night.rolls], out: night.out },
        { notice: ({ en }) => told.push(en) },
        { now: () => new Date(time) },
      );
      ids.push(manifest.run_id);
      expect(night.latest()).toBe(manifest.run_id);
    }
    expect(ids).toEqual(['20261122T010203Z', '20261122T010204Z', '20261122T010205Z']);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('check the clock');
  });
});
