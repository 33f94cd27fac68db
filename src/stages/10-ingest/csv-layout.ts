import { splitRecord } from './csv-record.ts';
import { isHeader, recognisedCells } from './header-mapping.ts';

/** Lines in which the header is looked for. */
export const HEADER_SEARCH_LINES = 30;
const HEADER_MOST_LINES = 6;
const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface CsvLayout {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Physical lines above the header's last line. */
  readonly titleLines: number;
}

/**
 * The header line and the delimiter: the first line in which known headers stand, cut by the delimiter that shows
 * the most of them. The delimiter is judged by headers because pipes also stand within dates.
 * A quoted header may run over several lines.
 */
export function findLayout(
  lines: readonly string[],
  quoted: boolean,
  mapped: ReadonlySet<string>,
): CsvLayout | undefined {
  for (let index = 0; index < Math.min(lines.length, HEADER_SEARCH_LINES); index += 1) {
    const candidates = DELIMITERS.flatMap(
      (delimiter) => headerAt(lines, index, delimiter, quoted) ?? [],
    ).filter(({ header }) => isHeader(header, mapped));
    const known = (layout: CsvLayout) => recognisedCells(layout.header, mapped);
    const [best] = candidates.toSorted(
      (left, right) => known(right) - known(left) || right.header.length - left.header.length,
    );
    if (best !== undefined) return best;
  }
  return undefined;
}

function headerAt(
  lines: readonly string[],
  index: number,
  delimiter: string,
  quoted: boolean,
): CsvLayout | undefined {
  for (let count = 1; count <= HEADER_MOST_LINES; count += 1) {
    const cells = splitRecord(lines.slice(index, index + count).join('\n'), delimiter, quoted);
    if (cells === 'malformed') return undefined;
    if (cells !== 'unclosed') {
      return { delimiter, header: cells.map((cell) => cell.trim()), titleLines: index + count - 1 };
    }
  }
  return undefined;
}

/** The delimiter that cuts a line into the most cells, where no header tells. */
export function likelyDelimiter(line: string): string {
  const [first, ...others] = DELIMITERS;
  const parts = (delimiter: string) => line.split(delimiter).length;
  return others.reduce<string>(
    (best, delimiter) => (parts(delimiter) > parts(best) ? delimiter : best),
    first,
  );
}
