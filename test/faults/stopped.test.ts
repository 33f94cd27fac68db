import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/model/errors.ts';
import { Night } from './night.ts';
import { compile, startSisir } from './processes.ts';

let night: Night;
beforeAll(async () => {
  compile();
  night = await Night.of(150);
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
