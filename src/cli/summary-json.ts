import { join } from 'node:path';
import { EXIT, type ExitCode } from '../model/errors.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Finished } from './summary.ts';

/** Number of the shape of `--json`; it rises when a field goes or changes its meaning, not when one is added. */
export const SUMMARY_VERSION = 1;

/** Exit code of a run that was published. */
export function exitCodeOf({ gates }: Pick<Manifest, 'gates'>): ExitCode {
  return gates.exceeded.length > 0 ? EXIT.gateExceeded : EXIT.done;
}

/** What a run found, as data for mail and monitoring (`--json`); the fields are told in docs/nightly. It names no voter. */
export function runSummaryJson({ manifest, folder }: Finished) {
  return {
    summary_version: SUMMARY_VERSION,
    exit_code: exitCodeOf(manifest),
    run_id: manifest.run_id,
    engine_version: manifest.engine_version,
    started_at: manifest.started_at,
    finished_at: manifest.finished_at,
    reference_date: manifest.reference_date,
    folder,
    manifest: join(folder, 'manifest.json'),
    rows: manifest.rows,
    skipped_inputs: manifest.skipped_inputs,
    rejects_by_reason: manifest.rejects_by_reason,
    data_invalid: manifest.data_invalid,
    data_ganda: manifest.data_ganda,
    change: manifest.change,
    anomalies: manifest.anomalies,
    gates: manifest.gates,
    satker: manifest.satker,
  };
}
