import { type EarlierRun, earlierRun, openState, stateProblem } from '../../engine/earlier-runs.ts';
import type { EncryptionKey } from '../../engine/encryption.ts';
import { UsageError } from '../../model/errors.ts';
import type { Text } from '../../model/text.ts';
import { prunedOf } from '../../pipeline/retention.ts';
import { differencesOf, REFERENCE_DATE_NAME, versionTitle } from '../../pipeline/versions.ts';
import type { PublishedRun } from '../published-run.ts';

/** A run whose change tables are there, with the word by which the user named it. */
export interface ComparableRun extends EarlierRun {
  readonly shown: string;
}

/**
 * The run, ready to be compared.
 * @throws UsageError where its tables are gone, damaged, or were never made
 */
export async function comparableRun({ folder, shown }: PublishedRun): Promise<ComparableRun> {
  const run = await earlierRun(folder).catch(() => undefined);
  if (run === undefined) throw refusal(shown, NO_HISTORY);
  const pruned = await prunedOf(folder).catch(() => undefined);
  if (pruned !== undefined) throw refusal(shown, prunedText(pruned.pruned_at, shown));
  const problem = await stateProblem(run);
  if (problem !== undefined) throw refusal(shown, problem === 'tables-damaged' ? DAMAGED : NO_HISTORY);
  return { ...run, shown };
}

/** Where the tables of a run can be read. @throws UsageError for a run that the key does not open, or where there is none */
export async function readableState(
  run: ComparableRun,
  target: string,
  key: EncryptionKey | undefined,
): Promise<string> {
  const folder = await openState(run, target, key);
  if (folder === undefined) throw refusal(run.shown, key === undefined ? ENCRYPTED_TABLES : OTHER_KEY);
  return folder;
}

const ENCRYPTED_TABLES: Text = {
  id: 'terenkripsi. Sebutkan kuncinya dengan --key-file',
  en: 'is encrypted. Name its key with --key-file',
};
const OTHER_KEY: Text = {
  id: 'terenkripsi dengan kunci lain. Sebutkan kuncinya dengan --key-file',
  en: 'is encrypted with another key. Name it with --key-file',
};
const NO_HISTORY: Text = {
  id: 'dibuat oleh versi Sisir yang belum menyimpan riwayat. Bandingkan proses yang lebih baru',
  en: 'was made by a version of Sisir that kept no history. Compare later runs',
};
const DAMAGED: Text = {
  id: 'tabelnya hilang atau tidak lagi seperti saat terbit. Periksa dengan: sisir verify',
  en: 'has tables that are missing or not as they were published. Check it with: sisir verify',
};

function prunedText(at: string, shown: string): Text {
  const day = at.slice(0, 10);
  return {
    id: `tabel besarnya sudah dihapus pada ${day} menurut setelan retention. Ringkasannya masih ada di ${shown}/change dan ${shown}/distribution`,
    en: `lost its bulky tables on ${day}, as retention in the config says. Its summaries are still in ${shown}/change and ${shown}/distribution`,
  };
}

function refusal(shown: string, reason: Text): UsageError {
  return new UsageError({
    id: `Proses "${shown}" tidak dapat dibandingkan: ${reason.id}.`,
    en: `The run "${shown}" cannot be compared: it ${reason.en}.`,
  });
}

/** Names of what the runs do not share beside their rolls; the reference date is told apart. */
export function differencesBetween(before: EarlierRun, after: EarlierRun): string[] {
  return differencesOf(before.versions, after.versions).filter(
    (name) => name !== REFERENCE_DATE_NAME && name !== 'fingerprint',
  );
}

/** @throws UsageError naming what differs */
export function refuseDifferences(names: readonly string[]): void {
  if (names.length === 0) return;
  const titles = names.map(versionTitle);
  throw new UsageError({
    id: `Kedua proses tidak sebanding: ${titles.map(({ id }) => id).join(', ')} berbeda, jadi perubahannya bukan dari data saja. Bandingkan juga dengan --force bila itu yang dimaksud.`,
    en: `The two runs are not alike: ${titles.map(({ en }) => en).join(', ')} differ, so the change does not come from the data alone. Compare all the same with --force if that is meant.`,
  });
}
