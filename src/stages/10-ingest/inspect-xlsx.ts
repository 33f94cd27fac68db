import { createHash } from 'node:crypto';
import type { Config } from '../../model/config.ts';
import type { InputProblem } from '../../model/errors.ts';
import type { ColumnSource } from '../../model/input-file.ts';
import { HEADER_SEARCH_LINES } from './csv-layout.ts';
import { dateOrderOf } from './date-order.ts';
import type { FoundInput } from './expand-inputs.ts';
import { isHeader, mapHeader, mappedHeaderKeys, showableCells } from './header-mapping.ts';
import type { FileUnderstanding } from './inspect.ts';
import { headerMissing, headerOnly, notXlsx } from './problems.ts';
import { storedBytes } from './text-stream.ts';
import { type SheetControl, xlsxRows } from './xlsx-rows.ts';

const SAMPLE_ROWS = 10_000;

/** The TPS number in a sheet's name such as `TPS 001`. */
export function tpsOfSheet(sheet: string): string | undefined {
  return /(?:^|[^a-z])tps[\s._-]*(\d{1,3})(?!\d)/i.exec(sheet)?.[1];
}

/** Columns of a sheet; where no cell gives the TPS, the sheet's name may: a source without positions. */
export function withSheetTps(columns: readonly ColumnSource[], sheet: string): readonly ColumnSource[] {
  const has = columns.some(({ column }) => column === 'tps');
  return has || tpsOfSheet(sheet) === undefined ? columns : [...columns, { column: 'tps', positions: [] }];
}

interface Seen {
  readonly problems: InputProblem[];
  readonly dates: string[];
  readonly columns: Map<string, ColumnSource>;
  readonly unusedHeaders: Set<string>;
  readonly titles: string[];
  header: readonly string[] | undefined;
  headerLine: number;
  firstRow: readonly string[] | undefined;
  dataRows: number;
}

/**
 * Understands a workbook: every sheet that has a header is a part of the roll. One in which no row is found is looked
 * at twice, since exceljs may end a sheet early (`readXlsx`).
 */
export async function inspectXlsx(
  { path, absolutePath }: FoundInput,
  config: Config,
  onBytes: (bytes: number) => void,
): Promise<FileUnderstanding> {
  const hash = createHash('sha256');
  for await (const chunk of storedBytes(absolutePath, hash)) onBytes(chunk.length);
  const first = await lookAtSheets(path, absolutePath, config);
  const seen =
    first !== undefined && first.dataRows > 0 ? first : await lookAtSheets(path, absolutePath, config);
  if (seen === undefined) return { problems: [notXlsx(path)] };
  if (seen.header === undefined)
    return { problems: [headerMissing(path, showableCells(seen.firstRow ?? []))] };
  if (seen.dataRows === 0) seen.problems.push(headerOnly(path, seen.headerLine));
  const dates = dateOrderOf(seen.dates, config.date_order);
  return {
    problems: seen.problems,
    file: {
      sha256: hash.digest('hex'),
      format: 'xlsx',
      compressed: false,
      header: seen.header,
      columns: [...seen.columns.values()],
      unusedHeaders: [...seen.unusedHeaders],
      ...dates,
    },
    titles: seen.titles,
  };
}

async function lookAtSheets(path: string, absolutePath: string, config: Config): Promise<Seen | undefined> {
  const mapped = mappedHeaderKeys(config);
  const seen: Seen = {
    problems: [],
    dates: [],
    columns: new Map(),
    unusedHeaders: new Set(),
    titles: [],
    header: undefined,
    headerLine: 0,
    firstRow: undefined,
    dataRows: 0,
  };
  const control: SheetControl = {};
  let sheet: string | undefined;
  let dateSource: ColumnSource | undefined;
  let inData = false;
  try {
    for await (const row of xlsxRows(absolutePath, control)) {
      if (row.sheet !== sheet) {
        sheet = row.sheet;
        inData = false;
      }
      seen.firstRow ??= row.cells;
      if (inData) {
        seen.dataRows += 1;
        seen.dates.push((dateSource?.positions ?? []).map((position) => row.cells[position] ?? '').join(' '));
        control.skipSheet = seen.dates.length >= SAMPLE_ROWS;
      } else if (isHeader(row.cells, mapped)) {
        inData = true;
        const mapping = mapHeader(
          row.cells.map((cell) => cell.trim()),
          config,
          path,
          row.line,
        );
        seen.problems.push(...mapping.problems);
        for (const source of withSheetTps(mapping.columns, row.sheet)) {
          if (!seen.columns.has(source.column)) seen.columns.set(source.column, source);
        }
        for (const header of mapping.unusedHeaders) seen.unusedHeaders.add(header);
        dateSource = mapping.columns.find(
          ({ column, format }) => column === 'tanggal_lahir' && format === undefined,
        );
        seen.headerLine = seen.header === undefined ? row.line : seen.headerLine;
        seen.header ??= row.cells;
      } else {
        seen.titles.push(row.cells.filter((cell) => cell !== '').join(' '));
        control.skipSheet = row.line > HEADER_SEARCH_LINES;
      }
    }
  } catch {
    return undefined;
  }
  return seen;
}
