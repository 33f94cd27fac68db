import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { Database } from '../engine/database.ts';
import { sql } from '../engine/sql.ts';
import type { RunContext } from '../engine/stage.ts';
import type { InputFile } from '../model/input-file.ts';
import { withStages } from '../pipeline.ts';
import { canSample, rowsOfAll, sampleRows } from '../stages/10-ingest/row-sample.ts';
import { calibrate } from './calibration.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';

/** Rolls of at most so many rows are counted whole; of larger ones about so many rows are taken. */
export const SAMPLE_ROWS = 100_000;

/** What the blocking rules will find. */
export interface PairEstimate {
  /** `counted`: on the whole roll; `sample`: scaled from a sample; `none`: no file could be sampled. */
  readonly basis: 'counted' | 'sample' | 'none';
  readonly sample_rows: number;
  /** By rule, in the order of the rules; `found`: pairs seen in what was read. A pair may be found by several rules. */
  readonly rules: readonly { readonly rule_id: string; readonly found: number; readonly pairs: number }[];
  /** Of this machine, see `calibrate`. */
  readonly calibration_ms: number | null;
}

/**
 * Runs the stages up to blocking on the roll or on a sample of its rows, in a temporary folder; nothing stays. Pairs of
 * a sample of n of N rows are scaled by (N/n)²; where a rule has a cap, or asks for names that are rare, the real
 * number is smaller or larger than that.
 */
export async function estimatePairs(
  options: RunOptions,
  { inputs }: Plan,
  most = SAMPLE_ROWS,
): Promise<PairEstimate> {
  const rows = rowsOfAll(inputs);
  if (rows <= most) return await countedIn(options, (found) => found, 'counted');
  const chosen = inputs.filter(canSample);
  if (chosen.length === 0) return { basis: 'none', sample_rows: 0, rules: [], calibration_ms: null };
  const folder = await mkdtemp(join(tmpdir(), 'sisir-'));
  try {
    const sample = await sampleOf(chosen, most / rows, folder);
    const config = { ...options.config, inputs: sample, skip_bad_files: true };
    return await countedIn(
      { ...options, config },
      (found, read) => Math.round(found * (rows / read) ** 2),
      'sample',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sample files under names that tell the same area as those of the roll. */
async function sampleOf(inputs: readonly InputFile[], share: number, folder: string): Promise<string[]> {
  const database = await Database.open({ threads: 1, memory: '512MB', folder: join(folder, 'database') });
  try {
    const paths: string[] = [];
    for (const file of inputs) {
      const name = file.absolutePath.split(sep).slice(-2).join(sep).replace(/\.gz$/i, '');
      const path = join(folder, `file-${file.fileId}`, name);
      await sampleRows(database, file, share, path);
      paths.push(path);
    }
    return paths;
  } finally {
    database.close();
  }
}

async function countedIn(
  options: RunOptions,
  scale: (found: number, read: number) => number,
  basis: 'counted' | 'sample',
): Promise<PairEstimate> {
  return await withStages(options, '40-block', async ({ database }: RunContext) => {
    const { read } = await database.row<{ read: number }>(sql`SELECT count(*) AS read FROM roll`);
    const rules = await database.rows<{ rule_id: string; found: number }>(
      sql`SELECT rule_id, pairs AS found FROM blocking_report ORDER BY position`,
    );
    return {
      basis,
      sample_rows: read,
      rules: rules.map(({ rule_id, found }) => ({ rule_id, found, pairs: scale(found, Math.max(1, read)) })),
      calibration_ms: await calibrate(database, options.now),
    };
  });
}
