import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Database } from '../engine/database.ts';
import { latestRun, type RunFolders } from '../engine/publication.ts';
import { sql } from '../engine/sql.ts';
import type { DecisionFile, History } from '../engine/stage.ts';
import type { InputFile } from '../model/input-file.ts';
import { type Manifest, manifestSchema } from '../model/manifest.ts';
import { SOURCE_COLUMN_NAMES } from '../model/source-columns.ts';
import { assessable } from '../stages/30-invalid/assess.ts';
import { comparisonTotals } from '../stages/80-compare/totals.ts';
import { checkGates } from '../stages/90-publish/gates.ts';
import { closeOutputs } from '../stages/90-publish/outputs.ts';
import { totals } from '../stages/90-publish/totals.ts';
import { encryptionKeyOf, publishedWorklists } from './exports.ts';
import { memoryOf, threadsOf } from './machine.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';
import { secretOf } from './setting.ts';
import { differencesOf, versionsOf } from './versions.ts';

/** What the manifest says of a run beside its tables. */
export interface Finished {
  readonly plan: Plan;
  readonly history: History;
  readonly decisions: DecisionFile | undefined;
  readonly stages: Manifest['stages'];
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

/** The manifest of a run whose tables are written; closes its outputs, encrypting what the config says. */
export async function manifestOf(
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
