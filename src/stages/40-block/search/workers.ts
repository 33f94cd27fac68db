import { Crew, siblingModule } from '../../../engine/worker.ts';
import { type MoveTask, move } from './arrange.ts';
import { BlockSearch, type SearchAnswer } from './block-search.ts';
import { type SortTask, sortParts } from './blocks.ts';
import type { SearchTask } from './worker.ts';

/** Carries the search's tasks out: by worker threads, or where there is but one, by itself. Close it. */
export class Workers {
  readonly #crew: Crew | undefined;
  #current: { readonly passNumber: number; readonly search: BlockSearch } | undefined;

  constructor(threads: number) {
    if (threads > 1) this.#crew = new Crew(siblingModule(import.meta.url, 'worker'), threads);
  }

  /** Does the tasks, in no particular order. */
  async do(tasks: readonly (MoveTask | SortTask)[]): Promise<void> {
    if (this.#crew !== undefined) {
      const waiting = tasks.values();
      await this.#crew.work(
        async () => waiting.next().value,
        async () => undefined,
      );
      return;
    }
    for (const task of tasks) {
      if (task.kind === 'move') move(task);
      else sortParts(task);
    }
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
