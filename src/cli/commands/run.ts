import type { Config } from '../../model/config.ts';
import { type ExitCode, UsageError } from '../../model/errors.ts';
import type { RuleBook } from '../../pipeline.ts';
import type { Command, Invocation } from '../command.ts';
import { dryRun } from '../dry-run.ts';
import { checkGateNames } from '../gate-names.ts';
import { checkKeyFiles } from '../key-file.ts';
import { referenceDateOf } from '../local-date.ts';
import { openLog } from '../log.ts';
import { configOf, INPUTS, JSON_OUTPUT, MEMORY, REFERENCE_DATE, THREADS } from '../options.ts';
import { checkOutFolder } from '../out-folder.ts';
import { observe } from '../progress.ts';
import { writeResult } from '../result.ts';
import { ruleBookOf } from '../rule-book.ts';
import { shortPath } from '../short-path.ts';
import { withSignals } from '../signals.ts';
import { runSummary } from '../summary.ts';
import { exitCodeOf, runSummaryJson } from '../summary-json.ts';
import { engineVersion } from '../version.ts';

export const run: Command = {
  name: 'run',
  summary: {
    id: 'Menyisir daftar pemilih dan menerbitkan hasilnya dalam satu folder.',
    en: 'Combs voter rolls and publishes the result as one folder.',
  },
  example: {
    line: 'sisir run samples/jateng-kecil --out runs --reference-date 2026-11-22',
    meaning: { id: 'menyisir contoh yang disertakan', en: 'combs the sample that ships with Sisir' },
  },
  arguments: [INPUTS],
  options: [
    {
      usage: '--out <folder>',
      config: 'out',
      meaning: { id: 'folder keluaran; baku: runs', en: 'output folder; default: runs' },
    },
    REFERENCE_DATE,
    THREADS,
    MEMORY,
    {
      usage: '--period <name>',
      config: 'period',
      meaning: { id: 'buku kode; baku: pdpb-2025', en: 'code-book; default: pdpb-2025' },
    },
    {
      usage: '--no-worklists',
      config: 'worklists',
      meaning: {
        id: 'jangan menulis daftar kerja, yang memuat nilai utuh',
        en: 'write no work lists, which hold whole values',
      },
    },
    {
      usage: '--skip-bad-files',
      config: 'skip_bad_files',
      meaning: {
        id: 'lewati dan hitung berkas yang tidak terbaca',
        en: 'leave out and count files that cannot be read',
      },
    },
    {
      usage: '--dry-run',
      meaning: { id: 'tampilkan rencana, tidak menulis apa pun', en: 'show the plan, write nothing' },
    },
    {
      usage: '--resume',
      meaning: {
        id: 'lanjutkan proses yang terputus bila tidak ada yang berubah; simpan yang sudah dikerjakan bila terputus lagi',
        en: 'go on with a broken run where nothing changed; keep what was done if it breaks off again',
      },
    },
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const config = await configOf(run, invocation, invocation.arguments);
    if (config.inputs.length === 0) throw noInput();
    const ruleBook = await ruleBookOf(config);
    checkGateNames(config.gates, ruleBook);
    await checkKeyFiles(config);
    await checkOutFolder(config.out);
    return invocation.options['dry-run'] === true
      ? await dryRun(config, ruleBook, invocation)
      : await comb(config, ruleBook, invocation);
  },
};

function noInput(): UsageError {
  return new UsageError({
    id: 'Belum ada masukan. Sebutkan berkas atau folder, misalnya: sisir run samples/jateng-kecil',
    en: 'There is no input. Name a file or a folder, e.g.: sisir run samples/jateng-kecil',
  });
}

async function comb(config: Config, ruleBook: RuleBook, invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const { runPipeline } = await import('../../pipeline.ts');
  const log = openLog(io);
  const observer = observe(io, config.language, log);
  try {
    const finished = await withSignals(
      io,
      async (signal) =>
        await runPipeline({
          config,
          ruleBook,
          referenceDate: referenceDateOf(config.reference_date, io.now()),
          engineVersion: engineVersion(),
          user: io.user,
          now: io.now,
          log,
          observer,
          resume: options['resume'] === true,
          signal,
        }),
    );
    const titleOf = (id: string) => ruleBook.rules.find((rule) => rule.id === id)?.title;
    writeResult(invocation, runSummaryJson(finished), () =>
      runSummary({ ...finished, folder: shortPath(finished.folder, io.cwd) }, config.language, titleOf),
    );
    return exitCodeOf(finished.manifest);
  } finally {
    observer.stop();
  }
}
