import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, packageOf, withoutComments } from './imports.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Which layer may import which, besides itself. A layer is named by the longest entry that a path starts with.
 * Reference data (areas, TPS, names) is open to all but the vocabulary; rules reach stages as arguments.
 * Arrows point one way: bin → src/cli → src/pipeline → src/stages/* → src/engine → src/model.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/engine': ['src/model'],
  'rules/reference': ['src/model'],
  rules: ['rules/reference', 'src/model'],
  'src/decisions': ['src/engine', 'src/model'],
  'src/stages': ['rules/reference', 'src/decisions', 'src/engine', 'src/model'],
  'src/sample': ['rules/reference', 'src/engine', 'src/model'],
  'src/pipeline': ['rules', 'rules/reference', 'src/stages', 'src/decisions', 'src/engine', 'src/model'],
  'src/cli': [
    'src/pipeline',
    'src/sample',
    'src/stages',
    'src/decisions',
    'rules',
    'src/engine',
    'src/model',
  ],
};

/** Packages that only some layers may import; a package that is not here is free to all but src/model and rules. */
const PACKAGE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['src/engine'],
  commander: ['src/cli'],
  'cli-progress': ['src/cli'],
  picocolors: ['src/cli'],
  pino: ['src/cli'],
  'pino-pretty': ['src/cli'],
};

/** Layers that import nothing but these packages: they are vocabulary and data. */
const ONLY_PACKAGES: Readonly<Record<string, readonly string[]>> = { 'src/model': ['zod'], rules: [] };

/** Effects that belong to the command line and are passed down. */
const EFFECTS: Readonly<Record<string, RegExp>> = {
  'Date.now()': /\bDate\s*\.\s*now\b/,
  'new Date()': /\bnew\s+Date\s*\(\s*\)/,
  'Math.random()': /\bMath\s*\.\s*random\b/,
  'console.': /\bconsole\s*\./,
  'process.exit': /\bprocess\s*\.\s*exit/,
  'process.env': /\bprocess\s*\.\s*env\b/,
  'performance.now()': /\bperformance\s*\.\s*now\b/,
  'process.stdout': /\bprocess\s*\.\s*std(out|err)\b/,
};

interface Source {
  /** From the root, `/` as separator. */
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Code without comments and without texts, which may name an effect. */
function codeOnly(text: string): string {
  return withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

function layerOf(path: string): string | undefined {
  return Object.keys(ALLOWED)
    .filter((layer) => path === `${layer}.ts` || path.startsWith(`${layer}/`))
    .toSorted((left, right) => right.length - left.length)[0];
}

const SOURCES: readonly Source[] = ['src', 'rules'].flatMap(filesUnder).map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, layer: layerOf(path) ?? 'none', text, imports: importsOf(text) };
});

function stageOf(path: string): string | undefined {
  return /^src\/stages\/([^/]+)\//.exec(path)?.[1];
}

function targetOf(source: Source, name: string): string {
  return relative(ROOT, resolve(ROOT, dirname(source.path), name))
    .split(sep)
    .join('/');
}

const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

/** Each import as [file, layer, what], where `what` is a path, a package, or undefined for node's own. */
const LOCAL = SOURCES.flatMap((source) =>
  source.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ source, target: targetOf(source, name) })),
);
const PACKAGES = SOURCES.flatMap((source) =>
  source.imports
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map((name) => ({ source, name: packageOf(name) })),
);

describe('the reader of imports', () => {
  test('sees every form', () => {
    const code = `import a from 'a';\nimport type { B } from "./b.ts";\nexport * from './c.ts';\nconst d = await import('./d.ts');\nimport 'e';\n// import f from 'f'\nimport {\n  g,\n} from 'g';`;
    expect(importsOf(code).toSorted()).toEqual(['./b.ts', './c.ts', './d.ts', 'a', 'e', 'g']);
  });
  test('found the project', () => {
    expect(SOURCES.length).toBeGreaterThan(20);
    expect(LOCAL.length).toBeGreaterThan(20);
  });
});

describe('layers', () => {
  test('every source file belongs to a layer', () => {
    expect(SOURCES.filter(({ layer }) => layer === 'none').map(({ path }) => path)).toEqual([]);
  });

  test('imports go one way', () => {
    const wrong = LOCAL.filter(({ source, target }) => {
      const layer = layerOf(target);
      return layer === undefined || (layer !== source.layer && !ALLOWED[source.layer]?.includes(layer));
    });
    expect(wrong.map(({ source, target }) => `${source.path} → ${target}`)).toEqual([]);
  });

  test('stages meet in tables, never in imports', () => {
    const wrong = LOCAL.filter(
      ({ source, target }) =>
        source.layer === 'src/stages' &&
        layerOf(target) === 'src/stages' &&
        stageOf(source.path) !== stageOf(target),
    );
    expect(wrong.map(({ source, target }) => `${source.path} → ${target}`)).toEqual([]);
  });

  test('packages stay with their owners', () => {
    const wrong = PACKAGES.filter(({ source, name }) => {
      const owners = PACKAGE_OWNERS[name];
      const only = ONLY_PACKAGES[source.layer];
      return (
        (owners !== undefined && !owners.includes(source.layer)) ||
        (only !== undefined && !only.includes(name))
      );
    });
    expect(wrong.map(({ source, name }) => `${source.path} → ${name}`)).toEqual([]);
  });

  test('vocabulary and rules touch neither disk nor process', () => {
    const wrong = SOURCES.filter(
      ({ layer, path, imports }) =>
        (layer === 'src/model' || path.startsWith('rules/invalid/')) &&
        imports.some((name) => isBuiltin(name)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('below the command line', () => {
  test.each(Object.entries(EFFECTS))('nobody calls %s', (_, pattern) => {
    const wrong = SOURCES.filter(({ layer, text }) => layer !== 'src/cli' && pattern.test(codeOnly(text)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

test('no import leaves the project: no URL, no absolute path', () => {
  const wrong = SOURCES.flatMap(({ path, imports }) =>
    imports.filter((name) => /^(https?:|file:|data:|\/)/.test(name)).map((name) => `${path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});
