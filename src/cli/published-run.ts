import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ENCRYPTED } from '../engine/encryption.ts';
import { hasManifest, isMalformed, readManifest } from '../engine/manifest-file.ts';
import { AUDIT_LOG } from '../model/audit.ts';
import { UsageError } from '../model/errors.ts';
import { nearest } from './nearest.ts';

/** What is read of a manifest. */
const manifestSchema = z.object({
  run_id: z.string(),
  engine_version: z.string(),
  reference_date: z.string(),
  inputs: z.array(
    z.object({ path: z.string(), sha256: z.string(), kode_kabupaten: z.string().nullable().default(null) }),
  ),
  parameters: z.record(z.string(), z.unknown()),
});

export type RunManifest = z.output<typeof manifestSchema>;

/** A run that was published. */
export interface PublishedRun {
  readonly folder: string;
  /** As the user named it. */
  readonly shown: string;
  readonly manifest: RunManifest;
}

/**
 * The run that a word names: a run's folder, a link to one such as `runs/latest`, or a run id below `out`.
 * @throws UsageError when there is none, naming the nearest run id
 */
export async function findRun(
  word: string,
  { out, cwd }: { readonly out: string; readonly cwd: string },
): Promise<PublishedRun> {
  const folder = await findRunFolder(word, { out, cwd });
  try {
    return { folder, shown: word, manifest: await readManifest(folder, manifestSchema) };
  } catch (error) {
    throw isMalformed(error) ? noManifest(word) : error;
  }
}

/**
 * The folder of such a run; its manifest is there, whatever is in it.
 * @throws UsageError when there is none, naming the nearest run id
 */
export async function findRunFolder(
  word: string,
  { out, cwd }: { readonly out: string; readonly cwd: string },
): Promise<string> {
  for (const folder of [resolve(cwd, word), resolve(cwd, out, word)]) if (hasManifest(folder)) return folder;
  const known = (await readdir(resolve(cwd, out)).catch(() => [])).filter(
    (name) => !name.startsWith('.') && name !== AUDIT_LOG,
  );
  const shown = word.slice(0, 80);
  const close = nearest(word, known);
  throw new UsageError({
    id: `Tidak ada hasil proses di "${shown}".${close === undefined ? '' : ` Mungkin maksudnya "${close}".`} Sebutkan foldernya, misalnya runs/latest, atau nomor proses di bawah ${out}.`,
    en: `There is no run at "${shown}".${close === undefined ? '' : ` Perhaps "${close}" is meant.`} Name its folder, e.g. runs/latest, or a run id below ${out}.`,
  });
}

/** @throws UsageError for a run whose findings are encrypted: they are read after `sisir decrypt` only */
export function refuseEncrypted({ folder, shown }: PublishedRun): void {
  if (!existsSync(join(folder, `data-ganda/pairs.parquet${ENCRYPTED}`))) return;
  const command = `sisir decrypt ${shown.slice(0, 80)} --out`;
  throw new UsageError({
    id: `Temuan proses ini terenkripsi. Buka dahulu ke folder lain, lalu sebutkan folder itu: ${command} terbuka`,
    en: `The findings of this run are encrypted. Open them into another folder first, then name that folder: ${command} opened`,
  });
}

function noManifest(word: string): UsageError {
  const shown = word.slice(0, 80);
  return new UsageError({
    id: `manifest.json di "${shown}" bukan manifest hasil Sisir. Jalankan lagi: sisir run`,
    en: `The manifest.json at "${shown}" is none of Sisir's. Run again: sisir run`,
  });
}
