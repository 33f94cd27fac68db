/** How well a set of pairs meets the true pairs. Shares are null where there is nothing to divide by. */
export interface Detection {
  readonly pairs: number;
  readonly true_positives: number;
  readonly false_positives: number;
  /** True pairs that are not among them. */
  readonly false_negatives: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Precision, recall and their harmonic mean: `pairs` were called, `right` of them rightly, of `existing` true pairs. */
export function detectionOf(pairs: number, right: number, existing: number): Detection {
  return {
    pairs,
    true_positives: right,
    false_positives: pairs - right,
    false_negatives: existing - right,
    precision: share(right, pairs),
    recall: share(right, existing),
    f1: share(2 * right, pairs + existing),
  };
}

/** A part of a whole; null when the whole is nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
