import type { RunContext, Stage } from '../engine/stage.ts';
import type { Manifest } from '../model/manifest.ts';
import type { RunOptions } from './options.ts';

const MEMORY_SAMPLE_MS = 100;

/**
 * Runs stages one after the other, measured.
 * @param before the stages that are done already
 * @param onDone told after each stage of all that are done
 * @returns all that are done
 */
export async function runStages(
  context: Omit<RunContext, 'progress'>,
  { observer, now, log }: RunOptions,
  wanted: readonly Stage[],
  before: Manifest['stages'] = [],
  onDone: (done: Manifest['stages']) => Promise<void> = async () => undefined,
): Promise<Manifest['stages']> {
  const done = [...before];
  for (const stage of wanted) {
    observer.stageStarted(stage.id);
    const begun = now().getTime();
    let peak = process.memoryUsage.rss();
    const sampler = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, MEMORY_SAMPLE_MS);
    try {
      const progress = (share: number, counted?: number) => observer.stageProgress(stage.id, share, counted);
      const { rowsIn, rowsOut } = await stage.run({ ...context, progress });
      const ms = now().getTime() - begun;
      done.push({
        id: stage.id,
        ms,
        rows_in: rowsIn,
        rows_out: rowsOut,
        peak_rss_mb: Math.round(peak / 1e6),
      });
      observer.stageFinished(stage.id, ms, rowsOut);
      log.info({ stage: stage.id, ms, rows_in: rowsIn, rows_out: rowsOut }, 'stage finished');
      await onDone(done);
    } finally {
      clearInterval(sampler);
    }
  }
  return done;
}
