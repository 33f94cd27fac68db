import type { ExitCode } from '../model/errors.ts';
import type { Command } from './command.ts';
import { columns } from './commands/columns.ts';
import { compare } from './commands/compare.ts';
import { decide } from './commands/decide.ts';
import { decrypt } from './commands/decrypt.ts';
import { evaluate } from './commands/evaluate.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { report } from './commands/report.ts';
import { rules } from './commands/rules.ts';
import { run } from './commands/run.ts';
import { sample } from './commands/sample.ts';
import { train } from './commands/train.ts';
import { verify } from './commands/verify.ts';
import { reportFailure } from './failure.ts';
import { type Io, processIo } from './io.ts';
import { chooseLanguage } from './language.ts';
import { dispatch } from './program.ts';
import { engineVersion } from './version.ts';

export const COMMANDS: readonly Command[] = [
  run,
  init,
  sample,
  rules,
  columns,
  compare,
  train,
  evaluate,
  explain,
  verify,
  report,
  decide,
  decrypt,
];

function isDebugging(argv: readonly string[], { env }: Pick<Io, 'env'>): boolean {
  return argv.includes('--debug') || !['', '0', undefined].includes(env['SISIR_DEBUG']);
}

/**
 * Errors that nobody waits for, as from a stream: node would print them with all that they quote. They are told as any
 * unexpected error, and end the process.
 */
export function tellStrayErrors(argv: readonly string[]): void {
  const io = { stderr: process.stderr, env: process.env, cwd: process.cwd() };
  process.on('uncaughtException', (error) => {
    const language = chooseLanguage(argv, io);
    process.exit(reportFailure(error, { io, language, debug: isDebugging(argv, io) }));
  });
}

/**
 * The command line. Result on stdout, everything else on stderr; never throws.
 * @returns the exit code: 0 done, 1 unexpected, 2 usage or config, 3 input refused or run not whole,
 * 4 gate exceeded, 5 locked, 129, 130 or 143 stopped by a signal
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  const language = chooseLanguage(argv, io);
  try {
    return await dispatch(COMMANDS, argv, { io, language, version: engineVersion() });
  } catch (error) {
    return reportFailure(error, { io, language, debug: isDebugging(argv, io) });
  }
}
