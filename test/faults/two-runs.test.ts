import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { EXIT } from '../../src/model/errors.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { testIo } from '../cli/helpers.ts';
import { runWith } from '../support/run.ts';
import { Night, tablesOf } from './night.ts';

let night: Night;
beforeAll(async () => {
  night = await Night.of(300);
});
afterAll(() => night.remove());

describe('a second run in the same output folder', () => {
  it('is refused with exit 5, names the first one, and does it no harm', async () => {
    const seconds: Promise<{ exitCode: number; err: string }>[] = [];
    const second = async (language: string) => {
      const { io, err } = testIo();
      const exitCode = await main([...night.argv, '--lang', language], io);
      return { exitCode, err: err() };
    };
    const { manifest } = await runWith(night.config, {
      stageStarted(id) {
        if (id === '20-normalise') seconds.push(...LANGUAGES.map(second));
      },
    });
    const says = { id: 'sedang dipakai proses', en: 'is in use by process' };
    const ended = await Promise.all(seconds);
    for (const [index, language] of LANGUAGES.entries()) {
      expect(ended[index]?.exitCode).toBe(EXIT.locked);
      for (const part of [says[language], String(process.pid), hostname(), '2026-11-22'])
        expect(ended[index]?.err).toContain(part);
    }
    expect(tablesOf(manifest)).toEqual(night.undisturbed);
    expect([night.hidden(), night.runs()]).toEqual([[], [manifest.run_id]]);
  });
});

describe('a command that writes into the output folder of a run that is going on', () => {
  it('is refused with exit 5: report', async () => {
    await night.expectNextRun();
    const run = night.latest();
    const page = join(night.out, run, 'report/index.html');
    const before = [statSync(page).ino, readFileSync(page, 'utf8')];
    const ended: Promise<{ exitCode: number; err: string }>[] = [];
    const report = async () => {
      const { io, err } = testIo();
      const exitCode = await main(['report', run, '--out', night.out, '--lang', 'en'], io);
      return { exitCode, err: err() };
    };
    await runWith(night.config, {
      stageStarted(id) {
        if (id === '20-normalise') ended.push(report());
      },
    });
    const [refused] = await Promise.all(ended);
    expect(refused?.exitCode).toBe(EXIT.locked);
    expect(refused?.err).toContain('is in use by process');
    expect([statSync(page).ino, readFileSync(page, 'utf8')]).toEqual(before);
    expect(readdirSync(join(night.out, run)).filter((name) => name.startsWith('.'))).toEqual([]);
    const { exitCode, err } = await report();
    expect([exitCode, err]).toEqual([EXIT.done, '']);
    expect(statSync(page).ino).not.toBe(before[0]);
    expect(night.hidden()).toEqual([]);
    await night.expectWhole();
  });
});
