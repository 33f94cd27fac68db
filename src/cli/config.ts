import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type Config, configSchema } from '../model/config.ts';
import { UsageError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { CONFIG_KEYS, type ConfigKey, INNER_KEYS } from './config-keys.ts';
import { environmentValues, valueOfText } from './config-text.ts';
import type { Environment } from './io.ts';
import { readJsonc } from './jsonc.ts';
import { placeName, type SchemaProblem, schemaProblems } from './schema-problems.ts';
import { asRecord, errorCode } from './unknowns.ts';

export const CONFIG_FILE = 'sisir.config.json';

/** Config keys as they were typed on the command line; texts are read like variables. */
export type Flags = Partial<Readonly<Record<ConfigKey, string | boolean | readonly string[]>>>;

export interface ConfigSources {
  readonly flags: Flags;
  readonly env: Environment;
  /** `--config`; a relative path is taken from `cwd`. */
  readonly configPath?: string | undefined;
  readonly cwd: string;
}

/**
 * The config of a run: flags, then `SISIR_*` variables, then `sisir.config.json` (or `--config`, or
 * `SISIR_CONFIG`), then defaults. Relative paths in the file are taken from the file's own folder.
 * The file is JSON that may hold comments.
 * @throws UsageError for an unknown key, a value that is not allowed, bad JSON, or a named file that is missing.
 */
export async function resolveConfig({ flags, env, configPath, cwd }: ConfigSources): Promise<Config> {
  const named = configPath ?? env['SISIR_CONFIG'];
  const file = await readConfigFile(named, cwd);
  const typed = {
    ...checked(environmentValues(env), (path) => `SISIR_${path.join('_').toUpperCase()}`),
    ...checked(flagValues(flags), (path) => `--${String(path[0]).replaceAll('_', '-')}`),
  };
  const merged = configSchema.parse({
    ...fromHere(configSchema.parse({}), cwd),
    ...fromFolder(file.values, file.folder, cwd),
    ...fromHere(typed, cwd),
  });
  if (merged.reference_date !== undefined && merged.reference_date !== 'quarter-end') {
    checkDate(merged.reference_date);
  }
  return merged;
}

/** @throws UsageError unless the text is a date of the calendar, YYYY-MM-DD. */
export function checkDate(text: string): void {
  const date = new Date(`${text}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  ) {
    return;
  }
  throw new UsageError({
    id: `Tanggal acuan "${text.slice(0, 40)}" tidak ada di kalender. Tulis sebagai YYYY-MM-DD, misalnya 2026-11-22.`,
    en: `The reference date "${text.slice(0, 40)}" is not in the calendar. Write it as YYYY-MM-DD, e.g. 2026-11-22.`,
  });
}

interface ConfigFile {
  readonly values: Readonly<Record<string, unknown>>;
  readonly folder: string;
}

async function readConfigFile(named: string | undefined, cwd: string): Promise<ConfigFile> {
  const path = resolve(cwd, named ?? CONFIG_FILE);
  const text = await readText(path, named);
  if (text === undefined) return { values: {}, folder: cwd };
  const shown = named ?? CONFIG_FILE;
  const document = readJsonc(text);
  if ('fault' in document) {
    const { line, column, what } = document.fault;
    throw new UsageError({
      id: `${shown}:${line}:${column}: ${what.id}`,
      en: `${shown}:${line}:${column}: ${what.en}`,
    });
  }
  const place = (at: SchemaProblem['path']) => {
    const { line, column } = document.place(at);
    return `${shown}:${line}:${column}`;
  };
  return { values: checked(document.value, place), folder: dirname(path) };
}

async function readText(path: string, named: string | undefined): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && named === undefined) return undefined;
    const shown = named ?? CONFIG_FILE;
    throw new UsageError(
      code === 'ENOENT'
        ? {
            id: `Berkas konfigurasi ${shown} tidak ada. Periksa namanya, atau jalankan tanpa --config dan SISIR_CONFIG.`,
            en: `There is no config file ${shown}. Check its name, or run without --config and SISIR_CONFIG.`,
          }
        : {
            id: `Berkas konfigurasi ${shown} tidak dapat dibaca (${code}). Periksa izin baca berkas itu.`,
            en: `The config file ${shown} cannot be read (${code}). Check that it is a file you may read.`,
          },
    );
  }
}

/** The values unchanged, once each is known and allowed. */
function checked(values: unknown, place: (path: SchemaProblem['path']) => string): Record<string, unknown> {
  const problems = schemaProblems(configSchema, values, (path) => allowedAt(path));
  if (problems.length > 0) {
    const list = (language: keyof Text) =>
      problems.map(({ path, text }) => `${place(path)}: ${text[language]}`).join('\n');
    throw new UsageError({ id: list('id'), en: list('en') });
  }
  return { ...asRecord(values) };
}

/** The nearest place that has words of its own; inside `gates` the schema's own are better. */
function allowedAt(path: SchemaProblem['path']): Text | undefined {
  const place = placeName(path).replace(/\[\d+\]/g, '[]');
  const [key] = path;
  return (
    INNER_KEYS[place] ??
    (key === 'gates' && path.length > 1
      ? undefined
      : Object.entries(CONFIG_KEYS).find(([name]) => name === key)?.[1])
  );
}

function flagValues(flags: Flags): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(flags)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === 'string' ? valueOfText(key, value) : value]),
  );
}

/** Every path in the values through `settle`. */
function withPaths(
  values: Readonly<Record<string, unknown>>,
  settle: (path: string) => string,
): Record<string, unknown> {
  const settled = { ...values };
  for (const key of ['out', 'rules_folder', 'model']) {
    const path = values[key];
    if (typeof path === 'string') settled[key] = settle(path);
  }
  const inputs = values['inputs'];
  if (Array.isArray(inputs)) settled['inputs'] = inputs.map((path) => settle(String(path)));
  const privacy = asRecord(values['privacy']);
  if (privacy !== undefined) {
    const encrypt = asRecord(privacy['encrypt']);
    settled['privacy'] = {
      ...withKeyFile(privacy, settle),
      ...(encrypt === undefined ? {} : { encrypt: withKeyFile(encrypt, settle) }),
    };
  }
  return settled;
}

function withKeyFile(
  values: Readonly<Record<string, unknown>>,
  settle: (path: string) => string,
): Record<string, unknown> {
  const path = values['key_file'];
  return typeof path === 'string' ? { ...values, key_file: settle(path) } : { ...values };
}

/** Paths of a config file: short where they lie under the working folder, so that a manifest reads the same anywhere. */
function fromFolder(
  values: Readonly<Record<string, unknown>>,
  folder: string,
  cwd: string,
): Record<string, unknown> {
  return withPaths(values, (path) => {
    if (isAbsolute(path)) return path;
    const whole = join(folder, path);
    const short = relative(cwd, whole);
    return short.startsWith('..') || isAbsolute(short) || cwd !== process.cwd() ? whole : short || '.';
  });
}

/** Paths of flags and variables: as typed, unless the caller's working folder is not the process's. */
function fromHere(values: Readonly<Record<string, unknown>>, cwd: string): Record<string, unknown> {
  return cwd === process.cwd() ? { ...values } : withPaths(values, (path) => resolve(cwd, path));
}
