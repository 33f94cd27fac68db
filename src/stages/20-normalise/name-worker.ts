import { parentPort } from 'node:worker_threads';
import { type KeyedNames, keyedNames } from './name-key.ts';

parentPort?.on('message', ({ names }: { names: string }) => {
  const answer: KeyedNames = keyedNames(names);
  parentPort?.postMessage(answer, []);
});
