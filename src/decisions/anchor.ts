import { z } from 'zod';
import { readManifest } from '../engine/manifest-file.ts';
import type { Anchor } from './store.ts';

const manifestSchema = z.object({
  decisions: z.object({ records: z.int().nonnegative(), sha256: z.string().nullable() }),
});

/**
 * The last record that a published run read, from its manifest; none where the run is not there, or was made before
 * there were decisions.
 */
export async function runAnchor(folder: string): Promise<Anchor[]> {
  const manifest = await readManifest(folder, manifestSchema).catch(() => undefined);
  if (manifest === undefined || manifest.decisions.sha256 === null) return [];
  const { records, sha256 } = manifest.decisions;
  return [{ records, sha256 }];
}
