import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { MatchModel } from '../model/match-model.ts';
import { checkOutFolder } from './out-folder.ts';

/**
 * Makes sure, before a long training, that the model file can be written; `shown` is its path as the user gave it.
 * @throws UsageError when it is a folder, or when its folder may not be written
 */
export async function checkModelOut(out: string, shown: string): Promise<void> {
  await checkOutFolder(dirname(out));
  const found = await stat(out).catch(() => undefined);
  if (found?.isDirectory() !== true) return;
  throw new UsageError({
    id: `"${shown}" adalah folder. Sebutkan berkas model, misalnya --out ${join(shown, 'model.json')}`,
    en: `"${shown}" is a folder. Name the model file, e.g. --out ${join(shown, 'model.json')}`,
  });
}

/** Writes a model in one step: a reader finds the old one or the new one, never half of it. */
export async function writeModel(out: string, model: MatchModel): Promise<void> {
  const partial = `${out}.partial`;
  await mkdir(dirname(out), { recursive: true });
  try {
    await writeFile(partial, `${JSON.stringify(model, null, 2)}\n`);
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
