import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of the published runs below an output folder, the latest first. */
export async function publishedRuns(out: string): Promise<string[]> {
  const names = await readdir(out).catch(() => []);
  const runs = names
    .filter(
      (name) => !name.startsWith('.') && name !== 'latest' && existsSync(join(out, name, 'manifest.json')),
    )
    .toSorted()
    .toReversed()
    .map((name) => join(out, name));
  const latest = await realpath(join(out, 'latest')).catch(() => undefined);
  const first = runs.find((folder) => latest?.endsWith(folder.slice(out.length)) === true);
  return first === undefined ? runs : [first, ...runs.filter((folder) => folder !== first)];
}
