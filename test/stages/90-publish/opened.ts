import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { type ReturningSheet, WORKLIST_SHEETS, worklistColumn } from '../../../src/model/worklist.ts';

/** One row of a sheet that comes back: column key → cell value, those without a value left out. */
export type OpenedRow = Readonly<Record<string, string | number>>;

/** A work list opened again by exceljs. */
export interface OpenedList {
  readonly path: string;
  readonly book: ExcelJS.Workbook;
  readonly invalid: readonly OpenedRow[];
  readonly ganda: readonly OpenedRow[];
  /** File of the archive → its text. */
  readonly xml: Readonly<Record<string, string>>;
}

export async function openList(folder: string, path: string): Promise<OpenedList> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, path));
  const parts = Object.entries(unzipSync(readFileSync(join(folder, path))));
  return {
    path,
    book,
    invalid: rowsOf(book, 'invalid'),
    ganda: rowsOf(book, 'ganda'),
    xml: Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)])),
  };
}

export function sheetOf(book: ExcelJS.Workbook, name: keyof typeof WORKLIST_SHEETS): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(WORKLIST_SHEETS[name].id) ?? book.getWorksheet(WORKLIST_SHEETS[name].en);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function rowsOf(book: ExcelJS.Workbook, name: ReturningSheet): OpenedRow[] {
  const sheet = sheetOf(book, name);
  const keys = new Map<number, string>();
  sheet.getRow(1).eachCell((cell, position) => {
    keys.set(position, worklistColumn(name, cell.text)?.key ?? `unknown ${cell.text}`);
  });
  const rows: OpenedRow[] = [];
  sheet.eachRow((row, number) => {
    const values: Record<string, string | number> = {};
    row.eachCell((cell, position) => {
      const { value } = cell;
      if (value === null) return;
      if (typeof value !== 'string' && typeof value !== 'number')
        throw new TypeError(`${cell.address} is no text`);
      values[keys.get(position) ?? ''] = value;
    });
    if (number > 1) rows.push(values);
  });
  return rows;
}
