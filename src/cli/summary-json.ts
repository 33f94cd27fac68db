import { join } from 'node:path';
import { MANIFEST_FILE } from '../engine/manifest-file.ts';
import { EXIT, type ExitCode } from '../model/errors.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Finished } from './summary.ts';

/** Number of the shape of `--json`; it rises when a field goes or changes its meaning, not when one is added. */
export const SUMMARY_VERSION = 1;

/** Exit code of a run that was published. */
export function exitCodeOf({ gates }: Pick<Manifest, 'gates'>): ExitCode {
  return gates.exceeded.length > 0 ? EXIT.gateExceeded : EXIT.done;
}

/** What is taken from the manifest as it stands there. */
const FROM_MANIFEST = [
  'run_id',
  'engine_version',
  'started_at',
  'finished_at',
  'reference_date',
  'rows',
  'skipped_inputs',
  'rejects_by_reason',
  'data_invalid',
  'data_ganda',
  'change',
  'anomalies',
  'decisions',
  'gates',
  'satker',
  'worklists',
] as const satisfies readonly (keyof Manifest)[];

/** Every field of the summary; each is told in docs/nightly. */
export const SUMMARY_FIELDS = [
  'summary_version',
  'exit_code',
  'folder',
  'manifest',
  ...FROM_MANIFEST,
] as const;

/** What a run found, as data for mail and monitoring (`--json`). It names no voter. */
export function runSummaryJson({ manifest, folder }: Finished): object {
  return {
    summary_version: SUMMARY_VERSION,
    exit_code: exitCodeOf(manifest),
    folder,
    manifest: join(folder, MANIFEST_FILE),
    ...Object.fromEntries(FROM_MANIFEST.map((field) => [field, manifest[field]])),
  };
}
