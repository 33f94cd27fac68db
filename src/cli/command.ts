import type { ExitCode } from '../model/errors.ts';
import type { Language, Text } from '../model/text.ts';
import type { ConfigKey } from './config-keys.ts';
import type { Io } from './io.ts';

export interface ArgumentSpec {
  /** commander notation: `FILE`, `[ID]`, `[INPUT...]`; the brackets are part of it. */
  readonly usage: string;
  readonly meaning: Text;
}

export interface OptionSpec {
  /** commander notation: `--out <folder>`. */
  readonly usage: string;
  readonly meaning: Text;
  /** The config key that the option sets. */
  readonly config?: ConfigKey;
}

/** The options as typed, by their long name without dashes: `skip-bad-files`. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  readonly language: Language;
  readonly io: Io;
}

/** One command of the command line: data for its help, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: Text;
  /** A command line that works as it stands, and what it does. */
  readonly example: { readonly line: string; readonly meaning: Text };
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  run(invocation: Invocation): Promise<ExitCode>;
}

/** The long name of an option: `--out <folder>` → `out`. */
export function optionName(option: OptionSpec): string {
  return /--([a-z-]+)/.exec(option.usage)?.[1] ?? option.usage;
}
