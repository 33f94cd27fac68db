import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Database } from '../../engine/database.ts';
import { join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { RunContext, Stage } from '../../engine/stage.ts';
import { InputError } from '../../model/errors.ts';
import type { InputFile } from '../../model/input-file.ts';
import { batchesOf } from './batches.ts';
import { type CsvSource, csvSource } from './csv-source.ts';
import { type FileCounts, type Part, readFast } from './fast-csv.ts';
import { fileChanged } from './problems.ts';
import { readCarefulCsv } from './read-csv.ts';
import { readParquet } from './read-parquet.ts';
import { readXlsx } from './read-xlsx.ts';
import { rollColumns } from './roll-select.ts';
import { storedBytes } from './text-stream.ts';

/** What reading needs of the run's context. */
export type ReadContext = Pick<RunContext, 'database' | 'config' | 'inputs' | 'log' | 'progress'>;

/** Smaller files are hashed again before they are read; larger ones are compared by size and time. */
const HASH_AGAIN_BYTES = 1 << 20;

/**
 * Files → `roll_raw`, `reject`, `input_file`. Every line of every file becomes a row, a reject, or is counted as
 * title, header, blank or TOTAL line; the stage proves that itself.
 */
export const ingest: Stage = {
  id: '10-ingest',
  reads: [],
  writes: ['input_file', 'roll_raw', 'reject'],
  run: readInputs,
};

/**
 * Reads the context's inputs into `roll_raw`, `reject` and `input_file`.
 * @throws InputError when a file changed or disappeared since it was inspected
 */
export async function readInputs(context: ReadContext): Promise<{ rowsIn: number; rowsOut: number }> {
  const { database, inputs } = context;
  await createTables(database);
  await refuseChanged(inputs, true);
  const reading = new Reading(context);
  await reading.allFiles().catch(async (error: unknown) => {
    await refuseChanged(inputs, false);
    throw error;
  });
  await refuseChanged(inputs, false);
  await nameRoll(database, reading.parts);
  await recordFiles(database, inputs, reading.counts);
  const counts = [...reading.counts.values()];
  const rowsOut = counts.reduce((sum, { accepted }) => sum + accepted, 0);
  const rejected = counts.reduce((sum, count) => sum + count.rejected, 0);
  await assertStored(database, inputs, reading.counts);
  return { rowsIn: rowsOut + rejected, rowsOut };
}

class Reading {
  readonly parts: Part[] = [];
  readonly counts = new Map<number, FileCounts>();
  readonly #context: ReadContext;
  readonly #allBytes: number;
  #doneBytes = 0;
  #doneRows = 0;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#allBytes = context.inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async allFiles(): Promise<void> {
    const { database, inputs, config } = this.#context;
    await this.#csvFiles(inputs.filter(({ format }) => format === 'csv'));
    for (const file of inputs.filter(({ format }) => format === 'parquet')) {
      this.#done(file, await readParquet(database, file, config.missing));
    }
    for (const file of inputs.filter(({ format }) => format === 'xlsx')) {
      this.#done(file, await readXlsx(database, file, config));
    }
  }

  async #csvFiles(files: readonly InputFile[]): Promise<void> {
    const { database, config, log } = this.#context;
    const sources: CsvSource[] = [];
    for (const file of files) sources.push(await csvSource(file, database.folder));
    for (const file of files) this.#warn(file);
    const { fast, careful } = batchesOf(sources);
    const left = [...careful];
    for (const batch of fast) {
      const { parts, counts, unproved } = await readFast(database, batch, config.missing);
      this.parts.push(...parts);
      left.push(...unproved);
      for (const { file } of batch) {
        const count = counts.get(file.fileId);
        if (count !== undefined) this.#count(file, count);
      }
    }
    for (const source of left) {
      log.info(
        { file: source.file.path },
        'read line by line: the fast reader does not account for every line',
      );
      this.#done(source.file, await readCarefulCsv(database, source, config.missing));
    }
  }

  #done(file: InputFile, result: FileCounts & { readonly part: string }): void {
    this.parts.push({ firstFileId: file.fileId, path: result.part });
    this.#count(file, result);
  }

  #count(file: InputFile, { accepted, rejected }: FileCounts): void {
    this.counts.set(file.fileId, { accepted, rejected });
    this.#doneBytes += file.bytes;
    this.#doneRows += accepted;
    this.#context.progress(this.#allBytes === 0 ? 1 : this.#doneBytes / this.#allBytes, this.#doneRows);
  }

  #warn({ path: file, lines, datesContradict }: InputFile): void {
    const { log } = this.#context;
    if (lines?.withNul) log.warn({ file, lines: lines.withNul }, 'NUL characters were removed');
    if (lines?.broken) log.warn({ file, lines: lines.broken }, 'lines are not UTF-8');
    if (datesContradict) log.warn({ file }, 'dates are day-first and month-first in one file');
  }
}

async function createTables(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE reject (
    file_id INTEGER, path VARCHAR, line BIGINT, sheet VARCHAR, reason VARCHAR, detail VARCHAR, original VARCHAR)`);
  await database.run(sql`CREATE OR REPLACE TABLE input_file (
    file_id INTEGER, path VARCHAR, sha256 VARCHAR, bytes BIGINT, format VARCHAR, encoding VARCHAR,
    rows_read BIGINT, rows_accepted BIGINT, rows_rejected BIGINT, kabupaten USMALLINT, date_order VARCHAR)`);
}

/** Parts in the order of their first file, so that row ids do not tell which path a file took. */
async function nameRoll(database: Database, parts: readonly Part[]): Promise<void> {
  const paths = parts.toSorted((left, right) => left.firstFileId - right.firstFileId).map(({ path }) => path);
  if (paths.length > 0) return database.nameParquet('roll_raw', paths, { rowId: 'row_id' });
  const none = rollColumns({ columns: [], cell: () => literal(null), missing: [], removeNul: false });
  await database.materialise('roll_raw', sql`SELECT NULL::INTEGER AS file_id, ${none} WHERE false`, {
    rowId: 'row_id',
  });
}

async function recordFiles(
  database: Database,
  inputs: readonly InputFile[],
  counts: ReadonlyMap<number, FileCounts>,
): Promise<void> {
  const rows: Sql[] = inputs.map((file) => {
    const { accepted, rejected } = counts.get(file.fileId) ?? { accepted: 0, rejected: 0 };
    return sql`(${file.fileId}, ${file.path}, ${file.sha256}, ${file.bytes}, ${file.format}, ${file.encoding ?? null},
      ${accepted + rejected}, ${accepted}, ${rejected}, ${file.kabupaten ?? null}, ${file.dateOrder})`;
  });
  for (let start = 0; start < rows.length; start += 500) {
    await database.run(sql`INSERT INTO input_file VALUES ${join(rows.slice(start, start + 500))}`);
  }
}

/** The run's own check of conservation, on what was stored. @throws Error naming the file */
async function assertStored(
  database: Database,
  inputs: readonly InputFile[],
  counts: ReadonlyMap<number, FileCounts>,
): Promise<void> {
  type Count = { file_id: number; rows: number };
  const stored = async (table: Sql) =>
    new Map(
      (await database.rows<Count>(sql`SELECT file_id, count(*) AS rows FROM ${table} GROUP BY file_id`)).map(
        ({ file_id, rows }) => [file_id, rows],
      ),
    );
  const [accepted, rejected] = [await stored(sql`roll_raw`), await stored(sql`reject`)];
  for (const { fileId, path } of inputs) {
    const count = counts.get(fileId);
    const same = accepted.get(fileId) ?? 0;
    const refused = rejected.get(fileId) ?? 0;
    if (count === undefined || same !== count.accepted || refused !== count.rejected) {
      throw new Error(
        `${path}: ${count?.accepted} rows and ${count?.rejected} rejects were read, ${same} and ${refused} stored`,
      );
    }
  }
}

async function refuseChanged(inputs: readonly InputFile[], hashAgain: boolean): Promise<void> {
  const problems = [];
  for (const file of inputs) if (await changed(file, hashAgain)) problems.push(fileChanged(file.path));
  if (problems.length > 0) throw new InputError(problems);
}

async function changed(file: InputFile, hashAgain: boolean): Promise<boolean> {
  const now = await stat(file.absolutePath).catch(() => undefined);
  if (now === undefined || now.size !== file.bytes || now.mtimeMs !== file.modifiedMs) return true;
  if (!hashAgain || file.bytes > HASH_AGAIN_BYTES) return false;
  const hash = createHash('sha256');
  for await (const _ of storedBytes(file.absolutePath, hash));
  return hash.digest('hex') !== file.sha256;
}
