import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type EncryptionKey, readEncryptionKey } from '../engine/encryption.ts';
import type { Config } from '../model/config.ts';
import { UsageError } from '../model/errors.ts';
import type { Invocation } from './command.ts';
import { textOption } from './options.ts';

const OTHERS = 0o077;

/**
 * Makes sure, before a long run, that the file with a key can be used: it is there, is not empty, and only its owner
 * may open it. Its content is not looked at. `key` is the setting that names it.
 * @throws UsageError otherwise
 */
export async function checkKeyFile(path: string | undefined, key = 'privacy.key_file'): Promise<void> {
  if (path === undefined) return;
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError({
      id: `Berkas kunci ${path} tidak dapat dibaca (${error.code}). Periksa ${key} dalam konfigurasi, atau buat kunci baru dengan: sisir init`,
      en: `The key file ${path} cannot be read (${error.code}). Check ${key} in the config, or make a new key with: sisir init`,
    });
  });
  if (!found.isFile() || found.size === 0) {
    throw new UsageError({
      id: `Berkas kunci ${path} kosong atau bukan berkas. Isi dengan kunci acak: openssl rand -hex 32 > ${path}`,
      en: `The key file ${path} is empty or no file. Fill it with a random key: openssl rand -hex 32 > ${path}`,
    });
  }
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    throw new UsageError({
      id: `Berkas kunci ${path} dapat dibuka orang lain. Batasi dengan: chmod 600 ${path}`,
      en: `The key file ${path} can be opened by others. Restrict it with: chmod 600 ${path}`,
    });
  }
}

/** The same for every key that the config names. @throws UsageError */
export async function checkKeyFiles({ privacy }: Pick<Config, 'privacy'>): Promise<void> {
  await checkKeyFile(privacy.key_file);
  const { worklists, findings, key_file } = privacy.encrypt;
  if (key_file === undefined || !(worklists || findings)) return;
  await checkKeyFile(key_file, 'privacy.encrypt.key_file');
  await readEncryptionKey(key_file);
}

/** The encryption key that `--key-file` names, else the config; undefined where neither does. @throws UsageError */
export async function encryptionKeyOption(
  invocation: Invocation,
  { privacy }: Pick<Config, 'privacy'>,
): Promise<EncryptionKey | undefined> {
  const typed = textOption(invocation, 'key-file');
  const path = typed === undefined ? privacy.encrypt.key_file : resolve(invocation.io.cwd, typed);
  if (path === undefined) return undefined;
  await checkKeyFile(path, typed === undefined ? 'privacy.encrypt.key_file' : '--key-file');
  return await readEncryptionKey(path);
}
