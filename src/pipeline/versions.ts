import { createHash, createHmac } from 'node:crypto';
import type { Config } from '../model/config.ts';
import type { Text } from '../model/text.ts';
import type { RuleBook } from './options.ts';

/** Which keys of the config shape what a run finds; the others say where, how fast, or what is done with it. */
const SHAPES: Readonly<Record<keyof Config, boolean>> = {
  $schema: false,
  inputs: false,
  out: false,
  reference_date: false,
  language: false,
  period: true,
  tps_limit: true,
  columns: true,
  missing: true,
  kode_kabupaten: true,
  date_order: true,
  rules_folder: false,
  grades: true,
  max_pairs_members: true,
  thresholds: true,
  model: false,
  skip_bad_files: false,
  threads: false,
  memory: false,
  gates: false,
  worklists: false,
  targets: false,
  history: false,
  retention: false,
  privacy: false,
};

/** The date changes every night and is said beside the runs; it is no version. */
export const REFERENCE_DATE_NAME = 'reference_date';

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/** What a run's results depend on beside the rolls: name → version or hash. No key can be read from it. */
export function versionsOf({
  config,
  ruleBook,
  engineVersion,
  referenceDate,
  keySecret,
}: {
  readonly config: Config;
  readonly ruleBook: RuleBook;
  readonly engineVersion: string;
  readonly referenceDate: string;
  readonly keySecret: Uint8Array;
}): Record<string, string> {
  const shaping = Object.entries(config).filter(([key]) => SHAPES[key as keyof Config]);
  return {
    engine: engineVersion,
    [REFERENCE_DATE_NAME]: referenceDate,
    model: hashOf(ruleBook.model),
    key: createHmac('sha256', keySecret).update('sisir key name').digest('hex').slice(0, 12),
    code_book: hashOf(ruleBook.codeBook),
    grades: hashOf(ruleBook.gradeBook),
    blocking: hashOf(ruleBook.blockingRules),
    comparisons: hashOf(ruleBook.comparisons),
    guards: hashOf(ruleBook.guards),
    ...Object.fromEntries(ruleBook.rules.map((rule) => [`rule:${rule.id}`, hashOf(rule)])),
    ...Object.fromEntries(shaping.map(([key, value]) => [`config:${key}`, hashOf(value)])),
  };
}

const NAMES: Readonly<Record<string, Text>> = {
  engine: { id: 'versi Sisir', en: 'the version of Sisir' },
  [REFERENCE_DATE_NAME]: { id: 'tanggal acuan', en: 'the reference date' },
  model: { id: 'model', en: 'the model' },
  key: { id: 'kunci HMAC', en: 'the HMAC key' },
  fingerprint: { id: 'sidik jari pemilih', en: 'the fingerprint of voters' },
  code_book: { id: 'buku kode', en: 'the code-book' },
  grades: { id: 'tingkat K1 sampai K3', en: 'the grades K1 to K3' },
  blocking: { id: 'aturan blok', en: 'the blocking rules' },
  comparisons: { id: 'perbandingan', en: 'the comparisons' },
  guards: { id: 'penjaga', en: 'the guards' },
};

/** Names of `versions` that differ, sorted. */
export function differencesOf(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).toSorted();
}

/** The name of a version in words. */
export function versionTitle(name: string): Text {
  const [kind, what = ''] = name.split(':');
  if (kind === 'rule') return { id: `aturan ${what}`, en: `the rule ${what}` };
  if (kind === 'config') return { id: `setelan ${what}`, en: `the setting ${what}` };
  return NAMES[name] ?? { id: name, en: name };
}
