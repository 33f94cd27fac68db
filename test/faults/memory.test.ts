import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/model/errors.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { Night } from './night.ts';
import { compile, startSisir } from './processes.ts';

const ROWS = Number(process.env['SISIR_MEMORY_ROWS'] ?? 4_000);

let night: Night;
beforeAll(async () => {
  compile();
  night = await Night.of(ROWS);
});
afterAll(() => night.remove());

describe('a memory limit', () => {
  it('of 1 GB is enough, and changes no byte', async () => {
    const { exitCode } = await startSisir([...night.argv, '--memory', '1GB'], night.folder).end;
    expect(exitCode).toBe(EXIT.done);
    const { outputs, stages } = manifestSchema.parse(
      JSON.parse(readFileSync(join(night.out, 'latest/manifest.json'), 'utf8')),
    );
    const hashes = Object.fromEntries(outputs.map(({ path, sha256 }) => [path, sha256]));
    expect(hashes).toMatchObject(night.undisturbed);
    expect(Math.max(...stages.map(({ peak_rss_mb }) => peak_rss_mb))).toBeLessThan(1500);
    await night.expectWhole();
  });

  it('that is too small ends the run with advice, and leaves the last one as it is', async () => {
    const latest = night.latest();
    const { exitCode, err } = await startSisir(
      [...night.argv, '--memory', '20MB', '--lang', 'en'],
      night.folder,
    ).end;
    expect(err).toContain('There is not enough memory. Give more with --memory');
    expect([exitCode, night.latest(), night.hidden()]).toEqual([EXIT.unexpected, latest, []]);
  });
});
