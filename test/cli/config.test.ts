import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ConfigSources, checkDate, resolveConfig } from '../../src/cli/config.ts';
import { CONFIG_KEYS } from '../../src/cli/config-keys.ts';
import { referenceDateOf } from '../../src/cli/local-date.ts';
import { keysAt } from '../../src/cli/schema-problems.ts';
import { configSchema } from '../../src/model/config.ts';
import { EXIT, UsageError } from '../../src/model/errors.ts';
import { temporaryFolder } from './helpers.ts';

function folderWith(config: unknown): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'sisir.config.json'),
    typeof config === 'string' ? config : JSON.stringify(config, null, 2),
  );
  return folder;
}

function resolve(sources: Partial<ConfigSources>) {
  return resolveConfig({ flags: {}, env: {}, cwd: temporaryFolder(), ...sources });
}

async function failure(sources: Partial<ConfigSources>): Promise<UsageError> {
  const error: unknown = await resolve(sources).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`expected a UsageError, got ${String(error)}`);
  expect(error.exitCode).toBe(EXIT.usage);
  return error;
}

describe('order of precedence', () => {
  const cwd = folderWith({ period: 'from-file', tps_limit: 300, threads: 3, language: 'en' });

  test('the file comes before the defaults', async () => {
    expect(await resolve({ cwd })).toMatchObject({
      period: 'from-file',
      tps_limit: 300,
      threads: 3,
      language: 'en',
    });
    expect((await resolve({})).tps_limit).toBe(600);
  });

  test('variables come before the file', async () => {
    const env = {
      SISIR_PERIOD: 'from-env',
      SISIR_THREADS: '2',
      SISIR_LANG: 'id',
      SISIR_SKIP_BAD_FILES: 'true',
    };
    expect(await resolve({ cwd, env })).toMatchObject({
      period: 'from-env',
      threads: 2,
      language: 'id',
      skip_bad_files: true,
      tps_limit: 300,
    });
  });

  test('flags come before variables', async () => {
    const config = await resolve({
      cwd,
      env: { SISIR_PERIOD: 'from-env' },
      flags: { period: 'from-flag', threads: '1' },
    });
    expect(config).toMatchObject({ period: 'from-flag', threads: 1 });
  });

  test('--config comes before SISIR_CONFIG', async () => {
    const other = folderWith({ period: 'other' });
    const config = await resolve({
      cwd: other,
      configPath: join(cwd, 'sisir.config.json'),
      env: { SISIR_CONFIG: 'none.json' },
    });
    expect(config.period).toBe('from-file');
  });

  test('an empty variable counts as not set', async () => {
    expect((await resolve({ cwd, env: { SISIR_PERIOD: '' } })).period).toBe('from-file');
  });

  test('lists and objects are JSON in a variable', async () => {
    const env = {
      SISIR_COLUMNS: '{"nik":"soc_sec_id"}',
      SISIR_MISSING: '["NA","-"]',
      SISIR_PRIVACY_KEY_FILE: '/k',
      SISIR_PRIVACY_ENCRYPT: '{"findings":true,"key_file":"/e"}',
      SISIR_GATES: '[{"severity":"error","max":5}]',
    };
    expect(await resolve({ env })).toMatchObject({
      columns: { nik: 'soc_sec_id' },
      missing: ['NA', '-'],
      privacy: { key_file: '/k', encrypt: { findings: true, worklists: false, key_file: '/e' } },
      gates: [{ severity: 'error', max: 5 }],
    });
  });
});

describe('paths', () => {
  test('paths in a config file are taken from its own folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'conf'));
    const path = join(folder, 'conf', 'a.json');
    writeFileSync(
      path,
      '{"inputs":["../rolls/*.csv"],"rules_folder":"rules","privacy":{"key_file":"key","encrypt":{"key_file":"other"}},"out":"/abs"}',
    );
    const config = await resolve({ cwd: folder, configPath: 'conf/a.json' });
    expect(config.inputs).toEqual([join(folder, 'rolls/*.csv')]);
    expect(config.rules_folder).toBe(join(folder, 'conf/rules'));
    expect(config.privacy.key_file).toBe(join(folder, 'conf/key'));
    expect(config.privacy.encrypt.key_file).toBe(join(folder, 'conf/other'));
    expect(config.out).toBe('/abs');
  });

  test('paths typed by the user stay as typed', async () => {
    const config = await resolve({
      cwd: process.cwd(),
      flags: { inputs: ['./samples'], out: 'runs' },
      configPath: join(folderWith({}), 'sisir.config.json'),
    });
    expect(config.inputs).toEqual(['./samples']);
    expect(config.out).toBe('runs');
  });
});

describe('faults', () => {
  test('an unknown key names the nearest one and its place', async () => {
    const { text } = await failure({ cwd: folderWith('{\n  "refrence_date": "2026-01-01"\n}') });
    expect(text.id).toContain('sisir.config.json:2:3');
    expect(text.id).toContain('"refrence_date" tidak dikenal');
    expect(text.id).toContain('"reference_date"');
    expect(text.en).toContain('Perhaps "reference_date" is meant');
  });

  test.each([
    [{ columns: { nikk: 'x' } }, 'columns.nikk', 'nik'],
    [{ columns: { nik: { from: 'a', fromat: 'b' } } }, 'columns.nik.fromat', 'format'],
    [{ privacy: { keyfile: 'x' } }, 'privacy.keyfile', 'key_file'],
  ])('an unknown key inside another: %j', async (config, place, close) => {
    const { text } = await failure({ cwd: folderWith(config) });
    expect(text.en).toContain(`"${place}" is unknown. Perhaps "${close}" is meant`);
  });

  test.each([
    [{ threads: 'two' }, '"threads" holds the text "two"', 'a whole number above 0'],
    [{ threads: 0 }, 'the number 0', 'a whole number above 0'],
    [{ tps_limit: 1.5 }, 'the number 1.5', 'a whole number above 0'],
    [{ memory: '8' }, 'the text "8"', 'e.g. 8GB'],
    [{ language: 'fr' }, 'the text "fr"', 'id or en'],
    [{ inputs: 'a.csv' }, '"inputs" holds the text "a.csv"', 'a list of files'],
    [{ missing: [1, 2] }, '"missing[0]" holds the number 1', 'a list of texts'],
    [{ columns: { nik: 5 } }, '"columns.nik" holds the number 5', 'a header of the file'],
    [{ reference_date: '1-1-2026' }, 'the text "1-1-2026"', 'YYYY-MM-DD'],
    [{ privacy: ['x'] }, '"privacy" holds a list of 1', 'key_file'],
  ])('a bad value names what was found and what is allowed: %j', async (config, found, allowed) => {
    const { text } = await failure({ cwd: folderWith(config) });
    expect(text.en).toContain(found);
    expect(text.en).toContain(allowed);
  });

  test('all faults of a file are told at once', async () => {
    const { text } = await failure({ cwd: folderWith({ threads: 0, outt: 'x' }) });
    expect(text.en.split('\n')).toHaveLength(2);
  });

  test('a value that may be a NIK, or is long, is not shown', async () => {
    const nik = await failure({ cwd: folderWith({ memory: '3374011203900001' }) });
    expect(nik.text.en).not.toContain('3374011203900001');
    expect(nik.text.en).toContain('a text of 16 characters');
    const long = await failure({ cwd: folderWith({ memory: 'x'.repeat(41) }) });
    expect(long.text.en).not.toContain('xxxx');
  });

  test.each([
    ['{\n  "out": "a",,\n}', 2, 14],
    ['{\n  "out": "a"\n  /* no end', 3, 3],
    ['{ "out": tru }', 1, 10],
    ['{\n  out: 1 }', 2, 3],
    ['', 1, 1],
    ['{"a": 1} x', 1, 10],
    ["{'a': 1}", 1, 2],
    ['{"a": "b\n"}', 1, 7],
    ['{"a": [1, 2}', 1, 12],
  ])('bad JSON %j is placed at line %d, column %d', async (text, line, column) => {
    const error = await failure({ cwd: folderWith(text) });
    expect(error.text.id).toContain(`sisir.config.json:${line}:${column}: bukan JSON yang sah`);
  });

  test('comments and a comma after the last value are no fault', async () => {
    const cwd = folderWith('{\n  // where to\n  "out": "x", /* and */ "missing": ["NA",],\n}');
    expect(await resolve({ cwd })).toMatchObject({ out: join(cwd, 'x'), missing: ['NA'] });
    const { text } = await failure({ cwd: folderWith('{\n  // "a"\n  "outt": "x"\n}') });
    expect(text.en).toContain('sisir.config.json:3:3');
  });

  test('a key that is written twice is refused, however deep', async () => {
    const { text } = await failure({
      cwd: folderWith('{\n"privacy": {\n"key_file": "a",\n  "key_file": "b"}}'),
    });
    expect(text.id).toContain('sisir.config.json:4:3: kunci "key_file" ditulis dua kali');
  });

  test('a byte-order mark is no fault', async () => {
    expect((await resolve({ cwd: folderWith('\uFEFF{"out":"x"}') })).out).toContain('x');
  });

  test('a config file that was named must be there', async () => {
    const { text } = await failure({ configPath: 'none.json' });
    expect(text.id).toContain('Berkas konfigurasi none.json tidak ada');
    expect((await failure({ env: { SISIR_CONFIG: 'gone.json' } })).text.en).toContain('gone.json');
  });

  test('a config file that is a folder', async () => {
    expect((await failure({ configPath: '.' })).text.en).toContain('EISDIR');
  });

  test('a mistyped variable is not passed over', async () => {
    const { text } = await failure({ env: { SISIR_REFERENCE_DAT: '2026-01-01' } });
    expect(text.en).toBe(
      'The variable SISIR_REFERENCE_DAT is unknown. Perhaps SISIR_REFERENCE_DATE is meant.',
    );
  });

  test('faults of variables and flags name them', async () => {
    expect((await failure({ env: { SISIR_TPS_LIMIT: 'many' } })).text.en).toContain(
      'SISIR_TPS_LIMIT: "tps_limit" holds',
    );
    expect((await failure({ flags: { threads: 'x' } })).text.en).toContain('--threads: "threads" holds');
  });
});

describe('the reference date', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', 'today', '2026-1-1'])(
    '%s is refused',
    (date) => {
      expect(() => checkDate(date)).toThrow(UsageError);
    },
  );
  test.each(['2024-02-29', '2026-11-22', '1900-01-01'])('%s is a date', (date) => {
    expect(() => checkDate(date)).not.toThrow();
  });
  test('may be the end of the quarter', async () => {
    expect((await resolve({ cwd: folderWith({ reference_date: 'quarter-end' }) })).reference_date).toBe(
      'quarter-end',
    );
    expect(referenceDateOf('quarter-end', new Date(2026, 10, 22))).toBe('2026-12-31');
    expect(referenceDateOf('quarter-end', new Date(2026, 2, 31, 23, 59))).toBe('2026-03-31');
    expect(referenceDateOf('quarter-end', new Date(2026, 3, 1))).toBe('2026-06-30');
    expect(referenceDateOf('2026-01-05', new Date(2026, 10, 22))).toBe('2026-01-05');
    expect(referenceDateOf(undefined, new Date(2026, 10, 22))).toBe('2026-11-22');
  });

  test('is checked wherever it comes from', async () => {
    expect((await failure({ env: { SISIR_REFERENCE_DATE: '2026-02-30' } })).text.id).toContain(
      'tidak ada di kalender',
    );
  });
});

test('every key of the config says what it may hold', () => {
  expect(Object.keys(CONFIG_KEYS).toSorted()).toEqual(keysAt(configSchema, []).toSorted());
});
