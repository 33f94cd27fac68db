import { DIFFERING_COLUMNS, type ReturningSheet, WORKLIST_COLUMNS } from '../../../model/worklist.ts';
import { LINE_POINTS, type Look, letterOf, type Styles, WRAPPED } from './layout.ts';

/** What stands in a cell. */
export type CellValue = string | number | null;

/** A column that Sisir fills; those of the officer stay empty. */
export interface SheetColumn {
  readonly key: string;
  readonly letter: string;
  readonly styles: Readonly<Record<Look, number>>;
  /** Place among DIFFERING_COLUMNS where values are marked that differ within a group; -1 elsewhere. */
  readonly compared: number;
  /** Characters to a line where a text may take several; null where it takes one. */
  readonly lineLength: number | null;
}

export interface SheetRow {
  /** In the order of the columns. */
  readonly values: readonly CellValue[];
  /** A member of another satker. */
  readonly isForeign: boolean;
  /** In the order of DIFFERING_COLUMNS; empty where nothing is compared. */
  readonly differs: readonly boolean[];
}

/** The columns of a sheet that are written for each row, in order. */
export function sheetColumns(sheet: ReturningSheet, styles: Styles): SheetColumn[] {
  return WORKLIST_COLUMNS[sheet].flatMap(({ key, kind, width }, position) => {
    if (kind === 'answer') return [];
    const style = (look: Look) => styles[look][position] ?? 0;
    return {
      key,
      letter: letterOf(position + 1),
      styles: {
        plain: style('plain'),
        differs: style('differs'),
        foreign: style('foreign'),
        'foreign-differs': style('foreign-differs'),
      },
      compared: sheet === 'ganda' ? DIFFERING_COLUMNS.findIndex((column) => column.key === key) : -1,
      lineLength: WRAPPED.has(key) ? width : null,
    };
  });
}

const UNSAFE = '[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]';
const UNSAFE_CHARACTERS = new RegExp(UNSAFE, 'g');
const TO_ESCAPE = new RegExp(`[&<>]|_x|${UNSAFE}`);

/**
 * A text as XML. What XML cannot hold becomes a space, and what a spreadsheet would read as an escape (`_x0041_`) is
 * itself escaped.
 */
function xmlText(text: string): string {
  if (!TO_ESCAPE.test(text)) return text;
  return text
    .replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(UNSAFE_CHARACTERS, ' ');
}

/** A cell, or nothing where there is no value; but a missing value that differs from another member's is marked, too. */
function cellXml(column: SheetColumn, value: CellValue, row: SheetRow, sheetRow: number): string {
  const differs = column.compared >= 0 && row.differs[column.compared] === true;
  const isEmpty = value === null || value === '';
  if (isEmpty && !differs) return '';
  const look: Look = row.isForeign
    ? differs
      ? 'foreign-differs'
      : 'foreign'
    : differs
      ? 'differs'
      : 'plain';
  const start = `<c r="${column.letter}${sheetRow}" s="${column.styles[look]}"`;
  if (isEmpty) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t>${xmlText(value)}</t></is></c>`;
}

/** Excel's own limit. */
const MOST_POINTS = 409;

/** Lines that a text takes in its column. */
function linesOf({ lineLength }: SheetColumn, value: CellValue): number {
  if (lineLength === null || typeof value !== 'string') return 1;
  let breaks = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) breaks += 1;
  return 1 + Math.floor(value.length / lineLength) + breaks;
}

/**
 * A row as XML. Its height, in points, is that of its longest text: a viewer that does not fit rows to their texts
 * shows them whole, too. Without `customHeight` Excel still fits the row when the officer writes more into it.
 * @param sheetRow from 1
 */
export function rowXml(columns: readonly SheetColumn[], row: SheetRow, sheetRow: number): string {
  let cells = '';
  let lines = 1;
  for (const [index, column] of columns.entries()) {
    const value = row.values[index] ?? null;
    cells += cellXml(column, value, row, sheetRow);
    lines = Math.max(lines, linesOf(column, value));
  }
  return `<row r="${sheetRow}" ht="${Math.min(MOST_POINTS, LINE_POINTS * lines)}">${cells}</row>`;
}
