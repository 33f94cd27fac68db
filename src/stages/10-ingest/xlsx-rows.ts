import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';

/** One non-empty row of a sheet. */
export interface SheetRow {
  readonly sheet: string;
  /** Row number, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a consumer of the rows may ask for between two of them. */
export interface SheetControl {
  /** Leaves the current sheet. */
  skipSheet?: boolean;
}

/**
 * The rows of every sheet of a workbook, streamed. Dates come as `DD|MM|YYYY`, numbers as plain digits
 * (a 16-digit NIK typed as a number is already damaged by the spreadsheet; what is there is kept),
 * formulas as their result.
 * @throws the file system's error, or whatever a broken workbook makes exceljs throw
 */
export async function* xlsxRows(path: string, control: SheetControl = {}): AsyncGenerator<SheetRow> {
  const { stream, failure } = fileStream(path);
  try {
    yield* sheetRows(stream, control);
  } catch (error) {
    throw failure() ?? error;
  }
  const failed = failure();
  if (failed !== undefined) throw failed;
}

/** The number of rows that `xlsxRows` gives, by a reading of its own. */
export async function countRows(path: string): Promise<number> {
  let rows = 0;
  for await (const _ of xlsxRows(path)) rows += 1;
  return rows;
}

/** A file's bytes, which simply end where reading fails: exceljs would wait for ever on a stream that breaks. */
function fileStream(path: string): {
  readonly stream: PassThrough;
  readonly failure: () => Error | undefined;
} {
  const stream = new PassThrough();
  let failure: Error | undefined;
  const source = createReadStream(path);
  source.on('error', (error) => {
    failure = error;
    stream.end();
  });
  stream.on('close', () => source.destroy());
  source.pipe(stream);
  return { stream, failure: () => failure };
}

/** The rows of a workbook whose bytes a stream gives; `xlsxRows` says how. */
export async function* sheetRows(input: PassThrough, control: SheetControl = {}): AsyncGenerator<SheetRow> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookReader(input, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of workbook) {
    const name = 'name' in sheet ? String(sheet.name) : '';
    control.skipSheet = false;
    for await (const row of sheet) {
      const cells = textCells(row);
      if (cells.some((cell) => cell !== '')) yield { sheet: name, line: row.number, cells };
      if (control.skipSheet) break;
    }
  }
}

function textCells(row: ExcelJS.Row): string[] {
  const values = Array.isArray(row.values) ? row.values : [];
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, index) => cellText(values[index + 1]));
}

/** One cell as the text that an office would read, line breaks kept. */
export function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return cellText(value.text);
  return 'result' in value ? cellText(value.result) : '';
}

function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

const two = (part: number) => String(part).padStart(2, '0');

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return `${two(date.getUTCDate())}|${two(date.getUTCMonth() + 1)}|${date.getUTCFullYear()}`;
}
