import { join } from 'node:path';
import { filesBelow, sha256OfFile } from '../../../engine/files.ts';
import type { Manifest } from '../../../model/manifest.ts';

/** Folder of the pages below the run's. */
export const REPORT_FOLDER = 'report';

/** The manifest of a run with the pages that stand in its folder now. */
export async function withPages<T extends Pick<Manifest, 'outputs'>>(
  manifest: T,
  folder: string,
): Promise<T> {
  const pages = (await filesBelow(join(folder, REPORT_FOLDER))).map(async ({ path, bytes }) => ({
    path: `${REPORT_FOLDER}/${path}`,
    sha256: await sha256OfFile(join(folder, REPORT_FOLDER, path)),
    bytes,
    rows: null,
  }));
  const tables = manifest.outputs.filter(({ path }) => !path.startsWith(`${REPORT_FOLDER}/`));
  const outputs = [...tables, ...(await Promise.all(pages))];
  return { ...manifest, outputs: outputs.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}
