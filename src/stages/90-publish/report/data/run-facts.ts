import { z } from 'zod';
import { readManifest, runsIn } from '../../../../engine/manifest-file.ts';

const count = z.number();
const counts = z.record(z.string(), count).default({});

/** What the report reads of a manifest. */
export const runFactsSchema = z.object({
  run_id: z.string(),
  engine_version: z.string(),
  started_at: z.string(),
  reference_date: z.string(),
  rows: z.object({ read: count, accepted: count, rejected: count, clean: count, flagged: count }),
  inputs: z.array(
    z.object({
      path: z.string(),
      rows: count,
      accepted: count,
      rejected: count,
      kode_kabupaten: z.string().nullable().default(null),
      missing_columns: z.array(z.string()).default([]),
    }),
  ),
  skipped_inputs: z.array(z.object({ path: z.string(), code: z.string() })).default([]),
  data_invalid: z.object({
    findings: count,
    voters: count,
    by_rule: counts,
    by_severity: counts,
    by_dimension: counts,
    not_assessable: counts,
    not_assessed: z.array(z.string()).default([]),
  }),
  data_ganda: z.object({
    pairs: count,
    by_grade: counts,
    by_tier: counts,
    groups: count,
    voters: count,
    chance: z.object({ observed: count, expected: count, excess: count }).nullish(),
  }),
  satker: z.array(
    z.object({
      kode_kabupaten: z.string(),
      voters: count,
      flagged_voters: count,
      findings_error: count,
      ganda_voters: count,
    }),
  ),
  /** How the run was compared with the one before. */
  change: z.object({ previous_run: z.string().nullable() }).nullish(),
  parameters: z.record(z.string(), z.unknown()).default({}),
  rules: z.object({ count, sha256: z.string() }),
  outputs: z.array(
    z.looseObject({ path: z.string(), sha256: z.string(), bytes: count, rows: count.nullable() }),
  ),
});

export type RunFacts = z.output<typeof runFactsSchema>;

/** Runs that are drawn in a trend line, the newest. */
const LONGEST_TREND = 60;

/**
 * Runs published in `folder` before the given one, oldest first. A folder without a manifest, or with one of a version
 * that cannot be read, is left out.
 */
export async function earlierRuns(folder: string, run: RunFacts): Promise<RunFacts[]> {
  const others = (await runsIn(folder)).filter(({ name }) => name !== run.run_id);
  const found = await Promise.all(
    others.map(async (other) => await readManifest(other.folder, runFactsSchema).catch(() => undefined)),
  );
  return found
    .filter((facts) => facts !== undefined)
    .filter((facts) => facts.started_at < run.started_at)
    .toSorted((left, right) => (left.started_at < right.started_at ? -1 : 1))
    .slice(-LONGEST_TREND);
}

/** The earlier run that this one was compared with, or else the newest one of the same satker. */
export function comparableRun(run: RunFacts, earlier: readonly RunFacts[]): RunFacts | undefined {
  if (run.change !== undefined && run.change !== null)
    return earlier.find(({ run_id }) => run_id === run.change?.previous_run);
  const satkerOf = ({ satker }: RunFacts) =>
    satker
      .map(({ kode_kabupaten }) => kode_kabupaten)
      .toSorted()
      .join();
  return earlier.findLast((other) => satkerOf(other) === satkerOf(run));
}
