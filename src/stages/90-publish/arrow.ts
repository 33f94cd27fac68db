import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Data, DataType, Schema } from 'apache-arrow';
import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { OutputColumn, OutputTable } from '../../model/output-tables.ts';

type Arrow = typeof import('apache-arrow');

/** Rows of one record batch; a whole table of the province is never in memory. */
const BATCH_ROWS = 65_536;

/** Up to so many rows a table is read by one query; more take several for each column of texts. */
const SMALL_ROWS = 2048;

/** How a column of numbers becomes a column of Arrow; NaN stands for NULL. */
interface ArrowColumn {
  readonly name: string;
  readonly type: DataType;
  data(numbers: Float64Array, nulls: Nulls): Data;
}

/** The contents of a published table. */
interface Contents {
  readonly rows: number;
  /** The texts of each VARCHAR column, each once, sorted by their bytes. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Of each column the numbers of so many rows from a row on; of a text its place among the column's. */
  batch(from: number, rows: number): Promise<Float64Array[]>;
}

function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

async function smallContents(
  database: Database,
  { columns }: OutputTable,
  source: Sql,
  rows: number,
): Promise<Contents> {
  const values = columns.map(({ name, type }) => {
    const column = identifier(name);
    return type === 'VARCHAR' ? column : sql`CAST(${column} AS DOUBLE) AS ${column}`;
  });
  const read = await database.rows(sql`SELECT ${join(values)} FROM ${source} ORDER BY file_row_number`);
  const texts = new Map<string, readonly string[]>();
  const numbers = columns.map(({ name, type }) => {
    if (type !== 'VARCHAR') return Float64Array.from(read, (row) => Number(row[name] ?? Number.NaN));
    const cells = read.map((row) => row[name] ?? null);
    const found = [...new Set(cells.filter((cell) => typeof cell === 'string'))].toSorted(byBytes);
    texts.set(name, found);
    const places = new Map<unknown, number>(found.map((text, place) => [text, place]));
    return Float64Array.from(cells, (cell) => places.get(cell) ?? Number.NaN);
  });
  return {
    rows,
    texts,
    batch: async (from, count) => numbers.map((column) => column.subarray(from, from + count)),
  };
}

async function largeContents(
  database: Database,
  table: OutputTable,
  source: Sql,
  rows: number,
): Promise<Contents> {
  const texts = new Map<string, readonly string[]>();
  const values: Sql[] = [];
  for (const { name, type: columnType } of table.columns) {
    const column = identifier(name);
    if (columnType !== 'VARCHAR') {
      values.push(column);
      continue;
    }
    const type = identifier(`texts_of_${table.name}_${name}`);
    await database.run(sql`CREATE TYPE ${type} AS ENUM (
      SELECT DISTINCT ${column} FROM ${source} WHERE ${column} IS NOT NULL ORDER BY 1)`);
    const found = await database.rows<{ text: string }>(
      sql`SELECT unnest(enum_range(CAST(NULL AS ${type})))::VARCHAR AS text`,
    );
    texts.set(
      name,
      found.map(({ text }) => text),
    );
    values.push(sql`enum_code(CAST(${column} AS ${type}))`);
  }
  return {
    rows,
    texts,
    batch: async (from, count) =>
      await database.doubles(
        values,
        sql`${source} WHERE file_row_number BETWEEN ${literal(from)} AND ${literal(from + count - 1)} ORDER BY file_row_number`,
      ),
  };
}

interface Nulls {
  readonly nullCount: number;
  /** One bit a row, 1 where there is a value; null where no value is missing. */
  readonly nullBitmap: Uint8Array | null;
}

function nullsOf(numbers: Float64Array): Nulls {
  const nullBitmap = new Uint8Array(Math.ceil(numbers.length / 64) * 8);
  let nullCount = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (Number.isNaN(numbers[row])) nullCount += 1;
    else nullBitmap[row >> 3] = (nullBitmap[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return { nullCount, nullBitmap: nullCount === 0 ? null : nullBitmap };
}

/** A loop, since `from` with a function takes three times as long; NaN becomes 0. */
function wholeNumbers(numbers: Float64Array): BigInt64Array {
  const whole = new BigInt64Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) whole[row] = BigInt(numbers[row] || 0);
  return whole;
}

/**
 * Texts are a dictionary and a number a row: they repeat, and DuckDB's strings would cost ten times as much to read.
 * @param id of the dictionary within the file; arrow's own numbers count through the process
 */
function textColumn(
  { makeData, vectorFromArray, Dictionary, Int32, Utf8 }: Arrow,
  { name }: OutputColumn,
  texts: readonly string[],
  id: number,
): ArrowColumn {
  const dictionary = vectorFromArray(texts, new Utf8());
  const dictionaryType = new Dictionary(new Utf8(), new Int32(), id, true);
  return {
    name,
    type: dictionaryType,
    data: (numbers, nulls) =>
      makeData({
        type: dictionaryType,
        length: numbers.length,
        ...nulls,
        data: new Int32Array(numbers),
        dictionary,
      }),
  };
}

function numberColumn({ makeData, Float64, Int64 }: Arrow, { name, type }: OutputColumn): ArrowColumn {
  if (type === 'BIGINT')
    return {
      name,
      type: new Int64(),
      data: (numbers, nulls) =>
        makeData({
          type: new Int64(),
          length: numbers.length,
          ...nulls,
          data: wholeNumbers(numbers),
        }),
    };
  if (!type.startsWith('DECIMAL')) throw new RangeError(`no Arrow type is chosen for ${type}`);
  return {
    name,
    type: new Float64(),
    data: (numbers, nulls) =>
      makeData({
        type: new Float64(),
        length: numbers.length,
        ...nulls,
        data: numbers.map((number) => (Number.isNaN(number) ? 0 : number)),
      }),
  };
}

/**
 * Writes a published table as an Arrow IPC file beside its Parquet file, rows in the same order: texts as dictionaries,
 * BIGINT as Int64, decimals as Float64. The same rows give the same bytes.
 * @param parquet path of the published table
 * @param smallRows up to how many rows are read by one query; the bytes do not depend on it
 * @throws QueryError, the file system's error
 */
export async function writeArrow(
  database: Database,
  table: OutputTable,
  parquet: string,
  smallRows: number = SMALL_ROWS,
): Promise<void> {
  const arrow = await import('apache-arrow');
  const source = sql`read_parquet(${literal(parquet)}, file_row_number = true)`;
  const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${source}`);
  const contents = await (rows <= smallRows ? smallContents : largeContents)(database, table, source, rows);
  const columns = table.columns.map((column, id) => {
    const texts = contents.texts.get(column.name);
    return texts === undefined ? numberColumn(arrow, column) : textColumn(arrow, column, texts, id);
  });
  const schema = new arrow.Schema(columns.map(({ name, type }) => new arrow.Field(name, type, true)));
  const bytes = fileBytes(arrow, schema, columns, contents);
  await pipeline(bytes, createWriteStream(parquet.replace(/\.parquet$/, '.arrow')));
}

/** The bytes of an Arrow file, batch by batch. */
async function* fileBytes(
  { AsyncByteQueue, RecordBatch, RecordBatchFileWriter, Struct, makeData }: Arrow,
  schema: Schema,
  columns: readonly ArrowColumn[],
  contents: Contents,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sink = new (class extends AsyncByteQueue {
    override write(value: Uint8Array): void {
      if (value.byteLength > 0) pieces.push(value);
    }
  })();
  const writer = new RecordBatchFileWriter();
  writer.reset(sink, schema);
  for (let from = 0; from === 0 || from < contents.rows; from += BATCH_ROWS) {
    const numbers = await contents.batch(from, BATCH_ROWS);
    const children = columns.map((column, index) => {
      const array = numbers[index] ?? new Float64Array();
      return column.data(array, nullsOf(array));
    });
    const length = numbers[0]?.length ?? 0;
    const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
    writer.write(new RecordBatch(schema, struct));
    yield* pieces.splice(0);
  }
  writer.finish();
  yield* pieces;
}
