import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { UsageError } from '../../model/errors.ts';
import { errorCode } from '../unknowns.ts';

/** A truth file whose header is understood. */
export interface TruthFile {
  readonly path: string;
  /** As the user named it. */
  readonly shown: string;
  /** Columns of the file in their order; each is named once. */
  readonly columns: readonly string[];
}

export interface LoadedTruth {
  readonly rows: number;
  readonly rows_incomplete: number;
  readonly rows_of_repeated_dpid: number;
}

const NEEDED = ['dpid', 'person_id'];

/**
 * Opens a truth file: CSV, comma between fields, plain or gzip, with a header that has `dpid` and `person_id`; also
 * `errors` (kinds with `;` between them) where it has that.
 * @throws UsageError when it cannot be read or a column is missing
 */
export async function openTruth(path: string, shown: string): Promise<TruthFile> {
  const header = await firstLine(path).catch((error: unknown) => {
    throw new UsageError({
      id: `Kunci jawaban ${shown} tidak dapat dibaca (${errorCode(error)}). Periksa namanya.`,
      en: `The truth file ${shown} cannot be read (${errorCode(error)}). Check its name.`,
    });
  });
  const columns = header
    .replace(/^\uFEFF/, '')
    .split(',')
    .map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    );
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new UsageError({
      id: `Kunci jawaban ${shown} tidak punya kolom ${missing.join(' dan ')}. Judulnya harus dpid,person_id dan boleh errors, dipisah koma.`,
      en: `The truth file ${shown} has no column ${missing.join(' and ')}. Its header must be dpid,person_id and may have errors, with commas between.`,
    });
  }
  return {
    path,
    shown,
    columns: columns.map((name, at) => (columns.indexOf(name) === at ? name : `${name} ${at}`)),
  };
}

/** The text before the first line end. */
async function firstLine(path: string): Promise<string> {
  const bytes = createReadStream(path);
  const plain = path.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
  let text = '';
  for await (const chunk of plain) {
    text += String(chunk);
    const end = text.search(/[\r\n]/);
    if (end >= 0) return text.slice(0, end);
  }
  return text;
}

/**
 * Makes `truth_row(dpid, person_id, errors)`, errors NULL where there are none; rows without a dpid or a person, and
 * those whose dpid stands on several rows, are counted and left out.
 * @throws UsageError when a line of the file is no CSV
 */
export async function loadTruth(database: Database, file: TruthFile): Promise<LoadedTruth> {
  await readRows(database, file);
  await database.run(sql`CREATE TABLE truth_row AS
    SELECT any_value(dpid) AS dpid, any_value(person_id) AS person_id, any_value(errors) AS errors
    FROM truth_line WHERE dpid IS NOT NULL AND person_id IS NOT NULL GROUP BY truth_line.dpid HAVING count(*) = 1`);
  const counted = await database.row<{ lines: number; complete: number; single: number }>(sql`SELECT
      count(*) AS lines, count(*) FILTER (dpid IS NOT NULL AND person_id IS NOT NULL) AS complete,
      (SELECT count(*) FROM truth_row) AS single
    FROM truth_line`);
  await database.run(sql`DROP TABLE truth_line`);
  return {
    rows: counted.single,
    rows_incomplete: counted.lines - counted.complete,
    rows_of_repeated_dpid: counted.complete - counted.single,
  };
}

async function readRows(database: Database, { path, shown, columns }: TruthFile): Promise<void> {
  const text = (name: string) => sql`nullif(trim(${literalColumn(columns, name)}), '')`;
  const types = join(columns.map((name) => sql`${literal(name)}: 'VARCHAR'`));
  await database
    .run(sql`CREATE TABLE truth_line AS
      SELECT ${text('dpid')} AS dpid, ${text('person_id')} AS person_id, ${text('errors')} AS errors
      FROM read_csv(${literal(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`)
    .catch(() => {
      throw new UsageError({
        id: `Kunci jawaban ${shown} tidak terbaca sebagai CSV: jumlah kolom atau tanda kutip suatu baris tidak cocok dengan judulnya.`,
        en: `The truth file ${shown} cannot be read as CSV: a line's columns or quotes do not fit the header.`,
      });
    });
  const { lines, rows } = await database.row<{ lines: number; rows: number }>(sql`SELECT
      (SELECT count(*) FROM read_csv(${literal(path)}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '',
        columns = {'line': 'VARCHAR'}) WHERE line <> '') AS lines,
      (SELECT count(*) FROM truth_line) AS rows`);
  if (lines !== rows + 1) {
    throw new UsageError({
      id: `Kunci jawaban ${shown} punya ${lines} baris, tetapi ${rows} yang terbaca di bawah judul. Periksa tanda kutipnya.`,
      en: `The truth file ${shown} has ${lines} lines, but ${rows} were read below the header. Check its quotes.`,
    });
  }
}

function literalColumn(columns: readonly string[], name: string): Sql {
  return columns.includes(name) ? identifier(name) : sql`CAST(NULL AS VARCHAR)`;
}

/** Pairs of one person above which a truth file is taken for a mistake. */
const MOST_TRUE_PAIRS = 100_000_000;

/**
 * truth_row → `assessed(dpid, person_id, errors, row_id)`, the rows that are measured on: those that are one voter of
 * the roll, or all of them (row_id NULL) where the roll is not at hand; and `true_pair(dpid_a, dpid_b, row_a, row_b,
 * kinds)`: every two of them of one person, dpid_a < dpid_b, with the error kinds of both.
 * @throws UsageError when the persons are far too large
 */
export async function makeTruePairs(
  database: Database,
  hasRoll: boolean,
): Promise<{ readonly assessed: number; readonly persons: number; readonly truePairs: number }> {
  const voters = hasRoll
    ? sql`SELECT truth_row.*, roll.row_id FROM truth_row JOIN (SELECT row_id, dpid FROM roll WHERE NOT coalesce(dpid_repeated, false)) AS roll USING (dpid)`
    : sql`SELECT *, CAST(NULL AS BIGINT) AS row_id FROM truth_row`;
  await database.run(sql`CREATE TABLE assessed AS ${voters}`);
  await database.run(sql`CREATE TABLE truth_person AS
    SELECT person_id, count(*) AS rows FROM assessed GROUP BY person_id`);
  const counted = await database.row<{ assessed: number; persons: number; pairs: number }>(sql`SELECT
      CAST(coalesce(sum(rows), 0) AS BIGINT) AS assessed, count(*) AS persons,
      CAST(coalesce(sum(rows * (rows - 1) // 2), 0) AS BIGINT) AS pairs
    FROM truth_person`);
  if (counted.pairs > MOST_TRUE_PAIRS) throw tooManyPairs(counted.pairs);
  await database.run(sql`CREATE TABLE true_pair AS
    WITH repeated AS NOT MATERIALIZED (
      SELECT assessed.* FROM assessed SEMI JOIN (SELECT person_id FROM truth_person WHERE rows > 1) AS several USING (person_id)
    )
    SELECT a.dpid AS dpid_a, b.dpid AS dpid_b, a.row_id AS row_a, b.row_id AS row_b, ${kindsOf('a', 'b')} AS kinds
    FROM repeated AS a JOIN repeated AS b ON a.person_id = b.person_id AND a.dpid < b.dpid`);
  return { assessed: counted.assessed, persons: counted.persons, truePairs: counted.pairs };
}

/** Error kinds of two rows, each once and without traps; `exact` where there is none. */
function kindsOf(a: string, b: string): Sql {
  const written = (side: string) => sql`coalesce(${identifier(side)}.errors, '')`;
  const words = sql`list_transform(string_split(${written(a)} || ';' || ${written(b)}, ';'), lambda kind: trim(kind))`;
  const kinds = sql`list_filter(list_distinct(${words}), lambda kind: kind <> '' AND NOT starts_with(kind, 'trap:'))`;
  return sql`CASE WHEN length(${kinds}) = 0 THEN ['exact'] ELSE ${kinds} END`;
}

function tooManyPairs(pairs: number): UsageError {
  return new UsageError({
    id: `Kunci jawaban memuat ${pairs} pasangan satu orang: person_id rupanya bukan nomor orang.`,
    en: `The truth file holds ${pairs} pairs of one person: person_id seems to be no number of a person.`,
  });
}
