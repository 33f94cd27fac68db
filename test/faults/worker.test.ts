import { describe, expect, it } from 'vitest';
import { reportFailure } from '../../src/cli/failure.ts';
import { siblingModule, workThrough } from '../../src/engine/worker.ts';
import { EXIT } from '../../src/model/errors.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { testIo } from '../cli/helpers.ts';
import { MARKED_NAME, MARKED_NIK } from './support.ts';

const FAILING = siblingModule(import.meta.url, 'workers/failing');

/** Sends the tasks to two threads; what they answered, and how it ended. */
async function work(tasks: readonly string[], module = FAILING) {
  const waiting = tasks.values();
  const answers: string[] = [];
  const error: unknown = await workThrough<string, string>(
    module,
    2,
    async () => waiting.next().value,
    async (_, answer) => void answers.push(answer),
  ).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { answers, error };
}

function told(error: unknown): string[] {
  return LANGUAGES.map((language) => {
    const { io, err } = testIo();
    expect(reportFailure(error, { io, language, debug: true })).toBe(EXIT.unexpected);
    return err();
  });
}

const MARKED = `${MARKED_NIK} ${MARKED_NAME}`;

describe('worker threads', () => {
  it('answer every task', async () => {
    const { answers, error } = await work(['a', 'b', 'c']);
    expect([answers.toSorted(), error]).toEqual([['a', 'b', 'c'], undefined]);
  });

  it.each([
    ['that throws', `throw ${MARKED}`, 'a worker thread failed: TypeError'],
    ['that lets a promise fail', `reject ${MARKED}`, 'a worker thread failed: Error'],
    ['that ends by itself', 'exit', 'a worker thread ended early, code 9'],
  ])('one %s ends the work with a clear error, without the data it held', async (_, task, message) => {
    const { error } = await work(['a', task, 'b']);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toBe(message);
    for (const text of told(error)) {
      expect(text).toContain(message);
      expect(text).not.toMatch(/33740199|ZULAIKHAH|PENANDARAHASIA/);
    }
  });

  it.each([
    ['the search', '../../src/stages/40-block/search/worker'],
    ['the keys of names', '../../src/stages/20-normalise/name-worker'],
  ])('of %s tell of a task that they cannot do', async (_, module) => {
    const { error } = await work([MARKED], siblingModule(import.meta.url, module));
    expect(String(error)).toMatch(/^WorkerError: a worker thread failed: \w*Error$/);
    for (const text of told(error)) expect(text).not.toMatch(/33740199|ZULAIKHAH|PENANDARAHASIA/);
  });
});
