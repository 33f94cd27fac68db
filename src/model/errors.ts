import type { Text } from './text.ts';

/** Exit codes of the command line (the contract); from 128 on, those that a shell gives to a signal. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  inputRefused: 3,
  gateExceeded: 4,
  locked: 5,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An expected failure, told to the user in both languages: what was found, where, and what to do next.
 * The texts never hold a voter's data.
 */
export class SisirError extends Error {
  readonly exitCode: ExitCode;
  readonly text: Text;

  constructor(exitCode: ExitCode, text: Text) {
    super(text.en);
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.text = text;
  }
}

/** The code of a failed system call, e.g. `ENOENT`; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The command line or the config is wrong. Exit code 2. */
export class UsageError extends SisirError {
  constructor(text: Text) {
    super(EXIT.usage, text);
  }
}

/** A rule's author is wrong; names the rule. Exit code 2. */
export class RuleError extends SisirError {
  readonly ruleId: string;

  constructor(rule: string, text: Text) {
    super(EXIT.usage, text);
    this.ruleId = rule;
  }
}

/** One thing that is wrong with an input file. */
export interface InputProblem {
  /** Path as the user gave it. */
  readonly path: string;
  /** kebab-case, e.g. `berkas-kosong`. */
  readonly code: string;
  /** Physical line, from 1, where it is known. */
  readonly line?: number;
  /** What was found and what to do next. */
  readonly text: Text;
}

/** Input files that cannot be read; names every one of them. Exit code 3. */
export class InputError extends SisirError {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    const list = (language: keyof Text) =>
      problems
        .map(
          ({ path, line, code, text }) =>
            `${path}${line === undefined ? '' : `:${line}`}: ${code}: ${text[language]}`,
        )
        .join('\n');
    super(EXIT.inputRefused, { id: list('id'), en: list('en') });
    this.problems = problems;
  }
}

/** Another run holds the output folder. Exit code 5. */
export class LockedError extends SisirError {
  /**
   * @param out the folder as the user named it
   * @param file name of the lock file in it
   * @param holder undefined when the lock changed hands too quickly to be read
   */
  constructor(
    out: string,
    file: string,
    holder: { readonly pid: number; readonly host: string; readonly since: string } | undefined,
  ) {
    const by = {
      id: holder === undefined ? 'proses lain' : `proses ${holder.pid} di komputer ${holder.host}`,
      en: holder === undefined ? 'another process' : `process ${holder.pid} on the machine ${holder.host}`,
    };
    const since = holder === undefined ? '' : localTime(new Date(holder.since));
    super(EXIT.locked, {
      id: `Folder keluaran "${out}" sedang dipakai ${by.id}${since && ` sejak ${since}`}. Tunggu sampai selesai, atau sebutkan folder lain dengan --out. Hapus ${out}/${file} hanya bila komputer itu pasti tidak sedang menjalankan Sisir.`,
      en: `The output folder "${out}" is in use by ${by.en}${since && ` since ${since}`}. Wait until it is done, or name another folder with --out. Remove ${out}/${file} only when that machine is surely not running Sisir.`,
    });
  }
}

/** YYYY-MM-DD hh:mm:ss on this machine's clock. */
function localTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** What stopped a run from outside. */
export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

const EXIT_OF_SIGNAL = {
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGHUP: EXIT.hungUp,
} as const satisfies Record<StopSignal, ExitCode>;

/** What the process ends with after a signal. */
export function exitCodeOfSignal(signal: StopSignal): ExitCode {
  return EXIT_OF_SIGNAL[signal];
}

/** Somebody stopped the run. Exit code 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
export class StoppedError extends SisirError {
  /** @param outcome of what had been done; `unchanged`: by a command that publishes no run */
  constructor(signal: StopSignal, outcome: keyof typeof STOPPED) {
    super(exitCodeOfSignal(signal), {
      id: `Dihentikan (${signal}). ${STOPPED[outcome].id}`,
      en: `Stopped (${signal}). ${STOPPED[outcome].en}`,
    });
  }
}

const STOPPED = {
  kept: {
    id: 'Tidak ada yang diterbitkan; hasil sebelumnya tidak berubah. Lanjutkan dengan: sisir run --resume',
    en: 'Nothing was published; earlier results are unchanged. Go on with: sisir run --resume',
  },
  discarded: {
    id: 'Tidak ada yang diterbitkan; hasil sebelumnya tidak berubah. Yang sudah dikerjakan dibuang; dengan --resume akan disimpan.',
    en: 'Nothing was published; earlier results are unchanged. What had been done was discarded; with --resume it would have been kept.',
  },
  unchanged: {
    id: 'Pekerjaannya belum selesai; hasil yang sudah terbit tidak berubah.',
    en: 'The work was not finished; published results are unchanged.',
  },
} as const;
