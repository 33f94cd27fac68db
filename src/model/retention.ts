import { z } from 'zod';
import { CHANGE_FINDING_TABLE, CHANGE_PAIR_TABLE } from './change-tables.ts';

/** What a run loses when its time is over: folders and files of its own outputs. All else stays for ever. */
const BULKY: readonly string[] = [
  'data-invalid/',
  'data-ganda/',
  'worklists/',
  'rejects/',
  'history/',
  CHANGE_FINDING_TABLE.path,
  CHANGE_PAIR_TABLE.path,
];

/** Whether retention removes an output; its path is from the run's folder, `/` as separator. */
export function isBulky(path: string): boolean {
  return BULKY.some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each));
}

/** Stands in the folder of a run that has lost its bulky tables; the manifest stays as it was. */
export const PRUNED_FILE = 'pruned.json';

export const prunedSchema = z.strictObject({
  /** ISO 8601 UTC. */
  pruned_at: z.string(),
  /** The run at whose end it was done. */
  by_run: z.string(),
  retention: z.strictObject({ runs: z.number().optional(), days: z.number().optional() }),
  /** Outputs of the manifest that are gone on purpose. */
  paths: z.array(z.string()),
});

export type Pruned = z.output<typeof prunedSchema>;
