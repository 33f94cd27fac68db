import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { init } from '../../src/cli/commands/init.ts';
import { resolveConfig } from '../../src/cli/config.ts';
import { readJsonc } from '../../src/cli/jsonc.ts';
import { starterConfig } from '../../src/cli/starter-config.ts';
import { configSchema } from '../../src/model/config.ts';
import { CONFIG_MEANING } from '../../src/model/config-meaning.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { temporaryFolder } from './helpers.ts';
import { calling } from './made-run.ts';

const sisir = calling([init]);

function valueOf(text: string): unknown {
  const document = readJsonc(text);
  if ('fault' in document) throw new Error(`line ${document.fault.line}: ${document.fault.what.en}`);
  return document.value;
}

describe.each(LANGUAGES)('the commented settings (%s)', (language) => {
  const text = starterConfig(language, '../docs/sisir.config.schema.json');

  test('are a config, as written and with every example in force', () => {
    configSchema.parse(valueOf(text));
    const inForce = configSchema.parse(valueOf(text.replace(/^(\s*)\/\/ (?=["{}[\]]|  \{)/gm, '$1')));
    expect(inForce).toMatchObject({ reference_date: 'quarter-end', memory: '8GB' });
    expect(inForce.gates).toHaveLength(3);
  });

  test('mention every key of the config', () => {
    const mentioned = [...text.matchAll(/^ {2}(?:\/\/ )?"([^"]+)":/gm)].flatMap(([, key]) => key ?? []);
    expect(mentioned.toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });

  test('leave history as it is without them, and have nothing removed', () => {
    const { history, retention } = configSchema.parse(valueOf(text));
    expect({ history, retention }).toEqual({ history: configSchema.parse({}).history, retention: {} });
  });

  test('tell what each is for, on lines that fit', () => {
    for (const key of ['inputs', 'gates', 'privacy.encrypt']) {
      const meaning = CONFIG_MEANING[key]?.[language] ?? 'none';
      expect(text.toLowerCase()).toContain(meaning.slice(0, 40).toLowerCase());
    }
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('sisir init', () => {
  test('writes settings that can be used, and keys that only their owner may open', async () => {
    const cwd = temporaryFolder();
    const done = await sisir(['init', 'kerja'], { cwd });
    expect([done.exitCode, done.err]).toEqual([0, '']);
    expect(done.out).toContain(join('kerja', 'sisir.config.json'));
    const folder = join(cwd, 'kerja');
    for (const name of ['sisir.key', 'sisir-encrypt.key']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      expect(done.out).not.toContain(readFileSync(join(folder, name), 'utf8').trim());
    }
    const config = await resolveConfig({ flags: {}, env: {}, cwd: folder });
    expect(config.privacy.key_file).toBe(join(folder, 'sisir.key'));
    expect(existsSync(resolve(folder, config.$schema ?? ''))).toBe(true);
  });

  test('overwrites nothing', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'sisir.key'), 'mine', { mode: 0o600 });
    const done = await sisir(['init', '--lang', 'en'], { cwd });
    expect(done.out).toMatch(/sisir\.key +a key was there/);
    expect(readFileSync(join(cwd, 'sisir.key'), 'utf8')).toBe('mine');
    const again = await sisir(['init', '--lang', 'en'], { cwd });
    expect([again.exitCode, again.out]).toEqual([2, '']);
    expect(again.err).toContain('There is a sisir.config.json in the folder "." already');
  });

  test('refuses a key that others may open, and writes no settings', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'sisir.key'), 'mine');
    chmodSync(join(cwd, 'sisir.key'), 0o644);
    const done = await sisir(['init'], { cwd });
    expect(done.exitCode).toBe(2);
    expect(done.err).toContain('chmod 600');
    expect(existsSync(join(cwd, 'sisir.config.json'))).toBe(false);
  });
});
