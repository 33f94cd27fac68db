import type { Worker } from 'node:worker_threads';
import { siblingModule, startWorker } from '../engine/worker.ts';
import { type Abroad, writeKabupaten } from './kabupaten-files.ts';
import { Province } from './province.ts';
import type { WorkerData, WorkerMessage } from './worker.ts';

/** Makes every kabupaten/kota of the plan without worker threads. Returns what `makeAll` returns. */
export function makeHere({ request, out }: WorkerData, onRows: (rows: number) => void): Abroad[] {
  const province = new Province(request);
  return request.plans.map((plan) => writeKabupaten(province, plan, out, onRows));
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
  const crew = Array.from({ length: Math.max(1, Math.min(threads, plans.length)) }, () =>
    startWorker(siblingModule(import.meta.url, 'worker'), {
      workerData: data,
    }),
  );
  try {
    await Promise.all(crew.map(work));
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
  return abroad;
}
