import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIT_LOG, type AuditEntry, auditEntrySchema } from '../model/audit.ts';

/**
 * Appends lines to the audit log of an output folder, in one write, and waits until the disk has them. The log is
 * never rewritten; it is made with mode 0600.
 */
export async function appendAudit(out: string, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const lines = entries.map((entry) => `${JSON.stringify(auditEntrySchema.parse(entry))}\n`);
  const log = await open(join(out, AUDIT_LOG), 'a', 0o600);
  try {
    await log.writeFile(lines.join(''));
    await log.sync();
  } finally {
    await log.close();
  }
}
