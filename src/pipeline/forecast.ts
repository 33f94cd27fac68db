import { CALIBRATION_MS, MEASURED, type Measured } from './forecast-figures.ts';

/** What a run will take, from what runs of other sizes took. */
export interface Forecast {
  readonly rows: number;
  readonly stages: readonly { readonly id: string; readonly ms: number }[];
  readonly ms: number;
  /** Memory of the whole process at its peak. */
  readonly memory_mb: number;
  /** Disk below the output folder at the peak: tables of the run, outputs. */
  readonly disk_mb: number;
  /** What stays there. */
  readonly output_mb: number;
  /** How much slower this machine is than the measured one; null when it was not tried. */
  readonly machine_factor: number | null;
  /** Rows of the measured runs that the times rest on. */
  readonly measured_rows: readonly number[];
}

/**
 * The forecast of a run of `rows` rows: between two measured sizes on the straight line between them, above the
 * largest on the line of the last two, below the smallest like the smallest.
 * @param calibrationMs of this machine (`calibrate`); without it the times are the measured machine's
 */
export function forecastOf(
  rows: number,
  calibrationMs?: number,
  measured: readonly Measured[] = MEASURED,
  measuredCalibrationMs: number = CALIBRATION_MS,
): Forecast {
  const factor = calibrationMs === undefined ? 1 : calibrationMs / measuredCalibrationMs;
  const timed = measured.filter(({ stages }) => stages.length > 0);
  const ids = timed.at(-1)?.stages.map(({ id }) => id) ?? [];
  const at = (value: (run: Measured) => number | undefined) =>
    Math.round(valueAt(rows, pointsOf(measured, value)));
  const stages = ids.map((id) => ({
    id,
    ms: Math.round(at((run) => run.stages.find((stage) => stage.id === id)?.ms) * factor),
  }));
  return {
    rows,
    stages,
    ms: Math.round(at(({ run_ms }) => run_ms) * factor),
    memory_mb: at(({ peak_rss_mb }) => peak_rss_mb),
    disk_mb: at(({ disk_mb }) => disk_mb),
    output_mb: at(({ output_mb }) => output_mb),
    machine_factor: calibrationMs === undefined ? null : Math.round(factor * 100) / 100,
    measured_rows: timed.map((run) => run.rows),
  };
}

interface Point {
  readonly rows: number;
  readonly value: number;
}

function pointsOf(measured: readonly Measured[], value: (run: Measured) => number | undefined): Point[] {
  return measured.flatMap((run) => {
    const found = value(run);
    return found === undefined ? [] : [{ rows: run.rows, value: found }];
  });
}

function valueAt(rows: number, points: readonly Point[]): number {
  const [first] = points;
  if (first === undefined) return 0;
  if (rows <= first.rows || points.length === 1) return first.value * Math.max(1, rows / first.rows);
  const after = points.findIndex((point) => point.rows >= rows);
  const upper = after === -1 ? points.length - 1 : after;
  const [left = first, right = first] = points.slice(upper - 1, upper + 1);
  const slope = Math.max(0, (right.value - left.value) / (right.rows - left.rows));
  return left.value + slope * (rows - left.rows);
}
