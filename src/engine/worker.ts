import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { errorCode } from '../model/errors.ts';

export interface WorkerOptions {
  readonly workerData?: unknown;
}

/**
 * A worker thread that failed. Its own error may hold what it worked on, so only the kind of that error and where it
 * happened are kept.
 */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';

  constructor(cause: unknown) {
    const code = errorCode(cause);
    const kind = cause instanceof Error ? cause.name : typeof cause;
    super(`a worker thread failed: ${kind}${code === '' ? '' : ` ${code}`}`);
    const lines = (cause instanceof Error ? (cause.stack ?? '') : '').split('\n');
    const frames = lines.filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line));
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n');
  }
}

/** Room for the short-lived strings of one task, so that they are gone before the collector looks for them. */
const YOUNG_MEGABYTES = 64;

/** Starts a module as a worker thread, compiled or from source; there the thread must first learn TypeScript. */
export function startWorker(module: URL, options: WorkerOptions = {}): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
  if (module.pathname.endsWith('.js')) return new Worker(module, { ...options, resourceLimits });
  const entry = JSON.stringify(module.href);
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import(${tsx}).then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(code, { ...options, resourceLimits, eval: true });
}

/** The module beside `from`, with the ending of the file that asks: `.ts` from source, `.js` when compiled. */
export function siblingModule(from: string, name: string): URL {
  return new URL(`./${name}${from.endsWith('.js') ? '.js' : '.ts'}`, from);
}

/** Worker threads of one module, kept for several rounds of tasks. Close it. */
export class Crew {
  readonly #workers: readonly Worker[];
  readonly #ended: readonly Promise<never>[];

  constructor(module: URL, threads: number) {
    this.#workers = Array.from({ length: threads }, () => startWorker(module));
    this.#ended = this.#workers.map(endOf);
  }

  /**
   * Sends each task to a free worker and hands its answer to `onAnswer`, in no particular order. `next` gives the
   * next task, or undefined when there is none left. A worker answers each message by one message.
   * @throws what a worker throws, or an Error when one ends early
   */
  async work<Task, Answer>(
    next: () => Promise<Task | undefined>,
    onAnswer: (task: Task, answer: Answer) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      this.#workers.map(async (worker, number) => {
        for (let task = await next(); task !== undefined; task = await next()) {
          worker.postMessage(task, []);
          const [answer] = (await Promise.race([messageOf(worker), this.#ended[number]])) as [Answer];
          await onAnswer(task, answer);
        }
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** Throws when a worker ends. */
function endOf(worker: Worker): Promise<never> {
  const ended = once(worker, 'exit').then(
    ([code]) => {
      throw new Error(`a worker thread ended early, code ${code}`);
    },
    (error: unknown) => {
      throw new WorkerError(error);
    },
  );
  ended.catch(() => undefined);
  return ended;
}

/** One round of tasks by a crew of its own. @throws what `Crew.work` throws */
export async function workThrough<Task, Answer>(
  module: URL,
  threads: number,
  next: () => Promise<Task | undefined>,
  onAnswer: (task: Task, answer: Answer) => Promise<void>,
): Promise<void> {
  const crew = new Crew(module, threads);
  try {
    await crew.work(next, onAnswer);
  } finally {
    await crew.close();
  }
}

/** The next message; what goes wrong is told by the worker's end. */
async function messageOf(worker: Worker): Promise<unknown[]> {
  return await new Promise((resolve) => {
    worker.once('message', (...message: unknown[]) => resolve(message));
  });
}
