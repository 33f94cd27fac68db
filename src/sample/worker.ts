import { parentPort, workerData } from 'node:worker_threads';
import { type Abroad, writeKabupaten } from './kabupaten-files.ts';
import { Province, type ProvinceRequest } from './province.ts';

export interface WorkerData {
  readonly request: ProvinceRequest;
  readonly out: string;
}

/** From the worker: rows made since the last message, or a kabupaten/kota that is done. */
export type WorkerMessage =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'done'; readonly index: number; readonly abroad: Abroad };

const port = parentPort;
if (port === null) throw new Error('this module runs only as a worker thread');
const data: WorkerData = workerData;
const { request, out } = data;
const province = new Province(request);

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message, []);
}

port.on('message', (index: number) => {
  const plan = request.plans[index];
  if (plan === undefined) throw new RangeError(`no kabupaten/kota at place ${index}`);
  const abroad = writeKabupaten(province, plan, out, (rows) => post({ kind: 'rows', rows }));
  post({ kind: 'done', index, abroad });
});
