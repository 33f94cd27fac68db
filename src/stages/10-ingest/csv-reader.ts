import { join, list, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { LineEnd } from '../../model/input-file.ts';
import { globbed } from './roll-select.ts';

/** Longest line that is read, in bytes; a longer one is a reject. */
export const MAX_LINE_BYTES = 2_000_000;

/** Where `store_rejects` puts errors and scans. */
export const ERRORS = 'ingest_reject_error';
export const SCANS = 'ingest_reject_scan';

export const csvCell = (position: number): Sql => trusted(`c${position}`);

export interface CsvReader {
  readonly paths: readonly string[];
  readonly skip: number;
  readonly delimiter: string;
  readonly quote: '"' | '';
  readonly columns: number;
  readonly compressed: boolean;
  readonly maxLineBytes: number;
  readonly rejects: boolean;
  /** Left to detection when absent. */
  readonly lineEnd?: LineEnd;
  /** Off where quoted cells hold line breaks, so that no thread has to guess where a row begins. */
  readonly parallel: boolean;
}

const NEW_LINE: Partial<Record<LineEnd, string>> = { lf: '\\n', crlf: '\\r\\n' };

/** `read_csv` with nothing left to detection; columns are c0, c1, … by position. */
export function csvReader(reader: CsvReader): Sql {
  const columns = join(
    Array.from({ length: reader.columns }, (_, index) => sql`${csvCell(index)}: 'VARCHAR'`),
  );
  const newLine = reader.lineEnd === undefined ? undefined : NEW_LINE[reader.lineEnd];
  const rejects = sql`, store_rejects = true, rejects_table = ${literal(ERRORS)}, rejects_scan = ${literal(SCANS)}`;
  return sql`read_csv(${list(reader.paths.map(globbed))}, auto_detect = false, header = false,
    skip = ${literal(reader.skip)}, delim = ${literal(reader.delimiter)},
    quote = ${literal(reader.quote)}, escape = ${literal(reader.quote)}, columns = {${columns}},
    compression = ${literal(reader.compressed ? 'gzip' : 'none')},
    max_line_size = ${literal(reader.maxLineBytes)}, parallel = ${literal(reader.parallel)}${
      newLine === undefined ? trusted('') : sql`, new_line = ${literal(newLine)}`
    }${reader.rejects ? rejects : trusted('')})`;
}
