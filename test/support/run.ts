import { ruleBookOf } from '../../src/cli/rule-book.ts';
import { type ConfigInput, configSchema } from '../../src/model/config.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { type Observer, type RunOptions, runPipeline } from '../../src/pipeline.ts';
import { REFERENCE_DATE } from './stages.ts';

const SILENT: Observer = { stageStarted() {}, stageProgress() {}, stageFinished() {} };

/**
 * A whole run in this process, with a frozen clock and no log; without work lists and on one thread unless they are
 * asked for: over a few hundred rows a second thread of DuckDB costs a quarter more and gains nothing.
 */
export async function runWith(
  config: ConfigInput,
  observer: Partial<Observer> = {},
  options: Partial<RunOptions> = {},
): Promise<{ manifest: Manifest; folder: string }> {
  const parsed = configSchema.parse({ worklists: false, threads: 1, ...config });
  return await runPipeline({
    config: parsed,
    ruleBook: await ruleBookOf(parsed),
    referenceDate: parsed.reference_date ?? REFERENCE_DATE,
    engineVersion: 'test',
    user: 'petugas',
    now: () => new Date('2026-11-22T01:02:03Z'),
    log: { info() {}, warn() {} },
    observer: { ...SILENT, ...observer },
    ...options,
  });
}
