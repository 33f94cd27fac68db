import type { Config } from '../model/config.ts';
import { EXIT, type ExitCode } from '../model/errors.ts';
import type { RuleBook } from '../pipeline.ts';
import type { Invocation } from './command.ts';
import type { Outlook } from './forecast-text.ts';
import { referenceDateOf } from './local-date.ts';
import { writeResult } from './result.ts';
import { withSignals } from './signals.ts';
import { engineVersion } from './version.ts';

/**
 * Prints what a run would do and take; writes nothing but in a temporary folder that is gone afterwards.
 * @throws InputError for files that a run would refuse
 * @throws UsageError, after the plan was printed, for a run that will not fit this machine
 */
export async function dryRun(config: Config, ruleBook: RuleBook, invocation: Invocation): Promise<ExitCode> {
  const { io, language } = invocation;
  const { memoryOf, planRun } = await import('../pipeline.ts');
  const { estimatePairs } = await import('../pipeline/pair-estimate.ts');
  const { memoryTaken, misfits, refuseMisfit, roomFor } = await import('../pipeline/fit.ts');
  const { forecastOf } = await import('../pipeline/forecast.ts');
  const { rowsOfAll } = await import('../stages/10-ingest/row-sample.ts');
  const { planText } = await import('./plan.ts');
  const plan = await planRun(config);
  const setting = {
    config,
    ruleBook,
    referenceDate: referenceDateOf(config.reference_date, io.now()),
    engineVersion: engineVersion(),
    now: () => new Date(),
    log: { info: () => undefined, warn: () => undefined },
    observer: {
      stageStarted: () => undefined,
      stageProgress: () => undefined,
      stageFinished: () => undefined,
    },
  };
  const estimate = await withSignals(io, async (signal) => await estimatePairs({ ...setting, signal }, plan));
  const forecast = forecastOf(rowsOfAll(plan.inputs), estimate.calibration_ms ?? undefined);
  const room = await roomFor(config, memoryOf(config));
  const outlook: Outlook = {
    estimate,
    forecast,
    memory_mb: memoryTaken(forecast, room),
    misfits: misfits(forecast, room),
  };
  writeResult(invocation, { ...plan, ...outlook }, () => planText(plan, outlook, language));
  refuseMisfit(outlook.misfits);
  return EXIT.done;
}
