import { existsSync } from 'node:fs';
import { readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type EarlierRun, earlierRuns } from '../engine/earlier-runs.ts';
import { plainPath } from '../engine/encryption.ts';
import type { Log } from '../engine/stage.ts';
import type { Config } from '../model/config.ts';
import { PRUNED_FILE, type Pruned, prunedSchema } from '../model/manifest.ts';
import { isBulky } from '../model/retention.ts';

const DAY_MS = 86_400_000;

/** Whether a run keeps its bulky tables: as one of the newest, or as young enough. `place` counts from 0, the newest. */
export function isKept(
  { startedAt }: Pick<EarlierRun, 'startedAt'>,
  place: number,
  { runs, days }: Config['retention'],
  now: Date,
): boolean {
  if (runs === undefined && days === undefined) return true;
  const isNew = runs !== undefined && place < runs;
  const isYoung = days !== undefined && now.getTime() - Date.parse(startedAt) <= days * DAY_MS;
  return isNew || isYoung;
}

/** What a run lost to retention; undefined where it lost nothing. */
export async function prunedOf(folder: string): Promise<Pruned | undefined> {
  const text = await readFile(join(folder, PRUNED_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : prunedSchema.parse(JSON.parse(text));
}

/** Says first what will be gone, so that a run that loses only part of it because of a power cut is explained too. */
async function prune(run: EarlierRun, record: Omit<Pruned, 'paths'>): Promise<string[]> {
  const paths = run.outputs.map(({ path }) => path).filter((path) => isBulky(plainPath(path)));
  const left = paths.filter((path) => existsSync(join(run.folder, path)));
  if (left.length === 0) return [];
  const beside = join(run.folder, `.${PRUNED_FILE}`);
  await writeFile(beside, `${JSON.stringify({ ...record, paths } satisfies Pruned, null, 2)}\n`);
  await rename(beside, join(run.folder, PRUNED_FILE));
  for (const path of left) await rm(join(run.folder, path));
  const folders = new Set(left.flatMap((path) => foldersAbove(path)));
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length))
    await rmdir(join(run.folder, folder)).catch(() => undefined);
  return left;
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

/**
 * Removes the bulky tables of runs whose time is over: files that their manifests name, nothing else, and never of
 * the run that was just published, nor of one whose manifest cannot be read. What goes wrong is said and is no failure.
 */
export async function pruneRuns(
  out: string,
  published: string,
  { retention, now, log }: { readonly retention: Config['retention']; readonly now: Date; readonly log: Log },
): Promise<void> {
  const record = { pruned_at: now.toISOString(), by_run: published, retention };
  for (const [place, run] of (await earlierRuns(out)).entries()) {
    if (run.runId === published || isKept(run, place, retention, now)) continue;
    try {
      const removed = await prune(run, record);
      if (removed.length > 0)
        log.info(
          { run_id: run.runId, files: removed.length, retention },
          'bulky tables removed by retention',
        );
    } catch (error) {
      log.warn({ run_id: run.runId, err: error }, 'bulky tables could not all be removed');
    }
  }
}
