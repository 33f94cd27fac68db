import { exitCodeOfSignal, type StopSignal } from '../model/errors.ts';
import type { Io } from './io.ts';

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A run that was asked to stop and still is not gone is ended by force. */
const FORCE_MS = 8_000;

/** Tells of the process's signals; the second one ends the process at once. Call the result to hear no more. */
export function processSignals(onSignal: (signal: StopSignal) => void): () => void {
  let told = false;
  const hear = (signal: StopSignal) => {
    const leave = () => process.exit(exitCodeOfSignal(signal));
    if (told) leave();
    told = true;
    setTimeout(leave, FORCE_MS).unref();
    onSignal(signal);
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
}

/** Does some work that a signal may stop. */
export async function withSignals<T>(
  { onSignal }: Pick<Io, 'onSignal'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const unlisten = onSignal?.((signal) => controller.abort(signal));
  try {
    return await work(controller.signal);
  } finally {
    unlisten?.();
  }
}
