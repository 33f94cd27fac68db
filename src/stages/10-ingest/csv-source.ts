import { createWriteStream } from 'node:fs';
import { join as joinPath } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { InputFile, LineCounts } from '../../model/input-file.ts';
import { asUtf8, gunzip, storedBytes } from './text-stream.ts';

/** A CSV file ready for DuckDB: UTF-8, plain or gzip. */
export interface CsvSource {
  readonly file: InputFile;
  /** The file itself, or its UTF-8 copy. */
  readonly readPath: string;
  readonly compressed: boolean;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly lines: LineCounts;
}

/** Prepares a file; one in UTF-16 or Windows-1252 is copied as UTF-8 into `folder`. */
export async function csvSource(file: InputFile, folder: string): Promise<CsvSource> {
  const { delimiter, lines, quoted = true, encoding = 'utf-8' } = file;
  if (delimiter === undefined || lines === undefined) throw new RangeError(`no CSV layout for ${file.path}`);
  const common = { file, delimiter, quoted, lines };
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    return { ...common, readPath: file.absolutePath, compressed: file.compressed };
  }
  const readPath = joinPath(folder, `utf8-${file.fileId}.csv`);
  const stored = storedBytes(file.absolutePath);
  const bytes = asUtf8(file.compressed ? gunzip(stored) : stored, encoding);
  await pipeline(Readable.from(bytes), createWriteStream(readPath, { mode: 0o600 }));
  return { ...common, readPath, compressed: false };
}

/** Lines that must become a row or a reject. */
export function recordLines({ total, title, blank, totals }: LineCounts): number {
  return total - title - 1 - blank - totals;
}

/** Whether DuckDB's reader is known to misread such a file, so that only the careful path may read it. */
export function needsCare({ file, lines }: CsvSource): boolean {
  return lines.end === 'mixed' || lines.end === 'cr' || file.header.length < 2;
}
