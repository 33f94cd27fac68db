import { mkdirSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { type DuckDBBlobValue, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import {
  appendIntegers,
  emptyRows,
  type IntegerRows,
  readDoubles,
  readIntegers,
  readIntegersByPlace,
} from './integers.ts';
import { redact } from './redact.ts';
import { identifier, join, literal, type Sql, sql } from './sql.ts';

export interface DatabaseOptions {
  readonly threads: number;
  /** e.g. `8GB`. */
  readonly memory: string;
  /** Where DuckDB spills and where `materialise` keeps its tables; created, and removed by `close`. */
  readonly folder: string;
}

/** A failed statement, without the values DuckDB would quote. `cause` is never kept: it holds them. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

export type Row = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** A table of this run: rows on disk as Parquet, a view of the same name in the catalog. */
export interface StoredTable {
  readonly name: string;
  readonly rows: number;
}

export interface Naming {
  readonly rowId?: string;
  readonly computed?: readonly Sql[];
}

export interface Storing extends Naming {
  /** Columns by whose values parts of the table are read: rows lie in their order, and what is not asked for is passed over. */
  readonly readBy?: readonly string[];
}

/** Rows that are read or passed over as one, in a table with `readBy`. */
const PART_ROWS = 8192;

/** What all connections of one catalog share. */
interface Shared {
  readonly instance: DuckDBInstance;
  readonly open: Set<DuckDBConnection>;
  /** No statement may begin any more. */
  stopped: boolean;
}

/**
 * The engine's only door to DuckDB: an in-memory catalog whose large tables are Parquet files in `folder`.
 * Statements on one `Database` run one after another unless they use `parallel`.
 */
export class Database {
  readonly folder: string;
  readonly #shared: Shared;
  readonly #connection: DuckDBConnection;

  private constructor(shared: Shared, connection: DuckDBConnection, folder: string) {
    this.#shared = shared;
    this.#connection = connection;
    this.folder = folder;
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    mkdirSync(joinPath(options.folder, 'spill'), { recursive: true });
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads),
      memory_limit: options.memory,
      preserve_insertion_order: 'false',
      temp_directory: joinPath(options.folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const shared: Shared = { instance, open: new Set(), stopped: false };
    return new Database(shared, await Database.#connect(shared), options.folder);
  }

  static async #connect({ instance, open }: Shared): Promise<DuckDBConnection> {
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    open.add(connection);
    return connection;
  }

  /** Runs a statement. Returns the number of rows it changed or wrote. @throws QueryError */
  async run(statement: Sql): Promise<number> {
    const result = await this.#attempt(() => this.#connection.run(statement.text(1), [...statement.values]));
    return result.rowsChanged;
  }

  /** All rows of a small result, integers as number where they are safe. @throws QueryError */
  async rows<T extends object = Row>(query: Sql): Promise<T[]> {
    const reader = await this.#attempt(() =>
      this.#connection.runAndReadAll(query.text(1), [...query.values]),
    );
    return reader.getRowObjectsJS().map((row) => plain(row) as T);
  }

  /** The first row. @throws QueryError, RangeError when there is none */
  async row<T extends object = Row>(query: Sql): Promise<T> {
    const [first] = await this.rows<T>(query);
    if (first === undefined) throw new RangeError('the query gave no row');
    return first;
  }

  /** The DOUBLE columns of a small result, NULL as NaN: one array a column. @throws QueryError, TypeError */
  async doubles(columns: readonly Sql[], from: Sql): Promise<Float64Array[]> {
    const values = columns.map((column) => sql`coalesce(CAST(${column} AS DOUBLE), 'NaN'::DOUBLE)`);
    const query = sql`SELECT ${join(values)} FROM ${from}`;
    return await this.#attempt(() => readDoubles(this.#connection, query.text(1), columns.length));
  }

  /** The BLOBs of a query of one column, in its order. @throws QueryError */
  async bytes(query: Sql): Promise<Uint8Array[]> {
    const reader = await this.#attempt(() =>
      this.#connection.runAndReadAll(query.text(1), [...query.values]),
    );
    return reader.getColumns()[0]?.map((value) => (value as DuckDBBlobValue).bytes) ?? [];
  }

  /**
   * Writes a query's rows as a Parquet table of this run and names it.
   * `rowId` names a column that counts the rows in file order, from 0; `computed` are columns (`x AS y`) that are
   * not stored but computed from the stored ones as they are read.
   * @throws QueryError
   */
  async materialise(
    name: string,
    query: Sql,
    { readBy = [], ...naming }: Storing = {},
  ): Promise<StoredTable> {
    const path = joinPath(this.folder, `${name}.parquet`);
    const rows = await this.writeParquet(path, query, readBy);
    await this.nameParquet(name, [path], naming);
    return { name, rows };
  }

  /**
   * Writes a query's rows as a Parquet file for this run only: quick to write rather than small. Most columns of a
   * roll have too many values for a dictionary; not trying one saves a third of the time.
   * @param readBy see `Storing`
   * @returns the number of rows
   * @throws QueryError
   */
  async writeParquet(path: string, query: Sql, readBy: readonly string[] = []): Promise<number> {
    const isWhole = readBy.length === 0;
    const rows = isWhole ? query : sql`FROM (${query}) ORDER BY ${join(readBy.map(identifier))}`;
    const parts = isWhole ? sql`` : sql`, ROW_GROUP_SIZE ${literal(PART_ROWS)}`;
    return await this.run(
      sql`COPY (${rows}) TO ${literal(path)} (FORMAT parquet, COMPRESSION lz4_raw, DICTIONARY_SIZE_LIMIT 1000${parts})`,
    );
  }

  /**
   * Names Parquet files of the same columns as one table (a view). `rowId` names a column that numbers the rows:
   * the file's place in `paths` times 2^40, plus the row's place in the file.
   */
  async nameParquet(
    name: string,
    paths: readonly string[],
    { rowId, computed = [] }: Naming = {},
  ): Promise<void> {
    const parts = paths.map((path, part) =>
      rowId === undefined
        ? sql`SELECT * FROM read_parquet(${literal(path)})`
        : sql`SELECT ${literal(BigInt(part) << 40n)} + file_row_number AS ${identifier(rowId)}, * EXCLUDE (file_row_number) FROM read_parquet(${literal(path)}, file_row_number = true)`,
    );
    await this.run(sql`CREATE OR REPLACE VIEW ${identifier(name)} AS
      SELECT *${join(
        computed.map((column) => sql`, ${column}`),
        '',
      )} FROM (${join(parts, ' UNION ALL ')})`);
  }

  /**
   * Columns of a finished table, INTEGER and without NULL, as arrays that worker threads can share, in the order of
   * `orderBy` or, without it, in any.
   * @throws QueryError, RangeError when not all rows came
   */
  async integers(
    table: string,
    columns: readonly string[],
    orderBy: readonly string[] = [],
  ): Promise<Int32Array<SharedArrayBuffer>[]> {
    const { rows } = await this.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${identifier(table)}`);
    const order = orderBy.length === 0 ? sql`` : sql` ORDER BY ${join(orderBy.map(identifier))}`;
    const query = sql`SELECT ${join(columns.map(identifier))} FROM ${identifier(table)}${order}`;
    const other = await this.parallel();
    try {
      return await this.#attempt(() => readIntegers(other.#connection, query.text(1), columns.length, rows));
    } finally {
      other.disconnect();
    }
  }

  /**
   * Columns as in `integers`, of a table of `rows` rows with a column `place` that numbers them from 0: in that order,
   * without sorting, and row after row. Half of the columns come by a connection of their own.
   * @throws QueryError, RangeError when not all rows came
   */
  async integersByPlace(
    table: string,
    rows: number,
    place: string,
    columns: readonly string[],
  ): Promise<IntegerRows> {
    const into = emptyRows(rows, columns.length);
    const half = Math.ceil(columns.length / 2);
    await Promise.all(
      [0, half].map(async (first) => {
        const part = columns.slice(first, first === 0 ? half : undefined);
        if (part.length === 0) return;
        const query = sql`SELECT ${join([place, ...part].map(identifier))} FROM ${identifier(table)}`;
        const other = await this.parallel();
        try {
          await this.#attempt(() =>
            readIntegersByPlace(other.#connection, query.text(1), part.length, into, first),
          );
        } finally {
          other.disconnect();
        }
      }),
    );
    return into;
  }

  /** Appends rows to a table of INTEGER columns: one array a column. @throws QueryError */
  async append(table: string, columns: readonly Int32Array[]): Promise<void> {
    await this.#attempt(async () => {
      const appender = await this.#connection.createAppender(table);
      appendIntegers(appender, columns);
      appender.closeSync();
    });
  }

  /** A second connection to the same catalog, for statements that may run beside others. Close it. */
  async parallel(): Promise<Database> {
    return new Database(this.#shared, await Database.#connect(this.#shared), this.folder);
  }

  /** Closes this connection; the catalog lives on in others. */
  disconnect(): void {
    this.#shared.open.delete(this.#connection);
    this.#connection.closeSync();
  }

  /** Breaks off what runs on any connection and lets nothing begin; each such call then throws a QueryError. */
  interrupt(): void {
    this.#shared.stopped = true;
    for (const connection of this.#shared.open) connection.interrupt();
  }

  /** Closes everything and, unless `keep`, removes the tables of the run. */
  close({ keep = false }: { readonly keep?: boolean } = {}): void {
    this.disconnect();
    this.#shared.instance.closeSync();
    if (!keep) rmSync(this.folder, { recursive: true, force: true });
  }

  async #attempt<T>(action: () => Promise<T>): Promise<T> {
    if (this.#shared.stopped) throw new QueryError('INTERRUPT Error: Interrupted!');
    try {
      return await action();
    } catch (error) {
      throw new QueryError(redact(error instanceof Error ? error.message : String(error)));
    }
  }
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'bigint' && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
      row[key] = Number(value);
    }
  }
  return row;
}
