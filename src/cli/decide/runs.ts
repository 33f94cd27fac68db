import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { runsIn } from '../../engine/manifest-file.ts';

/** Folders of the published runs below an output folder, the latest first. */
export async function publishedRuns(out: string): Promise<string[]> {
  const runs = (await runsIn(out)).map(({ folder }) => folder).toReversed();
  const latest = await realpath(join(out, 'latest')).catch(() => undefined);
  const first = runs.find((folder) => latest?.endsWith(folder.slice(out.length)) === true);
  return first === undefined ? runs : [first, ...runs.filter((folder) => folder !== first)];
}
