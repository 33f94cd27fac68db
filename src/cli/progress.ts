import cliProgress from 'cli-progress';
import picocolors from 'picocolors';
import type { Log } from '../engine/stage.ts';
import type { Language, Text } from '../model/text.ts';
import { RemainingTime } from '../pipeline/remaining-time.ts';
import type { Observer } from '../pipeline.ts';
import { numberFormat } from './format.ts';
import type { Io } from './io.ts';
import { remainingText } from './remaining-text.ts';

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

/** What a stage counts; rows, where it is not listed. */
const COUNTED: Readonly<Record<string, Text>> = {
  invalid: { id: 'temuan', en: 'findings' },
  block: { id: 'pasangan', en: 'pairs' },
  score: { id: 'pasangan', en: 'pairs' },
  compare: { id: 'temuan', en: 'findings' },
  report: { id: 'halaman', en: 'pages' },
};
const ROWS: Text = { id: 'baris', en: 'rows' };

/** What blocking counts on its way: a pair that several rules find is one pair only at the end. */
const COUNTED_SO_FAR: Readonly<Record<string, Text>> = {
  block: { id: 'pasangan (bisa berulang)', en: 'pairs (some twice)' },
};

const LOGGED_EVERY_MS = 60_000;
const TITLE_WIDTH = 34;

const nameOf = (id: string) => id.replace(/^\d+-/, '');

/** `30-invalid` or `invalid` in the reader's words; an unknown stage by its own id. */
export function stageTitle(id: string, language: Language): string {
  return STAGE_TITLES[nameOf(id)]?.[language] ?? id;
}

/**
 * A live display on a terminal, else a log line when a stage starts and one a minute while it runs; its end is in the
 * pipeline's own log. Both tell how long the run still takes, where that is known.
 */
export function observe(io: Io, language: Language, log: Log): Observer & { stop(): void } {
  const time = new RemainingTime(() => io.now().getTime());
  const shown = io.isTTY ? liveProgress(io, language, time) : loggedProgress(io, language, log, time);
  return {
    ...shown,
    expected: (expectation) => time.expected(expectation),
    stageStarted(id) {
      time.stageStarted(id);
      shown.stageStarted(id);
    },
    stageProgress(id, share, counted) {
      time.stageProgress(share, counted);
      shown.stageProgress(id, share, counted);
    },
    stageFinished(id, milliseconds, rowsOut) {
      time.stageFinished(id, rowsOut);
      shown.stageFinished(id, milliseconds, rowsOut);
    },
  };
}

type Shown = Observer & { stop(): void };

function loggedProgress(io: Io, language: Language, log: Log, time: RemainingTime): Shown {
  let logged = 0;
  const remaining = () => {
    logged = io.now().getTime();
    const ms = time.remaining();
    return ms === undefined ? {} : { remaining_ms: Math.round(ms) };
  };
  return {
    stageStarted: (stage) => log.info({ stage, ...remaining() }, 'stage started'),
    stageProgress(stage, share, counted) {
      if (io.now().getTime() - logged < LOGGED_EVERY_MS) return;
      log.info({ stage, share: Number(share.toFixed(3)), counted, ...remaining() }, 'stage goes on');
    },
    stageFinished: () => undefined,
    notice: (text) => log.warn({}, text[language]),
    stop: () => undefined,
  };
}

function liveProgress(io: Io, language: Language, time: RemainingTime): Shown {
  const numbers = numberFormat(language);
  const colours = picocolors.createColors(io.env['NO_COLOR'] === undefined || io.env['NO_COLOR'] === '');
  let bar: cliProgress.SingleBar | undefined;
  let counted: number | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stageStarted(id) {
      stop();
      counted = undefined;
      bar = new cliProgress.SingleBar({
        stream: io.stderr,
        format: (_options, { progress }) =>
          stageLine({ id, share: progress, counted, remaining: time.remaining(), now: io.now() }, language),
        hideCursor: true,
        clearOnComplete: true,
        gracefulExit: false,
        fps: 5,
      });
      bar.start(100, 0);
    },
    stageProgress(_id, share, soFar) {
      counted = soFar ?? counted;
      if (Number.isFinite(share)) bar?.update(Math.round(Math.min(1, Math.max(0, share)) * 100));
    },
    stageFinished(id, milliseconds, rowsOut) {
      stop();
      const title = stageTitle(id, language).padEnd(TITLE_WIDTH);
      const unit = (COUNTED[nameOf(id)] ?? ROWS)[language];
      const told = `${numbers.count(rowsOut)} ${unit}`.padStart(20);
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

/** How far a running stage is. */
interface StageState {
  readonly id: string;
  /** 0 to 1. */
  readonly share: number;
  readonly counted: number | undefined;
  /** Of the whole run, milliseconds. */
  readonly remaining: number | undefined;
  /** Local time. */
  readonly now: Date;
}

const BAR_WIDTH = 10;

/** The line of a running stage: its title and share, how long the run still takes, and what was counted so far. */
export function stageLine({ id, share, counted, remaining, now }: StageState, language: Language): string {
  const full = Math.round(share * BAR_WIDTH);
  const unit = COUNTED_SO_FAR[nameOf(id)] ?? COUNTED[nameOf(id)] ?? ROWS;
  return [
    `  ${stageTitle(id, language).padEnd(TITLE_WIDTH)} ${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`,
    `${Math.round(share * 100)}%`.padStart(4),
    ...(remaining === undefined ? [] : [` ${remainingText(remaining, now, language)}`]),
    ...(counted === undefined ? [] : [` ${numberFormat(language).count(counted)} ${unit[language]}`]),
  ].join(' ');
}
