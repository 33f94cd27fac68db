import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';
import type { InputFile } from '../../model/input-file.ts';
import { globbed } from './roll-select.ts';
import { asUtf8, gunzip, storedBytes, wholeLines } from './text-stream.ts';

const NEWLINE = 10;
/** Shares are told in parts of this. */
const WHOLE = 1_000_000;
/** Of a workbook, whose rows cannot be counted without reading all of it. */
const XLSX_ROW_BYTES = 120;

/** Rows of a file: counted by the inspection, or estimated from the size of a workbook. */
export function rowsOf({ format, lines, rows, bytes }: InputFile): number {
  if (lines !== undefined) return lines.total - lines.title - 1 - lines.blank - lines.totals;
  return format === 'xlsx' ? Math.max(1, Math.round(bytes / XLSX_ROW_BYTES)) : (rows ?? 0);
}

export function rowsOfAll(files: readonly InputFile[]): number {
  return files.reduce((sum, file) => sum + rowsOf(file), 0);
}

/** Whether `sampleRows` can take a part of the file: not of a workbook, nor of lines that end by CR alone. */
export function canSample({ format, lines }: InputFile): boolean {
  return format === 'parquet' || (format === 'csv' && lines?.end !== 'cr');
}

/**
 * Writes `share` of a file's rows, chosen by a hash of their place, as a file of the same columns at `target`: text as
 * plain UTF-8 with the header first. Rows near each other are chosen independently of each other.
 */
export async function sampleRows(
  database: Database,
  file: InputFile,
  share: number,
  target: string,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  if (file.format === 'parquet') {
    await database.run(sql`COPY (
        SELECT * EXCLUDE (file_row_number) FROM read_parquet(${literal(globbed(file.absolutePath))}, file_row_number = true, hive_partitioning = false)
        WHERE hash(file_row_number) % ${literal(WHOLE)} < ${literal(Math.round(share * WHOLE))}
      ) TO ${literal(target)} (FORMAT parquet)`);
    return;
  }
  await pipeline(Readable.from(chosenLines(file, share)), createWriteStream(target));
}

async function* chosenLines(file: InputFile, share: number): AsyncGenerator<Buffer> {
  const stored = storedBytes(file.absolutePath);
  const plain = file.compressed ? gunzip(stored) : stored;
  const header = file.lines?.title ?? 0;
  let number = 0;
  for await (const block of wholeLines(asUtf8(plain, file.encoding ?? 'utf-8'))) {
    for (let start = 0; start < block.length; number++) {
      const found = block.indexOf(NEWLINE, start);
      const end = found === -1 ? block.length : found + 1;
      if (number === header || (number > header && isChosen(number, file.fileId, share)))
        yield block.subarray(start, end);
      start = end;
    }
  }
}

/** The finaliser of MurmurHash3: neighbouring lines, and the same line of two files, fall apart. */
export function isChosen(line: number, fileId: number, share: number): boolean {
  let hash = Math.imul(fileId, 0x9e3779b1) ^ line;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share;
}
