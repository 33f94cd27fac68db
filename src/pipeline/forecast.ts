import { CALIBRATION_MS, MEASURED, type Measured } from './forecast-figures.ts';

/** What a run will take, from what runs of other sizes took. */
export interface Forecast {
  readonly rows: number;
  readonly stages: readonly { readonly id: string; readonly ms: number }[];
  readonly ms: number;
  /** Candidate pairs that blocking finds; more on rolls with more duplicates than the measured ones. */
  readonly pairs: number;
  /** Memory of the whole process at its peak. */
  readonly memory_mb: number;
  /** Disk below the output folder at the peak: tables of the run, outputs. */
  readonly disk_mb: number;
  /** What stays there. */
  readonly output_mb: number;
  /** How much slower this machine is than the measured one; null when it was not tried. */
  readonly machine_factor: number | null;
  /** Rows of the measured runs that it rests on. */
  readonly measured_rows: readonly number[];
  /** The run is far larger than any that was measured: times and memory are rough. */
  readonly is_extrapolated: boolean;
}

/** How many times the largest measured size a run may be before its forecast is called rough. */
const FAR = 3;

/**
 * The forecast of a run of `rows` rows: between two measured sizes on the straight line between them, above the
 * largest on the line of the last two, below the smallest like the smallest. What the smaller runs did not measure,
 * such as a stage that they did within another, rises with the rows from nothing.
 * @param calibrationMs of this machine (`calibrate`); without it the times are the measured machine's
 */
export function forecastOf(
  rows: number,
  calibrationMs?: number,
  measured: readonly Measured[] = MEASURED,
  measuredCalibrationMs: number = CALIBRATION_MS,
): Forecast {
  const factor = calibrationMs === undefined ? 1 : calibrationMs / measuredCalibrationMs;
  const ids = measured.findLast(({ stages }) => stages.length > 0)?.stages.map(({ id }) => id) ?? [];
  const smallest = measured[0]?.rows ?? 0;
  const at = (value: (run: Measured) => number | undefined) =>
    Math.round(valueAt(Math.max(rows, smallest), pointsOf(measured, value)));
  const stages = ids.map((id) => ({
    id,
    ms: Math.round(at((run) => run.stages.find((stage) => stage.id === id)?.ms) * factor),
  }));
  return {
    rows,
    stages,
    ms: Math.round(at(({ run_ms }) => run_ms) * factor),
    pairs: at(({ pairs }) => pairs),
    memory_mb: at(({ peak_rss_mb }) => peak_rss_mb),
    disk_mb: at(({ disk_mb }) => disk_mb),
    output_mb: at(({ output_mb }) => output_mb),
    machine_factor: calibrationMs === undefined ? null : Math.round(factor * 100) / 100,
    measured_rows: measured.map((run) => run.rows),
    is_extrapolated: rows > FAR * (measured.at(-1)?.rows ?? 0),
  };
}

interface Point {
  readonly rows: number;
  readonly value: number;
}

/** By rows; a larger run never takes less than a smaller one, whatever the machine did beside it. */
function pointsOf(measured: readonly Measured[], value: (run: Measured) => number | undefined): Point[] {
  let most = 0;
  return measured.flatMap((run) => {
    const found = value(run);
    if (found === undefined) return [];
    most = Math.max(most, found);
    return [{ rows: run.rows, value: most }];
  });
}

function valueAt(rows: number, points: readonly Point[]): number {
  const [first] = points;
  if (first === undefined) return 0;
  if (rows <= first.rows || points.length === 1) return (first.value * rows) / first.rows;
  const after = points.findIndex((point) => point.rows >= rows);
  const upper = after === -1 ? points.length - 1 : after;
  const [left = first, right = first] = points.slice(upper - 1, upper + 1);
  const slope = Math.max(0, (right.value - left.value) / (right.rows - left.rows));
  return left.value + slope * (rows - left.rows);
}
