import { z } from 'zod';
import { gateResultSchema } from './gates.ts';

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);

const statusCounts = z.strictObject({
  first: count,
  new: count,
  persisting: count,
  reopened: count,
  resolved: count,
  not_seen: count,
});

/** The change since the previous run of the same output folder. */
const changeSchema = z.strictObject({
  previous_run: z.string().nullable(),
  /** Why nothing was compared. */
  not_compared: z.string().nullable(),
  /** Names of `versions` that are not as in the previous run, `reference_date` among them. */
  differs: z.array(z.string()),
  /** Satker that sent. */
  satker: z.array(z.string()),
  /** Satker that sent nothing, with the reference date of the last run to which they did. */
  silent: z.array(z.strictObject({ kode_satker: z.string(), last_seen: z.string() })),
  findings: statusCounts,
  pairs: statusCounts,
  /** null where voters were not compared: `history.voters` is off or a fingerprint of another make. */
  voters: z
    .strictObject({
      voters_before: count,
      tetap: count,
      berubah: count,
      hilang: count,
      tidak_terlihat: count,
      baru: count,
      pertama: count,
      voters_after: count,
    })
    .nullable(),
});

const anomalySchema = z.strictObject({
  name: z.string(),
  level: z.enum(['provinsi', 'kabupaten']),
  kode_kabupaten: z.string().nullable(),
  measure: z.string(),
  item: z.string().nullable(),
  value: count,
  median: z.number(),
  spread: z.number(),
  score: z.number(),
  runs: count,
});

/** `manifest.json`: what one run read, did and wrote. It holds no personal data. */
export const manifestSchema = z.strictObject({
  run_id: z.string(),
  engine_version: z.string(),
  /** When the run began, ISO 8601 UTC. */
  started_at: z.string(),
  finished_at: z.string(),
  reference_date: z.string(),
  language: z.string(),
  rows: z.strictObject({
    read: count,
    accepted: count,
    rejected: count,
    /** Accepted rows without an error or warning finding that is still to be confirmed, and in no Data Ganda group. */
    clean: count,
    flagged: count,
  }),
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      sha256: z.string(),
      bytes: count,
      format: z.string(),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      rows: count,
      accepted: count,
      rejected: count,
      kode_kabupaten: z.string().nullable(),
      date_order: z.string(),
      date_order_from: z.string(),
      missing_columns: z.array(z.string()),
      unused_headers: z.array(z.string()),
    }),
  ),
  /** Files left out by --skip-bad-files. */
  skipped_inputs: z.array(z.strictObject({ path: z.string(), code: z.string() })),
  rejects_by_reason: counts,
  data_invalid: z.strictObject({
    findings: count,
    /** Voters with at least one finding of any severity. */
    voters: count,
    /** Every assessed rule, also those that found nothing. */
    by_rule: counts,
    by_severity: counts,
    by_dimension: counts,
    by_cause: counts,
    /** Rule → voters that it could not assess. */
    not_assessable: counts,
    /** Rules whose columns no input file has. */
    not_assessed: z.array(z.string()),
  }),
  data_ganda: z.strictObject({
    /** Pairs written. */
    pairs: count,
    /** Pairs of an equal NIK that were counted but not compared: those of very large groups of one NIK. */
    pairs_not_written: count,
    by_grade: counts,
    by_tier: counts,
    by_scope: counts,
    by_suggestion: counts,
    groups: count,
    voters: count,
    /** What each blocking rule found, in the order of the rules; a pair may be found by several. */
    blocking: z.array(
      z.strictObject({
        rule_id: z.string(),
        /** Blocks of at least two rows. */
        blocks: count,
        /** All pairs inside them. */
        possible_pairs: count,
        /** Pairs that the rule's conditions admit. */
        pairs: count,
        /** Blocks above the cap that were split. */
        blocks_split: count,
        /** Possible pairs of blocks that stayed above the cap. */
        pairs_not_made: count,
      }),
    ),
    /** Pairs that some blocking rule found, each once; all of them were scored. */
    candidates: count,
    /** Chance that two random rows are one person, log2 of the odds, as estimated in this run. */
    prior: z.strictObject({ log2: z.number(), expected_matches: z.number().nonnegative() }),
    model_sha256: z.string(),
    /** Guard → candidates on which it fired, published or not. */
    guards: counts,
    /** Pairs of equal name and birth date in the whole roll: how many, and how many chance alone would give. */
    chance: z.strictObject({ observed: count, expected: z.number().nonnegative(), excess: z.number() }),
  }),
  /** Officers' decisions that this run honoured. */
  decisions: z.strictObject({
    /** Records of the store, and the SHA-256 of the last one: by it later runs know that none was changed. */
    records: count,
    sha256: z.string().nullable(),
    /** Pairs that were not reported: officers settled that they are two people. */
    pairs_dismissed: count,
    groups_by_status: counts,
    /** Findings of severity error and warning. */
    findings_by_status: counts,
  }),
  satker: z.array(
    z.strictObject({
      kode_kabupaten: z.string(),
      nama_kabupaten: z.string().nullable(),
      voters: count,
      flagged_voters: count,
      flagged_per_1000: z.number(),
      findings_error: count,
      findings_warning: count,
      findings_info: count,
      ganda_voters: count,
    }),
  ),
  /** What the results depend on beside the rolls: name → version or hash. */
  versions: z.record(z.string(), z.string()),
  change: changeSchema,
  /** Counts that jump beyond what earlier runs explain. */
  anomalies: z.array(anomalySchema),
  /** The work lists that were exported (`WorklistFile`): whole personal values, mode 0600. */
  worklists: z.array(
    z.strictObject({
      path: z.string(),
      kode_kabupaten: z.string(),
      kode_kecamatan: z.string().nullable(),
      rows_invalid: count,
      rows_ganda: count,
    }),
  ),
  /** Quality gates of the config: which were exceeded, and where. */
  gates: gateResultSchema,
  parameters: z.record(z.string(), z.unknown()),
  rules: z.strictObject({ count, sha256: z.string(), own: z.array(z.string()) }),
  stages: z.array(
    z.strictObject({ id: z.string(), ms: count, rows_in: count, rows_out: count, peak_rss_mb: count }),
  ),
  outputs: z.array(
    z.strictObject({ path: z.string(), sha256: z.string(), bytes: count, rows: count.nullable() }),
  ),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type Manifest = z.output<typeof manifestSchema>;

/** Beside a manifest whose run's bulky files retention has removed: which ones, and when. */
export const PRUNED_FILE = 'pruned.json';

export const prunedSchema = z.strictObject({
  /** ISO 8601 UTC. */
  pruned_at: z.string(),
  /** The run at whose end it was done, and what the config said. */
  by_run: z.string().optional(),
  retention: z.strictObject({ runs: z.number().optional(), days: z.number().optional() }).optional(),
  /** As in the manifest's `outputs`. */
  paths: z.array(z.string()),
});

export type Pruned = z.output<typeof prunedSchema>;
