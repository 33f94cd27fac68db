import { existsSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The file of a run's folder that says what the run read, did and wrote. */
export const MANIFEST_FILE = 'manifest.json';

/** Whether a folder holds a manifest, whatever is in it. */
export function hasManifest(folder: string): boolean {
  return existsSync(join(folder, MANIFEST_FILE));
}

/** The manifest of a run's folder as it is written. @throws a system error when there is none, SyntaxError when it is no JSON */
export async function readManifestJson(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8'));
}

/**
 * What a reader needs of a manifest.
 * @param schema of that part alone: a run of another version may have more or less beside it
 * @throws what `readManifestJson` throws, and ZodError when it lacks that part
 */
export async function readManifest<Part>(folder: string, schema: z.ZodType<Part>): Promise<Part> {
  return schema.parse(await readManifestJson(folder));
}

/** Whether reading failed because of what is in the file: no JSON, or none of Sisir's. */
export function isMalformed(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.ZodError;
}

/** Writes the manifest of a run, whole or not at all. */
export async function writeManifest(folder: string, manifest: object): Promise<void> {
  const path = join(folder, MANIFEST_FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

/** A run's folder in an output folder. */
export interface FoundRun {
  readonly name: string;
  readonly folder: string;
  /** It is kept elsewhere: its files are another's to remove. */
  readonly isLink: boolean;
}

/** What holds a manifest in an output folder, but for `latest`, by name; nothing where there is no such folder. */
export async function runsIn(out: string): Promise<FoundRun[]> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'latest')
    .map((entry) => ({ name: entry.name, folder: join(out, entry.name), isLink: entry.isSymbolicLink() }))
    .filter(({ folder }) => hasManifest(folder))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
