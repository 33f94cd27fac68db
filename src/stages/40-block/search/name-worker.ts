import { parentPort } from 'node:worker_threads';
import { NameReader } from './name-reader.ts';
import type { NameCounts, SearchNames } from './names.ts';

/** `begin`, then `read` for each batch of lines as `NameReader` takes them, then `finish`, which is answered by the names. */
export type NamesTask =
  | { readonly kind: 'begin'; readonly counts: NameCounts }
  | { readonly kind: 'read'; readonly lines: string }
  | { readonly kind: 'finish' };

let reader: NameReader | undefined;

function answerOf(task: NamesTask): SearchNames | undefined {
  if (task.kind === 'begin') reader = new NameReader(task.counts);
  if (task.kind === 'read') reader?.read(task.lines);
  return task.kind === 'finish' ? reader?.finish() : undefined;
}

parentPort?.on('message', (task: NamesTask) => {
  parentPort?.postMessage(answerOf(task), []);
});
