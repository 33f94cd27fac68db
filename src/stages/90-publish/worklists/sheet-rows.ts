import type { Database } from '../../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../../engine/sql.ts';
import { DIFFERING_COLUMNS, type ReturningSheet, WORKLIST_COLUMNS } from '../../../model/worklist.ts';
import { LINE_POINTS, type Look, letterOf, type PlaceRange, type Styles, WRAPPED } from './layout.ts';
import { differsIn } from './source.ts';

/** Column that is a number; all others are text, whatever they look like. */
const COUNTER: Readonly<Record<ReturningSheet, string>> = { invalid: 'no', ganda: 'kelompok' };

/** Rows asked for at once: some 50 MB of XML. */
const SLICE_ROWS = 32_768;
/** Rows in one piece of XML. */
const PIECE_ROWS = 512;

/** Excel's own limit. */
const MOST_POINTS = 409;

const UNSAFE_IN_XML = '[\\x00-\\x08\\x0B-\\x1F\\x{FFFE}\\x{FFFF}]';
const TO_ESCAPE = `[&<>]|_x|${UNSAFE_IN_XML}`;

/**
 * A text as XML, where `unsafe` says that the row needs it. What XML cannot hold becomes a space, and what a
 * spreadsheet would read as an escape (`_x0041_`) is itself escaped.
 */
function xmlText(value: Sql): Sql {
  return sql`CASE WHEN unsafe THEN
    regexp_replace(replace(replace(replace(regexp_replace(${value}, '_(x[0-9A-Fa-f]{4}_)', ${literal('_x005F_\\1')}, 'g'),
      '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), ${literal(UNSAFE_IN_XML)}, ' ', 'g')
    ELSE ${value} END`;
}

/** Whether values of a column are marked where they differ within a group. */
function isCompared(sheet: ReturningSheet, key: string): boolean {
  return sheet === 'ganda' && DIFFERING_COLUMNS.some((column) => column.key === key);
}

/** The style of a cell: SQL where it depends on the row. */
function styleOf(sheet: ReturningSheet, key: string, position: number, styles: Styles): Sql {
  const style = (look: Look) => literal(` s="${styles[look][position] ?? 0}"`);
  if (sheet === 'invalid') return style('plain');
  if (!isCompared(sheet, key))
    return sql`CASE WHEN is_foreign THEN ${style('foreign')} ELSE ${style('plain')} END`;
  return sql`CASE WHEN ${identifier(differsIn(key))}
    THEN CASE WHEN is_foreign THEN ${style('foreign-differs')} ELSE ${style('differs')} END
    ELSE CASE WHEN is_foreign THEN ${style('foreign')} ELSE ${style('plain')} END END`;
}

/** A cell, or nothing where there is no value. `concat` copies its parts once, where `||` copies what stands before it. */
function cell(sheet: ReturningSheet, key: string, position: number, styles: Styles): Sql {
  const column = identifier(key);
  const start = sql`${literal(`<c r="${letterOf(position + 1)}`)}, sheet_row, '"', ${styleOf(sheet, key, position, styles)}`;
  if (key === COUNTER[sheet]) return sql`concat(${start}, '><v>', ${column}, '</v></c>')`;
  // A missing value that differs from another member's is marked, too.
  const empty = isCompared(sheet, key)
    ? sql`CASE WHEN ${identifier(differsIn(key))} THEN concat(${start}, '/>') END`
    : sql`NULL`;
  return sql`CASE WHEN ${column} <> '' THEN concat(${start}, ' t="inlineStr"><is><t>', ${xmlText(column)}, '</t></is></c>') ELSE ${empty} END`;
}

/** The rows of a sheet with all its columns. */
function rowsOf(sheet: ReturningSheet): Sql {
  return sheet === 'ganda'
    ? sql`worklist_ganda`
    : sql`(SELECT *, titles || told AS temuan FROM worklist_invalid JOIN worklist_set USING (set_id))`;
}

/**
 * Height of a row in points, by its longest text: a viewer that does not fit rows to their texts shows them whole, too.
 * Without `customHeight` Excel still fits the row when the officer writes more into it.
 */
function heightOf(sheet: ReturningSheet): Sql {
  const lines = WORKLIST_COLUMNS[sheet]
    .filter(({ key }) => WRAPPED.has(key))
    .map(({ key, width }) => {
      const text = identifier(key);
      const breaks = sql`length(${text}) - length(replace(${text}, chr(10), ''))`;
      return sql`length(${text}) // ${literal(width)} + ${breaks}`;
    });
  return sql`least(${literal(MOST_POINTS)}, ${literal(LINE_POINTS)} * (1 + greatest(0, ${join(lines)})))`;
}

/** Rows `from` to `to` as the XML of a sheet's rows from 2 on, in pieces. */
function xmlQuery(
  sheet: ReturningSheet,
  { kabupaten, from, to }: PlaceRange,
  first: number,
  styles: Styles,
): Sql {
  const columns = WORKLIST_COLUMNS[sheet]
    .map(({ key, kind }, position) => ({ key, kind, position }))
    .filter(({ kind }) => kind !== 'answer');
  const texts = columns.filter(({ key }) => key !== COUNTER[sheet]).map(({ key }) => identifier(key));
  const number = sql`place - ${literal(first)} + 1`;
  return sql`SELECT encode(string_agg(xml, '' ORDER BY place)) AS piece FROM (
    SELECT place, concat('<row r="', sheet_row, '" ht="', ${heightOf(sheet)}, '">', ${join(
      columns.map(({ key, position }) => cell(sheet, key, position, styles)),
    )}, '</row>') AS xml
    FROM (
      SELECT *, ${sheet === 'invalid' ? sql`CAST(${number} AS VARCHAR) AS no,` : sql``}
        CAST(${number} + 1 AS VARCHAR) AS sheet_row,
        regexp_matches(concat_ws(' ', ${join(texts)}), ${literal(TO_ESCAPE)}) AS unsafe
      FROM ${rowsOf(sheet)}
      WHERE list_kabupaten = ${literal(kabupaten)} AND place BETWEEN ${literal(from)} AND ${literal(to)}
    )
  ) GROUP BY place // ${literal(PIECE_ROWS)} ORDER BY min(place)`;
}

/** The XML of a sheet's rows, from row 2 on. */
export async function* sheetRows(
  database: Database,
  sheet: ReturningSheet,
  range: PlaceRange,
  styles: Styles,
): AsyncGenerator<Uint8Array> {
  for (let from = range.from; from <= range.to; from += SLICE_ROWS) {
    const slice = { ...range, from, to: Math.min(range.to, from + SLICE_ROWS - 1) };
    yield* await database.bytes(xmlQuery(sheet, slice, range.from, styles));
  }
}
