import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../../model/config.ts';
import { EXIT, SisirError, UsageError } from '../../model/errors.ts';
import type { MatchModel } from '../../model/match-model.ts';
import type { Training, TrainOptions } from '../../stages/50-score/train.ts';
import type { Command, Invocation } from '../command.ts';
import { checkKeyFile } from '../key-file.ts';
import { referenceDateOf } from '../local-date.ts';
import { openLog } from '../log.ts';
import { checkModelOut, writeModel } from '../model-out.ts';
import { modelText } from '../model-text.ts';
import { configOf, INPUTS, JSON_OUTPUT, MEMORY, REFERENCE_DATE, THREADS, textOption } from '../options.ts';
import { observe } from '../progress.ts';
import { writeResult } from '../result.ts';
import { ruleBookOf } from '../rule-book.ts';
import { withSignals } from '../signals.ts';
import { engineVersion } from '../version.ts';

const DEFAULT_SEED = 1;

export const train: Command = {
  name: 'train',
  summary: {
    id: 'Melatih model Data Ganda dari daftar pemilih: seberapa kuat tiap kecocokan.',
    en: 'Trains the model of Data Ganda on voter rolls: how much each agreement says.',
  },
  example: {
    line: 'sisir train samples/jateng-kecil --out model.json',
    meaning: {
      id: 'melatih dengan contoh yang disertakan; dipakai lewat "model" di konfigurasi',
      en: 'trains on the sample that ships with Sisir; used through "model" in the config',
    },
  },
  arguments: [INPUTS],
  options: [
    {
      usage: '--out <file>',
      meaning: { id: 'berkas model yang ditulis (wajib)', en: 'the model file to write (required)' },
    },
    {
      usage: '--truth <file>',
      meaning: {
        id: 'CSV dengan kolom dpid dan person_id, untuk kalibrasi peluang',
        en: 'CSV with the columns dpid and person_id, to calibrate the probabilities',
      },
    },
    {
      usage: '--seed <n>',
      meaning: {
        id: `benih pasangan acak; benih sama, model sama; baku: ${DEFAULT_SEED}`,
        en: `seed of the random pairs; same seed, same model; default: ${DEFAULT_SEED}`,
      },
    },
    {
      usage: '--iterations <n>',
      meaning: {
        id: 'putaran EM paling banyak; baku: 500. Tidak konvergen: model tidak ditulis, kode keluar 4',
        en: 'EM iterations at most; default: 500. Not converged: no model is written, exit code 4',
      },
    },
    REFERENCE_DATE,
    THREADS,
    MEMORY,
    {
      usage: '--skip-bad-files',
      config: 'skip_bad_files',
      meaning: { id: 'lewati berkas yang tidak terbaca', en: 'leave out files that cannot be read' },
    },
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const { io, arguments: inputs } = invocation;
    const config = await configOf(train, invocation, inputs);
    if (config.inputs.length === 0) throw noInput();
    const shown = outOption(invocation);
    const out = resolve(io.cwd, shown);
    const settings = await settingsOf(invocation);
    await checkModelOut(out, shown);
    const training = await trainOn(config, settings, invocation);
    if (!training.converged) throw notConverged(training.model);
    await writeModel(out, training.model);
    const result = { path: shown, expected_matches: training.expectedMatches, model: training.model };
    writeResult(invocation, result, () => modelText(training.model, shown, config.language));
    return EXIT.done;
  },
};

type Settings = Pick<TrainOptions, 'seed' | 'truth' | 'mostIterations'>;

/** The model that the config names is not read: it may be the one that is to be made. */
async function trainOn(config: Config, settings: Settings, { io }: Invocation): Promise<Training> {
  const ruleBook = await ruleBookOf({ ...config, model: undefined });
  await checkKeyFile(config.privacy.key_file);
  const [{ withStages }, { trainModel }] = await Promise.all([
    import('../../pipeline.ts'),
    import('../../stages/50-score/train.ts'),
  ]);
  const log = openLog(io);
  const observer = observe(io, config.language, log);
  const run = {
    config,
    ruleBook,
    referenceDate: referenceDateOf(config.reference_date, io.now()),
    engineVersion: engineVersion(),
    now: io.now,
    log,
    observer,
  };
  try {
    return await withSignals(
      io,
      async (signal) =>
        await withStages({ ...run, signal }, '40-block', async (context) => {
          observer.stageStarted('train');
          const begun = io.now().getTime();
          const training = await trainModel(context, { ...settings, engineVersion: run.engineVersion });
          const { iterations, converged, last_change } = training.model.trained;
          log.info({ iterations, converged, last_change }, 'training finished');
          observer.stageFinished('train', io.now().getTime() - begun, training.model.trained.rows);
          return training;
        }),
    );
  } finally {
    observer.stop();
  }
}

async function settingsOf(invocation: Invocation): Promise<Settings> {
  const iterations = wholeNumber(invocation, 'iterations', 1);
  const truth = await truthOption(invocation);
  return {
    seed: wholeNumber(invocation, 'seed', 0) ?? DEFAULT_SEED,
    ...(iterations === undefined ? {} : { mostIterations: iterations }),
    ...(truth === undefined ? {} : { truth }),
  };
}

function wholeNumber(invocation: Invocation, name: string, least: number): number | undefined {
  const text = textOption(invocation, name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError({
    id: `Opsi --${name} berisi "${text.slice(0, 40)}". Tulis bilangan bulat, paling sedikit ${least}.`,
    en: `The option --${name} holds "${text.slice(0, 40)}". Write a whole number of at least ${least}.`,
  });
}

async function truthOption(invocation: Invocation): Promise<string | undefined> {
  const named = textOption(invocation, 'truth');
  if (named === undefined) return undefined;
  const truth = resolve(invocation.io.cwd, named);
  const found = await stat(truth).catch(() => undefined);
  if (found?.isFile() === true) return truth;
  throw new UsageError({
    id: `Kunci jawaban "${named}" tidak ada. Sebutkan CSV dengan kolom dpid dan person_id.`,
    en: `There is no truth file "${named}". Name a CSV with the columns dpid and person_id.`,
  });
}

function outOption(invocation: Invocation): string {
  const out = textOption(invocation, 'out');
  if (out !== undefined) return out;
  throw new UsageError({
    id: 'Opsi --out belum ada. Sebutkan berkas model, misalnya: sisir train DAFTAR --out model.json',
    en: 'The option --out is missing. Name the model file, e.g.: sisir train ROLLS --out model.json',
  });
}

function noInput(): UsageError {
  return new UsageError({
    id: 'Belum ada masukan. Sebutkan berkas atau folder, misalnya: sisir train samples/jateng-kecil --out model.json',
    en: 'There is no input. Name a file or a folder, e.g.: sisir train samples/jateng-kecil --out model.json',
  });
}

function notConverged({ trained }: MatchModel): SisirError {
  const { iterations, last_change } = trained;
  return new SisirError(EXIT.gateExceeded, {
    id: `Pelatihan belum konvergen sesudah ${iterations} putaran (perubahan terakhir ${last_change.toExponential(1)}); model tidak ditulis. Latih dengan daftar yang lebih besar atau lebih banyak gandanya.`,
    en: `Training had not converged after ${iterations} iterations (last change ${last_change.toExponential(1)}); no model was written. Train on larger rolls, or on rolls with more duplicates.`,
  });
}
