import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decryptFile, type EncryptionKey, isEncrypted, plainPath } from '../../engine/encryption.ts';
import { InputError } from '../../model/errors.ts';
import type { Check, Fault } from './check.ts';

/** Encrypted files of a run, and what came of opening them. */
export interface Encrypted {
  /** Every one that is there, by its path in the run. */
  readonly paths: readonly string[];
  /** Those that were opened: path in the run → the opened file. */
  readonly opened: ReadonlyMap<string, string>;
  /** Those that the key did not open: they were cut short or changed, or are under another key. */
  readonly faults: readonly Fault[];
}

/**
 * Opens the encrypted files of a run below a temporary folder that is closed to others. Only tables stay there: of a
 * work list it is enough to know that it opens.
 * @throws InputError when none of them is under this key
 */
export async function openEncrypted(
  folder: string,
  paths: readonly string[],
  { key, target }: { readonly key: EncryptionKey | undefined; readonly target: string },
): Promise<Encrypted> {
  const opened = new Map<string, string>();
  const refusals: InputError[] = [];
  for (const path of key === undefined ? [] : paths.filter(isEncrypted)) {
    const file = join(target, plainPath(path));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      await decryptFile(join(folder, path), file, key as EncryptionKey);
      opened.set(path, file);
      if (!file.endsWith('.parquet')) await rm(file);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refusals.push(error);
    }
  }
  const [first] = refusals;
  if (first !== undefined && opened.size === 0 && refusals.every(isOtherKey)) throw first;
  const faults = refusals.flatMap(({ problems }) =>
    problems.map(({ path, text }): Fault => {
      const place = path.slice(folder.length + 1);
      return { id: `${place}: ${text.id}`, en: `${place}: ${text.en}` };
    }),
  );
  return { paths: paths.filter(isEncrypted), opened, faults };
}

function isOtherKey({ problems }: InputError): boolean {
  return problems.every(({ code }) => code === 'kunci-lain');
}

/** That what is encrypted can be opened; without a key nothing is known of it. */
export const ENCRYPTION_CHECKS: readonly Check[] = [
  {
    id: 'encryption',
    title: {
      id: 'Setiap berkas terenkripsi dapat dibuka dengan kuncinya dan tidak terpotong atau berubah',
      en: 'Every encrypted file opens with its key and was neither cut short nor changed',
    },
    async find({ encrypted: { paths, opened, faults } }) {
      return opened.size + faults.length < paths.length ? undefined : [...faults];
    },
  },
];
