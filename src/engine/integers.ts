import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBVector,
  INTEGER,
} from '@duckdb/node-api';

const VECTOR_ROWS = 2048;

/**
 * Reads a small result of DOUBLE columns, one array a column. The query turns NULL into NaN itself.
 * @throws TypeError when a column is none, and the query's own error
 */
export async function readDoubles(
  connection: DuckDBConnection,
  query: string,
  columns: number,
): Promise<Float64Array[]> {
  const chunks = await (await connection.run(query)).fetchAllChunks();
  const rows = chunks.reduce((total, { rowCount }) => total + rowCount, 0);
  const arrays = Array.from({ length: columns }, () => new Float64Array(rows));
  let at = 0;
  for (const chunk of chunks) {
    for (const [column, array] of arrays.entries()) {
      const { items } = chunk.getColumnVector(column) as unknown as { readonly items: unknown };
      if (!(items instanceof Float64Array)) throw new TypeError('not a DOUBLE column');
      array.set(items.subarray(0, chunk.rowCount), at);
    }
    at += chunk.rowCount;
  }
  return arrays;
}

/** DuckDB's own array behind an INTEGER vector; reading it row by row would cost a hundred times more. */
function itemsOf(vector: DuckDBVector): Int32Array {
  const { items } = vector as unknown as { readonly items: unknown };
  if (!(items instanceof Int32Array)) throw new TypeError('not an INTEGER column');
  return items;
}

/**
 * Streams a result of exactly `rows` rows; `take` gets a chunk, and how many rows came before it. A stream that fails
 * half-way ends without an error, which is why the rows are counted.
 */
async function streamRows(
  connection: DuckDBConnection,
  query: string,
  rows: number,
  take: (chunk: DuckDBDataChunk, at: number) => void,
): Promise<void> {
  const result = await connection.stream(query);
  let read = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    take(chunk, read);
    read += chunk.rowCount;
  }
  if (read !== rows) throw new RangeError(`expected ${rows} rows, found ${read}`);
}

/** Zeros that worker threads can share. */
export function sharedIntegers(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4), 0, length);
}

/**
 * Reads INTEGER columns without NULL into arrays that worker threads can share; `query` gives exactly `rows` rows.
 * The caller puts a finished table behind `query`.
 * @throws RangeError when the query gives another number of rows
 */
export async function readIntegers(
  connection: DuckDBConnection,
  query: string,
  columns: number,
  rows: number,
): Promise<Int32Array<SharedArrayBuffer>[]> {
  const arrays = Array.from({ length: columns }, () => sharedIntegers(rows));
  await streamRows(connection, query, rows, (chunk, at) => {
    if (at + chunk.rowCount > rows) throw new RangeError(`expected ${rows} rows, found more`);
    for (const [column, array] of arrays.entries())
      array.set(itemsOf(chunk.getColumnVector(column)).subarray(0, chunk.rowCount), at);
  });
  return arrays;
}

/** Rows of `width` integers, one after another, in an array that worker threads can share. */
export interface IntegerRows {
  readonly rows: number;
  readonly width: number;
  readonly values: Int32Array<SharedArrayBuffer>;
}

export function emptyRows(rows: number, width: number): IntegerRows {
  return { rows, width, values: sharedIntegers(rows * width) };
}

/**
 * Reads INTEGER columns without NULL into `into`, from place `first` of a row on, for a query whose first column is the
 * number of each row: 0, 1, 2, … in any order, each once.
 * @throws RangeError when a number is missing or does not exist
 */
export async function readIntegersByPlace(
  connection: DuckDBConnection,
  query: string,
  columns: number,
  into: IntegerRows,
  first: number,
): Promise<void> {
  await streamRows(connection, query, into.rows, (chunk) => {
    const numbers = itemsOf(chunk.getColumnVector(0)).subarray(0, chunk.rowCount);
    for (let column = 0; column < columns; column += 1)
      putAt(numbers, itemsOf(chunk.getColumnVector(column + 1)), into, first + column);
  });
}

function putAt(
  numbers: Int32Array,
  column: Int32Array,
  { rows, width, values }: IntegerRows,
  place: number,
): void {
  for (let at = 0; at < numbers.length; at += 1) {
    const row = numbers[at] ?? -1;
    if (row < 0 || row >= rows) throw new RangeError(`place ${row} of ${rows}`);
    values[row * width + place] = column[at] ?? 0;
  }
}

/** Appends rows, given as one array per INTEGER column, to a table. */
export function appendIntegers(appender: DuckDBAppender, columns: readonly Int32Array[]): void {
  const rows = columns[0]?.length ?? 0;
  const types = columns.map(() => INTEGER);
  let chunk = DuckDBDataChunk.create(types, Math.min(rows, VECTOR_ROWS));
  for (let from = 0; from < rows; from += VECTOR_ROWS) {
    const count = Math.min(VECTOR_ROWS, rows - from);
    if (chunk.rowCount !== count) chunk = DuckDBDataChunk.create(types, count);
    for (const [column, array] of columns.entries()) {
      const vector = chunk.getColumnVector(column);
      itemsOf(vector).set(array.subarray(from, from + count));
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
}
