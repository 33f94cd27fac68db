import { identifier, literal, type Sql, sql } from '../../engine/sql.ts';
import { globbed } from './roll-select.ts';

/** One row of DESCRIBE. */
export interface ParquetColumn {
  readonly column_name: string;
  readonly column_type: string;
}

export function parquetSource(absolutePath: string): Sql {
  return sql`read_parquet(${literal(globbed(absolutePath))}, hive_partitioning = false)`;
}

/** Each column as the text that a CSV would hold: dates as `DD|MM|YYYY`, everything else as DuckDB writes it. */
export function parquetCells(schema: readonly ParquetColumn[]): readonly Sql[] {
  return schema.map(({ column_name, column_type }) => {
    const cell = identifier(column_name);
    if (/^(DATE|TIMESTAMP)/.test(column_type)) return sql`strftime(${cell}, ${literal('%d|%m|%Y')})`;
    if (/^(DOUBLE|FLOAT)$/.test(column_type)) return wholeNumber(cell);
    return sql`nullif(CAST(${cell} AS VARCHAR), ${literal('')})`;
  });
}

/** A number that a spreadsheet turned into floating point, without `.0` and exponent while it is whole. */
function wholeNumber(cell: Sql): Sql {
  return sql`CASE WHEN ${cell} = trunc(${cell}) AND abs(${cell}) < 1e18 THEN CAST(CAST(${cell} AS BIGINT) AS VARCHAR)
    ELSE CAST(${cell} AS VARCHAR) END`;
}
