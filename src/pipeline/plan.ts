import type { Config } from '../model/config.ts';
import { InputError, type InputProblem } from '../model/errors.ts';
import type { InputFile } from '../model/input-file.ts';
import { inspectInputs } from '../stages/10-ingest/inspect.ts';

/** What `planRun` found: how each input file would be read, and the files that could not be. */
export interface Plan {
  readonly inputs: readonly InputFile[];
  readonly skipped: readonly InputProblem[];
}

/**
 * Looks at every input file without writing anything.
 * @throws InputError naming every file that cannot be read, unless `skip_bad_files` and at least one can
 */
export async function planRun(config: Config): Promise<Plan> {
  const { files, problems } = await inspectInputs(config.inputs, config);
  if (problems.length > 0 && (!config.skip_bad_files || files.length === 0)) throw new InputError(problems);
  return { inputs: files, skipped: problems };
}
