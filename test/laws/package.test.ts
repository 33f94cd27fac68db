import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importsOf, packageOf } from './imports.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const versions = z.record(z.string(), z.string());
const packageSchema = z.object({ dependencies: versions, devDependencies: versions });
const lockSchema = z.object({ packages: z.object({ '': packageSchema }) });
const PACKAGE = packageSchema.parse(JSON.parse(read('package.json')));

/** Every dependency and why it is here; a new one needs a line here and a page in docs/decisions. */
const REASONS: Readonly<Record<string, string>> = {
  '@duckdb/node-api': 'the engine: reads, checks and groups tens of millions of rows (decision 0001)',
  'apache-arrow': 'writes the distributions as Arrow IPC for analysts (decision 0031)',
  'cli-progress': 'the live display on a terminal',
  commander: 'the command line',
  echarts: 'draws the charts of the report, in the page (decision 0041)',
  exceljs: 'reads XLSX rolls in a stream; makes the workbooks of the work lists',
  fflate: 'the ZIP container of the work lists, whose rows do not pass through exceljs (decision 0030)',
  'fastest-levenshtein': 'the nearest word to a mistyped one',
  'jsonc-parser': 'the config: JSON with comments, and where each value stands',
  picocolors: 'colour on a terminal, honours NO_COLOR',
  pino: 'JSON lines on stderr',
  'pino-pretty': 'the same lines for a person on a terminal',
  preact: 'writes the report as HTML that is escaped by construction (decision 0041)',
  'preact-render-to-string': 'the same, without a browser',
  tinyglobby: 'globs; Node 20 has none',
  yaml: 'rules written by a satker, with line numbers in their errors',
  zod: 'config, rules and manifest: schemas are the single source of types',
};
const DEV_REASONS: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'format and import order',
  '@sparticuz/chromium': 'a browser from npm, in which the report is tested',
  '@types/cli-progress': 'types',
  '@types/node': 'types',
  'axe-core': 'accessibility of the report',
  'csv-parse': 'the oracle of the CSV tests; reads the reference data of the generated docs',
  'fast-check': 'property tests',
  oxlint: 'lint',
  'oxlint-tsgolint': 'lint rules that need types',
  'playwright-core': 'drives that browser',
  tsx: 'runs TypeScript in development; Node 20 cannot',
  typescript: 'type check and compile',
  vite: 'bundles the script of the report; what vitest runs on',
  vitest: 'tests',
};

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

const TEXT = /\.(tsx?|css|js|json|md|ya?ml)$|(^|\/)(run|LICENSE|\.npmrc|\.gitignore)$/;
const LARGEST_TEXT = 2_000_000;
const texts = tracked
  .filter((path) => TEXT.test(path) && statSync(join(ROOT, path)).size < LARGEST_TEXT)
  .map((path) => ({ path, text: read(path) }));

describe('dependencies', () => {
  const { dependencies, devDependencies } = PACKAGE;

  test('are on the list, with a reason', () => {
    expect(Object.keys(dependencies).toSorted()).toEqual(Object.keys(REASONS).toSorted());
    expect(Object.keys(devDependencies).toSorted()).toEqual(Object.keys(DEV_REASONS).toSorted());
  });

  test('have exact versions', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('are all used', () => {
    const used = new Set(
      sourceFiles(['src', 'rules'])
        .flatMap((path) => importsOf(read(path)))
        .map(packageOf),
    );
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });

  test('nothing else is imported', () => {
    const known = new Set(Object.keys(dependencies));
    const wrong = sourceFiles(['src', 'rules']).flatMap((path) =>
      importsOf(read(path))
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !known.has(packageOf(name)))
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the lock file names no host', () => {
    const lock = read('package-lock.json');
    expect(lock).not.toMatch(/"resolved":/);
    expect(lock).not.toMatch(/"version": "(https?|git|file):/);
  });

  test('the lock file agrees with package.json', () => {
    const lock = lockSchema.parse(JSON.parse(read('package-lock.json'))).packages[''];
    expect(lock.dependencies).toEqual(dependencies);
    expect(lock.devDependencies).toEqual(devDependencies);
  });
});

describe('tracked files', () => {
  test('name no path of one machine', () => {
    const homes = ['home', 'root', 'Users', 'work', 'tmp'].join('|');
    const machine = new RegExp(`(?<![\\w.~*])/(${homes})/|[A-Z]:[\\\\]+Users`);
    expect(texts.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('hold no test that is singled out or skipped', () => {
    const singled = /\b(?:test|it|describe)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/;
    expect(
      texts
        .filter(({ path, text }) => path.endsWith('.test.ts') && singled.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('leave no note to self', () => {
    const note = new RegExp(
      `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['XX', 'X:'].join('')})`,
    );
    const code = texts.filter(({ path }) => /\.(tsx?|css|js|md)$/.test(path) && !path.startsWith('samples/'));
    expect(code.filter(({ text }) => note.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('the folders of the top level are the agreed ones', () => {
    const folders = new Set(tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    const agreed = ['.ci', 'bench', 'bin', 'docs', 'rules', 'samples', 'src', 'test'];
    expect([...folders].filter((folder) => !agreed.includes(folder ?? ''))).toEqual([]);
  });
});

function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
}
