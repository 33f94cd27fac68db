import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sha256OfFile } from '../engine/files.ts';
import type { Log } from '../engine/stage.ts';
import { type Config, configSchema } from '../model/config.ts';
import { SisirError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import type { Observer, RunOptions } from '../pipeline.ts';
import { checkKeyFile } from './key-file.ts';
import type { PublishedRun } from './published-run.ts';
import { ruleBookOf } from './rule-book.ts';
import { engineVersion } from './version.ts';

/** Why something could not be found out; the code stands in `--json`. */
export interface NotAssessed {
  readonly code:
    | 'input-missing'
    | 'input-changed'
    | 'settings-changed'
    | 'result-differs'
    | 'published-only'
    | 'voter-not-found'
    | 'decisions-missing'
    | 'decisions-unreadable';
  readonly text: Text;
}

export function isNotAssessed(value: object): value is NotAssessed {
  return 'code' in value && 'text' in value;
}

/**
 * Whether input files of a run are still there as the run read them. Relative paths are taken from the working
 * folder of this process, as `run` takes them.
 */
export async function changedInput(
  inputs: PublishedRun['manifest']['inputs'],
): Promise<NotAssessed | undefined> {
  const gone = inputs.find(({ path }) => !existsSync(path));
  if (gone !== undefined) {
    return {
      code: 'input-missing',
      text: {
        id: `berkas masukan ${gone.path} tidak ada di tempatnya; jalankan dari folder tempat proses itu dijalankan`,
        en: `the input file ${gone.path} is not at its place; call this from the folder where the run was made`,
      },
    };
  }
  for (const { path, sha256 } of inputs) {
    const found = await sha256OfFile(path).catch(() => undefined);
    if (found !== sha256) {
      return {
        code: 'input-changed',
        text: {
          id: `berkas masukan ${path} berubah sejak proses itu`,
          en: `the input file ${path} has changed since the run`,
        },
      };
    }
  }
  return undefined;
}

/** What this machine gives to running a run's stages again. */
export interface RerunSetting {
  /** Config of the command that asks; it says threads and memory. */
  readonly config: Config;
  readonly now: () => Date;
  readonly log: Log;
  readonly observer: Observer;
  /** Given when it shall stop; its reason is a `StopSignal`. */
  readonly signal?: AbortSignal | undefined;
}

/** Options under which the stages of a run run again on some of its input files, or why they cannot. */
export async function rerunOptions(
  { manifest }: PublishedRun,
  paths: readonly string[],
  { config: asking, now, log, observer, signal }: RerunSetting,
): Promise<RunOptions | NotAssessed> {
  const parsed = configSchema.safeParse(manifest.parameters);
  if (!parsed.success) return settingsChanged(OTHER_VERSION);
  const config: Config = {
    ...parsed.data,
    inputs: [...paths],
    threads: asking.threads ?? availableParallelism(),
    memory: asking.memory ?? parsed.data.memory,
  };
  try {
    await checkKeyFile(config.privacy.key_file);
    return {
      config,
      ruleBook: await ruleBookOf(config),
      referenceDate: manifest.reference_date,
      engineVersion: engineVersion(),
      now,
      log,
      observer,
      ...(signal === undefined ? {} : { signal }),
    };
  } catch (error) {
    if (error instanceof SisirError) return settingsChanged(error.text);
    throw error;
  }
}

const OTHER_VERSION: Text = {
  id: 'parameter proses itu dari versi Sisir yang lain',
  en: "the run's parameters are of another version of Sisir",
};

function settingsChanged(text: Text): NotAssessed {
  return { code: 'settings-changed', text };
}
