import { parentPort } from 'node:worker_threads';
import { type NameFileTask, writeNameFile } from './name-file.ts';

parentPort?.on('message', (task: NameFileTask) => {
  writeNameFile(task);
  parentPort?.postMessage(undefined, []);
});
