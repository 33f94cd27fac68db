import { posix, resolve, sep } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { Config } from '../../model/config.ts';
import type { InputProblem } from '../../model/errors.ts';
import type { ColumnSource, DateOrder, InputFile, InputFormat } from '../../model/input-file.ts';
import type { SourceColumnName } from '../../model/source-columns.ts';
import { readInputs } from './index.ts';
import { inspectFile } from './inspect.ts';
import { fileMissing } from './problems.ts';

const PATTERNS = 5;

/** One source column as a file fills it; patterns only, never a value. */
export interface ColumnReport {
  readonly column: SourceColumnName;
  /** The file's own headers it is taken from; empty when the sheet's name gives it. */
  readonly headers: readonly string[];
  readonly format?: string;
  readonly filled: number;
  /** Filled rows over rows, 0 to 1. */
  readonly fillRate: number;
  /** Approximate. */
  readonly distinct: number;
  /** The commonest shapes: digits → 9, a letter → A, several → A+; `9{16}` is sixteen digits. */
  readonly patterns: readonly { readonly pattern: string; readonly rows: number }[];
}

/** How Sisir understands one file, for `sisir columns FILE`. */
export interface ColumnsReport {
  readonly path: string;
  readonly problems: readonly InputProblem[];
  readonly format?: InputFormat;
  readonly compressed?: boolean;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quoted?: boolean;
  /** Lines above the header; line ends and counts in `lines`. */
  readonly titles: readonly string[];
  readonly lines?: InputFile['lines'];
  readonly columns: readonly ColumnReport[];
  readonly unusedHeaders: readonly string[];
  readonly rows: { readonly read: number; readonly accepted: number; readonly rejected: number };
  readonly dateOrder?: {
    readonly order: DateOrder;
    readonly from: InputFile['dateOrderFrom'];
    readonly contradict: boolean;
  };
  readonly area?: { readonly kabupaten?: number; readonly from: InputFile['areaFrom'] };
}

/** Reads one file and tells how it is understood. Leaves `roll_raw`, `reject` and `input_file` of that file in `database`. */
export async function describeColumns(
  path: string,
  config: Config,
  database: Database,
): Promise<ColumnsReport> {
  const given = posix.normalize(path.split(sep).join('/'));
  const { understanding, file } = await inspectFile(
    { path: given, absolutePath: resolve(path) },
    config,
    1,
    () => undefined,
  );
  const { problems, titles = [], partial = {} } = understanding;
  const empty = { columns: [], unusedHeaders: [], rows: { read: 0, accepted: 0, rejected: 0 } };
  if (file === undefined)
    return { path: given, problems: missingToo(given, problems), titles, ...partial, ...empty };
  const { encoding, delimiter, quoted, lines, dateOrder, dateOrderFrom, kabupaten, areaFrom } = file;
  const report = {
    path: given,
    problems,
    format: file.format,
    compressed: file.compressed,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quoted === undefined ? {} : { quoted }),
    ...(lines === undefined ? {} : { lines }),
    titles,
    unusedHeaders: file.unusedHeaders,
    dateOrder: { order: dateOrder, from: dateOrderFrom, contradict: file.datesContradict },
    area: { ...(kabupaten === undefined ? {} : { kabupaten }), from: areaFrom },
  };
  if (problems.length > 0)
    return { ...empty, ...report, columns: file.columns.map((source) => unread(file, source)) };
  const quiet = { info: () => undefined, warn: () => undefined };
  const { rowsIn, rowsOut } = await readInputs({
    database,
    config,
    inputs: [file],
    log: quiet,
    progress: () => undefined,
  });
  const columns: ColumnReport[] = [];
  for (const source of file.columns) columns.push(await measured(database, file, source, rowsOut));
  return { ...report, columns, rows: { read: rowsIn, accepted: rowsOut, rejected: rowsIn - rowsOut } };
}

function missingToo(path: string, problems: readonly InputProblem[]): readonly InputProblem[] {
  const missing = problems.some(
    ({ code, text }) => code === 'berkas-tak-terbaca' && text.en.includes('ENOENT'),
  );
  return missing ? [fileMissing(path)] : problems;
}

function unread(file: InputFile, { column, positions, format }: ColumnSource): ColumnReport {
  const headers = positions.map((position) => file.header[position] ?? '');
  return {
    column,
    headers,
    ...(format === undefined ? {} : { format }),
    filled: 0,
    fillRate: 0,
    distinct: 0,
    patterns: [],
  };
}

async function measured(
  database: Database,
  file: InputFile,
  source: ColumnSource,
  rows: number,
): Promise<ColumnReport> {
  const name = identifier(source.column);
  const { filled, distinct } = await database.row<{ filled: number; distinct: number }>(
    sql`SELECT count(${name}) AS filled, approx_count_distinct(${name}) AS "distinct" FROM roll_raw`,
  );
  const shapes = await database.rows<{ pattern: string; rows: number }>(sql`
    SELECT regexp_replace(regexp_replace(regexp_replace(${name}, '\\p{L}', 'A', 'g'), 'AA+', 'A+', 'g'), '[0-9]', '9', 'g')
      AS pattern, count(*) AS rows
    FROM roll_raw WHERE ${name} IS NOT NULL
    GROUP BY pattern ORDER BY rows DESC, pattern LIMIT ${PATTERNS}`);
  const patterns = shapes.map(({ pattern, rows: count }) => ({ pattern: collapsed(pattern), rows: count }));
  return {
    ...unread(file, source),
    filled,
    fillRate: rows === 0 ? 0 : filled / rows,
    distinct: Math.min(distinct, filled),
    patterns,
  };
}

function collapsed(pattern: string): string {
  return pattern.replace(/9{2,}/g, (run) => `9{${run.length}}`);
}
