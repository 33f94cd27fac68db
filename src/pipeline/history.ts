import { earlierRuns, type NoPrevious, previousRun } from '../engine/earlier-runs.ts';
import type { History, Log } from '../engine/stage.ts';
import type { Config } from '../model/config.ts';

const PROBLEMS: Readonly<Record<Exclude<NoPrevious, 'none'>, string>> = {
  'manifest-unreadable': 'the manifest of the run that latest points to is missing or none of Sisir',
  'made-without-history': 'the run that latest points to was made by a version of Sisir that kept no history',
  'tables-encrypted':
    'tables of the run that latest points to are encrypted with another key than privacy.encrypt.key_file',
  'tables-damaged': 'tables of the run that latest points to are missing or not as they were published',
};

/** A run that nothing was before. */
export const NO_HISTORY: History = { previous: 'none', earlier: [] };

/** What earlier runs below `out` left; a previous run that cannot be used is said, and is no failure. Reads only. */
export async function findHistory(out: string, { history }: Config, log: Log): Promise<History> {
  const previous = await previousRun(out);
  if (typeof previous === 'string' && previous !== 'none')
    log.warn({ code: previous }, `${PROBLEMS[previous]}: this run is compared with none, as a first one`);
  return { previous, earlier: (await earlierRuns(out)).slice(0, history.runs) };
}
