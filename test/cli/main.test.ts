import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Invocation } from '../../src/cli/command.ts';
import { COMMANDS, main } from '../../src/cli/main.ts';
import { dispatch } from '../../src/cli/program.ts';
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
  });

  test('an option that says no sets nothing unless it is typed', async () => {
    const seen: unknown[] = [];
    const heard = COMMANDS.filter(({ name }) => name === 'run').map((command) => ({
      ...command,
      run: async ({ options }: Invocation) => {
        seen.push(options['no-worklists']);
        return await Promise.resolve(EXIT.done);
      },
    }));
    const world = { io: testIo().io, language: 'id', version: 'test' } as const;
    for (const argv of [['run'], ['run', '--no-worklists']]) await dispatch(heard, argv, world);
    expect(seen).toEqual([undefined, false]);
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

describe('examples', () => {
  const root = process.cwd();
  test('name files that are there', () => {
    const paths = COMMANDS.flatMap(({ example }) => example.line.match(/samples\/\S+/g) ?? []);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(existsSync(join(root, path))).toBe(true);
  });

  test('run: the result is on stdout, the log on stderr', async () => {
    const out = temporaryFolder();
    const done = await sisir(['run', 'samples/jateng-kecil', '--out', out, '--json'], { cwd: root });
    expect(done.exitCode).toBe(EXIT.done);
    const { rows } = z
      .object({
        rows: z.object({ read: z.number(), accepted: z.number(), rejected: z.number() }),
        manifest: z.string(),
      })
      .parse(JSON.parse(done.out));
    expect(rows.read).toBe(rows.accepted + rows.rejected);
    for (const line of done.err.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    expect(existsSync(join(out, 'latest', 'manifest.json'))).toBe(true);
  });

  test('run --dry-run shows the plan and writes nothing', async () => {
    const out = join(temporaryFolder(), 'none');
    const done = await sisir(['run', 'samples/jateng-kecil', '--out', out, '--dry-run'], { cwd: root });
    expect(done.exitCode).toBe(EXIT.done);
    expect(done.out).toContain('samples/jateng-kecil/3374.csv');
    expect(done.out).toContain('tidak ada yang ditulis');
    expect(done.out).toContain('Calon pasangan, dihitung pada seluruh 4.000 baris');
    expect(done.out).toMatch(/nik-sama +\d/);
    expect(done.out).toMatch(/membaca berkas +input_file, roll_raw, reject +[\d,]+ dtk/);
    expect(done.out).toMatch(/cakram puncak +[\d.,]+ MB/);
    expect(existsSync(out)).toBe(false);
  });

  test('columns', async () => {
    const done = await sisir(['columns', 'samples/jateng-kecil/3374.csv'], { cwd: root });
    expect([done.exitCode, done.err]).toEqual([EXIT.done, '']);
    expect(done.out).toMatch(/nik +nik +\d/);
  });

  test('columns of a file that cannot be read', async () => {
    const done = await sisir(['columns', 'samples/none.csv'], { cwd: root });
    expect([done.exitCode, done.out]).toEqual([EXIT.inputRefused, '']);
  });

  test('sample', async () => {
    const cwd = temporaryFolder();
    const done = await sisir(['sample', '--rows', '300', '--out', 'contoh', '--lang', 'en'], { cwd });
    expect(done.exitCode).toBe(EXIT.done);
    expect(done.out).toContain('300 made-up voters');
    expect(done.out).toContain('sisir run contoh\n');
    expect(existsSync(join(cwd, 'contoh', 'truth.csv'))).toBe(true);
    const combed = await sisir(['run', 'contoh', '--json', '--no-worklists'], { cwd });
    expect([combed.exitCode, existsSync(join(cwd, 'runs', 'latest'))]).toEqual([EXIT.done, true]);
    expect(JSON.parse(combed.out)).toMatchObject({ rows: { read: 300, rejected: 0 } });
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

  test('an output folder that is a file', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'taken'), 'x');
    for (const out of ['taken', 'taken/below']) {
      const { exitCode, err } = await sisir(['run', 'x.csv', '--out', out], { cwd });
      expect(exitCode).toBe(EXIT.usage);
      expect(err).toContain('ENOTDIR');
    }
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
