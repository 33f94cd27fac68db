import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { INVALID_RULES } from '../../rules/index.ts';
import { RuleError, UsageError } from '../model/errors.ts';
import { type Rule, ruleSchema } from '../model/rule.ts';
import type { Text } from '../model/text.ts';
import { conditionFault } from './condition.ts';
import { locate } from './locate.ts';
import { schemaProblems } from './schema-problems.ts';
import { errorCode, isRecord } from './unknowns.ts';

type Path = readonly (string | number)[];
interface Fault {
  readonly path: Path;
  readonly text: Text;
}

const EXTENSIONS = ['.yaml', '.yml', '.json'];

/**
 * The satker's own rules: every *.yaml, *.yml and *.json file directly in `folder`, by file name.
 * @throws RuleError naming file, line and what to do, for a file that is no rule, an id that is not the file's
 *   name or that Sisir ships, or a condition that reaches outside the row.
 * @throws UsageError when the folder cannot be read.
 */
export async function loadUserRules(folder: string): Promise<Rule[]> {
  const names = (await namesIn(folder)).filter((name) => EXTENSIONS.includes(extname(name))).toSorted();
  const rules: Rule[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const loaded = readRule(path, name.slice(0, -extname(name).length), await readFile(path, 'utf8'));
    if (rules.some((rule) => rule.id === loaded.id)) {
      throw new RuleError(loaded.id, {
        id: `${path}:1: aturan "${loaded.id}" ada di dua berkas. Hapus salah satunya.`,
        en: `${path}:1: the rule "${loaded.id}" stands in two files. Remove one of them.`,
      });
    }
    rules.push(loaded);
  }
  return rules;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = errorCode(error);
    throw new UsageError({
      id: `Folder aturan "${folder}" tidak dapat dibaca (${code}). Periksa rules_folder dalam konfigurasi.`,
      en: `The rules folder "${folder}" cannot be read (${code}). Check rules_folder in the config.`,
    });
  }
}

function readRule(path: string, expectedId: string, text: string): Rule {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new RuleError(expectedId, {
      id: `${path}:${line}:${col}: berkas aturan ini bukan YAML atau JSON yang sah (${broken.code}). Periksa lekuk, titik dua, dan tanda kutip di baris itu.`,
      en: `${path}:${line}:${col}: this rule file is not valid YAML or JSON (${broken.code}). Check the indent, colons and quotes on that line.`,
    });
  }
  const value: unknown = document.toJS();
  const faults = [...shapeFaults(value), ...idFaults(value, expectedId), ...conditionFaults(value)];
  if (faults.length > 0) throw ruleError(path, expectedId, faults, document, lines);
  return ruleSchema.parse(value);
}

function ruleError(
  path: string,
  id: string,
  faults: readonly Fault[],
  document: Document,
  lines: LineCounter,
): RuleError {
  const list = (language: keyof Text) =>
    faults
      .map(({ path: place, text }) => {
        const at = locate(document, lines, place) ?? { line: 1, column: 1 };
        return `${path}:${at.line}:${at.column}: ${text[language]}`;
      })
      .join('\n');
  return new RuleError(id, { id: list('id'), en: list('en') });
}

/** A rule is checked as the kind it says it is, so that the faults told are its own. */
function shapeFaults(value: unknown): Fault[] {
  const [groupSchema, rowSchema] = ruleSchema.options;
  const kind = isRecord(value) ? value['kind'] : undefined;
  return schemaProblems(kind === 'group' ? groupSchema : rowSchema, value, ([key]) =>
    key === 'kind' ? { id: 'row atau group', en: 'row or group' } : undefined,
  );
}

function idFaults(value: unknown, expectedId: string): Fault[] {
  const id = isRecord(value) ? value['id'] : undefined;
  if (typeof id !== 'string') return [];
  if (id !== expectedId) {
    return [
      {
        path: ['id'],
        text: {
          id: `id "${id}" harus sama dengan nama berkas "${expectedId}". Ubah salah satunya.`,
          en: `the id "${id}" must equal the file's name "${expectedId}". Change one of them.`,
        },
      },
    ];
  }
  if (!INVALID_RULES.some((rule) => rule.id === id)) return [];
  return [
    {
      path: ['id'],
      text: {
        id: `id "${id}" sudah dipakai aturan bawaan Sisir. Pilih nama lain untuk berkas dan id.`,
        en: `the id "${id}" belongs to a rule that ships with Sisir. Choose another name for the file and the id.`,
      },
    },
  ];
}

function conditionFaults(value: unknown): Fault[] {
  return conditionsOf(value).flatMap(([path, condition]) => {
    const fault = conditionFault(condition);
    if (fault === undefined) return [];
    const name = path.join('.');
    return [
      {
        path,
        text: {
          id: `"${name}": ${fault.id}. Tulis satu ungkapan SQL atas kolom baris, misalnya length(nama) < 3.`,
          en: `"${name}": ${fault.en}. Write one SQL expression over the row's columns, e.g. length(nama) < 3.`,
        },
      },
    ];
  });
}

/** Every place in a rule that holds SQL. */
function conditionsOf(value: unknown): [Path, string][] {
  if (!isRecord(value)) return [];
  const places: [Path, unknown][] = ['violatedWhen', 'assessableWhen', 'where', 'shows'].map((key) => [
    [key],
    value[key],
  ]);
  const causes = Array.isArray(value['causes']) ? value['causes'] : [];
  for (const [index, cause] of causes.entries()) {
    if (isRecord(cause)) places.push([['causes', index, 'when'], cause['when']]);
  }
  if (isRecord(value['measures'])) {
    for (const [name, measure] of Object.entries(value['measures']))
      places.push([['measures', name], measure]);
  }
  return places.filter((place): place is [Path, string] => typeof place[1] === 'string');
}
