import { createWriteStream } from 'node:fs';
import { join as joinPath } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { InputFile } from '../../model/input-file.ts';
import { factsOf } from './facts.ts';
import { asUtf8, type Encoding, gunzip, storedBytes } from './text-stream.ts';

/** A CSV file ready for DuckDB: UTF-8, plain or gzip. */
export interface CsvSource {
  readonly file: InputFile;
  /** The file itself, or its UTF-8 copy. */
  readonly readPath: string;
  readonly compressed: boolean;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly lines: NonNullable<InputFile['lines']>;
  /** NUL characters must be removed; assumed when the file was not inspected here. */
  readonly hasNul: boolean;
}

/** Prepares a file; one in UTF-16 or Windows-1252 is copied as UTF-8 into `folder`. */
export async function csvSource(file: InputFile, folder: string): Promise<CsvSource> {
  const { delimiter, lines, quoted = true } = file;
  const encoding = (file.encoding ?? 'utf-8') as Encoding;
  if (delimiter === undefined || lines === undefined) throw new RangeError(`no CSV layout for ${file.path}`);
  const common = { file, delimiter, quoted, lines, hasNul: (factsOf(file)?.nulLines ?? 1) > 0 };
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
export function recordLines({ total, title, blank, totals }: CsvSource['lines']): number {
  return total - title - 1 - blank - totals;
}

/** Whether DuckDB's reader is known to misread such a file, so that only the careful path may read it. */
export function needsCare({ file }: CsvSource): boolean {
  const newline = factsOf(file)?.newline;
  return newline === 'mixed' || newline === 'cr' || file.header.length < 2;
}
