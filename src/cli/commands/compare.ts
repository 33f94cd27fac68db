import { EXIT } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { comparableRun, differencesBetween, refuseDifferences } from '../compare/runs.ts';
import { comparisonText } from '../compare/text.ts';
import { encryptionKeyOption } from '../key-file.ts';
import { configOf, JSON_OUTPUT, RUNS_FOLDER, THREADS } from '../options.ts';
import { findRun } from '../published-run.ts';
import { writeResult } from '../result.ts';
import { withDatabase } from '../temporary-database.ts';

const MEMORY = '4GB';

export const compare: Command = {
  name: 'compare',
  summary: {
    id: 'Membandingkan dua proses: temuan dan pasangan yang baru, selesai, dan muncul lagi; pergerakan pemilih.',
    en: 'Compares two runs: findings and pairs that are new, resolved and back again; movement of voters.',
  },
  example: {
    line: 'sisir compare 20261121T020000Z latest',
    meaning: {
      id: 'perubahan dari satu malam sampai proses terakhir',
      en: 'the change from one night to the last run',
    },
  },
  arguments: [
    {
      usage: '<BEFORE>',
      meaning: {
        id: 'proses yang lebih awal: foldernya atau nomornya',
        en: 'the earlier run: its folder or its run id',
      },
    },
    {
      usage: '<AFTER>',
      meaning: { id: 'proses yang lebih akhir, misalnya latest', en: 'the later run, e.g. latest' },
    },
  ],
  options: [
    {
      usage: '--force',
      meaning: {
        id: 'bandingkan juga bila aturan, model, setelan, atau versi Sisir berbeda; bedanya disebut',
        en: 'compare also where rules, model, settings or the version of Sisir differ; it is said',
      },
    },
    RUNS_FOLDER,
    {
      usage: '--key-file <file>',
      meaning: {
        id: 'kunci untuk membuka proses yang terenkripsi; baku: privacy.encrypt.key_file dalam konfigurasi',
        en: 'the key to open runs that are encrypted; default: privacy.encrypt.key_file of the config',
      },
    },
    THREADS,
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const { io, options, arguments: words } = invocation;
    const [earlier = '', later = ''] = words;
    const config = await configOf(compare, invocation);
    const place = { out: config.out, cwd: io.cwd };
    const before = await comparableRun(await findRun(earlier, place));
    const after = await comparableRun(await findRun(later, place));
    const differs = differencesBetween(before, after);
    if (options['force'] !== true) refuseDifferences(differs);
    const key = await encryptionKeyOption(invocation, config);
    const { compareRuns } = await import('../compare/index.ts');
    const comparison = await withDatabase(
      io,
      config,
      async (database) => await compareRuns(database, before, after, differs, key),
      MEMORY,
    );
    writeResult(invocation, comparison, () => comparisonText(comparison, config.language));
    return EXIT.done;
  },
};
