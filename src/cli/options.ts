import type { Config } from '../model/config.ts';
import { type ArgumentSpec, type Command, type Invocation, type OptionSpec, optionName } from './command.ts';
import { type Flags, resolveConfig } from './config.ts';

/** Options of every command. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  {
    usage: '--lang <id|en>',
    config: 'language',
    meaning: { id: 'bahasa: id (baku) atau en', en: 'language: id (the default) or en' },
  },
  {
    usage: '--config <file>',
    meaning: {
      id: 'berkas konfigurasi; baku: sisir.config.json di folder kerja',
      en: 'config file; default: sisir.config.json in the working folder',
    },
  },
  {
    usage: '--debug',
    meaning: { id: 'tampilkan jejak kesalahan tak terduga', en: 'show the trace of an unexpected error' },
  },
];

/** The rolls to read. */
export const INPUTS: ArgumentSpec = {
  usage: '[INPUT...]',
  meaning: {
    id: 'berkas, folder, atau pola glob; tanpa ini: inputs dari konfigurasi',
    en: 'files, folders or globs; without it: inputs of the config',
  },
};

/** A published run, as `findRun` takes it. */
export const RUN: ArgumentSpec = {
  usage: '<RUN>',
  meaning: {
    id: 'folder satu proses, misalnya runs/latest, atau nomor prosesnya',
    en: 'the folder of a run, e.g. runs/latest, or its run id',
  },
};

/** Where a run id is looked up. */
export const RUNS_FOLDER: OptionSpec = {
  usage: '--out <folder>',
  config: 'out',
  meaning: {
    id: 'folder tempat nomor proses dicari; baku: runs',
    en: 'folder in which a run id is looked up; default: runs',
  },
};

export const THREADS: OptionSpec = {
  usage: '--threads <n>',
  config: 'threads',
  meaning: {
    id: 'jumlah utas; baku: jumlah inti mesin',
    en: "number of threads; default: the machine's cores",
  },
};

export const MEMORY: OptionSpec = {
  usage: '--memory <amount>',
  config: 'memory',
  meaning: { id: 'batas memori DuckDB, misalnya 8GB', en: 'memory limit of DuckDB, e.g. 8GB' },
};

export const REFERENCE_DATE: OptionSpec = {
  usage: '--reference-date <YYYY-MM-DD>',
  config: 'reference_date',
  meaning: {
    id: 'tanggal acuan umur, atau quarter-end: akhir triwulan; baku: hari ini',
    en: 'date on which ages are taken, or quarter-end; default: today',
  },
};

export const JSON_OUTPUT: OptionSpec = {
  usage: '--json',
  meaning: { id: 'cetak hasil sebagai JSON di stdout', en: 'print the result as JSON on stdout' },
};

/** The config that a command runs under: its flags over variables over the file. @throws UsageError */
export function configOf(
  command: Pick<Command, 'options'>,
  invocation: Invocation,
  inputs: readonly string[] = [],
): Promise<Config> {
  const flags: { -readonly [Key in keyof Flags]: Flags[Key] } = {};
  for (const option of [...GLOBAL_OPTIONS, ...command.options]) {
    const value = invocation.options[optionName(option)];
    if (option.config !== undefined && value !== undefined) flags[option.config] = value;
  }
  if (inputs.length > 0) flags['inputs'] = inputs;
  const configPath = invocation.options['config'];
  return resolveConfig({
    flags,
    env: invocation.io.env,
    cwd: invocation.io.cwd,
    configPath: typeof configPath === 'string' ? configPath : undefined,
  });
}

/** The option's text, if it was typed. */
export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name];
  return typeof value === 'string' ? value : undefined;
}
