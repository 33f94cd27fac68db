import type { Database } from '../../engine/database.ts';
import { type Sql, sql } from '../../engine/sql.ts';

const BINS = 10;

export interface CalibrationBin {
  /** Probabilities from `from` up to, and in the last bin including, `to`. */
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Mean probability that was given; null in an empty bin. */
  readonly predicted: number | null;
  /** Share that is one person. */
  readonly observed: number | null;
}

export interface Calibration {
  readonly pairs: number;
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error: mean of |observed - predicted| over the bins, weighted by their pairs. */
  readonly expected_calibration_error: number | null;
  /** Mean squared difference between probability and truth (Brier 1950). */
  readonly brier: number | null;
}

/** @throws RangeError for a bin that has pairs but no means */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number | null {
  const filled = bins.filter(({ pairs }) => pairs > 0);
  const pairs = filled.reduce((sum, bin) => sum + bin.pairs, 0);
  if (pairs === 0) return null;
  const error = filled.reduce((sum, bin) => {
    if (bin.predicted === null || bin.observed === null) throw new RangeError('a bin without means');
    return sum + bin.pairs * Math.abs(bin.observed - bin.predicted);
  }, 0);
  return error / pairs;
}

/**
 * Ten bins of equal width from `from` to 1. `judged` gives match_probability and is_true; pairs without a probability
 * or below `from` are left out. Sums are taken over integers (billionths), so that they do not depend on the order of
 * the rows.
 */
export async function calibrationOf(database: Database, judged: Sql, from: number): Promise<Calibration> {
  const width = (1 - from) / BINS;
  const found = await database.rows<{
    bin: number;
    pairs: number;
    predicted: number;
    observed: number;
    squares: number;
  }>(sql`SELECT
      CAST(least(floor((match_probability - CAST(${from} AS DOUBLE)) / CAST(${width} AS DOUBLE) + 1e-9), ${BINS - 1}) AS INTEGER) AS bin,
      count(*) AS pairs,
      CAST(sum(CAST(round(match_probability * 1e9) AS BIGINT)) AS DOUBLE) / 1e9 / count(*) AS predicted,
      CAST(count(*) FILTER (is_true) AS DOUBLE) / count(*) AS observed,
      CAST(sum(CAST(round(pow(match_probability - CAST(is_true AS INTEGER), 2) * 1e9) AS BIGINT)) AS DOUBLE) / 1e9 AS squares
    FROM (${judged}) WHERE match_probability >= ${from} GROUP BY bin ORDER BY bin`);
  const bins = Array.from({ length: BINS }, (_, index): CalibrationBin => {
    const { pairs = 0, predicted = null, observed = null } = found.find(({ bin }) => bin === index) ?? {};
    return { from: edge(from, width, index), to: edge(from, width, index + 1), pairs, predicted, observed };
  });
  const pairs = found.reduce((sum, bin) => sum + bin.pairs, 0);
  const squares = found.reduce((sum, bin) => sum + bin.squares, 0);
  return {
    pairs,
    bins,
    expected_calibration_error: expectedCalibrationError(bins),
    brier: pairs === 0 ? null : squares / pairs,
  };
}

function edge(from: number, width: number, index: number): number {
  return Number((from + width * index).toFixed(6));
}
