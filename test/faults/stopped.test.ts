import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { EXIT } from '../../src/model/errors.ts';
import { REFERENCE_DATE, withDatabase } from '../support/stages.ts';
import { Night } from './night.ts';
import { compile, startSisir } from './processes.ts';

let night: Night;
beforeAll(async () => {
  compile();
  night = await Night.shared();
  night.begin();
});
afterAll(() => night.remove());

describe('a run that is told to stop', () => {
  it.each([
    { signal: 'SIGINT', stage: '30-invalid', exitCode: EXIT.interrupted, language: 'id', flags: [] },
    { signal: 'SIGTERM', stage: '50-score', exitCode: EXIT.terminated, language: 'en', flags: ['--resume'] },
    { signal: 'SIGHUP', stage: '90-publish', exitCode: EXIT.hungUp, language: 'en', flags: [] },
  ] as const)('by $signal in $stage publishes nothing and says so', async (stop) => {
    const { signal, stage, exitCode, language, flags } = stop;
    const latest = night.latest();
    const { end } = startSisir([...night.argv, '--lang', language, ...flags], night.folder, (line, child) => {
      if (line.includes('stage started') && line.includes(stage)) child.kill(signal);
    });
    const ended = await end;
    const says = {
      id: `Dihentikan (${signal}). Tidak ada yang diterbitkan`,
      en: `Stopped (${signal}). Nothing was published`,
    };
    expect(ended.err).toContain(says[language]);
    expect([ended.exitCode, ended.out, night.latest()]).toEqual([exitCode, '', latest]);
    const kept = flags.length > 0;
    expect(ended.err.includes('sisir run --resume')).toBe(kept);
    expect(night.hidden().length > 0).toBe(kept);
    await night.expectWhole();
    if (kept) await night.expectNextRun(true);
  });
});

describe('a command that runs stages in a temporary folder and is told to stop', () => {
  it.each([
    { signal: 'SIGINT', exitCode: EXIT.interrupted, command: 'train' },
    { signal: 'SIGTERM', exitCode: EXIT.terminated, command: 'evaluate' },
    { signal: 'SIGTERM', exitCode: EXIT.terminated, command: 'explain' },
  ] as const)('leaves nothing there: $command, $signal', async ({ signal, exitCode, command }) => {
    const run = join(night.out, night.latest());
    const argv = {
      train: [night.rolls, '--out', 'model.json', '--reference-date', REFERENCE_DATE],
      evaluate: [run, '--truth', join(night.rolls, 'truth.csv')],
      explain: [run, await firstPair(run)],
    };
    const temporary = join(night.folder, `temporary-${command}`);
    mkdirSync(temporary);
    let began = false;
    const stop = (line: string, child: ChildProcess) => {
      if (!line.includes('stage started') || !line.includes('20-normalise')) return;
      began = readdirSync(temporary).length > 0;
      child.kill(signal);
    };
    const words = [command, ...argv[command], '--lang', 'en'];
    const ended = await startSisir(words, night.folder, stop, { TMPDIR: temporary }).end;
    expect(ended.err).toContain(`Stopped (${signal}). The work was not finished`);
    expect([ended.exitCode, ended.out, began]).toEqual([exitCode, '', true]);
    expect(readdirSync(temporary)).toEqual([]);
    await night.expectWhole();
  });
});

async function firstPair(run: string): Promise<string> {
  return await withDatabase(async (database) => {
    const path = join(run, 'data-ganda/pairs.parquet');
    const { key } = await database.row<{ key: string }>(
      sql`SELECT min(pair_key) AS key FROM read_parquet(${path})`,
    );
    return key;
  });
}
