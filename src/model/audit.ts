import { z } from 'zod';

/** Name of the audit log in the output folder. */
export const AUDIT_LOG = 'audit.jsonl';

/**
 * One line of the audit log: a file with personal data that was written, by whom and when. `export`: published by a
 * run; `decrypt`: opened by `sisir decrypt`.
 */
export const auditEntrySchema = z.strictObject({
  /** ISO 8601 UTC. */
  time: z.string(),
  /** Name of the user of the operating system. */
  user: z.string(),
  action: z.enum(['export', 'decrypt']),
  run_id: z.string().nullable(),
  /** From the output folder for an export, as named by the user for a decryption. */
  path: z.string(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  rows: z.int().nonnegative().nullable(),
});

export type AuditEntry = z.output<typeof auditEntrySchema>;

/** Whether a file of a run, named from its folder, holds voters' data as they are. */
export function isPersonal(path: string): boolean {
  return path.startsWith('worklists/') || path.startsWith('rejects/');
}
