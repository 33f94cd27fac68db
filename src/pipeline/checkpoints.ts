import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogKeeper, catalogSchema, isComplete } from '../engine/catalog.ts';
import type { Database } from '../engine/database.ts';
import { filesBelow, replaceDurably, sync } from '../engine/files.ts';
import type { RunFolders } from '../engine/publication.ts';
import type { Log } from '../engine/stage.ts';
import { type Manifest, manifestSchema } from '../model/manifest.ts';

/** What stands in the work folder after a stage, so that another process can go on from there. */
const checkpointSchema = z.strictObject({
  run_id: z.string(),
  started_at: z.string(),
  reference_date: z.string(),
  /** Hash of each thing that the results depend on. */
  fingerprint: z.record(z.string(), z.string()),
  /** The stages that are done, the last one last. */
  stages: manifestSchema.shape.stages,
  catalog: catalogSchema,
});

export type Checkpoint = z.output<typeof checkpointSchema>;

const PREFIX = 'checkpoint-';

/** Writes a run's checkpoints, each after the tables that it names are safe on the disk, beside the run's own work. */
export class Checkpoints {
  readonly #folders: RunFolders;
  readonly #keeper: CatalogKeeper;
  readonly #facts: Omit<Checkpoint, 'stages' | 'catalog'>;
  readonly #log: Log;
  readonly #synced = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #stopped = false;

  private constructor(
    folders: RunFolders,
    keeper: CatalogKeeper,
    facts: Omit<Checkpoint, 'stages' | 'catalog'>,
    log: Log,
  ) {
    this.#folders = folders;
    this.#keeper = keeper;
    this.#facts = facts;
    this.#log = log;
  }

  /** @param database as every run begins: parameters and reference tables, nothing else */
  static async on(
    database: Database,
    folders: RunFolders,
    facts: Omit<Checkpoint, 'stages' | 'catalog'>,
    log: Log,
  ): Promise<Checkpoints> {
    return new Checkpoints(folders, await CatalogKeeper.on(database), facts, log);
  }

  /**
   * Keeps what the stages so far have made. Once a stage has written outputs nothing is kept any more: they are made
   * anew when the run goes on. A checkpoint that cannot be written is no reason to end the run.
   */
  async keep(stages: Manifest['stages']): Promise<void> {
    const last = stages.at(-1);
    if (last === undefined || (await filesBelow(this.#folders.partial)).length > 0) return;
    const failed = (error: unknown) => {
      if (!this.#stopped) this.#log.warn({ err: error }, 'the checkpoint could not be written');
    };
    try {
      const catalog = await this.#keeper.save(last.id);
      const record: Checkpoint = { ...this.#facts, stages: [...stages], catalog };
      this.#writing = this.#writing.then(() => this.#write(record, last.id)).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  /** Makes again what a checkpoint kept. @throws QueryError when a file is damaged */
  async restore({ catalog }: Checkpoint): Promise<void> {
    await this.#keeper.restore(catalog);
    for (const { file } of catalog.files) this.#synced.add(file);
  }

  /** Waits until the last checkpoint is written or, with `abandon`, until no more is being written. */
  async settle({ abandon }: { readonly abandon: boolean }): Promise<void> {
    this.#stopped = abandon;
    await this.#writing;
  }

  async #write(record: Checkpoint, stage: string): Promise<void> {
    const { work } = this.#folders;
    for (const { file } of record.catalog.files) {
      if (this.#stopped) return;
      if (this.#synced.has(file)) continue;
      await sync(join(work, file));
      this.#synced.add(file);
    }
    await sync(work);
    if (!this.#stopped) await replaceDurably(join(work, `${PREFIX}${stage}.json`), JSON.stringify(record));
  }
}

async function read(path: string): Promise<Checkpoint | undefined> {
  try {
    return checkpointSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The checkpoint of the latest stage whose files are all there, as long as they were. */
export async function lastCheckpoint({ work, runId }: RunFolders): Promise<Checkpoint | undefined> {
  const names = (await readdir(work).catch(() => [])).filter((name) => name.startsWith(PREFIX));
  for (const name of names.toSorted().toReversed()) {
    const found = await read(join(work, name));
    if (found?.run_id === runId && (await isComplete(work, found.catalog))) return found;
  }
  return undefined;
}

/** Removes the checkpoints of later stages than the one that the run goes on from. */
export async function forgetLater({ work }: RunFolders, { stages }: Checkpoint): Promise<void> {
  const last = stages.at(-1)?.id ?? '';
  for (const name of await readdir(work)) {
    if (name.startsWith(PREFIX) && name > `${PREFIX}${last}.json`) await rm(join(work, name));
  }
}
