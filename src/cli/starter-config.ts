import { CONFIG_MEANING } from '../model/config-meaning.ts';
import type { Language, Text } from '../model/text.ts';
import { wrap } from './table.ts';

const WIDTH = 100;

const HEAD: Text = {
  id: 'Setelan Sisir. Baris yang diawali // adalah komentar: hapus // di depan sebuah setelan untuk memakainya. Flag dan variabel SISIR_* mendahului berkas ini. Jalur relatif dihitung dari folder berkas ini.',
  en: "Settings of Sisir. Lines that begin with // are comments: remove the // before a setting to use it. Flags and SISIR_* variables come before this file. Relative paths are taken from this file's folder.",
};

export const KEY_FILE = 'sisir.key';
export const ENCRYPTION_KEY_FILE = 'sisir-encrypt.key';
export const ROLLS_FOLDER: Text = { id: 'daftar', en: 'rolls' };

interface Entry {
  readonly key: string;
  readonly value: unknown;
  /** Written as a comment: an example that is not in force. */
  readonly isExample?: boolean;
}

/** The settings that an office looks at first, in this order. */
function entries(language: Language, schemaPath: string): Entry[] {
  return [
    { key: '$schema', value: schemaPath },
    { key: 'inputs', value: [ROLLS_FOLDER[language]] },
    { key: 'out', value: 'runs' },
    { key: 'language', value: language },
    { key: 'reference_date', value: 'quarter-end', isExample: true },
    { key: 'period', value: 'pdpb-2025' },
    { key: 'tps_limit', value: 600 },
    { key: 'columns', value: { nama: 'nama sesuai ktp' }, isExample: true },
    { key: 'missing', value: ['NA', '-'], isExample: true },
    { key: 'kode_kabupaten', value: '33.74', isExample: true },
    { key: 'date_order', value: 'dmy', isExample: true },
    { key: 'rules_folder', value: 'rules', isExample: true },
    { key: 'grades', value: 'sidalih-2020', isExample: true },
    { key: 'max_pairs_members', value: 50, isExample: true },
    { key: 'thresholds', value: { pasti: 0.99, kuat: 0.95, tinjau: 0.5 }, isExample: true },
    { key: 'model', value: 'model.json', isExample: true },
    { key: 'worklists', value: true },
    { key: 'skip_bad_files', value: false },
    { key: 'threads', value: 2, isExample: true },
    { key: 'memory', value: '8GB', isExample: true },
    {
      key: 'targets',
      value: [
        { indicator: 'temuan-selesai', at_least: 0.9 },
        { indicator: 'perlu-diperiksa-per-1000', at_most: 20, satker: ['33.74'] },
      ],
      isExample: true,
    },
    { key: 'history', value: { voters: true, runs: 30, score: 6 } },
    { key: 'retention', value: { runs: 30, days: 90 }, isExample: true },
    {
      key: 'gates',
      value: [
        { measure: 'rejected', max_per_1000: 10 },
        { severity: 'error', satker: 'each', max_per_1000: 50 },
        { grade: 'K1', max_rise_percent: 20 },
      ],
      isExample: true,
    },
    {
      key: 'privacy',
      value: {
        key_file: KEY_FILE,
        encrypt: { worklists: false, findings: false, key_file: ENCRYPTION_KEY_FILE },
      },
    },
  ];
}

/** A commented `sisir.config.json` to start from. */
export function starterConfig(language: Language, schemaPath: string): string {
  const members = entries(language, schemaPath).map(
    (entry) => `\n${memberLines(entry, entry.key, language, '  ').join('\n')}\n`,
  );
  return `${[...comment(HEAD[language], ''), '{'].join('\n')}${members.join('')}}\n`;
}

/** One member of an object with the comment that tells its meaning; inner objects likewise. */
function memberLines(
  { key, value, isExample = false }: Entry,
  path: string,
  language: Language,
  indent: string,
): string[] {
  const meaning = CONFIG_MEANING[path]?.[language];
  const lines = meaning === undefined ? [] : comment(`${meaning}.`, indent);
  if (isExample) return [...lines, ...settingLines(key, value).map((line) => `${indent}// ${line}`)];
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  if (inner === undefined) return [...lines, ...settingLines(key, value).map((line) => indent + line)];
  const members = Object.entries(inner).flatMap(([name, given]) =>
    memberLines({ key: name, value: given }, `${path}.${name}`, language, `${indent}  `),
  );
  return [...lines, `${indent}"${key}": {`, ...members, `${indent}},`];
}

/** A list with one item a line where the items are objects; anything else on one line. */
function settingLines(key: string, value: unknown): string[] {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return [`"${key}": ${oneLine(value)},`];
  return [`"${key}": [`, ...value.map((item) => `  ${oneLine(item)},`), '],'];
}

function oneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

function comment(text: string, indent: string): string[] {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return wrap(sentence, WIDTH - indent.length - 3).map((line) => `${indent}// ${line}`);
}
