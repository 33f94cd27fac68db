import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Anchor } from './store.ts';

const manifestSchema = z.object({
  decisions: z.object({ records: z.int().nonnegative(), sha256: z.string().nullable() }),
});

/**
 * The last record that a published run read, from its manifest; none where the run is not there, or was made before
 * there were decisions.
 */
export async function runAnchor(folder: string): Promise<Anchor[]> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{}');
  const parsed = manifestSchema.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.decisions.sha256 === null) return [];
  const { records, sha256 } = parsed.data.decisions;
  return [{ records, sha256 }];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
