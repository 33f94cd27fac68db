import { maskNumbers, redact } from '../engine/redact.ts';
import { EXIT, type ExitCode, SisirError } from '../model/errors.ts';
import type { Language, Text } from '../model/text.ts';
import type { Io } from './io.ts';
import { knownFailure } from './known-failures.ts';

const UNEXPECTED: Text = {
  id: 'Terjadi kesalahan tak terduga',
  en: 'An unexpected error occurred',
};
const HINT: Text = {
  id: 'Ulangi dengan --debug untuk melihat jejaknya. Hasil yang sudah terbit tidak berubah.',
  en: 'Run again with --debug to see the trace. Results already published are unchanged.',
};
const LABEL: Text = { id: 'galat', en: 'error' };

/**
 * Tells a person what went wrong, on stderr: an expected failure in its own words, anything else in one
 * line without data, after what can be done about it where that is known. Returns the exit code.
 */
export function reportFailure(
  error: unknown,
  { io, language, debug }: { io: Pick<Io, 'stderr'>; language: Language; debug: boolean },
): ExitCode {
  if (error instanceof SisirError) {
    io.stderr.write(`sisir: ${LABEL[language]}: ${maskNumbers(error.text[language])}\n`);
    return error.exitCode;
  }
  const known = error instanceof Error ? error : new Error(String(error));
  const advice = knownFailure(known);
  if (advice !== undefined) io.stderr.write(`sisir: ${LABEL[language]}: ${advice[language]}\n`);
  io.stderr.write(`sisir: ${UNEXPECTED[language]}: ${redact(known.message)}\n`);
  io.stderr.write(debug ? `${frames(known)}\n` : `${HINT[language]}\n`);
  return EXIT.unexpected;
}

/** Where it happened, without the message that a stack begins with: that one may quote data. */
export function frames(error: Error): string {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  const rest = start === -1 ? stack : stack.slice(start + error.message.length);
  return rest
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
