import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Data, DataType, Schema } from 'apache-arrow';
import type { Database } from '../../engine/database.ts';
import { identifier, literal, type Sql, sql } from '../../engine/sql.ts';
import type { OutputColumn, OutputTable } from '../../model/output-tables.ts';

type Arrow = typeof import('apache-arrow');

/** Rows of one record batch; a whole table of the province is never in memory. */
const BATCH_ROWS = 65_536;

/** How a column of numbers from DuckDB becomes a column of Arrow; NaN stands for NULL. */
interface ArrowColumn {
  readonly name: string;
  readonly type: DataType;
  /** As DuckDB reads it, a number. */
  readonly value: Sql;
  data(numbers: Float64Array, nulls: Nulls): Data;
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
async function textColumn(
  { makeData, vectorFromArray, Dictionary, Int32, Utf8 }: Arrow,
  database: Database,
  table: OutputTable,
  { name }: OutputColumn,
  source: Sql,
  id: number,
): Promise<ArrowColumn> {
  const type = identifier(`texts_of_${table.name}_${name}`);
  await database.run(sql`CREATE TYPE ${type} AS ENUM (
    SELECT DISTINCT ${identifier(name)} FROM ${source} WHERE ${identifier(name)} IS NOT NULL ORDER BY 1)`);
  const texts = await database.rows<{ text: string }>(
    sql`SELECT unnest(enum_range(CAST(NULL AS ${type})))::VARCHAR AS text`,
  );
  const dictionary = vectorFromArray(
    texts.map(({ text }) => text),
    new Utf8(),
  );
  const dictionaryType = new Dictionary(new Utf8(), new Int32(), id, true);
  return {
    name,
    type: dictionaryType,
    value: sql`enum_code(CAST(${identifier(name)} AS ${type}))`,
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
  const value = identifier(name);
  if (type === 'BIGINT')
    return {
      name,
      type: new Int64(),
      value,
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
    value,
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
 * @throws QueryError, the file system's error
 */
export async function writeArrow(database: Database, table: OutputTable, parquet: string): Promise<void> {
  const arrow = await import('apache-arrow');
  const source = sql`read_parquet(${literal(parquet)}, file_row_number = true)`;
  const columns: ArrowColumn[] = [];
  for (const [id, column] of table.columns.entries()) {
    columns.push(
      column.type === 'VARCHAR'
        ? await textColumn(arrow, database, table, column, source, id)
        : numberColumn(arrow, column),
    );
  }
  const schema = new arrow.Schema(columns.map(({ name, type }) => new arrow.Field(name, type, true)));
  const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${source}`);
  const bytes = fileBytes(arrow, database, { schema, columns, source, rows });
  await pipeline(bytes, createWriteStream(parquet.replace(/\.parquet$/, '.arrow')));
}

interface ArrowSource {
  readonly schema: Schema;
  readonly columns: readonly ArrowColumn[];
  readonly source: Sql;
  readonly rows: number;
}

/** The bytes of an Arrow file, batch by batch. */
async function* fileBytes(
  { AsyncByteQueue, RecordBatch, RecordBatchFileWriter, Struct, makeData }: Arrow,
  database: Database,
  { schema, columns, source, rows }: ArrowSource,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sink = new (class extends AsyncByteQueue {
    override write(value: Uint8Array): void {
      if (value.byteLength > 0) pieces.push(value);
    }
  })();
  const writer = new RecordBatchFileWriter();
  writer.reset(sink, schema);
  const values = columns.map(({ value }) => value);
  for (let from = 0; from === 0 || from < rows; from += BATCH_ROWS) {
    const slice = sql`${source} WHERE file_row_number BETWEEN ${literal(from)} AND ${literal(from + BATCH_ROWS - 1)} ORDER BY file_row_number`;
    const numbers = await database.doubles(values, slice);
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
