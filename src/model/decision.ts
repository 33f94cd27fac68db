import { z } from 'zod';
import { VERDICTS } from './worklist.ts';

/** Folder of the officers' decisions, in the output folder beside the runs; mode 0700, its files 0600. */
export const DECISION_FOLDER = 'decisions';

/** Hash that the first record carries in place of the hash of the one before. */
export const CHAIN_START = '0'.repeat(64);

/** What a stored decision says; `batal` withdraws what its satker said before. */
export const DECIDED_VERDICTS = [...VERDICTS, 'batal'] as const;
export type DecidedVerdict = (typeof DECIDED_VERDICTS)[number];

/** One pair that a row stood in when its group was shown to the officer. */
export const shownPairSchema = z.strictObject({
  pair_key: z.string(),
  /** The row at the other end. */
  voter_key: z.string(),
  kode_kabupaten: z.string(),
  row_fingerprint: z.string().nullable(),
});

/**
 * What an officer decided of one row of a Data Ganda group or of one Data Invalid finding; in the store it carries
 * its number and the hash of the record before. It holds an officer's name and a free remark: personal data.
 */
export const decisionSchema = z.strictObject({
  /** From 1, without a gap. */
  seq: z.int().positive(),
  imported_at: z.string(),
  imported_by: z.string(),
  /** Name of the file it came from, without its folder, and where in it. */
  source: z.string(),
  source_sha256: z.string(),
  sheet: z.string().nullable(),
  line: z.int().positive(),
  kind: z.enum(['ganda', 'invalid']),
  /** group_key or pair_key, or finding_key. */
  key: z.string(),
  /** Null where a finding is about a TPS, a desa or a file. */
  voter_key: z.string().nullable(),
  /** Of the row. */
  kode_kabupaten: z.string(),
  /** Who answers: kabupaten/kota, 4 digits, or province, 2 digits. */
  satker: z.string(),
  /** Content of the row that the officer saw. */
  row_fingerprint: z.string().nullable(),
  verdict: z.enum(DECIDED_VERDICTS),
  /** Code of the code-book of `period`, of `tms` only, and whether it means a duplicate. */
  code: z.string().nullable(),
  duplicate: z.boolean(),
  period: z.string(),
  remark: z.string().nullable(),
  officer: z.string().nullable(),
  /** YYYY-MM-DD. */
  decided_on: z.string().nullable(),
  /** Whether it replaces what its satker said of the row before. */
  corrects: z.boolean(),
  /** Of `ganda`: rows of the group, and the row's pairs in it. */
  members: z.int().positive().nullable(),
  pairs: z.array(shownPairSchema),
  /** Hash of what is decided, without where and when it was imported: the same answer is stored once. */
  id: z.string(),
});

export type Decision = z.output<typeof decisionSchema>;
export type ShownPair = z.output<typeof shownPairSchema>;

/** `head.json`: where the store ends. What lies behind it in the file is an import that was never finished. */
export const storeHeadSchema = z.strictObject({
  records: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Hash of the last record. */
  sha256: z.string(),
});
export type StoreHead = z.output<typeof storeHeadSchema>;

/** State of follow-up of a group, all its rows and satker together; the first that fits, from the strongest. */
export const GROUP_STATUSES = ['bertentangan', 'usang', 'terjawab', 'sebagian', 'terbuka'] as const;
/** State of follow-up of a finding. */
export const FINDING_STATUSES = ['bertentangan', 'usang', 'dikonfirmasi', 'terjawab', 'terbuka'] as const;
