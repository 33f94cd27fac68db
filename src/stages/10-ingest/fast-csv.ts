import { join as joinPath } from 'node:path';
import { type Database, QueryError } from '../../engine/database.ts';
import { identifier, join, list, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import { csvCell, csvReader, ERRORS, MAX_LINE_BYTES, SCANS } from './csv-reader.ts';
import { splitRecord } from './csv-record.ts';
import { type CsvSource, recordLines } from './csv-source.ts';
import { hasContent, type RollSelect, rollColumns } from './roll-select.ts';
import { isTotalLine, NIK_LEAST_DIGITS, nikPositions, TOTAL_CELL } from './total-line.ts';

export interface FileCounts {
  readonly accepted: number;
  readonly rejected: number;
}

/** A Parquet part of `roll_raw`. */
export interface Part {
  readonly firstFileId: number;
  readonly path: string;
}

export interface FastResult {
  readonly parts: readonly Part[];
  readonly counts: ReadonlyMap<number, FileCounts>;
  /** Files for which conservation was not proved; none of their rows or rejects were kept. */
  readonly unproved: readonly CsvSource[];
}

/**
 * Reads files of one layout in one parallel scan and writes their rows as Parquet, their bad lines into `reject`.
 * A file is kept only when its lines are all accounted for: DuckDB drops lines without a word in some cases.
 */
export async function readFast(
  database: Database,
  batch: readonly CsvSource[],
  missing: readonly string[],
): Promise<FastResult> {
  const [first] = batch;
  if (first === undefined) return { parts: [], counts: new Map(), unproved: [] };
  const part = joinPath(database.folder, `roll_raw-${first.file.fileId}.parquet`);
  try {
    await database.writeParquet(part, rowsOf(batch, first, missing));
  } catch (error) {
    if (!(error instanceof QueryError && error.message.startsWith('Invalid Input Error'))) throw error;
    await dropRejects(database);
    return batch.length === 1
      ? { parts: [], counts: new Map(), unproved: batch }
      : readHalves(database, batch, missing);
  }
  await keepRejects(database, batch, first.file.header.length);
  const { counts, unproved } = await proveConservation(database, batch, part);
  await dropRejects(database);
  if (unproved.length === 0)
    return { parts: [{ firstFileId: first.file.fileId, path: part }], counts, unproved };
  const bad = join(unproved.map(({ file }) => literal(file.fileId)));
  await database.run(sql`DELETE FROM reject WHERE file_id IN (${bad})`);
  if (unproved.length === batch.length) return { parts: [], counts, unproved };
  const rest = part.replace(/\.parquet$/, '-rest.parquet');
  await database.writeParquet(
    rest,
    sql`SELECT * FROM read_parquet(${literal(part)}) WHERE file_id NOT IN (${bad})`,
  );
  return { parts: [{ firstFileId: first.file.fileId, path: rest }], counts, unproved };
}

async function readHalves(
  database: Database,
  batch: readonly CsvSource[],
  missing: readonly string[],
): Promise<FastResult> {
  const middle = Math.ceil(batch.length / 2);
  const left = await readFast(database, batch.slice(0, middle), missing);
  const right = await readFast(database, batch.slice(middle), missing);
  return {
    parts: [...left.parts, ...right.parts],
    counts: new Map([...left.counts, ...right.counts]),
    unproved: [...left.unproved, ...right.unproved],
  };
}

function rowsOf(batch: readonly CsvSource[], first: CsvSource, missing: readonly string[]): Sql {
  const select: RollSelect = {
    columns: first.file.columns,
    cell: csvCell,
    missing,
    removeNul: first.lines.withNul > 0,
  };
  const fileIds = list(batch.map(({ file }) => file.fileId));
  const rows = csvReader({
    paths: batch.map(({ readPath }) => readPath),
    skip: first.lines.title + 1,
    delimiter: first.delimiter,
    quote: first.quoted ? '"' : '',
    columns: first.file.header.length,
    compressed: first.compressed,
    maxLineBytes: MAX_LINE_BYTES,
    rejects: true,
    parallel: true,
    lineEnd: first.lines.end,
  });
  return sql`SELECT (${fileIds})[file_index::BIGINT + 1]::INTEGER AS file_id, ${rollColumns(select)}
    FROM ${rows} WHERE ${hasContent(select)}${first.lines.totals > 0 ? withoutTotals(first) : trusted('')}`;
}

function withoutTotals({ file }: CsvSource): Sql {
  const cells = join(file.header.map((_, index) => csvCell(index)));
  const nik = nikPositions(file.columns).map(csvCell);
  const digits =
    nik.length === 0
      ? literal(0)
      : sql`length(regexp_replace(concat_ws('', ${join(nik)}), '[^0-9*]', '', 'g'))`;
  return sql` AND NOT (regexp_matches(coalesce(${cells}), ${literal(`(?i)${TOTAL_CELL}`)})
    AND ${digits} < ${literal(NIK_LEAST_DIGITS)})`;
}

/** One reject per line: DuckDB lists one error per missing or extra field. */
async function keepRejects(database: Database, batch: readonly CsvSource[], expected: number): Promise<void> {
  const files = join(
    batch.map(
      ({ file, readPath }) => sql`(${literal(file.fileId)}, ${literal(file.path)}, ${literal(readPath)})`,
    ),
  );
  const found = sql`try_cast(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER)`;
  await database.run(sql`
    INSERT INTO reject
    SELECT file.file_id, file.path, error.line, NULL,
      CASE max(error_type::VARCHAR)
        WHEN 'TOO MANY COLUMNS' THEN 'kolom-lebih' WHEN 'MISSING COLUMNS' THEN 'kolom-kurang'
        WHEN 'INVALID ENCODING' THEN 'encoding-rusak' WHEN 'LINE SIZE OVER MAXIMUM' THEN 'baris-terlalu-panjang'
        ELSE 'kutip-tak-seimbang' END,
      CASE max(error_type::VARCHAR)
        WHEN 'TOO MANY COLUMNS' THEN max(${found}) || ${literal(`/${expected}`)}
        WHEN 'MISSING COLUMNS' THEN min(${found}) || ${literal(`/${expected}`)} END,
      any_value(trim(error.csv_line, chr(13) || chr(10)))
    FROM ${identifier(ERRORS)} AS error
    JOIN ${identifier(SCANS)} AS scan USING (scan_id, file_id)
    JOIN (VALUES ${files}) AS file(file_id, path, read_path) ON file.read_path = scan.file_path
    GROUP BY file.file_id, file.path, error.line`);
  for (const source of batch.filter(({ lines }) => lines.totals > 0)) await forgetTotals(database, source);
}

/** A TOTAL line with too few fields was rejected by the reader; it is no row and no reject. */
async function forgetTotals(
  database: Database,
  { file, lines, delimiter, quoted }: CsvSource,
): Promise<void> {
  const rejects = await database.rows<{ line: number; original: string | null }>(sql`
    SELECT line, original FROM reject
    WHERE file_id = ${literal(file.fileId)} ORDER BY line DESC LIMIT ${literal(lines.totals)}`);
  for (const { line, original } of rejects) {
    const fields = splitRecord((original ?? '').trimEnd(), delimiter, quoted);
    if (typeof fields === 'string' || !isTotalLine(fields, nikPositions(file.columns))) continue;
    await database.run(
      sql`DELETE FROM reject WHERE file_id = ${literal(file.fileId)} AND line = ${literal(line)}`,
    );
  }
}

async function proveConservation(
  database: Database,
  batch: readonly CsvSource[],
  part: string,
): Promise<{ counts: Map<number, FileCounts>; unproved: CsvSource[] }> {
  type Count = { file_id: number; rows: number };
  const accepted = await database.rows<Count>(
    sql`SELECT file_id, count(*) AS rows FROM read_parquet(${literal(part)}) GROUP BY file_id`,
  );
  const rejected = await database.rows<Count & { open: number }>(sql`
    SELECT file_id, count(*) AS rows, count(*) FILTER (WHERE reason = 'kutip-tak-seimbang') AS open
    FROM reject GROUP BY file_id`);
  const counts = new Map<number, FileCounts>();
  const unproved: CsvSource[] = [];
  for (const source of batch) {
    const { fileId } = source.file;
    const rows = accepted.find(({ file_id }) => file_id === fileId)?.rows ?? 0;
    const bad = rejected.find(({ file_id }) => file_id === fileId);
    if (bad?.open || rows + (bad?.rows ?? 0) !== recordLines(source.lines)) unproved.push(source);
    else counts.set(fileId, { accepted: rows, rejected: bad?.rows ?? 0 });
  }
  return { counts, unproved };
}

async function dropRejects(database: Database): Promise<void> {
  await database.run(sql`DROP TABLE IF EXISTS ${identifier(ERRORS)}`);
  await database.run(sql`DROP TABLE IF EXISTS ${identifier(SCANS)}`);
}
