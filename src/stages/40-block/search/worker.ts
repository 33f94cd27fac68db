import { parentPort } from 'node:worker_threads';
import { BlockSearch, type PassData } from './block-search.ts';
import { doOrderTask, type OrderTask } from './blocks.ts';

/** Blocks numbered `from` up to, not with, `to`; `data` is the same for all tasks of a pass, known by its number. */
export interface SearchTask {
  readonly kind: 'search';
  readonly passNumber: number;
  readonly data: PassData;
  readonly from: number;
  readonly to: number;
}

let current: { readonly passNumber: number; readonly search: BlockSearch } | undefined;

function searchBlocks({ passNumber, data, from, to }: SearchTask): void {
  if (current?.passNumber !== passNumber) current = { passNumber, search: new BlockSearch(data) };
  const answer = current.search.search(from, to);
  const { matchA, matchB, found } = answer.pairs;
  parentPort?.postMessage(answer, [matchA.buffer, matchB.buffer, found.buffer]);
}

parentPort?.on('message', (task: SearchTask | OrderTask) => {
  if (task.kind === 'search') {
    searchBlocks(task);
    return;
  }
  const answer = doOrderTask(task);
  parentPort?.postMessage(answer, [answer.buffer]);
});
