import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isMalformed, readManifest, runsIn, writeManifest } from '../../src/engine/manifest-file.ts';

const part = z.object({ run_id: z.string() });
let out: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'sisir-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

function made(name: string, text: string): string {
  const folder = join(out, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), text);
  return folder;
}

describe('reading a manifest', () => {
  test('takes what the reader needs, whatever stands beside it', async () => {
    const folder = made('a', '{"run_id": "a", "of_a_later_version": 1}');
    expect(await readManifest(folder, part)).toEqual({ run_id: 'a' });
  });

  test.each(['{"run_id": "2026', '{"run_id": 1}', '[]', ''])(
    'tells that %s is none of Sisir’s',
    async (text) => {
      const error = await readManifest(made('a', text), part).catch((thrown: unknown) => thrown);
      expect(isMalformed(error)).toBe(true);
    },
  );

  test('tells a file that is not there from one that is malformed', async () => {
    const error = await readManifest(join(out, 'none'), part).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ENOENT' });
    expect(isMalformed(error)).toBe(false);
  });
});

test('a written manifest is read again, over an older one, and leaves nothing beside it', async () => {
  const folder = made('a', '{"run_id": "old", "more": true}');
  await writeManifest(folder, { run_id: 'new' });
  expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe('{\n  "run_id": "new"\n}\n');
  expect((await runsIn(out)).map(({ name }) => name)).toEqual(['a']);
});

describe('the runs in an output folder', () => {
  test('are the folders with a manifest, by name: not latest, not what is hidden', async () => {
    for (const name of ['b', 'a', '.partial-c']) made(name, '{}');
    mkdirSync(join(out, 'empty'));
    writeFileSync(join(out, 'audit.jsonl'), '');
    symlinkSync('b', join(out, 'latest'));
    expect(await runsIn(out)).toEqual(
      ['a', 'b'].map((name) => ({ name, folder: join(out, name), isLink: false })),
    );
  });

  test('tell those that are kept elsewhere', async () => {
    symlinkSync(made('.elsewhere', '{}'), join(out, 'a'));
    expect(await runsIn(out)).toEqual([{ name: 'a', folder: join(out, 'a'), isLink: true }]);
  });

  test('are none where there is no such folder', async () => {
    expect(await runsIn(join(out, 'none'))).toEqual([]);
  });
});
