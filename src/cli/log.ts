import { type DestinationStream, pino } from 'pino';
import pretty from 'pino-pretty';
import { redact } from '../engine/redact.ts';
import type { Log } from '../engine/stage.ts';
import { frames } from './failure.ts';
import type { Io } from './io.ts';

/**
 * The log of a run on stderr: JSON lines for machines; on a terminal, where the progress display tells the
 * rest, only warnings. Written synchronously, so that nothing is lost when the process ends.
 */
export function openLog({ stderr, now, isTTY }: Pick<Io, 'stderr' | 'now' | 'isTTY'>): Log {
  const lines: DestinationStream = { write: (line) => void stderr.write(line) };
  const destination = isTTY
    ? pretty({ destination: stderr, sync: true, colorize: false, ignore: 'time', singleLine: true })
    : lines;
  const logger = pino(
    {
      level: isTTY ? 'warn' : 'info',
      base: null,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    destination,
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
  };
}

/** DuckDB's errors quote cell values, in the message and again in the stack. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: redact(String(error)) };
  return { type: error.name, message: redact(error.message), stack: frames(error) };
}
