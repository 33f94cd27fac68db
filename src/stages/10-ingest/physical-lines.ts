import { isUtf8 } from 'node:buffer';
import type { CsvSource } from './csv-source.ts';
import { gunzip, storedBytes, wholeLines } from './text-stream.ts';

/** Of an overlong line no more than this is kept in memory, in characters. */
const KEPT_CHARACTERS = 4_000_000;

/** One line of a file as it stands there. */
export interface PhysicalLine {
  /** Without its line end. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** The bytes are not UTF-8. */
  readonly broken: boolean;
  /** Ends with CR LF. */
  readonly windowsEnd: boolean;
}

/** The lines of a prepared CSV file, block by block; empty blocks do not come. */
export async function* physicalLines(source: CsvSource): AsyncGenerator<PhysicalLine[]> {
  const stored = storedBytes(source.readPath);
  const separator = source.lines.end === 'cr' ? '\r' : '\n';
  let number = 0;
  let held: PhysicalLine | undefined;
  for await (const block of wholeLines(source.compressed ? gunzip(stored) : stored)) {
    const lines = linesOf(block, separator, number);
    const [first] = lines;
    if (held !== undefined && first !== undefined) {
      lines[0] = { ...first, text: (held.text + first.text).slice(0, KEPT_CHARACTERS) };
    }
    if (lines[0]?.number === 1) lines[0] = { ...lines[0], text: lines[0].text.replace(/^\uFEFF/, '') };
    held = block.at(-1) === separator.charCodeAt(0) ? undefined : lines.pop();
    number += lines.length;
    if (lines.length > 0) yield lines;
  }
  if (held !== undefined) yield [held];
}

function linesOf(block: Buffer, separator: string, before: number): PhysicalLine[] {
  const valid = isUtf8(block);
  const texts = valid ? block.toString('utf8').split(separator) : undefined;
  const pieces = texts ?? split(block, separator);
  if (pieces.at(-1)?.length === 0) pieces.pop();
  return pieces.map((piece, index) => {
    const text = typeof piece === 'string' ? piece : piece.toString('utf8');
    const windowsEnd = separator === '\n' && text.endsWith('\r');
    return {
      text: windowsEnd ? text.slice(0, -1) : text,
      number: before + index + 1,
      broken: typeof piece !== 'string' && !isUtf8(piece),
      windowsEnd,
    };
  });
}

function split(block: Buffer, separator: string): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = block.indexOf(separator); at !== -1; at = block.indexOf(separator, start)) {
    pieces.push(block.subarray(start, at));
    start = at + 1;
  }
  pieces.push(block.subarray(start));
  return pieces;
}
