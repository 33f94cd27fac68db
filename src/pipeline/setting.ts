import { readFileSync } from 'node:fs';
import type { Database } from '../engine/database.ts';
import { defineParameters } from '../engine/parameters.ts';
import { loadReference, referenceFolder } from '../engine/reference.ts';
import type { RunContext } from '../engine/stage.ts';
import type { Config } from '../model/config.ts';
import { checkRules } from '../stages/30-invalid/check.ts';
import { threadsOf } from './machine.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';

/** What a run is given; everything in it but the log shapes its results. */
export type Setting = Omit<RunContext, 'database' | 'outputFolder' | 'progress'>;

/** Parameters, reference tables, and a check that every rule binds, before any row is read. */
export async function prepare(database: Database, options: RunOptions): Promise<void> {
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

/** What the stages are given, but for the database and the folder. */
export function settingOf(
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
export function secretOf({ privacy }: Config): Uint8Array {
  return privacy.key_file === undefined ? Buffer.from('sisir') : readFileSync(privacy.key_file);
}
