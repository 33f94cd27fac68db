import type { CleanCsv, RejectFile } from './clean-csv.ts';
import { MAX_LINE_BYTES } from './csv-reader.ts';
import { splitRecord, trimFields } from './csv-record.ts';
import type { CsvSource } from './csv-source.ts';
import { type PhysicalLine, physicalLines } from './physical-lines.ts';
import { isTotalLine, nikPositions } from './total-line.ts';

/** A quoted cell may run over so many further lines. */
const MOST_JOINED_LINES = 20;
/** So much of an overlong line is kept in `reject`. */
const KEPT_CHARACTERS = 10_000;

/**
 * Reads a CSV file line by line: a line is a record; one with an open quote is joined with the lines after it
 * when that gives exactly one record, and is otherwise rejected alone.
 * @throws Error when the lines do not add up to those of the inspection
 */
export async function readCarefully(source: CsvSource, table: CleanCsv, rejects: RejectFile): Promise<void> {
  const reader = new RecordReader(source, table, rejects);
  let waiting: PhysicalLine[] = [];
  for await (const lines of physicalLines(source)) {
    waiting = waiting.length === 0 ? lines : [...waiting, ...lines];
    waiting = waiting.slice(reader.take(waiting, waiting.length - MOST_JOINED_LINES));
    await Promise.all([table.flush(), rejects.flush()]);
  }
  reader.take(waiting, waiting.length);
  reader.finish();
}

class RecordReader {
  readonly #source: CsvSource;
  readonly #table: CleanCsv;
  readonly #rejects: RejectFile;
  readonly #expected: number;
  readonly #nik: readonly number[];
  readonly #mapped: readonly number[];
  readonly #firstLine: number;
  /** TOTAL lines count as such only at the end of the file; until then they wait here. */
  #totals: { readonly fields: readonly string[]; readonly line: PhysicalLine }[] = [];
  #seenLines = 0;

  constructor(source: CsvSource, table: CleanCsv, rejects: RejectFile) {
    this.#source = source;
    this.#table = table;
    this.#rejects = rejects;
    this.#expected = source.file.header.length;
    this.#nik = nikPositions(source.file.columns);
    this.#mapped = source.file.columns.flatMap(({ positions }) => positions);
    this.#firstLine = source.lines.title + 2;
  }

  /** Takes records while they begin before `limit`. Returns how many lines were used. */
  take(lines: readonly PhysicalLine[], limit: number): number {
    let at = 0;
    while (at < limit) at += this.#record(lines, at);
    this.#seenLines += at;
    return at;
  }

  finish(): void {
    if (this.#seenLines !== this.#source.lines.total) {
      throw new Error(
        `${this.#source.file.path}: ${this.#source.lines.total} lines were inspected, ${this.#seenLines} were read`,
      );
    }
    if (this.#totals.length !== this.#source.lines.totals) this.#releaseTotals();
  }

  #record(lines: readonly PhysicalLine[], at: number): number {
    const line = lines[at];
    if (line === undefined || line.number < this.#firstLine || line.text === '') return 1;
    if (line.broken) return this.#reject(line, 'encoding-rusak');
    if (tooLong(line.text)) return this.#reject(line, 'baris-terlalu-panjang');
    const { delimiter, quoted } = this.#source;
    const fields = splitRecord(line.text, delimiter, quoted);
    if (fields === 'malformed') return this.#reject(line, 'kutip-tak-seimbang');
    if (fields === 'unclosed') return this.#joined(lines, at, line);
    if (isTotalLine(fields, this.#nik)) {
      this.#totals.push({ fields, line });
      return 1;
    }
    this.#releaseTotals();
    return this.#accept(trimFields(fields, this.#expected), line);
  }

  #joined(lines: readonly PhysicalLine[], at: number, line: PhysicalLine): number {
    let text = line.text;
    for (let count = 1; count <= MOST_JOINED_LINES; count += 1) {
      const previous = lines[at + count - 1];
      const next = lines[at + count];
      if (next === undefined || previous === undefined || next.broken) break;
      text += (previous.windowsEnd ? '\r\n' : '\n') + next.text;
      if (tooLong(text)) break;
      const fields = splitRecord(text, this.#source.delimiter, true);
      if (fields === 'unclosed') continue;
      if (fields === 'malformed') break;
      const trimmed = trimFields(fields, this.#expected);
      if (trimmed.length !== this.#expected) break;
      this.#releaseTotals();
      this.#accept(trimmed, { ...line, text });
      return count + 1;
    }
    return this.#reject(line, 'kutip-tak-seimbang');
  }

  #accept(fields: readonly string[], line: PhysicalLine): 1 {
    if (fields.length !== this.#expected) {
      const reason = fields.length < this.#expected ? 'kolom-kurang' : 'kolom-lebih';
      return this.#reject(line, reason, `${fields.length}/${this.#expected}`);
    }
    if (this.#mapped.every((position) => fields[position] === '')) return this.#reject(line, 'baris-kosong');
    this.#table.add(fields);
    return 1;
  }

  #reject({ number, text }: PhysicalLine, reason: string, detail = ''): 1 {
    this.#releaseTotals();
    this.#rejects.add({ line: number, reason, detail, original: text.slice(0, KEPT_CHARACTERS) });
    return 1;
  }

  #releaseTotals(): void {
    const waiting = this.#totals;
    this.#totals = [];
    for (const { fields, line } of waiting) this.#accept(trimFields(fields, this.#expected), line);
  }
}

function tooLong(text: string): boolean {
  return text.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(text) > MAX_LINE_BYTES;
}
