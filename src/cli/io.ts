import { userInfo } from 'node:os';
import type { StopSignal } from '../model/errors.ts';
import { processSignals } from './signals.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The world outside, handed to the commands so that tests can give another one. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Environment;
  readonly cwd: string;
  readonly now: () => Date;
  /** Name of the user of the operating system. */
  readonly user: string;
  /** A person reads stderr on a terminal: live progress instead of JSON lines. */
  readonly isTTY: boolean;
  /** Tells of signals that ask the process to stop; call the result to hear no more. */
  readonly onSignal?: (listener: (signal: StopSignal) => void) => () => void;
}

/** The process's own streams, environment and clock. */
export function processIo(): Io {
  process.stdout.on('error', stopOnClosedPipe);
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    user: userName(),
    isTTY: process.stderr.isTTY,
    onSignal: processSignals,
  };
}

/** A user without an entry in the system's list, as in a container, is named by number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

/** `sisir rules | head` closes our stdout: that is no fault. */
function stopOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
