import type { Config } from '../../model/config.ts';
import type { InputProblem } from '../../model/errors.ts';
import type { ColumnSource } from '../../model/input-file.ts';
import { findLayout, HEADER_SEARCH_LINES, likelyDelimiter } from './csv-layout.ts';
import { splitRecord } from './csv-record.ts';
import { dateOrderOf } from './date-order.ts';
import type { FoundInput } from './expand-inputs.ts';
import { mapHeader, mappedHeaderKeys, showableCells } from './header-mapping.ts';
import type { FileUnderstanding } from './inspect.ts';
import { fileEmpty, gzipBroken, headerMissing, headerOnly } from './problems.ts';
import { scanText, type TextFacts } from './scan-bytes.ts';
import { isTotalLine, nikPositions } from './total-line.ts';

/** Dates looked at to tell the order of day and month. */
const SAMPLE_ROWS = 10_000;
/** Lines at the end among which a TOTAL line is looked for. */
const TAIL_LINES = 20;

/** Understands one CSV file, or says why it cannot be read. */
export async function inspectCsv(
  input: FoundInput,
  config: Config,
  { compressed, onBytes }: { compressed: boolean; onBytes: (bytes: number) => void },
): Promise<FileUnderstanding> {
  const { path } = input;
  const facts = await scanOrProblem(input, compressed, onBytes);
  if ('code' in facts) return { problems: [facts] };
  if (facts.lines === facts.blankLines) return { problems: [fileEmpty(path)] };
  const lines = textLines(facts.head, facts);
  const layout = findLayout(lines, facts.quoted, mappedHeaderKeys(config));
  if (layout === undefined) {
    const first = lines.find((line) => line.trim() !== '') ?? '';
    return {
      problems: [headerMissing(path, showableCells(first.split(likelyDelimiter(first))))],
      partial: { encoding: facts.encoding, delimiter: likelyDelimiter(first), quoted: facts.quoted },
    };
  }
  const headerLine = layout.titleLines + 1;
  const { columns, unusedHeaders, problems } = mapHeader(layout.header, config, path, headerLine);
  const above = lines.slice(0, layout.titleLines);
  const counts = {
    total: facts.lines,
    title: layout.titleLines,
    blank: facts.blankLines - above.filter((line) => line === '').length,
    totals: totalLines(facts, layout.delimiter, columns),
    withNul: facts.nulLines,
    broken: facts.brokenLines,
    end: facts.lineEnd,
  };
  const found: InputProblem[] = [...problems];
  if (counts.total - counts.title - 1 - counts.blank - counts.totals <= 0)
    found.push(headerOnly(path, headerLine));
  const dates = dateOrderOf(
    sampledDates(lines.slice(headerLine), layout.delimiter, facts.quoted, columns),
    config.date_order,
  );
  return {
    problems: found,
    file: {
      sha256: facts.sha256,
      format: 'csv',
      compressed,
      encoding: facts.encoding,
      delimiter: layout.delimiter,
      quoted: facts.quoted,
      lines: counts,
      header: layout.header,
      columns,
      unusedHeaders,
      ...dates,
    },
    titles: above.slice(0, HEADER_SEARCH_LINES),
  };
}

/** The facts of the bytes, or the problem of a damaged archive. */
async function scanOrProblem(
  { path, absolutePath }: FoundInput,
  compressed: boolean,
  onBytes: (bytes: number) => void,
): Promise<TextFacts | InputProblem> {
  try {
    return await scanText(absolutePath, { compressed, fallback: 'windows-1252', onBytes });
  } catch (error) {
    if (compressed && error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      return gzipBroken(path);
    }
    throw error;
  }
}

/** Lines of a text by the file's own kind of line end, without their ends. */
function textLines(text: string, { lineEnd }: Pick<TextFacts, 'lineEnd'>): string[] {
  const lines = lineEnd === 'cr' ? text.split('\r') : text.split('\n');
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** How many TOTAL or JUMLAH lines end the file. */
function totalLines(facts: TextFacts, delimiter: string, columns: readonly ColumnSource[]): number {
  let count = 0;
  for (const line of textLines(facts.tail, facts).slice(-TAIL_LINES).toReversed()) {
    if (line === '') continue;
    const fields = splitRecord(line, delimiter, facts.quoted);
    if (typeof fields === 'string' || !isTotalLine(fields, nikPositions(columns))) break;
    count += 1;
  }
  return count;
}

function* sampledDates(
  lines: readonly string[],
  delimiter: string,
  quoted: boolean,
  columns: readonly ColumnSource[],
): Generator<string> {
  const source = columns.find(({ column }) => column === 'tanggal_lahir');
  if (source === undefined || source.format !== undefined) return;
  for (const line of lines.slice(0, SAMPLE_ROWS)) {
    const fields = splitRecord(line, delimiter, quoted);
    if (typeof fields !== 'string')
      yield source.positions.map((position) => fields[position] ?? '').join(' ');
  }
}
