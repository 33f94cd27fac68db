import { z } from 'zod';
import type { Text } from '../model/text.ts';
import { nearest } from './nearest.ts';

/** One thing that a checked document gets wrong. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly text: Text;
}

/** Allowed values of a place in the document, where the document's owner can say it better than the schema. */
export type AllowedAt = (path: readonly (string | number)[]) => Text | undefined;

const LONGEST_SHOWN = 40;
const WHOLE: Text = { id: 'berkas', en: 'the file' };

/** What is wrong with `value` against `schema`, in both languages; empty when nothing is. */
export function schemaProblems(
  schema: z.ZodType,
  value: unknown,
  allowedAt: AllowedAt = () => undefined,
): SchemaProblem[] {
  const checked = schema.safeParse(value);
  if (checked.success) return [];
  return checked.error.issues.flatMap((issue) => problemsOf(issue, schema, value, allowedAt));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  document: unknown,
  allowedAt: AllowedAt,
): SchemaProblem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({ path: [...path, key], text: unknownKey([...path, key], key, known) }));
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((branch) => branch.code === 'unrecognized_keys');
    if (inner !== undefined) {
      const placed = { ...inner, path: [...issue.path, ...inner.path] };
      return problemsOf(placed, schema, document, allowedAt);
    }
  }
  const found = valueAt(document, path);
  const where = path.length === 0 ? WHOLE : { id: `"${placeName(path)}"`, en: `"${placeName(path)}"` };
  const allowed = allowedAt(path) ?? allowedBy(issue);
  if (found === undefined) {
    return [
      {
        path,
        text: {
          id: `${where.id} tidak ada. Yang diharapkan: ${allowed.id}.`,
          en: `${where.en} is missing. Expected: ${allowed.en}.`,
        },
      },
    ];
  }
  const shown = describeValue(found);
  return [
    {
      path,
      text: {
        id: `${where.id} berisi ${shown.id}. Yang diperbolehkan: ${allowed.id}.`,
        en: `${where.en} holds ${shown.en}. Allowed: ${allowed.en}.`,
      },
    },
  ];
}

function unknownKey(path: readonly (string | number)[], key: string, known: readonly string[]): Text {
  const close = nearest(key, known);
  const where = placeName(path);
  return close === undefined
    ? {
        id: `kunci "${where}" tidak dikenal. Kunci yang ada: ${known.join(', ')}.`,
        en: `the key "${where}" is unknown. Known keys: ${known.join(', ')}.`,
      }
    : {
        id: `kunci "${where}" tidak dikenal. Mungkin maksudnya "${close}".`,
        en: `the key "${where}" is unknown. Perhaps "${close}" is meant.`,
      };
}

/** Type and shape of a value; the value itself only while it is short and cannot be a NIK or NKK. */
export function describeValue(value: unknown): Text {
  if (value === null) return { id: 'null', en: 'null' };
  if (Array.isArray(value)) {
    return { id: `daftar berisi ${value.length}`, en: `a list of ${value.length}` };
  }
  if (typeof value === 'object') return { id: 'objek', en: 'an object' };
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  const isShown = shown.length <= LONGEST_SHOWN && !/\d{16}/.test(shown);
  if (typeof value === 'number') {
    return isShown
      ? { id: `bilangan ${shown}`, en: `the number ${shown}` }
      : { id: 'bilangan', en: 'a number' };
  }
  if (typeof value === 'boolean') return { id: shown, en: shown };
  return isShown
    ? { id: `teks "${shown}"`, en: `the text "${shown}"` }
    : { id: `teks sepanjang ${shown.length} karakter`, en: `a text of ${shown.length} characters` };
}

const TYPE_NAMES: Readonly<Record<string, Text>> = {
  string: { id: 'teks', en: 'a text' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar', en: 'a list' },
  object: { id: 'objek', en: 'an object' },
  record: { id: 'objek', en: 'an object' },
};

function allowedBy(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? { id: issue.expected, en: issue.expected };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { id: values, en: values };
    }
    case 'too_small':
      return { id: `paling sedikit ${issue.minimum}`, en: `at least ${issue.minimum}` };
    case 'too_big':
      return { id: `paling banyak ${issue.maximum}`, en: `at most ${issue.maximum}` };
    default:
      return { id: issue.message, en: issue.message };
  }
}

/** The keys that the schema knows at a path; empty where it has none. */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  const [first, ...rest] = path;
  const here = unwrap(schema);
  if (here instanceof z.ZodUnion) {
    return [...new Set(here.options.flatMap((option) => keysAt(option, path)))];
  }
  if (here instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = here.shape;
    if (first === undefined) return Object.keys(shape).filter((key) => !key.startsWith('$'));
    const next = shape[first];
    return next === undefined ? [] : keysAt(next, rest);
  }
  if (here instanceof z.ZodRecord) {
    if (first !== undefined) return keysAt(here.valueType, rest);
    return here.keyType instanceof z.ZodEnum ? here.keyType.options.map(String) : [];
  }
  if (here instanceof z.ZodArray) return first === undefined ? [] : keysAt(here.element, rest);
  return [];
}

/** The schema inside default, prefault and optional wrappers. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    document,
  );
}

/** `columns.nik`, `inputs[0]`. */
export function placeName(path: readonly (string | number)[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return name.replace(/^\./, '');
}
