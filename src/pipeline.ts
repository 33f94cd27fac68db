import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { runAnchor } from './decisions/anchor.ts';
import { verifyStore } from './decisions/store.ts';
import { appendAudit } from './engine/audit.ts';
import type { Database } from './engine/database.ts';
import { defineParameters } from './engine/parameters.ts';
import { latestRun, type RunFolders } from './engine/publication.ts';
import { loadReference, referenceFolder } from './engine/reference.ts';
import { sql } from './engine/sql.ts';
import type { DecisionFile, History, Log, RunContext, Stage } from './engine/stage.ts';
import type { Config } from './model/config.ts';
import { InputError, type InputProblem } from './model/errors.ts';
import type { BlockingRule, Comparison, GradeBook, Guard } from './model/ganda.ts';
import type { InputFile } from './model/input-file.ts';
import { type Manifest, manifestSchema } from './model/manifest.ts';
import type { MatchModel } from './model/match-model.ts';
import type { CodeBook } from './model/parameters.ts';
import type { Rule } from './model/rule.ts';
import { SOURCE_COLUMN_NAMES } from './model/source-columns.ts';
import type { Text } from './model/text.ts';
import { type Expectation, expectationOf } from './pipeline/expectation.ts';
import { encryptionKeyOf, exportsOf, publishedWorklists } from './pipeline/exports.ts';
import { fingerprintOf, type Setting } from './pipeline/fingerprint.ts';
import { diskMisfits, machineMemory, refuseMisfit, roomFor } from './pipeline/fit.ts';
import { forecastOf } from './pipeline/forecast.ts';
import { findHistory, NO_HISTORY } from './pipeline/history.ts';
import { abandonRun, closeRun, type OpenedRun, openRun } from './pipeline/opened-run.ts';
import { withOutputFolder } from './pipeline/output-folder.ts';
import { pruneRuns } from './pipeline/retention.ts';
import { stoppable } from './pipeline/stop.ts';
import { withTemporaryDatabase } from './pipeline/temporary-database.ts';
import { differencesOf, versionsOf } from './pipeline/versions.ts';
import { ingest } from './stages/10-ingest/index.ts';
import { inspectInputs } from './stages/10-ingest/inspect.ts';
import { rowsOfAll } from './stages/10-ingest/row-sample.ts';
import { normalise } from './stages/20-normalise/index.ts';
import { assessable } from './stages/30-invalid/assess.ts';
import { checkRules } from './stages/30-invalid/check.ts';
import { invalid } from './stages/30-invalid/index.ts';
import { block } from './stages/40-block/index.ts';
import { score } from './stages/50-score/index.ts';
import { group } from './stages/60-group/index.ts';
import { distribute } from './stages/70-distribute/index.ts';
import { compare } from './stages/80-compare/index.ts';
import { comparisonTotals } from './stages/80-compare/totals.ts';
import { checkGates } from './stages/90-publish/gates.ts';
import { publish } from './stages/90-publish/index.ts';
import { closeOutputs } from './stages/90-publish/outputs.ts';
import { earlierRuns, REPORT, reportStage, withPages } from './stages/90-publish/report/index.tsx';
import { totals } from './stages/90-publish/totals.ts';
import { worklists } from './stages/90-publish/worklists/index.ts';

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

/** What we believe about a voter roll, handed to the stages as arguments. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  /** Ids of the satker's own rules among them. */
  readonly own: readonly string[];
  readonly codeBook: CodeBook;
  readonly blockingRules: readonly BlockingRule[];
  readonly gradeBook: GradeBook;
  readonly comparisons: readonly Comparison[];
  readonly guards: readonly Guard[];
  readonly model: MatchModel;
}

/** Told of the run's progress; knows nothing of the run. */
export interface Observer {
  /** What the run will take; told before its first stage, and again when its rows are counted. */
  expected?(expectation: Expectation): void;
  stageStarted(id: string): void;
  /** `share` from 0 to 1; `counted`: what the stage has read, found or written so far, where it counts. */
  stageProgress(id: string, share: number, counted?: number): void;
  stageFinished(id: string, ms: number, rowsOut: number): void;
  /** Something that the user should know of this run or of an earlier one. */
  notice?(text: Text): void;
}

export interface RunOptions {
  readonly config: Config;
  readonly ruleBook: RuleBook;
  /** YYYY-MM-DD. */
  readonly referenceDate: string;
  readonly engineVersion: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly observer: Observer;
  /** Go on with a run that was broken off, and keep this one where it is broken off. */
  readonly resume?: boolean;
  /** Given when the run shall stop; its reason is a `StopSignal`. */
  readonly signal?: AbortSignal;
}

export interface PublishOptions extends RunOptions {
  /** Who runs it, for the audit log. */
  readonly user: string;
}

/** What `planRun` found: how each input file would be read, and the files that could not be. */
export interface Plan {
  readonly inputs: readonly InputFile[];
  readonly skipped: readonly InputProblem[];
}

/**
 * Looks at every input file without writing anything.
 * @throws InputError naming every file that cannot be read, unless `skip_bad_files` and at least one can
 */
export async function planRun(config: Config): Promise<Plan> {
  const { files, problems } = await inspectInputs(config.inputs, config);
  if (problems.length > 0 && (!config.skip_bad_files || files.length === 0)) throw new InputError(problems);
  return { inputs: files, skipped: problems };
}

function threadsOf(config: Config): number {
  return config.threads ?? availableParallelism();
}

/** Memory for DuckDB: three quarters of the machine's, at most 12 GB. */
export function memoryOf(config: Config): string {
  return config.memory ?? `${Math.min(12_000, Math.floor((machineMemory() / 1e6) * 0.75))}MB`;
}

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
  const expect = (rows: number) =>
    options.observer.expected?.(expectationOf(rows, [...waiting.map(({ id }) => id), REPORT]));
  expect(rowsOfAll(plan.inputs));
  const stages = await runStages(context, options, waiting, run.stages, async (done) => {
    await checkpoints.keep(done);
    const last = done.at(-1);
    if (last?.id === ingest.id) expect(last.rows_out);
  });
  const finished = { plan, ...earlier, stages, startedAt: run.startedAt };
  const tables = await manifestOf(options, finished, database, folders);
  const manifest = await reported(tables, context, options, resolve(options.config.out));
  await writeFile(join(folders.partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
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

/** Parameters, reference tables, and a check that every rule binds, before any row is read. */
async function prepare(database: Database, options: RunOptions): Promise<void> {
  const { config, ruleBook, referenceDate, log } = options;
  if (config.privacy.key_file === undefined)
    log.warn(
      {},
      'no privacy.key_file: voter keys of rows without dpid use the built-in key, which is not secret',
    );
  await defineParameters(database, {
    reference_date: referenceDate,
    tps_limit: config.tps_limit,
    disabilitas_codes: Object.keys(ruleBook.codeBook.disabilitas),
    ktp_el_codes: Object.keys(ruleBook.codeBook.ktpEl),
    keterangan_codes: Object.keys(ruleBook.codeBook.keterangan),
    tms_codes: Object.keys(ruleBook.codeBook.tms),
  });
  await loadReference(database, referenceFolder());
  await checkRules(database, ruleBook.rules);
}

function settingOf(
  options: RunOptions,
  plan: Plan,
  earlier: Pick<RunContext, 'history' | 'decisions'>,
): Setting {
  const { config, ruleBook, referenceDate, log } = options;
  return {
    config,
    threads: threadsOf(config),
    referenceDate,
    inputs: plan.inputs,
    rules: ruleBook.rules,
    codeBook: ruleBook.codeBook,
    voterKeySecret: secretOf(config),
    blockingRules: ruleBook.blockingRules,
    gradeBook: ruleBook.gradeBook,
    comparisons: ruleBook.comparisons,
    guards: ruleBook.guards,
    model: ruleBook.model,
    ...earlier,
    log,
  };
}

/** Key of the hashes that stand in for a missing dpid. */
function secretOf({ privacy }: Config): Uint8Array {
  return privacy.key_file === undefined ? Buffer.from('sisir') : readFileSync(privacy.key_file);
}

const MEMORY_SAMPLE_MS = 100;

async function runStages(
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

/** What the manifest says of a run beside its tables. */
interface Finished {
  readonly plan: Plan;
  readonly history: History;
  readonly decisions: DecisionFile | undefined;
  readonly stages: Manifest['stages'];
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

async function manifestOf(
  options: RunOptions,
  { plan, history, decisions, stages, startedAt }: Finished,
  database: Database,
  folders: RunFolders,
): Promise<Manifest> {
  const { config, ruleBook, referenceDate, engineVersion, now } = options;
  const key = await encryptionKeyOf(config);
  const outputs = await closeOutputs(database, folders.partial, config.privacy.encrypt, key);
  const { data_invalid, ...figures } = await totals(database);
  const { assessed, notAssessed } = assessable(ruleBook.rules, plan.inputs);
  const { change, anomalies, fingerprint } = await comparisonTotals(database);
  const versions = {
    ...versionsOf({ config, ruleBook, engineVersion, referenceDate, keySecret: secretOf(config) }),
    fingerprint,
  };
  const previous = typeof history.previous === 'string' ? undefined : history.previous;
  const { version } = await database.row<{ version: string }>(sql`SELECT version() AS version`);
  return manifestSchema.parse({
    run_id: folders.runId,
    engine_version: engineVersion,
    started_at: startedAt,
    finished_at: now().toISOString(),
    reference_date: referenceDate,
    language: config.language,
    ...figures,
    inputs: await inputsOf(plan.inputs, database),
    skipped_inputs: plan.skipped.map(({ path, code }) => ({ path, code })),
    data_invalid: {
      ...data_invalid,
      by_rule: Object.fromEntries(assessed.map(({ rule }) => [rule.id, data_invalid.by_rule[rule.id] ?? 0])),
      not_assessed: notAssessed.map(({ id }) => id),
    },
    versions,
    change: {
      ...change,
      differs: change.previous_run === null ? [] : differencesOf(previous?.versions ?? {}, versions),
    },
    anomalies,
    decisions: { ...figures.decisions, records: decisions?.records ?? 0, sha256: decisions?.sha256 ?? null },
    worklists: publishedWorklists(
      await database.rows<Manifest['worklists'][number]>(sql`FROM worklist_file ORDER BY path`),
      outputs,
    ),
    gates: await checkGates(database, config.gates, {
      rows: figures.rows,
      notAssessed: notAssessed.map(({ id }) => id),
      previousFolder: await latestRun(resolve(config.out)),
    }),
    parameters: config,
    rules: {
      count: ruleBook.rules.length,
      sha256: createHash('sha256')
        .update(
          JSON.stringify([
            ruleBook.rules,
            ruleBook.gradeBook,
            ruleBook.codeBook,
            ruleBook.blockingRules,
            ruleBook.comparisons,
            ruleBook.guards,
          ]),
        )
        .digest('hex'),
      own: ruleBook.own,
    },
    stages,
    outputs,
    environment: {
      node: process.version,
      duckdb: version,
      platform: `${process.platform}-${process.arch}`,
      threads: threadsOf(config),
      memory: memoryOf(config),
    },
  });
}

async function inputsOf(inputs: readonly InputFile[], database: Database): Promise<Manifest['inputs']> {
  const rows = await database.rows<{
    file_id: number;
    rows_read: number;
    rows_accepted: number;
    rows_rejected: number;
  }>(sql`SELECT file_id, rows_read, rows_accepted, rows_rejected FROM input_file`);
  return inputs.map((file) => {
    const counted = rows.find(({ file_id }) => file_id === file.fileId);
    const present = new Set<string>(file.columns.map(({ column }) => column));
    return {
      path: file.path,
      sha256: file.sha256,
      bytes: file.bytes,
      format: file.format,
      encoding: file.encoding ?? null,
      delimiter: file.delimiter ?? null,
      rows: counted?.rows_read ?? 0,
      accepted: counted?.rows_accepted ?? 0,
      rejected: counted?.rows_rejected ?? 0,
      kode_kabupaten: file.kabupaten === undefined ? null : String(file.kabupaten).padStart(4, '0'),
      date_order: file.dateOrder,
      date_order_from: file.dateOrderFrom,
      missing_columns: SOURCE_COLUMN_NAMES.filter((name) => !present.has(name)),
      unused_headers: [...file.unusedHeaders],
    };
  });
}
