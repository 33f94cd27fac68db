import { Crew, siblingModule } from '../../../engine/worker.ts';
import { BlockSearch, type SearchAnswer } from './block-search.ts';
import { doOrderTask, type OrderTask } from './blocks.ts';
import type { SearchTask } from './worker.ts';

/** Carries the search's tasks out: by worker threads, or where there is but one, by itself. Close it. */
export class Workers {
  readonly #crew: Crew | undefined;
  #current: { readonly passNumber: number; readonly search: BlockSearch } | undefined;

  constructor(threads: number) {
    if (threads > 1) this.#crew = new Crew(siblingModule(import.meta.url, 'worker'), threads);
  }

  /** Does the tasks, in no particular order; gives their answers in theirs. */
  async order(tasks: readonly OrderTask[]): Promise<Int32Array[]> {
    if (this.#crew === undefined) return tasks.map(doOrderTask);
    const answers = new Map<OrderTask, Int32Array>();
    const waiting = tasks.values();
    await this.#crew.work(
      async () => waiting.next().value,
      async (task: OrderTask, answer: Int32Array) => {
        answers.set(task, answer);
      },
    );
    return tasks.map((task) => answers.get(task) ?? new Int32Array(0));
  }

  /** Searches, and hands over what each task found, in no particular order. */
  async search(
    tasks: readonly SearchTask[],
    store: (task: SearchTask, answer: SearchAnswer) => Promise<void>,
  ): Promise<void> {
    if (this.#crew !== undefined) {
      const waiting = tasks.values();
      await this.#crew.work(async () => waiting.next().value, store);
      return;
    }
    for (const task of tasks) await store(task, this.#searched(task));
  }

  async close(): Promise<void> {
    await this.#crew?.close();
  }

  #searched({ passNumber, data, from, to }: SearchTask): SearchAnswer {
    if (this.#current?.passNumber !== passNumber)
      this.#current = { passNumber, search: new BlockSearch(data) };
    return this.#current.search.search(from, to);
  }
}
