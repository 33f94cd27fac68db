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
 * Streams a result of exactly `rows` rows into arrays that worker threads can share; `fill` takes a chunk, and how many
 * rows came before it. A stream that fails half-way ends without an error, which is why the rows are counted.
 */
async function streamInto(
  connection: DuckDBConnection,
  query: string,
  columns: number,
  rows: number,
  fill: (arrays: readonly Int32Array[], chunk: DuckDBDataChunk, at: number) => void,
): Promise<Int32Array<SharedArrayBuffer>[]> {
  const arrays = Array.from(
    { length: columns },
    () => new Int32Array(new SharedArrayBuffer(Math.max(rows, 1) * 4), 0, rows),
  );
  const result = await connection.stream(query);
  let read = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    fill(arrays, chunk, read);
    read += chunk.rowCount;
  }
  if (read !== rows) throw new RangeError(`expected ${rows} rows, found ${read}`);
  return arrays;
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
  return await streamInto(connection, query, columns, rows, (arrays, chunk, at) => {
    if (at + chunk.rowCount > rows) throw new RangeError(`expected ${rows} rows, found more`);
    for (const [column, array] of arrays.entries())
      array.set(itemsOf(chunk.getColumnVector(column)).subarray(0, chunk.rowCount), at);
  });
}

/**
 * As `readIntegers`, for a query whose first column is the place of each row: 0, 1, 2, … in any order, each once.
 * Returns the other columns by place.
 * @throws RangeError when a place is missing or does not exist
 */
export async function readIntegersByPlace(
  connection: DuckDBConnection,
  query: string,
  columns: number,
  rows: number,
): Promise<Int32Array<SharedArrayBuffer>[]> {
  return await streamInto(connection, query, columns, rows, (arrays, chunk) => {
    const places = itemsOf(chunk.getColumnVector(0)).subarray(0, chunk.rowCount);
    for (const [column, array] of arrays.entries())
      putAt(places, itemsOf(chunk.getColumnVector(column + 1)), array);
  });
}

function putAt(places: Int32Array, values: Int32Array, into: Int32Array): void {
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  if (last >= into.length || first < 0) throw new RangeError(`place ${last} of ${into.length}`);
  if (last - first === places.length - 1 && isAscending(places)) {
    into.set(values.subarray(0, places.length), first);
    return;
  }
  for (let at = 0; at < places.length; at += 1) into[places[at] ?? 0] = values[at] ?? 0;
}

function isAscending(places: Int32Array): boolean {
  for (let at = 1; at < places.length; at += 1)
    if ((places[at] ?? 0) !== (places[at - 1] ?? 0) + 1) return false;
  return true;
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
