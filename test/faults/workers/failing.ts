import { parentPort } from 'node:worker_threads';

/** A worker thread that fails as its task says, or answers with the task. */
parentPort?.on('message', (task: string) => {
  if (task === 'exit') process.exit(9);
  if (task.startsWith('throw ')) throw new TypeError(`cannot read ${task}`);
  if (task.startsWith('reject ')) void Promise.reject(new Error(`${task}\n    at ${task}`));
  else parentPort?.postMessage(task, []);
});
