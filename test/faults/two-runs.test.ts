import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { EXIT } from '../../src/model/errors.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { testIo } from '../cli/helpers.ts';
import { runWith } from '../support/run.ts';
import { Night, tablesOf } from './night.ts';

let night: Night;
beforeAll(async () => {
  night = await Night.shared();
});
afterAll(() => night.remove());

async function sisir(...argv: string[]): Promise<{ exitCode: number; err: string }> {
  const { io, err } = testIo();
  const exitCode = await main(argv, io);
  return { exitCode, err: err() };
}

test('while a run goes on, all else that writes into its output folder is refused with exit 5 and does no harm', async () => {
  night.begin();
  const earlier = night.latest();
  const page = join(night.out, earlier, 'report/index.html');
  const pageNow = () => [statSync(page).ino, readFileSync(page, 'utf8')] as const;
  const before = pageNow();
  const report = async () => await sisir('report', earlier, '--out', night.out, '--lang', 'en');

  const seconds: ReturnType<typeof sisir>[] = [];
  const { manifest } = await runWith(night.config, {
    stageStarted(id) {
      if (id !== '20-normalise') return;
      seconds.push(...LANGUAGES.map((language) => sisir(...night.argv, '--lang', language)), report());
    },
  });

  const says = ['sedang dipakai proses', 'is in use by process', 'is in use by process'];
  const ended = await Promise.all(seconds);
  for (const [index, words] of says.entries()) {
    expect(ended[index]?.exitCode).toBe(EXIT.locked);
    for (const part of [words, String(process.pid), hostname(), '2026-11-22'])
      expect(ended[index]?.err).toContain(part);
  }
  expect(pageNow()).toEqual(before);
  expect(readdirSync(join(night.out, earlier)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(tablesOf(manifest)).toEqual(night.undisturbed);
  expect([night.hidden(), night.runs()]).toEqual([[], [earlier, manifest.run_id]]);

  expect(await report()).toEqual({ exitCode: EXIT.done, err: '' });
  expect(statSync(page).ino).not.toBe(before[0]);
  expect(night.hidden()).toEqual([]);
  await night.expectWhole();
});
