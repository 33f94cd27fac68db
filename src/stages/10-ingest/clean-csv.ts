import { createWriteStream, type WriteStream } from 'node:fs';
import { join as joinPath } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';
import { csvReader, MAX_LINE_BYTES } from './csv-reader.ts';

const BUFFER_CHARACTERS = 1 << 20;

/** A table on its way from JavaScript to DuckDB: every field quoted, one line end, no NUL. */
export class CleanCsv {
  readonly path: string;
  readonly columns: number;
  rows = 0;
  readonly #stream: WriteStream;
  #pending = '';
  #lineBreaks = false;

  constructor(folder: string, name: string, columns: number) {
    this.path = joinPath(folder, `${name}.csv`);
    this.columns = columns;
    this.#stream = createWriteStream(this.path, { mode: 0o600 });
    this.#stream.on('error', () => undefined);
  }

  /** Adds a row. Await `flush` now and then. */
  add(fields: readonly string[]): void {
    let line = '';
    for (let index = 0; index < this.columns; index += 1) {
      const field = fields[index] ?? '';
      const quoted = field.includes('"') ? field.replaceAll('"', '""') : field;
      line += index === 0 ? `"${quoted}"` : `,"${quoted}"`;
    }
    this.#pending += line.includes('\u0000') ? `${line.replaceAll('\u0000', '')}\n` : `${line}\n`;
    this.#lineBreaks ||= line.includes('\n');
    this.rows += 1;
  }

  /** Writes what has gathered, when it is much. @throws the file system's error, such as a full disk */
  async flush(): Promise<void> {
    if (this.#pending.length < BUFFER_CHARACTERS) return;
    const text = this.#pending;
    this.#pending = '';
    await new Promise<void>((done, fail) => {
      this.#stream.write(text, (error) => (error ? fail(error) : done()));
    });
  }

  /** Writes the rest. @throws the file system's error */
  async end(): Promise<void> {
    this.#stream.end(this.#pending);
    this.#pending = '';
    await finished(this.#stream);
  }

  /** The written table for DuckDB; columns c0, c1, … */
  source() {
    return csvReader({
      paths: [this.path],
      skip: 0,
      delimiter: ',',
      quote: '"',
      columns: this.columns,
      compressed: false,
      maxLineBytes: MAX_LINE_BYTES * 2 + 10_000,
      rejects: false,
      lineEnd: 'lf',
      parallel: !this.#lineBreaks,
    });
  }
}

/** A line that became no row. */
export interface Reject {
  readonly line: number;
  readonly sheet?: string;
  readonly reason: string;
  readonly detail?: string;
  readonly original: string;
}

/** Gathers the rejects of one file and stores them in `reject`. */
export class RejectFile {
  readonly #table: CleanCsv;

  constructor(folder: string, name: string) {
    this.#table = new CleanCsv(folder, `${name}-rejects`, 5);
  }

  get rows(): number {
    return this.#table.rows;
  }

  add({ line, sheet = '', reason, detail = '', original }: Reject): void {
    this.#table.add([String(line), sheet, reason, detail, original]);
  }

  flush(): Promise<void> {
    return this.#table.flush();
  }

  end(): Promise<void> {
    return this.#table.end();
  }

  async store(database: Database, file: { readonly fileId: number; readonly path: string }): Promise<void> {
    await this.#table.end();
    if (this.rows === 0) return;
    await database.run(sql`
      INSERT INTO reject
      SELECT ${literal(file.fileId)}, ${literal(file.path)}, c0::BIGINT, c1, c2, c3, coalesce(c4, '')
      FROM ${this.#table.source()}`);
  }
}
