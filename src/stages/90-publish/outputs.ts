import { chmod, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { ENCRYPTED, type EncryptionKey, encryptFile, plainPath } from '../../engine/encryption.ts';
import { filesBelow, sha256OfFile } from '../../engine/files.ts';
import { list, sql } from '../../engine/sql.ts';
import { isPersonal } from '../../model/audit.ts';
import { ROW_STATE_PATHS } from '../../model/change-tables.ts';
import type { Config } from '../../model/config.ts';
import type { Manifest } from '../../model/manifest.ts';

type Encrypt = Config['privacy']['encrypt'];

/** Folders and files of a run that the setting of that name encrypts. */
const ENCRYPTED_PATHS: Readonly<Record<'worklists' | 'findings', readonly string[]>> = {
  worklists: ['worklists/'],
  findings: ['data-invalid/', 'data-ganda/', 'rejects/', ...ROW_STATE_PATHS],
};

/**
 * Closes the outputs of a run: files with personal data become readable by their owner alone, those that the config
 * names are encrypted (`<path>.enc` in place of the file), and every file is listed with its hash and rows.
 * @param key there where something is to be encrypted
 */
export async function closeOutputs(
  database: Database,
  folder: string,
  encrypt: Encrypt,
  key: EncryptionKey | undefined,
): Promise<Manifest['outputs']> {
  const written = await filesBelow(folder);
  const rows = await rowsOf(database, folder, written);
  for (const { path } of written) {
    if (isPersonal(path)) await keepPrivate(join(folder, path));
    if (key !== undefined && isToBeEncrypted(path, encrypt)) await encryptInPlace(join(folder, path), key);
  }
  return await Promise.all(
    (await filesBelow(folder)).map(async ({ path, bytes }) => ({
      path,
      sha256: await sha256OfFile(join(folder, path)),
      bytes,
      rows: rows.get(plainPath(path)) ?? null,
    })),
  );
}

/** Rows of each Parquet file. */
async function rowsOf(
  database: Database,
  folder: string,
  files: readonly { readonly path: string }[],
): Promise<Map<string, number>> {
  const tables = files.filter(({ path }) => path.endsWith('.parquet')).map(({ path }) => path);
  const counted = await database.rows<{ file_name: string; num_rows: number }>(
    sql`SELECT file_name, num_rows FROM parquet_file_metadata(${list(tables.map((path) => join(folder, path)))})`,
  );
  const rows = new Map(counted.map(({ file_name, num_rows }) => [file_name, num_rows]));
  return new Map(tables.map((path) => [path, rows.get(join(folder, path)) ?? 0]));
}

function isToBeEncrypted(path: string, encrypt: Encrypt): boolean {
  return (['worklists', 'findings'] as const).some(
    (part) => encrypt[part] && ENCRYPTED_PATHS[part].some((each) => path.startsWith(each)),
  );
}

async function keepPrivate(path: string): Promise<void> {
  await chmod(path, 0o600);
  await chmod(dirname(path), 0o700);
}

async function encryptInPlace(path: string, key: EncryptionKey): Promise<void> {
  await encryptFile(path, `${path}${ENCRYPTED}`, key);
  await rm(path);
}
