import { parentPort } from 'node:worker_threads';
import { BlockSearch, type PassData } from './block-search.ts';

/** Blocks numbered `from` up to, not with, `to`; `data` is the same for all tasks of a pass, known by its number. */
export interface SearchTask {
  readonly passNumber: number;
  readonly data: PassData;
  readonly from: number;
  readonly to: number;
}

let current: { readonly passNumber: number; readonly search: BlockSearch } | undefined;

parentPort?.on('message', ({ passNumber, data, from, to }: SearchTask) => {
  if (current?.passNumber !== passNumber) current = { passNumber, search: new BlockSearch(data) };
  const answer = current.search.search(from, to);
  const { matchA, matchB, found } = answer.pairs;
  parentPort?.postMessage(answer, [matchA.buffer, matchB.buffer, found.buffer]);
});
