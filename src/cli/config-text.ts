import { z } from 'zod';
import { configSchema } from '../model/config.ts';
import { UsageError } from '../model/errors.ts';
import type { Environment } from './io.ts';
import { nearest } from './nearest.ts';
import { keysAt, unwrap } from './schema-problems.ts';
import { asRecord } from './unknowns.ts';

const PREFIX = 'SISIR_';
/** Variables that are no config key of the same name. */
const OTHER_NAMES: Readonly<Record<string, string>> = { LANG: 'language' };
/** Variables that the command line reads itself. */
const OWN_NAMES = ['CONFIG', 'DEBUG'];

/** A text from a flag or variable as the type that its config key wants; left a text where it is not of that type. */
export function valueOfText(key: string, text: string): unknown {
  const shape: Readonly<Record<string, z.core.$ZodType>> = configSchema.shape;
  const wanted = shape[key];
  if (wanted === undefined) return text;
  const type = unwrap(wanted);
  if (type instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type instanceof z.ZodBoolean) return BOOLEANS[text.toLowerCase()] ?? text;
  if (type instanceof z.ZodArray) return text.startsWith('[') ? json(text) : [text];
  if (type instanceof z.ZodObject || type instanceof z.ZodRecord) return json(text);
  return text;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  ya: true,
  yes: true,
  false: false,
  '0': false,
  tidak: false,
  no: false,
};

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The config keys set by `SISIR_<KEY>` variables; a key inside another is `SISIR_PRIVACY_KEY_FILE`.
 * Empty variables count as not set.
 * @throws UsageError for a variable that no key answers to: a mistyped name must not go unnoticed at night.
 */
export function environmentValues(env: Environment): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX) || text === undefined || text === '') continue;
    const name = variable.slice(PREFIX.length);
    if (OWN_NAMES.includes(name)) continue;
    const key = OTHER_NAMES[name] ?? name.toLowerCase();
    const nested = nestedKeys().get(key);
    if (nested !== undefined) {
      const [outer, inner] = nested;
      values[outer] = { ...asRecord(values[outer]), [inner]: text.startsWith('{') ? json(text) : text };
    } else if (keysAt(configSchema, []).includes(key)) {
      values[key] = valueOfText(key, text);
    } else {
      throw unknownVariable(variable);
    }
  }
  return values;
}

function nestedKeys(): Map<string, readonly [string, string]> {
  return new Map(keysAt(configSchema, ['privacy']).map((inner) => [`privacy_${inner}`, ['privacy', inner]]));
}

function unknownVariable(variable: string): UsageError {
  const names = [
    ...keysAt(configSchema, []).map((key) => key.toUpperCase()),
    ...[...nestedKeys().keys()].map((key) => key.toUpperCase()),
    ...Object.keys(OTHER_NAMES),
    ...OWN_NAMES,
  ];
  const close = nearest(
    variable.slice(PREFIX.length).toLowerCase(),
    names.map((name) => name.toLowerCase()),
  );
  const hint = close === undefined ? undefined : `${PREFIX}${close.toUpperCase()}`;
  return new UsageError({
    id: `Variabel ${variable} tidak dikenal.${hint === undefined ? ' Hapus, atau lihat kunci konfigurasi di README.md.' : ` Mungkin maksudnya ${hint}.`}`,
    en: `The variable ${variable} is unknown.${hint === undefined ? ' Remove it, or see the config keys in README.md.' : ` Perhaps ${hint} is meant.`}`,
  });
}
