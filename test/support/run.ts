import { ruleBookOf } from '../../src/cli/rule-book.ts';
import type { Log } from '../../src/engine/stage.ts';
import { type ConfigInput, configSchema } from '../../src/model/config.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { Rule } from '../../src/model/rule.ts';
import { type Observer, runPipeline } from '../../src/pipeline.ts';
import { REFERENCE_DATE } from './stages.ts';

const SILENT: Observer = { stageStarted() {}, stageProgress() {}, stageFinished() {} };

const SILENT_LOG: Log = { info() {}, warn() {} };

export interface RunSetting {
  /** The frozen clock, ISO 8601. */
  readonly now?: string;
  readonly log?: Log;
  /** Instead of the rules that ship. */
  readonly rules?: readonly Rule[];
}

/** A whole run in this process, with a frozen clock and no log; without work lists unless they are asked for. */
export async function runWith(
  config: ConfigInput,
  observer: Partial<Observer> = {},
  { now = '2026-11-22T01:02:03Z', log = SILENT_LOG, rules }: RunSetting = {},
): Promise<{ manifest: Manifest; folder: string }> {
  const parsed = configSchema.parse({ worklists: false, ...config });
  const ruleBook = await ruleBookOf(parsed);
  return await runPipeline({
    config: parsed,
    ruleBook: { ...ruleBook, rules: rules ?? ruleBook.rules },
    referenceDate: parsed.reference_date ?? REFERENCE_DATE,
    engineVersion: 'test',
    user: 'petugas',
    now: () => new Date(now),
    log,
    observer: { ...SILENT, ...observer },
  });
}
