import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { Database, QueryError } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';
import type { Config } from '../../model/config.ts';
import { dateOrderOf } from './date-order.ts';
import type { FoundInput } from './expand-inputs.ts';
import { isHeader, mapHeader, mappedHeaderKeys, showableCells } from './header-mapping.ts';
import type { FileUnderstanding } from './inspect.ts';
import { type ParquetColumn, parquetCells, parquetSource } from './parquet-columns.ts';
import { headerMissing, headerOnly, notParquet } from './problems.ts';
import { storedBytes } from './text-stream.ts';

const SAMPLE_ROWS = 10_000;

/** Understands a Parquet file: its columns are found by name through the same aliases as CSV headers. */
export async function inspectParquet(
  { path, absolutePath }: FoundInput,
  config: Config,
  onBytes: (bytes: number) => void,
): Promise<FileUnderstanding> {
  const hash = createHash('sha256');
  for await (const chunk of storedBytes(absolutePath, hash)) onBytes(chunk.length);
  const folder = await mkdtemp(joinPath(tmpdir(), 'sisir-'));
  const database = await Database.open({ threads: 1, memory: '512MB', folder });
  try {
    return await understand(database, path, absolutePath, config, hash.digest('hex'));
  } catch (error) {
    if (error instanceof QueryError) return { problems: [notParquet(path)] };
    throw error;
  } finally {
    database.close();
  }
}

async function understand(
  database: Database,
  path: string,
  absolutePath: string,
  config: Config,
  sha256: string,
): Promise<FileUnderstanding> {
  const schema = await database.rows<ParquetColumn>(
    sql`DESCRIBE SELECT * FROM ${parquetSource(absolutePath)}`,
  );
  const header = schema.map((column) => column.column_name);
  if (!isHeader(header, mappedHeaderKeys(config)))
    return { problems: [headerMissing(path, showableCells(header))] };
  const { columns, unusedHeaders, problems } = mapHeader(header, config, path, 1);
  const { rows } = await database.row<{ rows: number }>(
    sql`SELECT count(*) AS rows FROM ${parquetSource(absolutePath)}`,
  );
  const source = columns.find(({ column, format }) => column === 'tanggal_lahir' && format === undefined);
  const cells = parquetCells(schema);
  const [cell] = (source?.positions ?? []).flatMap((position) => cells[position] ?? []);
  const dates =
    cell === undefined
      ? []
      : await database.rows<{ date: string | null }>(
          sql`SELECT ${cell} AS date FROM ${parquetSource(absolutePath)} LIMIT ${literal(SAMPLE_ROWS)}`,
        );
  const dateOrder = dateOrderOf(
    dates.map(({ date }) => date ?? ''),
    config.date_order,
  );
  return {
    problems: rows === 0 ? [...problems, headerOnly(path, 1)] : problems,
    file: {
      sha256,
      format: 'parquet',
      compressed: false,
      rows,
      header,
      columns,
      unusedHeaders,
      ...dateOrder,
    },
  };
}
