import type { ColumnMapping, Config } from '../../model/config.ts';
import type { InputProblem } from '../../model/errors.ts';
import type { ColumnSource } from '../../model/input-file.ts';
import {
  headerKey,
  SOURCE_COLUMN_NAMES,
  type SourceColumnName,
  sourceColumnOf,
} from '../../model/source-columns.ts';
import { columnsMissing, columnTwice, mappingMissing } from './problems.ts';

export interface MappedHeader {
  readonly columns: readonly ColumnSource[];
  readonly unusedHeaders: readonly string[];
  readonly problems: readonly InputProblem[];
}

/** Header texts of a mapping, and the format of its date if it states one. */
function partsOf(mapping: ColumnMapping): { readonly headers: readonly string[]; readonly format?: string } {
  if (typeof mapping === 'string') return { headers: [mapping] };
  if (!('from' in mapping)) return { headers: mapping };
  const headers = typeof mapping.from === 'string' ? [mapping.from] : mapping.from;
  return mapping.format === undefined ? { headers } : { headers, format: mapping.format };
}

/** Keys of every header that the config's mapping names. */
export function mappedHeaderKeys(config: Config): ReadonlySet<string> {
  const mappings = Object.values(config.columns).filter((mapping) => mapping !== undefined);
  return new Set(mappings.flatMap((mapping) => partsOf(mapping).headers.map(headerKey)));
}

/**
 * Where each source column is found. The config's mapping wins over the aliases; what a mapping takes,
 * no alias takes again. `line` is the header's physical line, for the problems.
 */
export function mapHeader(
  header: readonly string[],
  config: Config,
  path: string,
  line: number,
): MappedHeader {
  const problems: InputProblem[] = [];
  const keys = header.map(headerKey);
  const used = new Set<number>();
  const byColumn = new Map<string, ColumnSource>();
  for (const column of SOURCE_COLUMN_NAMES) {
    const mapping = config.columns[column];
    if (mapping === undefined) continue;
    const { headers, format } = partsOf(mapping);
    const positions = headers.map((name) => keys.indexOf(headerKey(name)));
    const missing = headers.filter((_, index) => positions[index] === -1);
    const aliasRemains =
      missing.length === headers.length && header.some((cell) => sourceColumnOf(cell) === column);
    if (aliasRemains) continue;
    if (missing.length > 0) problems.push(mappingMissing(path, line, column, missing));
    else byColumn.set(column, format === undefined ? { column, positions } : { column, positions, format });
    for (const position of positions) used.add(position);
  }
  for (const column of SOURCE_COLUMN_NAMES) {
    if (byColumn.has(column)) continue;
    const positions = [...header.keys()].filter(
      (index) => !used.has(index) && sourceColumnOf(header[index] ?? '') === column,
    );
    const [first] = positions;
    if (first === undefined) continue;
    if (positions.length > 1)
      problems.push(
        columnTwice(
          path,
          line,
          column,
          positions.map((index) => header[index] ?? ''),
        ),
      );
    byColumn.set(column, { column, positions: [first] });
    for (const position of positions) used.add(position);
  }
  const columns = SOURCE_COLUMN_NAMES.flatMap((column) => byColumn.get(column) ?? []);
  if (problems.length === 0 && !byColumn.has('nama') && !byColumn.has('nik')) {
    problems.push(columnsMissing(path, line, header));
  }
  return {
    columns,
    unusedHeaders: header.filter((cell, index) => !used.has(index) && cell !== ''),
    problems,
  };
}

/** How many cells of a line are headers that Sisir or the config knows. */
export function recognisedCells(cells: readonly string[], mapped: ReadonlySet<string>): number {
  return cells.filter((cell) => sourceColumnOf(cell) !== undefined || mapped.has(headerKey(cell))).length;
}

/** Whether a line is the header line: three known headers, or a short line of nothing else; never one with a NIK. */
export function isHeader(cells: readonly string[], mapped: ReadonlySet<string>): boolean {
  if (cells.some((cell) => /\d{12}/.test(cell))) return false;
  const known = recognisedCells(cells, mapped);
  return known >= 3 || (known >= 2 && known === cells.filter((cell) => cell !== '').length);
}

/** Headers that are no voter's value, unlike `Kawin`, `Dukuh` or `TMS`. */
const SURE_HEADERS: ReadonlySet<string | undefined> = new Set<SourceColumnName>([
  'nik',
  'nkk',
  'nama',
  'tanggal_lahir',
  'tempat_lahir',
]);

/**
 * Cells of a first line that may be shown in a message: none unless one of them is surely a header, because the
 * line may be a voter's.
 */
export function showableCells(cells: readonly string[]): readonly string[] {
  const showable = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell.length <= 30);
  const isHeaderLine = showable.some((cell) => SURE_HEADERS.has(sourceColumnOf(cell)));
  return !isHeaderLine || cells.some((cell) => /\d{4,}/.test(cell)) ? [] : showable.slice(0, 25);
}
