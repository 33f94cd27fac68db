import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../engine/files.ts';
import { rulesFolder } from '../engine/reference.ts';
import type { Text } from '../model/text.ts';
import type { Setting } from './setting.ts';

/** Hash of each thing that shapes a run's results, by its name in the setting. */
export type Fingerprint = Readonly<Record<string, string>>;

/** Keys of the config that do not shape results, or stand in the setting in another form. */
const CONFIG_ASIDE = ['$schema', 'inputs', 'out', 'threads', 'memory', 'reference_date'];

const NAMES: Readonly<Record<string, Text>> = {
  program: { id: 'versi Sisir', en: 'the version of Sisir' },
  inputs: { id: 'berkas masukan', en: 'the input files' },
  config: { id: 'setelan', en: 'the settings' },
  referenceDate: { id: 'tanggal acuan', en: 'the reference date' },
  rules: { id: 'aturan Data Invalid', en: 'the Data Invalid rules' },
  codeBook: { id: 'buku kode', en: 'the code-book' },
  voterKeySecret: { id: 'kunci HMAC', en: 'the HMAC key' },
  blockingRules: { id: 'aturan blok', en: 'the blocking rules' },
  gradeBook: { id: 'tingkat K1 sampai K3', en: 'the grades K1 to K3' },
  comparisons: { id: 'perbandingan', en: 'the comparisons' },
  guards: { id: 'pelindung', en: 'the guards' },
  model: { id: 'model', en: 'the model' },
  history: { id: 'proses-proses sebelumnya', en: 'the earlier runs' },
  decisions: { id: 'tindak lanjut petugas', en: "the officers' decisions" },
};

/**
 * The hash of everything that a run's results depend on. A field of the setting that is added later counts at once:
 * only the log and the number of threads are known not to matter.
 */
export async function fingerprintOf(setting: Setting, engineVersion: string): Promise<Fingerprint> {
  const { threads: _, log: __, config, inputs, voterKeySecret, ...rest } = setting;
  const shaping = {
    ...rest,
    program: [engineVersion, await programHash()],
    config: Object.fromEntries(Object.entries(config).filter(([key]) => !CONFIG_ASIDE.includes(key))),
    inputs: inputs.map((file) => ({ ...file, modifiedMs: undefined })),
    voterKeySecret: ['a key is never kept, also not as its plain hash', [...voterKeySecret]],
  };
  return Object.fromEntries(Object.entries(shaping).map(([name, value]) => [name, hashOf(value)]));
}

/** What differs, in words. */
export function changesBetween(before: Fingerprint, now: Fingerprint): Text[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .filter((name) => before[name] !== now[name])
    .map((name) => NAMES[name] ?? { id: name, en: name });
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex');
}

/** Hash of the program's own files, compiled or source, of its libraries' versions and of the reference data. */
async function programHash(): Promise<string> {
  const code = dirname(dirname(fileURLToPath(import.meta.url)));
  const hash = createHash('sha256').update(await readFile(join(dirname(rulesFolder()), 'package.json')));
  for (const folder of [code, rulesFolder()]) {
    for (const { path } of await filesBelow(folder)) {
      if (path.endsWith('.map')) continue;
      hash.update(`${path}\0`).update(await readFile(join(folder, path)));
    }
  }
  return hash.digest('hex');
}
