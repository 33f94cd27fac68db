import type { Database } from '../../../engine/database.ts';
import { identifier, join, type Sql, sql } from '../../../engine/sql.ts';
import { DIFFERING_COLUMNS, type ReturningSheet } from '../../../model/worklist.ts';
import type { PlaceRange, Styles } from './layout.ts';
import { type CellValue, rowXml, type SheetColumn, sheetColumns } from './row-xml.ts';
import { differsIn } from './source.ts';

/** Rows asked for at once: some 20 MB of text. */
const SLICE_ROWS = 32_768;
/** Rows in one piece. */
const PIECE_ROWS = 64;

/** The row of the first place: below the header. */
const FIRST_SHEET_ROW = 2;

/** The rows of a sheet with all its columns. */
function rowsOf(sheet: ReturningSheet, first: number): Sql {
  return sheet === 'ganda'
    ? sql`worklist_ganda`
    : sql`(SELECT *, place - CAST(${first} AS INTEGER) + 1 AS no, titles || told AS temuan FROM worklist_invalid JOIN worklist_set USING (set_id))`;
}

/** What a row holds, as `piecesQuery` writes it: whether it is foreign, what differs, its values. */
type WrittenRow = readonly [isForeign: boolean, differs: readonly boolean[], ...values: CellValue[]];

/** Rows `from` to `to`, in pieces: each a JSON array of rows. */
function piecesQuery(
  sheet: ReturningSheet,
  columns: readonly SheetColumn[],
  { kabupaten, from, to }: PlaceRange,
  first: number,
): Sql {
  const differs = join(DIFFERING_COLUMNS.map(({ key }) => identifier(differsIn(key))));
  const marks = sheet === 'ganda' ? sql`is_foreign, [${differs}]` : sql`false, []`;
  return sql`SELECT encode('[' || string_agg(json_array(${marks}, ${join(columns.map(({ key }) => identifier(key)))}), ',' ORDER BY place) || ']') AS piece
    FROM ${rowsOf(sheet, first)}
    WHERE list_kabupaten = ${kabupaten} AND place BETWEEN ${from} AND ${to}
    GROUP BY place // ${PIECE_ROWS} ORDER BY min(place)`;
}

/** The XML of a sheet's rows, from row 2 on. */
export async function* sheetRows(
  database: Database,
  sheet: ReturningSheet,
  range: PlaceRange,
  styles: Styles,
): AsyncGenerator<Uint8Array> {
  const columns = sheetColumns(sheet, styles);
  let sheetRow = FIRST_SHEET_ROW;
  for (let from = range.from; from <= range.to; from += SLICE_ROWS) {
    const slice = { ...range, from, to: Math.min(range.to, from + SLICE_ROWS - 1) };
    for (const piece of await database.bytes(piecesQuery(sheet, columns, slice, range.from))) {
      const rows = JSON.parse(
        Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString(),
      ) as WrittenRow[];
      const xml = rows.map(([isForeign, differs, ...values]) =>
        rowXml(columns, { isForeign, differs, values }, sheetRow++),
      );
      yield Buffer.from(xml.join(''));
    }
  }
}
