import { ENCRYPTED, type EncryptionKey, readEncryptionKey } from '../engine/encryption.ts';
import { type AuditEntry, isPersonal } from '../model/audit.ts';
import type { Config } from '../model/config.ts';
import type { Manifest } from '../model/manifest.ts';

/** The key under which a run encrypts its outputs; undefined where it encrypts nothing. @throws UsageError */
export async function encryptionKeyOf({ privacy }: Config): Promise<EncryptionKey | undefined> {
  const { worklists, findings, key_file } = privacy.encrypt;
  return key_file === undefined || !(worklists || findings) ? undefined : await readEncryptionKey(key_file);
}

/** The work lists by the names under which they are published. */
export function publishedWorklists(
  written: Manifest['worklists'],
  outputs: Manifest['outputs'],
): Manifest['worklists'] {
  const published = new Set(outputs.map(({ path }) => path));
  return written.map((list) => ({
    ...list,
    path: published.has(list.path) ? list.path : `${list.path}${ENCRYPTED}`,
  }));
}

/** Lines of the audit log: every file of a run that holds voters' data as they are. */
export function exportsOf({ run_id, outputs, worklists, finished_at }: Manifest, user: string): AuditEntry[] {
  const listed = new Map(worklists.map((list) => [list.path, list.rows_invalid + list.rows_ganda]));
  return outputs
    .filter(({ path }) => isPersonal(path))
    .map(({ path, sha256, bytes, rows }) => ({
      time: finished_at,
      user,
      action: 'export',
      run_id,
      path: `${run_id}/${path}`,
      sha256,
      bytes,
      rows: rows ?? listed.get(path) ?? null,
    }));
}
