import { z } from 'zod';
import { gateSchema } from './gates.ts';
import { SOURCE_COLUMN_NAMES, type SourceColumnName } from './source-columns.ts';
import { targetSchema } from './targets.ts';
import { LANGUAGES } from './text.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');

/** A source column taken from one header, from several joined by a space, or with a stated date format (strptime). */
const columnMapping = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).min(1),
  z.strictObject({
    from: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    format: z.string().min(1).optional(),
  }),
]);

/** `sisir.config.json`. Every key is optional; flags and `SISIR_*` variables come before it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  inputs: z.array(z.string().min(1)).default([]),
  out: z.string().min(1).default('runs'),
  /** Date on which ages are taken; without it the day of the run. `quarter-end`: last day of the quarter of that day. */
  reference_date: z.union([isoDate, z.literal('quarter-end')]).optional(),
  language: z.enum(LANGUAGES).default('id'),
  /** Code-book of the period (`rules/code-books.ts`). */
  period: z.string().min(1).default('pdpb-2025'),
  /** Most voters per TPS: 300 Pemilu, 600 Pilkada. */
  tps_limit: z.int().positive().default(600),
  /** Source column → header(s) of another layout. */
  columns: z
    .partialRecord(z.enum(SOURCE_COLUMN_NAMES as [SourceColumnName, ...SourceColumnName[]]), columnMapping)
    .default({}),
  /** Texts that mean "no value". */
  missing: z.array(z.string()).default([]),
  /** Kabupaten/kota code of files that have no `kode_desa` and no code in their name. */
  kode_kabupaten: z
    .string()
    .regex(/^\d{2}\.?\d{2}$/, 'e.g. 33.74')
    .optional(),
  /** Order of day and month where a file's own rows cannot tell. */
  date_order: z.enum(['dmy', 'mdy']).default('dmy'),
  /** Folder with the satker's own rules, YAML or JSON. */
  rules_folder: z.string().min(1).optional(),
  /** Definition of K1, K2, K3 (`rules/ganda/grades.ts`). */
  grades: z.string().min(1).default('sidalih-2020'),
  /** Data Ganda groups with more members get only the pairs that show each member's grade. */
  max_pairs_members: z.int().min(2).default(50),
  /** Probabilities from which a pair is called so; below `tinjau` it is not published unless it has a K grade. */
  thresholds: z
    .strictObject({
      pasti: z.number().min(0).max(1).default(0.99),
      kuat: z.number().min(0).max(1).default(0.95),
      tinjau: z.number().min(0).max(1).default(0.5),
    })
    .refine(({ pasti, kuat, tinjau }) => pasti >= kuat && kuat >= tinjau, 'pasti >= kuat >= tinjau')
    .prefault({}),
  /** Model file of `sisir train`; default: the one that ships with Sisir. */
  model: z.string().min(1).optional(),
  /** What each satker is to reach; `sisir decide status` shows progress against it. */
  targets: z.array(targetSchema).default([]),
  /** Whether the run writes work lists, which hold whole personal values. */
  worklists: z.boolean().default(true),
  skip_bad_files: z.boolean().default(false),
  threads: z.int().positive().optional(),
  /** DuckDB memory, e.g. "8GB"; default: three quarters of the machine's, at most 12GB. */
  memory: z
    .string()
    .regex(/^\d+(\.\d+)?\s*(MB|GB|MiB|GiB)$/i, 'e.g. 8GB')
    .optional(),
  /** What a run keeps for later ones, and how it is compared with earlier ones. */
  history: z
    .strictObject({
      /** Keep a fingerprint of every voter, by which later runs tell new, gone and changed voters. */
      voters: z.boolean().default(true),
      /** How many earlier runs say what is usual for a count. */
      runs: z.int().min(3).default(30),
      /** A count is an anomaly this many spreads from the median of those runs. */
      score: z.number().positive().default(6),
    })
    .prefault({}),
  /** How long a run keeps its bulky tables; without it for ever. A run that either key keeps is kept. */
  retention: z
    .strictObject({
      /** The newest this many runs. */
      runs: z.int().positive().optional(),
      /** Runs of the last this many days. */
      days: z.number().positive().optional(),
    })
    .prefault({}),
  /** Counts that must not pass a limit: the run is published, but ends with exit code 4. */
  gates: z.array(gateSchema).default([]),
  privacy: z
    .strictObject({
      /** File that holds the HMAC key, mode 0600. */
      key_file: z.string().min(1).optional(),
      /** Encryption at rest of what a run publishes. */
      encrypt: z
        .strictObject({
          /** `worklists/`. */
          worklists: z.boolean().default(false),
          /** `data-invalid/`, `data-ganda/` and `rejects/`. */
          findings: z.boolean().default(false),
          /** File that holds the key, mode 0600; another than the HMAC key, since it is handed on. */
          key_file: z.string().min(1).optional(),
        })
        .refine(
          ({ worklists, findings, key_file }) => key_file !== undefined || !(worklists || findings),
          'key_file',
        )
        .prefault({}),
    })
    .prefault({}),
});

export type Config = z.output<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;
export type ColumnMapping = z.output<typeof columnMapping>;
