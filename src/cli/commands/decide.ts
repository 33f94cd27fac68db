import { join, resolve } from 'node:path';
import { CODE_BOOKS } from '../../../rules/code-books.ts';
import type { Database } from '../../engine/database.ts';
import type { Config } from '../../model/config.ts';
import { EXIT, type ExitCode, UsageError } from '../../model/errors.ts';
import type { Command, Invocation } from '../command.ts';
import type { ImportSetting } from '../decide/import-list.ts';
import { publishedRuns } from '../decide/runs.ts';
import { conflictsText, importText, progressText } from '../decide/text.ts';
import { localDate } from '../local-date.ts';
import { nearest } from '../nearest.ts';
import { configOf, JSON_OUTPUT, textOption } from '../options.ts';
import { checkOutFolder } from '../out-folder.ts';
import { findRun, refuseEncrypted } from '../published-run.ts';
import { writeResult } from '../result.ts';
import { chosen } from '../rule-book.ts';
import { withDatabase } from '../temporary-database.ts';

const ACTIONS = ['import', 'status', 'conflicts'] as const;

export const decide: Command = {
  name: 'decide',
  summary: {
    id: 'Keputusan petugas (tindak lanjut): mengimpor daftar kerja yang kembali, kemajuan satker, pertentangan.',
    en: 'Decisions of officers: imports work lists that came back, shows progress and conflicts.',
  },
  example: {
    line: 'sisir decide status latest',
    meaning: {
      id: 'kemajuan setiap satker; impor: sisir decide import 3301-cilacap.xlsx',
      en: 'progress of each satker; import: sisir decide import 3301-cilacap.xlsx',
    },
  },
  arguments: [
    {
      usage: '<ACTION>',
      meaning: {
        id: 'import BERKAS…: daftar kerja terisi (XLSX) atau CSV; status [RUN]; conflicts: jawaban yang bertentangan',
        en: 'import FILE…: filled-in work lists (XLSX) or CSV; status [RUN]; conflicts: answers that contradict',
      },
    },
    {
      usage: '[WORD...]',
      meaning: {
        id: 'berkas yang diimpor, atau satu proses; tanpa ini: latest',
        en: 'the files to import, or a run; without it: latest',
      },
    },
  ],
  options: [
    {
      usage: '--out <folder>',
      config: 'out',
      meaning: {
        id: 'folder hasil tempat keputusan disimpan; baku: runs',
        en: 'output folder in which decisions are stored; default: runs',
      },
    },
    {
      usage: '--run <run>',
      meaning: {
        id: 'impor: proses asal daftar kerja; baku: dicari dari yang terbaru',
        en: 'import: run of the work lists; default: looked for from the latest on',
      },
    },
    {
      usage: '--satker <code>',
      meaning: {
        id: 'impor: yang menjawab, misalnya 33.01, atau 33 untuk provinsi; baku: dari nama berkas',
        en: 'import: who answers, e.g. 33.01, or 33 for the province; default: from the file name',
      },
    },
    {
      usage: '--correct',
      meaning: {
        id: 'impor: jawaban ini menggantikan jawaban satker itu yang terdahulu atas baris yang sama',
        en: "import: these answers replace that satker's earlier ones about the same rows",
      },
    },
    {
      usage: '--by <name>',
      meaning: {
        id: 'impor: nama yang mengimpor; baku: pengguna sistem',
        en: 'import: who imports; default: the user of the system',
      },
    },
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const [word = '', ...words] = invocation.arguments;
    const action = ACTIONS.find((known) => known === word);
    if (action === undefined) throw unknownAction(word);
    const config = await configOf(decide, invocation);
    return await withDatabase(
      invocation.io,
      config,
      async (database) => await DOES[action](database, config, invocation, words),
    );
  },
};

type Action = (
  database: Database,
  config: Config,
  invocation: Invocation,
  words: readonly string[],
) => Promise<ExitCode>;

const DOES: Readonly<Record<(typeof ACTIONS)[number], Action>> = {
  async import(database, config, invocation, words) {
    const { io } = invocation;
    if (words.length === 0) throw noFile();
    await checkOutFolder(config.out);
    const { importLists } = await import('../decide/import.ts');
    const setting = await importSetting(config, invocation);
    const report = await importLists(database, words, { out: config.out, cwd: io.cwd }, setting);
    writeResult(invocation, report, () => importText(report, config.language));
    return report.refused > 0 ? EXIT.inputRefused : EXIT.done;
  },

  async status(database, config, invocation, words) {
    const run = await findRun(words[0] ?? 'latest', { out: config.out, cwd: invocation.io.cwd });
    refuseEncrypted(run);
    const { progressOf } = await import('../decide/progress.ts');
    await loadSettled(database, config, invocation);
    const satker = await progressOf(database, run.folder, config.targets);
    const report = { run_id: run.manifest.run_id, satker };
    writeResult(invocation, report, () => progressText(report, config.language));
    return EXIT.done;
  },

  async conflicts(database, config, invocation) {
    const { conflictAnswers } = await import('../decide/conflicts.ts');
    await loadSettled(database, config, invocation);
    const answers = await conflictAnswers(database);
    writeResult(invocation, { conflicts: answers }, () => conflictsText(answers, config.language));
    return EXIT.done;
  },
};

async function loadSettled(database: Database, { out }: Config, { io }: Invocation): Promise<void> {
  const { loadDecisions } = await import('../../decisions/load.ts');
  const { settle } = await import('../../decisions/standing.ts');
  const { verifyStore } = await import('../../decisions/store.ts');
  const { runAnchor } = await import('../../decisions/anchor.ts');
  const folder = resolve(io.cwd, out);
  await loadDecisions(database, await verifyStore(folder, await runAnchor(join(folder, 'latest'))));
  await settle(database);
}

async function importSetting(config: Config, invocation: Invocation): Promise<ImportSetting> {
  const { io, options } = invocation;
  const named = textOption(invocation, 'run');
  const known = await publishedRuns(resolve(io.cwd, config.out));
  if (named === undefined && known.length === 0) throw noRun(config.out);
  const first = await findRun(named ?? known[0] ?? '', { out: config.out, cwd: io.cwd });
  refuseEncrypted(first);
  const runs = named === undefined ? known : [first.folder];
  const satker = textOption(invocation, 'satker')?.replaceAll('.', '');
  if (satker !== undefined && !/^\d{2}(\d{2})?$/.test(satker)) throw badSatker();
  const now = io.now();
  return {
    codeBook: chosen('period', config.period, CODE_BOOKS),
    runs,
    satker,
    corrects: options['correct'] === true,
    importedAt: now.toISOString(),
    importedBy: textOption(invocation, 'by') ?? io.user,
    today: localDate(now),
  };
}

function unknownAction(word: string): UsageError {
  const shown = word.slice(0, 40);
  const close = nearest(word, ACTIONS);
  return new UsageError({
    id: `Tindakan "${shown}" tidak dikenal.${close === undefined ? '' : ` Mungkin maksudnya "${close}".`} Yang ada: ${ACTIONS.join(', ')}. Lihat: sisir decide --help`,
    en: `There is no action "${shown}".${close === undefined ? '' : ` Perhaps "${close}" is meant.`} Known: ${ACTIONS.join(', ')}. See: sisir decide --help`,
  });
}

function noFile(): UsageError {
  return new UsageError({
    id: 'Belum ada berkas. Sebutkan daftar kerja yang kembali, misalnya: sisir decide import 3301-cilacap.xlsx',
    en: 'There is no file. Name the work lists that came back, e.g.: sisir decide import 3301-cilacap.xlsx',
  });
}

function noRun(out: string): UsageError {
  return new UsageError({
    id: `Belum ada hasil proses di ${out}: kunci jawaban dicari di sana. Sebutkan foldernya dengan --out.`,
    en: `There is no run in ${out}: the keys of answers are looked up there. Name its folder with --out.`,
  });
}

function badSatker(): UsageError {
  return new UsageError({
    id: 'Nilai --satker bukan kode. Tulis misalnya 33.01, atau 33 untuk provinsi.',
    en: 'The value of --satker is no code. Write e.g. 33.01, or 33 for the province.',
  });
}
