import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Database, QueryError } from '../../engine/database.ts';
import { type EarlierRun, type NoPrevious, openState } from '../../engine/earlier-runs.ts';
import { readEncryptionKey } from '../../engine/encryption.ts';
import { literal, sql } from '../../engine/sql.ts';
import type { RunContext, Stage } from '../../engine/stage.ts';
import { CHANGE_TABLES, FINGERPRINT_TABLE, HISTORY_TABLES } from '../../model/change-tables.ts';
import { InputError } from '../../model/errors.ts';
import { makeAnomalies } from './anomalies.ts';
import { makeComparison } from './comparison.ts';
import { makeSenders } from './satker.ts';
import { nameBefore } from './states.ts';
import { fingerprintCheck, makeAfter, makePairSenders, makeScope, writeFingerprints } from './tonight.ts';

/** Whether voters of both runs have fingerprints of one make. */
function comparesVoters({ config }: RunContext, previous: EarlierRun | undefined, check: string): boolean {
  return config.history.voters && (previous === undefined || previous.versions['fingerprint'] === check);
}

/** Where the tables of the previous run can be read; what is encrypted of them is opened among the tables of this run. */
async function readableState({ database, config }: RunContext, previous: EarlierRun): Promise<string> {
  const { key_file } = config.privacy.encrypt;
  const key = key_file === undefined ? undefined : await readEncryptionKey(key_file);
  const folder = await openState(previous, join(database.folder, 'before'), key);
  if (folder === undefined) throw new UnreadableState('tables-encrypted');
  return folder;
}

/** The previous run cannot be read. */
class UnreadableState extends Error {
  override readonly name = 'UnreadableState';
  readonly reason: NoPrevious;

  constructor(reason: NoPrevious) {
    super(`the previous run cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** Why the previous run is left out after this error; undefined where the error is none of its own. */
function reasonOf(error: unknown): NoPrevious | undefined {
  if (error instanceof UnreadableState) return error.reason;
  return error instanceof QueryError || error instanceof InputError ? 'tables-damaged' : undefined;
}

/** Makes the tables of the change since `previous`. @throws when one of its tables cannot be read, see `reasonOf` */
async function compareWith(
  context: RunContext,
  previous: EarlierRun | undefined,
  check: string,
): Promise<number> {
  const { database, referenceDate } = context;
  await nameBefore(database, previous === undefined ? undefined : await readableState(context, previous));
  return await makeComparison(database, { referenceDate, voters: comparesVoters(context, previous, check) });
}

async function satkerOf(database: Database): Promise<string[]> {
  const rows = await database.rows<{ kode_satker: string }>(
    sql`SELECT kode_satker FROM after_scope WHERE rule_id IS NULL AND kode_satker <> '0000' ORDER BY kode_satker`,
  );
  return rows.map(({ kode_satker }) => kode_satker);
}

async function rulesOf(database: Database): Promise<string[]> {
  const rows = await database.rows<{ rule_id: string }>(sql`SELECT DISTINCT rule_id FROM assessed_rule`);
  return rows.map(({ rule_id }) => rule_id);
}

/**
 * This run against the previous one of the output folder → change_… (what came, stayed, went), history_… (what the
 * next run needs for the same), anomaly. An earlier run that cannot be read is said and left out: then everything is
 * `first`.
 */
export const compare: Stage = {
  id: '80-compare',
  reads: [
    'roll',
    'input_file',
    'assessed_rule',
    'invalid_finding',
    'ganda_pair',
    'distribution_kabupaten',
    'area',
  ],
  writes: [
    ...CHANGE_TABLES.map(({ name }) => name),
    ...HISTORY_TABLES.map(({ name }) => name),
    'silent_satker',
    'comparison_fact',
  ],
  async run(context) {
    const { database, outputFolder, config, history, voterKeySecret: secret, log, progress } = context;
    await makeSenders(database);
    await makePairSenders(database);
    await makeAfter(database);
    await makeScope(database);
    progress(0.2);
    const fingerprints = join(outputFolder, FINGERPRINT_TABLE.path);
    await mkdir(dirname(fingerprints), { recursive: true });
    await writeFingerprints(database, fingerprints, { secret, wanted: config.history.voters });
    await database.run(
      sql`CREATE OR REPLACE VIEW after_voter AS SELECT * FROM read_parquet(${literal(fingerprints)})`,
    );
    const check = await fingerprintCheck(database, secret);
    progress(0.5);

    let previous = typeof history.previous === 'string' ? undefined : history.previous;
    let notCompared = typeof history.previous === 'string' ? history.previous : undefined;
    let findings: number;
    try {
      findings = await compareWith(context, previous, check);
    } catch (error) {
      const reason = reasonOf(error);
      if (previous === undefined || reason === undefined) throw error;
      log.warn(
        { run_id: previous.runId, err: error },
        'the previous run cannot be read: this one is compared with none',
      );
      previous = undefined;
      notCompared = reason;
      findings = await compareWith(context, previous, check);
    }
    progress(0.9);
    const votersCompared = previous !== undefined && comparesVoters(context, previous, check);
    await database.run(sql`CREATE OR REPLACE TABLE comparison_fact AS SELECT
      ${literal(previous?.runId ?? null)} AS previous_run, ${literal(notCompared ?? null)} AS not_compared,
      ${literal(check)} AS fingerprint, ${literal(votersCompared)} AS voters_compared`);
    await makeAnomalies(
      database,
      { satker: await satkerOf(database), rules: await rulesOf(database), compared: previous !== undefined },
      { earlier: history.earlier, score: config.history.score, log },
    );
    return { rowsIn: findings, rowsOut: findings };
  },
};
