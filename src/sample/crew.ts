import { Worker } from 'node:worker_threads';
import type { Abroad } from './kabupaten-files.ts';
import type { WorkerData, WorkerMessage } from './worker.ts';

/** Room for the rows of a few TPS, so that they are gone before the collector looks for them. */
const YOUNG_MEGABYTES = 64;

/** Starts `worker` beside this module, compiled or from source; there the thread must first learn TypeScript. */
function startWorker(workerData: WorkerData): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
  if (import.meta.url.endsWith('.js'))
    return new Worker(new URL('./worker.js', import.meta.url), { workerData, resourceLimits });
  const entry = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import(${tsx}).then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(code, { eval: true, workerData, resourceLimits });
}

/**
 * Makes every kabupaten/kota of the plan on so many threads, the largest first.
 * @returns by place in the plan, the copies that lie in other kabupaten/kota
 * @throws what a worker throws
 */
export async function makeAll(
  data: WorkerData,
  threads: number,
  onRows: (rows: number) => void,
): Promise<Abroad[]> {
  const { plans } = data.request;
  const waiting = plans
    .map((_, index) => index)
    .toSorted((a, b) => (plans[a]?.rows ?? 0) - (plans[b]?.rows ?? 0));
  const abroad: Abroad[] = plans.map(() => new Map());
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const next = () => {
        const index = waiting.pop();
        if (index === undefined) resolve();
        else worker.postMessage(index, []);
      };
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a sample worker ended early, code ${code}`)));
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'rows') return onRows(message.rows);
        abroad[message.index] = message.abroad;
        next();
      });
      next();
    });
  const crew = Array.from({ length: Math.max(1, Math.min(threads, plans.length)) }, () => startWorker(data));
  try {
    await Promise.all(crew.map(work));
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
  return abroad;
}
