import picocolors from 'picocolors';
import { GUARDS } from '../../../rules/ganda/guards.ts';
import { BLOCKING_RULES, COMPARISONS, INVALID_RULES } from '../../../rules/index.ts';
import type { Log } from '../../engine/stage.ts';
import { EXIT } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { explanationText } from '../explain/text.ts';
import type { Io } from '../io.ts';
import { openLog } from '../log.ts';
import { configOf, JSON_OUTPUT, RUN, RUNS_FOLDER, THREADS } from '../options.ts';
import { observe } from '../progress.ts';
import { findRun, refuseEncrypted } from '../published-run.ts';
import { writeResult } from '../result.ts';
import { withDatabase } from '../temporary-database.ts';

const VOCABULARY = {
  rules: INVALID_RULES,
  comparisons: COMPARISONS,
  guards: GUARDS,
  blockingRules: BLOCKING_RULES,
};

/** What the stages would warn of was said when the run was made. */
const QUIET: Log = { info() {}, warn() {} };

export const explain: Command = {
  name: 'explain',
  summary: {
    id: 'Menjelaskan satu pasangan, kelompok, temuan, atau pemilih: isian, bukti, dan jumlahnya.',
    en: 'Explains one pair, group, finding or voter: its fields, the evidence and their sum.',
  },
  example: {
    line: 'sisir explain runs/latest e483409831a8dc5d',
    meaning: {
      id: 'menjelaskan satu pasangan contoh yang disertakan (kunci: data-ganda/pairs.parquet)',
      en: 'explains a pair of the shipped sample (keys: data-ganda/pairs.parquet)',
    },
  },
  arguments: [
    RUN,
    {
      usage: '<KEY>',
      meaning: {
        id: 'pair_key, group_key, finding_key, voter_key, atau dpid',
        en: 'pair_key, group_key, finding_key, voter_key or dpid',
      },
    },
  ],
  options: [
    {
      usage: '--show-values',
      meaning: {
        id: 'tampilkan isian lengkap satu pasangan, hanya bagi petugas yang menanganinya; baku: disamarkan, karena layar dan salinannya dapat dibaca orang lain (UU 27/2022)',
        en: 'show the whole values of a pair, only for the officer who acts on it; default: masked, since a screen and its copies can be read by others (UU 27/2022)',
      },
    },
    {
      usage: '--published-only',
      meaning: {
        id: 'jangan baca masukan lagi: pasangan tanpa isiannya',
        en: 'do not read the inputs again: a pair without its fields',
      },
    },
    RUNS_FOLDER,
    THREADS,
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const { io, options, arguments: words } = invocation;
    const [word = '', key = ''] = words;
    const config = await configOf(explain, invocation);
    const run = await findRun(word, { out: config.out, cwd: io.cwd });
    refuseEncrypted(run);
    const { explainKey } = await import('../explain/index.ts');
    const log = openLog(io);
    const observer = observe(io, config.language, log);
    const showValues = options['show-values'] === true;
    const publishedOnly = options['published-only'] === true;
    try {
      const explanation = await withDatabase(
        io,
        config,
        async (database, signal) =>
          await explainKey(database, run, key, {
            config,
            showValues,
            publishedOnly,
            vocabulary: VOCABULARY,
            now: io.now,
            log: QUIET,
            observer,
            signal,
          }),
      );
      if (explanation.kind === 'pair' && explanation.values === 'full')
        log.info({ run_id: run.manifest.run_id, pair_key: explanation.pair_key }, 'whole values shown');
      writeResult(invocation, explanation, () =>
        explanationText(explanation, run, config.language, picocolors.createColors(isColoured(io))),
      );
      return EXIT.done;
    } finally {
      observer.stop();
    }
  },
};

/** Whether a person reads stdout on a terminal and has not refused colour (no-color.org). */
function isColoured({ stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean {
  const isTerminal = 'isTTY' in stdout && stdout.isTTY === true;
  return isTerminal && (env['NO_COLOR'] === undefined || env['NO_COLOR'] === '');
}
