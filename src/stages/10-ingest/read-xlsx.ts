import type { Database } from '../../engine/database.ts';
import type { Config } from '../../model/config.ts';
import { InputError } from '../../model/errors.ts';
import type { ColumnSource, InputFile } from '../../model/input-file.ts';
import { CleanCsv, RejectFile } from './clean-csv.ts';
import { HEADER_SEARCH_LINES } from './csv-layout.ts';
import { isHeader, mapHeader, mappedHeaderKeys } from './header-mapping.ts';
import { tpsOfSheet, withSheetTps } from './inspect-xlsx.ts';
import { unsteadyXlsx } from './problems.ts';
import { type PartResult, storeClean } from './read-csv.ts';
import { isTotalLine, nikPositions } from './total-line.ts';
import { countRows, type SheetRow, xlsxRows } from './xlsx-rows.ts';

/** How often a workbook is read before it is refused because no two readings agree. */
const MOST_READINGS = 3;

/**
 * Reads every sheet of a workbook; rows of a sheet without a header are rejects. A workbook has no line count to
 * prove its rows against, and exceljs has been seen to end a sheet early without an error on a busy machine: a
 * reading stands only when a second one gives as many rows.
 * @throws InputError when no two readings agree
 */
export async function readXlsx(database: Database, file: InputFile, config: Config): Promise<PartResult> {
  const columns = cleanColumns(file.columns);
  for (let reading = 1; reading <= MOST_READINGS; reading += 1) {
    const name = `clean-${file.fileId}-${reading}`;
    const table = new CleanCsv(database.folder, name, columns.width);
    const rejects = new RejectFile(database.folder, name);
    const reader = new SheetReader(file, config, table, rejects);
    let rows = 0;
    for await (const row of xlsxRows(file.absolutePath)) {
      rows += 1;
      reader.add(row);
      await Promise.all([table.flush(), rejects.flush()]);
    }
    reader.endSheet();
    if (rows === (await countRows(file.absolutePath))) {
      return storeClean(database, file, columns.sources, table, rejects, config.missing);
    }
    await Promise.all([table.end(), rejects.end()]);
  }
  throw new InputError([unsteadyXlsx(file.path)]);
}

/** Sheets differ in the order of their columns; the clean table has every source's cells in one fixed order. */
function cleanColumns(sources: readonly ColumnSource[]): {
  readonly sources: readonly ColumnSource[];
  readonly width: number;
} {
  let width = 0;
  const placed = sources.map((source) => {
    const count = Math.max(1, source.positions.length);
    const positions = Array.from({ length: count }, (_, index) => width + index);
    width += count;
    return { ...source, positions };
  });
  return { sources: placed, width };
}

class SheetReader {
  readonly #file: InputFile;
  readonly #config: Config;
  readonly #table: CleanCsv;
  readonly #rejects: RejectFile;
  readonly #mapped: ReadonlySet<string>;
  #sheet: string | undefined;
  #columns: readonly ColumnSource[] | undefined;
  #above: SheetRow[] = [];
  /** TOTAL rows count as such only at the end of their sheet; until then they wait here. */
  #totals: SheetRow[] = [];

  constructor(file: InputFile, config: Config, table: CleanCsv, rejects: RejectFile) {
    this.#file = file;
    this.#config = config;
    this.#table = table;
    this.#rejects = rejects;
    this.#mapped = mappedHeaderKeys(config);
  }

  add(row: SheetRow): void {
    if (row.sheet !== this.#sheet) this.#begin(row.sheet);
    if (this.#columns === undefined) this.#seekHeader(row);
    else if (isTotalLine(row.cells, nikPositions(this.#columns))) this.#totals.push(row);
    else {
      for (const waiting of this.#totals.splice(0)) this.#accept(waiting, this.#columns);
      this.#accept(row, this.#columns);
    }
  }

  /** Rows of a sheet in which no header came are rejected, so that none disappears uncounted. */
  endSheet(): void {
    if (this.#columns === undefined) for (const row of this.#above) this.#reject(row, 'lembar-tanpa-judul');
    this.#above = [];
    this.#totals = [];
  }

  #begin(sheet: string): void {
    this.endSheet();
    this.#sheet = sheet;
    this.#columns = undefined;
  }

  #seekHeader(row: SheetRow): void {
    if (row.line > HEADER_SEARCH_LINES + 1 || !isHeader(row.cells, this.#mapped)) {
      this.#above.push(row);
      return;
    }
    const header = row.cells.map((cell) => cell.trim());
    this.#columns = withSheetTps(
      mapHeader(header, this.#config, this.#file.path, row.line).columns,
      row.sheet,
    );
  }

  #accept(row: SheetRow, columns: readonly ColumnSource[]): void {
    const cells = this.#file.columns.flatMap(({ column, positions }) => {
      const source = columns.find((candidate) => candidate.column === column);
      const width = Math.max(1, positions.length);
      if (source === undefined) return Array.from({ length: width }, () => '');
      if (source.positions.length === 0) return [tpsOfSheet(row.sheet) ?? ''];
      return Array.from({ length: width }, (_, index) => row.cells[source.positions[index] ?? -1] ?? '');
    });
    const known = columns.flatMap(({ positions }) => positions);
    if (known.every((position) => (row.cells[position] ?? '') === '')) this.#reject(row, 'baris-kosong');
    else this.#table.add(cells);
  }

  #reject({ line, sheet, cells }: SheetRow, reason: string): void {
    this.#rejects.add({ line, sheet, reason, original: cells.join('\t') });
  }
}
