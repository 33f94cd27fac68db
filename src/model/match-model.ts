import { z } from 'zod';

const probability = z.number().min(0).max(1);

const level = z.strictObject({
  /** P(level | one person), within the stratum. */
  m: probability,
  /** P(level | two people), within the stratum. */
  u: probability,
  /**
   * Harmonic mean, over chance pairs of this level, of the share that its frequency adjustment reads; the weight is
   * log2(m / u) + log2(mean_share / share).
   */
  mean_share: z.number().positive().optional(),
});

/**
 * `model.json`: what `sisir train` learned. The prior is kept as duplicates per 1,000 rows, since the chance that two
 * random rows are one person depends on the size of the roll.
 */
export const matchModelSchema = z.strictObject({
  version: z.literal(1),
  trained: z.strictObject({
    engine_version: z.string(),
    /** SHA-256 over the training files' own SHA-256, in path order. */
    data_sha256: z.string(),
    rows: z.int().nonnegative(),
    candidate_pairs: z.int().nonnegative(),
    random_pairs: z.int().nonnegative(),
    seed: z.int(),
    iterations: z.int().nonnegative(),
    converged: z.boolean(),
    /** Largest change of an m or u in the last iteration. */
    last_change: z.number(),
  }),
  duplicates_per_1000: z.number().positive(),
  /** Comparison → stratum → level. */
  comparisons: z.record(z.string(), z.record(z.string(), z.record(z.string(), level))),
  /** Platt scaling of the log2 weight, where truth was given: logit2 = intercept + slope * weight. */
  calibration: z
    .strictObject({ slope: z.number().positive(), intercept: z.number(), pairs: z.int().positive() })
    .optional(),
});

export type MatchModel = z.output<typeof matchModelSchema>;
export type LevelParameters = z.output<typeof level>;
