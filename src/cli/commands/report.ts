import { mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Lock } from '../../engine/lock.ts';
import { readManifestJson, writeManifest } from '../../engine/manifest-file.ts';
import { type Config, configSchema } from '../../model/config.ts';
import { EXIT, SisirError, UsageError } from '../../model/errors.ts';
import { LANGUAGES } from '../../model/text.ts';
import { throwIfStopped } from '../../pipeline/stop.ts';
import type { RuleBook } from '../../pipeline.ts';
import type { Command } from '../command.ts';
import type { Io } from '../io.ts';
import { openLog } from '../log.ts';
import { configOf, RUN, RUNS_FOLDER, THREADS, textOption } from '../options.ts';
import { findRun, type PublishedRun } from '../published-run.ts';
import { ruleBookOf } from '../rule-book.ts';
import { shortPath } from '../short-path.ts';
import { withDatabase } from '../temporary-database.ts';
import { asRecord } from '../unknowns.ts';

export const report: Command = {
  name: 'report',
  summary: {
    id: 'Menulis ulang laporan HTML satu proses dari tabel yang sudah diterbitkan.',
    en: 'Writes the HTML report of a run anew from its published tables.',
  },
  example: {
    line: 'sisir report latest',
    meaning: {
      id: 'laporan proses terbaru, runs/latest/report/',
      en: 'report of the newest run, runs/latest/report/',
    },
  },
  arguments: [RUN],
  options: [RUNS_FOLDER, THREADS],
  async run(invocation) {
    const { io, arguments: words, language } = invocation;
    const config = await configOf(report, invocation);
    const run = await findRun(words[0] ?? '', { out: config.out, cwd: io.cwd });
    const chosen = LANGUAGES.find((known) => known === textOption(invocation, 'lang'));
    const setting = { ...config, language: chosen ?? runLanguage(run, config) };
    const out = dirname(await realpath(run.folder));
    const { holdingLock } = await import('../../pipeline/output-folder.ts');
    const pages = await holdingLock(
      {
        path: out,
        shown: shortPath(out, io.cwd),
        startedAt: io.now(),
        tell: (notice) => openLog(io).warn({}, notice[language]),
      },
      async (lock) => await rewriteReport(run, setting, { io, out, lock }),
    );
    const index = join(run.folder, 'report', 'index.html');
    io.stdout.write(
      language === 'id' ? `${pages} halaman ditulis: ${index}\n` : `${pages} pages written: ${index}\n`,
    );
    return EXIT.done;
  },
};

function runLanguage({ manifest }: PublishedRun, config: Config): Config['language'] {
  const stated = manifest.parameters['language'];
  return LANGUAGES.find((known) => known === stated) ?? config.language;
}

/** The rules that the run was made with as far as they are still there; the shipped ones where they are not. */
async function ruleBookOfRun({ manifest }: PublishedRun, config: Config): Promise<RuleBook> {
  const parsed = configSchema.safeParse(manifest.parameters);
  try {
    return await ruleBookOf(parsed.success ? parsed.data : config);
  } catch (error) {
    if (error instanceof SisirError) return await ruleBookOf(configSchema.parse({}));
    throw error;
  }
}

/**
 * Writes the pages beside the old ones, then puts them in their place, and their checksums in the manifest.
 * @throws UsageError where the run has not the tables that the report reads
 */
async function rewriteReport(
  run: PublishedRun,
  config: Config,
  { io, out, lock }: { readonly io: Io; readonly out: string; readonly lock: Lock },
): Promise<number> {
  const { REPORT_FOLDER, earlierRuns, missingTables, runFactsSchema, withPages, writeReport } = await import(
    '../../stages/90-publish/report/index.tsx'
  );
  const { folder } = run;
  const manifest = await readManifestJson(folder);
  const parsed = runFactsSchema.safeParse(manifest);
  if (!parsed.success || missingTables(folder).length > 0) throw otherVersion(run, missingTables(folder));
  const facts = parsed.data;
  const { rules, codeBook } = await ruleBookOfRun(run, config);
  const target = await mkdtemp(join(folder, '.report-'));
  try {
    const earlier = await earlierRuns(out, facts);
    const { language } = config;
    const setting = { run: facts, language, rules, codeBook, earlier, folder, target };
    const pages = await withDatabase(io, config, async (database, signal) => {
      const written = await writeReport(database, setting);
      throwIfStopped(signal);
      return written;
    });
    await lock.assertHeld();
    await rm(join(folder, REPORT_FOLDER), { recursive: true, force: true });
    await rename(target, join(folder, REPORT_FOLDER));
    const { outputs } = await withPages({ outputs: facts.outputs }, folder);
    await writeManifest(folder, { ...asRecord(manifest), outputs });
    return pages;
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

function otherVersion({ shown }: PublishedRun, missing: readonly string[]): UsageError {
  const files = missing.length === 0 ? '' : `: ${missing.join(', ')}`;
  return new UsageError({
    id: `Hasil di "${shown.slice(0, 80)}" dari versi Sisir yang lain dan tidak memuat semua yang dibaca laporan${files}. Jalankan lagi: sisir run`,
    en: `The run at "${shown.slice(0, 80)}" is of another version of Sisir and lacks what the report reads${files}. Run again: sisir run`,
  });
}
