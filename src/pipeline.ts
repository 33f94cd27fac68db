import { join, resolve } from 'node:path';
import { runAnchor } from './decisions/anchor.ts';
import { verifyStore } from './decisions/store.ts';
import { appendAudit } from './engine/audit.ts';
import { writeManifest } from './engine/manifest-file.ts';
import type { RunContext, Stage } from './engine/stage.ts';
import type { Manifest } from './model/manifest.ts';
import type { Text } from './model/text.ts';
import { expectationOf } from './pipeline/expectation.ts';
import { exportsOf } from './pipeline/exports.ts';
import { fingerprintOf } from './pipeline/fingerprint.ts';
import { diskMisfits, refuseMisfit, roomFor } from './pipeline/fit.ts';
import { forecastOf } from './pipeline/forecast.ts';
import { findHistory, NO_HISTORY } from './pipeline/history.ts';
import { memoryOf, threadsOf } from './pipeline/machine.ts';
import { type Finished, manifestOf } from './pipeline/manifest.ts';
import { abandonRun, closeRun, type OpenedRun, openRun } from './pipeline/opened-run.ts';
import type { PublishOptions, RunOptions } from './pipeline/options.ts';
import { withOutputFolder } from './pipeline/output-folder.ts';
import { planRun } from './pipeline/plan.ts';
import { pruneRuns } from './pipeline/retention.ts';
import { runStages } from './pipeline/run-stages.ts';
import { prepare, settingOf } from './pipeline/setting.ts';
import { stoppable } from './pipeline/stop.ts';
import { withTemporaryDatabase } from './pipeline/temporary-database.ts';
import { ingest } from './stages/10-ingest/index.ts';
import { rowsOfAll } from './stages/10-ingest/row-sample.ts';
import { normalise } from './stages/20-normalise/index.ts';
import { invalid } from './stages/30-invalid/index.ts';
import { block } from './stages/40-block/index.ts';
import { score } from './stages/50-score/index.ts';
import { group } from './stages/60-group/index.ts';
import { distribute } from './stages/70-distribute/index.ts';
import { compare } from './stages/80-compare/index.ts';
import { publish } from './stages/90-publish/index.ts';
import { earlierRuns, REPORT, reportStage, withPages } from './stages/90-publish/report/index.tsx';
import { worklists } from './stages/90-publish/worklists/index.ts';

export { memoryOf } from './pipeline/machine.ts';
export type { Observer, PublishOptions, RuleBook, RunOptions } from './pipeline/options.ts';
export { type Plan, planRun } from './pipeline/plan.ts';

/** The stages in order. */
export const STAGES: readonly Stage[] = [
  ingest,
  normalise,
  invalid,
  block,
  score,
  group,
  distribute,
  compare,
  publish,
  worklists,
];

/**
 * Runs every stage and publishes the run by one rename, alone in its output folder. With `resume` it goes on after the
 * last stage of a run that was broken off, where nothing has changed since. A failure leaves no trace of the run,
 * unless `resume` asks to keep what can be gone on from.
 * @throws LockedError, StoppedError, InputError, RuleError, UsageError, and whatever a stage throws
 */
export async function runPipeline(options: PublishOptions): Promise<{ manifest: Manifest; folder: string }> {
  const { config, observer, signal, resume = false } = options;
  const startedAt = options.now();
  const tell = (notice: Text) => observer.notice?.(notice);
  const place = { path: resolve(config.out), shown: config.out, startedAt, tell };
  return await withOutputFolder(place, async (out) => {
    const plan = await stoppable(signal, async () => await planRun(config));
    const earlier = {
      history: await findHistory(out.path, config, options.log),
      decisions: await verifyStore(out.path, await runAnchor(join(out.path, 'latest'))),
    };
    const at = (referenceDate: string): RunOptions => ({
      ...options,
      referenceDate: config.reference_date === undefined ? referenceDate : options.referenceDate,
    });
    const run = await openRun({
      out,
      startedAt,
      referenceDate: options.referenceDate,
      resume,
      refuseMisfit: async () =>
        refuseMisfit(
          diskMisfits(forecastOf(rowsOfAll(plan.inputs)), await roomFor(config, memoryOf(config))),
        ),
      database: { threads: threadsOf(config), memory: memoryOf(config) },
      prepare: async (database, date) => await prepare(database, at(date)),
      fingerprintAt: async (date) =>
        await fingerprintOf(settingOf(at(date), plan, earlier), options.engineVersion),
      log: options.log,
      tell,
    });
    try {
      const work = async () => await runStagesOf(run, at(run.referenceDate), { plan, ...earlier });
      const manifest = await stoppable(signal, work, () => run.database.interrupt());
      await closeRun(run, out, async () => await appendAudit(out.path, exportsOf(manifest, options.user)));
      await pruneRuns(out.path, run.folders.runId, {
        retention: config.retention,
        now: options.now(),
        log: options.log,
      });
      return { manifest, folder: run.folders.final };
    } catch (error) {
      throw await abandonRun(run, error, resume);
    }
  });
}

/** Runs the stages that are not done yet, and writes the manifest. */
async function runStagesOf(
  run: OpenedRun,
  options: RunOptions,
  { plan, ...earlier }: Pick<Finished, 'plan' | 'history' | 'decisions'>,
): Promise<Manifest> {
  const { database, folders, checkpoints } = run;
  const context = { ...settingOf(options, plan, earlier), database, outputFolder: folders.partial };
  const waiting = STAGES.slice(run.stages.length);
  const timed = waiting.filter((stage) => stage !== worklists || options.config.worklists);
  const expect = (rows: number) =>
    options.observer.expected?.(expectationOf(rows, [...timed.map(({ id }) => id), REPORT]));
  expect(rowsOfAll(plan.inputs));
  const stages = await runStages(context, options, waiting, run.stages, async (done) => {
    await checkpoints.keep(done);
    const last = done.at(-1);
    if (last?.id === ingest.id) expect(last.rows_out);
  });
  const finished = { plan, ...earlier, stages, startedAt: run.startedAt };
  const tables = await manifestOf(options, finished, database, folders);
  const manifest = await reported(tables, context, options, resolve(options.config.out));
  await writeManifest(folders.partial, manifest);
  return manifest;
}

/**
 * Runs the stages up to and including `until` in a temporary folder and hands their tables to `action`; nothing is
 * published and nothing stays, also when the signal stops it.
 * @throws what `runPipeline` throws
 */
export async function withStages<T>(
  options: RunOptions,
  until: string,
  action: (context: RunContext) => Promise<T>,
): Promise<T> {
  const plan = await planRun(options.config);
  const machine = { threads: threadsOf(options.config), memory: memoryOf(options.config) };
  return await withTemporaryDatabase({ ...machine, signal: options.signal }, async (database) => {
    await prepare(database, options);
    const setting = settingOf(options, plan, { history: NO_HISTORY, decisions: undefined });
    const context = { ...setting, database, outputFolder: database.folder };
    const last = STAGES.findIndex(({ id }) => id === until);
    if (last < 0) throw new RangeError(`there is no stage ${until}`);
    await runStages(context, options, STAGES.slice(0, last + 1));
    return await action({ ...context, progress: () => undefined });
  });
}

/** Writes the report of a run whose tables are written, and adds its pages to the manifest. */
async function reported(
  manifest: Manifest,
  context: Omit<RunContext, 'progress'>,
  options: RunOptions,
  out: string,
): Promise<Manifest> {
  const { rules, codeBook, outputFolder, config } = context;
  const earlier = await earlierRuns(out, manifest);
  const report = reportStage({ run: manifest, language: config.language, rules, codeBook, earlier });
  const stages = [...manifest.stages, ...(await runStages(context, options, [report]))];
  return withPages({ ...manifest, stages, finished_at: options.now().toISOString() }, outputFolder);
}
