import type { StopSignal } from '../model/errors.ts';

/** How often what runs is told to end: a statement that was about to begin does not hear it the first time. */
const TELL_AGAIN_MS = 50;

/** Longest wait for what runs to end by itself. */
const GRACE_MS = 3_000;

/** Somebody asked the run to stop; told apart from what the interrupted work itself throws. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly signal: StopSignal;
  /** Whether the work has ended, so that what it held open may be closed. */
  readonly ended: boolean;

  constructor(signal: StopSignal, ended: boolean) {
    super(`stopped by ${signal}`);
    this.signal = signal;
    this.ended = ended;
  }
}

/** @throws Stopped when the signal was given; its reason is a `StopSignal` */
export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Stopped(signal.reason, true);
}

/**
 * Does some work until it is done or the signal is given; then `interrupt` is called until the work ends, for a few
 * seconds at most.
 * @throws Stopped, or what the work throws
 */
export async function stoppable<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  interrupt: () => void = () => undefined,
): Promise<T> {
  throwIfStopped(signal);
  if (signal === undefined) return await work();
  let timer: NodeJS.Timeout | undefined;
  let grace: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        interrupt();
        timer = setInterval(interrupt, TELL_AGAIN_MS);
        grace = setTimeout(() => reject(new Stopped(signal.reason, false)), GRACE_MS);
      },
      { once: true },
    );
  });
  try {
    return await Promise.race([work(), overdue]);
  } catch (error) {
    if (error instanceof Stopped || !signal.aborted) throw error;
    throw new Stopped(signal.reason, true);
  } finally {
    clearInterval(timer);
    clearTimeout(grace);
  }
}
