import cliProgress from 'cli-progress';
import picocolors from 'picocolors';
import type { Log } from '../engine/stage.ts';
import type { Language, Text } from '../model/text.ts';
import type { Observer } from '../pipeline.ts';
import { numberFormat } from './format.ts';
import type { Io } from './io.ts';

const STAGE_TITLES: Readonly<Record<string, Text>> = {
  ingest: { id: 'membaca berkas', en: 'reading files' },
  normalise: { id: 'menyeragamkan', en: 'normalising' },
  invalid: { id: 'memeriksa Data Invalid', en: 'checking Data Invalid' },
  block: { id: 'mencari calon pasangan', en: 'blocking' },
  score: { id: 'menilai pasangan', en: 'scoring' },
  group: { id: 'mengelompokkan Data Ganda', en: 'grouping Data Ganda' },
  distribute: { id: 'menghitung sebaran', en: 'distributing' },
  compare: { id: 'membandingkan dengan proses lalu', en: 'comparing' },
  sample: { id: 'membuat daftar buatan', en: 'making rolls' },
  train: { id: 'melatih model', en: 'training the model' },
  publish: { id: 'menerbitkan', en: 'publishing' },
  worklists: { id: 'menulis daftar kerja', en: 'writing the work lists' },
  report: { id: 'menulis laporan', en: 'writing the report' },
};

/** `30-invalid` or `invalid` in the reader's words; an unknown stage by its own id. */
export function stageTitle(id: string, language: Language): string {
  return STAGE_TITLES[id.replace(/^\d+-/, '')]?.[language] ?? id;
}

/** A live display on a terminal, else a log line when a stage starts; its end is in the pipeline's own log. */
export function observe(io: Io, language: Language, log: Log): Observer & { stop(): void } {
  return io.isTTY ? liveProgress(io, language) : loggedProgress(log, language);
}

function loggedProgress(log: Log, language: Language): Observer & { stop(): void } {
  return {
    stageStarted: (stage) => log.info({ stage }, 'stage started'),
    stageProgress: () => undefined,
    stageFinished: () => undefined,
    notice: (text) => log.warn({}, text[language]),
    stop: () => undefined,
  };
}

function liveProgress(io: Io, language: Language): Observer & { stop(): void } {
  const numbers = numberFormat(language);
  const colours = picocolors.createColors(io.env['NO_COLOR'] === undefined || io.env['NO_COLOR'] === '');
  const rows = language === 'id' ? 'baris' : 'rows';
  let bar: cliProgress.SingleBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stageStarted(id) {
      stop();
      bar = new cliProgress.SingleBar({
        stream: io.stderr,
        format: `  ${stageTitle(id, language).padEnd(34)} {bar} {percentage}%  {duration_formatted}`,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        barsize: 24,
        hideCursor: true,
        clearOnComplete: true,
        gracefulExit: false,
        fps: 5,
      });
      bar.start(100, 0);
    },
    stageProgress(_id, share) {
      if (Number.isFinite(share)) bar?.update(Math.round(Math.min(1, Math.max(0, share)) * 100));
    },
    stageFinished(id, milliseconds, rowsOut) {
      stop();
      const title = stageTitle(id, language).padEnd(34);
      const told = `${numbers.count(rowsOut)} ${rows}`.padStart(20);
      io.stderr.write(
        `${colours.green('✔')} ${title}${told}${numbers.duration(milliseconds).padStart(14)}\n`,
      );
    },
    notice(text) {
      stop();
      io.stderr.write(`${colours.yellow('!')} ${text[language]}\n`);
    },
    stop,
  };
}
