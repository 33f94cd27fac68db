import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS, main } from '../../src/cli/main.ts';
import { EXIT } from '../../src/model/errors.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { temporaryFolder, testIo } from './helpers.ts';

async function sisir(argv: string[], overrides: Parameters<typeof testIo>[0] = {}) {
  const { io, out, err } = testIo(overrides);
  const exitCode = await main(argv, io);
  return { exitCode, out: out(), err: err() };
}

describe('help', () => {
  const HEADING = { id: 'Contoh:', en: 'Example:' };
  const cases = LANGUAGES.flatMap((language) =>
    COMMANDS.map((command) => ({ language, command, name: command.name })),
  );

  test.each(cases)('of $name in $language has a runnable example', async ({ language, command }) => {
    const { exitCode, out, err } = await sisir([command.name, '--help', '--lang', language]);
    expect(exitCode).toBe(EXIT.done);
    expect(err).toBe('');
    expect(out).toContain(command.summary[language].slice(0, 30));
    expect(out).toContain(`${HEADING[language]}\n  ${command.example.line}`);
    expect(command.example.line).toMatch(new RegExp(`^sisir ${command.name} `));
    const typed = [...command.example.line.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    for (const option of typed)
      expect(command.options.some(({ usage }) => usage.startsWith(option))).toBe(true);
  });

  test('speaks Bahasa Indonesia unless told otherwise', async () => {
    const plain = await sisir(['--help']);
    expect(plain.out).toContain('Pemakaian: sisir');
    expect(plain.out).toContain('Perintah:');
    expect(plain.out).not.toMatch(/Usage|Options:|Commands|display help/);
    expect((await sisir(['--help'], { env: { SISIR_LANG: 'en' } })).out).toContain('Usage: sisir');
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'sisir.config.json'), '{"language":"en"}');
    expect((await sisir(['run', '--help'], { cwd })).out).toContain('Global Options:');
    expect((await sisir(['run', '--help', '--lang=id'], { cwd })).out).toContain('Opsi umum:');
  });

  test('lists the commands that exist and no other', async () => {
    const { out } = await sisir(['--help', '--lang', 'en']);
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    for (const name of ['train', 'evaluate', 'explain', 'compare', 'verify'])
      expect(out).not.toMatch(new RegExp(`^ {2}${name}`, 'm'));
  });

  test('of one command by name', async () => {
    expect((await sisir(['help', 'run'])).out).toContain('Pemakaian: sisir run [OPSI] [INPUT...]');
  });

  test('stays within a terminal', async () => {
    for (const { name } of COMMANDS) {
      const { out } = await sisir([name, '--help']);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });

  test('without a command goes to stderr, exit 2', async () => {
    const { exitCode, out, err } = await sisir([]);
    expect([exitCode, out]).toEqual([EXIT.usage, '']);
    expect(err).toContain('Pemakaian: sisir');
  });

  test('--version', async () => {
    const { exitCode, out } = await sisir(['--version']);
    expect(exitCode).toBe(EXIT.done);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong words', () => {
  test.each([
    [['runn'], 'Perintah "runn" tidak dikenal. Mungkin maksudnya "run".'],
    [['run', '--ouut', 'x'], 'Opsi "--ouut" tidak dikenal. Mungkin maksudnya "--out".'],
    [['rules', '--jsno'], 'Mungkin maksudnya "--json".'],
    [['run', '--skip-bad-file'], 'Mungkin maksudnya "--skip-bad-files".'],
    [['run', '--out'], 'memerlukan nilai'],
    [['rules', 'a', 'b'], 'terlalu banyak argumen'],
    [['columns'], 'Argumen FILE belum ada'],
    [['rules', 'nik-koson'], 'Mungkin maksudnya "nik-kosong".'],
    [['run'], 'Belum ada masukan'],
    [['run', 'x', '--resume'], '--resume belum tersedia'],
    [['run', 'x', '--threads', 'dua'], '--threads: "threads" berisi teks "dua"'],
    [['run', 'x', '--reference-date', '2026-02-30'], 'tidak ada di kalender'],
    [['run', 'x', '--period', 'pdpb-2024'], 'Mungkin maksudnya "pdpb-2025"'],
    [['run', 'x', '--lang', 'fr'], 'Yang diperbolehkan: id atau en'],
    [['run', 'x', '--config', 'none.json'], 'none.json tidak ada'],
    [['sample', '--rows', '10'], '--out belum ada'],
    [['sample', '--out', 'x', '--rows', '1.5'], 'bilangan bulat'],
    [['sample', '--out', 'x', '--profile', 'soft'], 'Pilih: raw2018'],
  ])('%j', async (argv, expected) => {
    const { exitCode, out, err } = await sisir(argv);
    expect(err).toContain(expected);
    expect(err).not.toMatch(/^\s+at /m);
    expect([exitCode, out]).toEqual([EXIT.usage, '']);
  });

  test('in English', async () => {
    expect((await sisir(['runn', '--lang', 'en'])).err).toBe(
      'sisir: error: The command "runn" is unknown. Perhaps "run" is meant. See: sisir --help\n',
    );
  });

  test('a sample never goes into a folder that holds something', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'mine.csv'), 'x');
    const { exitCode, err } = await sisir(['sample', '--out', '.'], { cwd });
    expect(exitCode).toBe(EXIT.usage);
    expect(err).toContain('tidak kosong');
  });

  test('a key file that others may open', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'key'), 'k', { mode: 0o644 });
    writeFileSync(join(cwd, 'sisir.config.json'), '{"inputs":["x.csv"],"privacy":{"key_file":"key"}}');
    const { exitCode, err } = await sisir(['run'], { cwd });
    expect(exitCode).toBe(EXIT.usage);
    expect(err).toContain('chmod 600');
  });
});

describe('sisir rules', () => {
  test('lists every rule within a terminal', async () => {
    const { exitCode, out, err } = await sisir(['rules']);
    expect([exitCode, err]).toEqual([EXIT.done, '']);
    expect(out).toMatch(/^nik-bukan-16-digit +error +validity +\S/m);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('explains one with its examples', async () => {
    const { out } = await sisir(['rules', 'nik-bukan-16-digit', '--lang', 'en']);
    for (const part of ['Why', 'What to do', 'Violated when (SQL)', '❌', '✅']) expect(out).toContain(part);
  });

  test('as JSON', async () => {
    const list: unknown = JSON.parse((await sisir(['rules', '--json'])).out);
    const one: unknown = JSON.parse((await sisir(['rules', 'nik-kosong', '--json'])).out);
    expect(list).toContainEqual(expect.objectContaining({ id: 'nik-kosong' }));
    expect(one).toMatchObject({ id: 'nik-kosong' });
  });

  test("with the satker's own, and their faults", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'sisir.config.json'), '{"rules_folder":"."}');
    const { exitCode, err } = await sisir(['rules'], { cwd });
    expect(exitCode).toBe(EXIT.usage);
    expect(err).toContain('sisir.config.json:1:');
  });
});
