import { z } from 'zod';
import { TIERS } from './ganda.ts';
import { DIMENSIONS, SEVERITIES } from './rule.ts';

const satkerCode = z.string().regex(/^\d{2}\.?\d{2}$/, 'e.g. 33.74');
const amount = z.number().nonnegative();

/** What a gate may count; each is a key of the gate, and exactly one of them is there. */
export const GATE_SUBJECTS = ['measure', 'severity', 'rule', 'dimension', 'grade', 'tier'] as const;
export type GateSubject = (typeof GATE_SUBJECTS)[number];

/**
 * What a gate may forbid. `max`: a count; `max_per_1000`: a count per 1,000 voters (of rejected rows: per 1,000 rows
 * read); `max_rise`, `max_rise_percent`: the count less that of the previous run, as it is or in per cent of that one
 * (of 1 where that one is 0).
 */
export const GATE_LIMITS = ['max', 'max_per_1000', 'max_rise', 'max_rise_percent'] as const;
export type GateLimit = (typeof GATE_LIMITS)[number];

/**
 * A quality gate: a count that must not pass a limit. `severity`, `rule` and `dimension` count Data Invalid findings;
 * `grade` and `tier` count voters in Data Ganda groups; `measure` counts voters to be checked or rejected rows.
 */
export const gateSchema = z
  .strictObject({
    /** How the gate is called when it is exceeded. */
    name: z.string().min(1).max(80).optional(),
    measure: z.enum(['flagged', 'rejected']).optional(),
    severity: z.enum(SEVERITIES).optional(),
    rule: z.string().min(1).optional(),
    dimension: z.enum(DIMENSIONS).optional(),
    /** A grade of the config's definition, or `mirip`. */
    grade: z.string().min(1).optional(),
    tier: z.enum(TIERS).optional(),
    /** Some satker, each by itself; `each`: every one of the roll; without it all of them together. */
    satker: z.union([z.literal('each'), satkerCode, z.array(satkerCode).min(1)]).optional(),
    max: amount.optional(),
    max_per_1000: amount.optional(),
    max_rise: amount.optional(),
    max_rise_percent: amount.optional(),
  })
  .refine(
    (gate) => GATE_SUBJECTS.filter((subject) => gate[subject] !== undefined).length === 1,
    'one subject',
  )
  .refine((gate) => GATE_LIMITS.some((limit) => gate[limit] !== undefined), 'a limit')
  .refine((gate) => gate.measure !== 'rejected' || gate.satker === undefined, 'rejected rows have no satker');

export type Gate = z.output<typeof gateSchema>;

const count = z.int().nonnegative();

const subject = {
  /** Place of the gate in the config, from 1. */
  gate: z.int().positive(),
  name: z.string().nullable(),
  /** What was counted, e.g. `severity` and `error`. */
  subject: z.enum(GATE_SUBJECTS),
  value: z.string(),
  /** NULL: all satker together. */
  kode_kabupaten: z.string().nullable(),
  nama_kabupaten: z.string().nullable(),
};

/** The block `gates` of the manifest. */
export const gateResultSchema = z.strictObject({
  /** Gates of the config. */
  checked: count,
  exceeded: z.array(
    z.strictObject({
      ...subject,
      limit: z.enum(GATE_LIMITS),
      allowed: z.number(),
      /** In the unit of the limit. */
      found: z.number(),
      count,
      /** Voters, or rows read, that the rate is taken of. */
      base: count,
      /** The count of the previous run, where the limit asks for it. */
      previous: count.nullable(),
      /** Of a gate over all satker: those with the most, at most three. */
      most_in: z.array(
        z.strictObject({ kode_kabupaten: z.string(), nama_kabupaten: z.string().nullable(), count }),
      ),
    }),
  ),
  /** Gates that could not be checked, and why. */
  not_assessed: z.array(
    z.strictObject({
      ...subject,
      reason: z.enum(['no-previous-run', 'satker-not-in-roll', 'rule-not-assessed']),
    }),
  ),
});

export type GateResult = z.output<typeof gateResultSchema>;
