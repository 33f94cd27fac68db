import { resolve } from 'node:path';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { evaluationText } from '../evaluate/text.ts';
import { openTruth } from '../evaluate/truth.ts';
import { openLog } from '../log.ts';
import { configOf, JSON_OUTPUT, MEMORY, RUN, RUNS_FOLDER, THREADS, textOption } from '../options.ts';
import { observe } from '../progress.ts';
import { findRun, refuseEncrypted } from '../published-run.ts';
import { writeResult } from '../result.ts';
import { withSignals } from '../signals.ts';

export const evaluate: Command = {
  name: 'evaluate',
  summary: {
    id: 'Mengukur Data Ganda satu proses terhadap kunci jawaban: presisi, recall, kalibrasi.',
    en: 'Measures the Data Ganda of a run against a known truth: precision, recall, calibration.',
  },
  example: {
    line: 'sisir evaluate runs/latest --truth samples/jateng-kecil-truth/truth.csv',
    meaning: {
      id: 'mengukur proses terakhir atas contoh yang disertakan',
      en: 'measures the last run on the sample that ships with Sisir',
    },
  },
  arguments: [RUN],
  options: [
    {
      usage: '--truth <file>',
      meaning: {
        id: 'CSV dengan kolom dpid, person_id, dan boleh errors (wajib)',
        en: 'CSV with the columns dpid, person_id and perhaps errors (required)',
      },
    },
    {
      usage: '--published-only',
      meaning: {
        id: 'jangan baca masukan lagi: tanpa ukuran aturan blok, calon, dan pemilih',
        en: 'do not read the inputs again: no measures of blocking, candidates and voters',
      },
    },
    RUNS_FOLDER,
    THREADS,
    MEMORY,
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const { io, options, arguments: words } = invocation;
    const [word = ''] = words;
    const named = textOption(invocation, 'truth');
    if (named === undefined) throw noTruth();
    const config = await configOf(evaluate, invocation);
    const run = await findRun(word, { out: config.out, cwd: io.cwd });
    refuseEncrypted(run);
    const truth = await openTruth(resolve(io.cwd, named), named);
    const { evaluateRun } = await import('../evaluate/index.ts');
    const log = openLog(io);
    const observer = observe(io, config.language, log);
    try {
      const publishedOnly = options['published-only'] === true;
      const evaluation = await withSignals(io, async (signal) => {
        const setting = { config, publishedOnly, now: io.now, log, observer, signal };
        return await evaluateRun(run, truth, setting);
      });
      writeResult(invocation, evaluation, () => evaluationText(evaluation, config.language));
      return EXIT.done;
    } finally {
      observer.stop();
    }
  },
};

function noTruth(): UsageError {
  return new UsageError({
    id: 'Opsi --truth belum ada. Sebutkan berkas kunci jawaban, misalnya: --truth contoh/truth.csv',
    en: 'The option --truth is missing. Name a truth file, e.g.: --truth contoh/truth.csv',
  });
}
