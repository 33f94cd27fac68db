import { isAscii, isUtf8 } from 'node:buffer';
import type { LineEnd } from '../../model/input-file.ts';

const HEAD_BYTES = 128 << 10;
const TAIL_BYTES = 64 << 10;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;

/** What the lines of a text are like. */
export interface LineFacts {
  readonly lineEnd: LineEnd;
  /** Physical lines; a last line without a line end counts. */
  readonly lines: number;
  /** Lines without a character. */
  readonly blankLines: number;
  readonly quoted: boolean;
  readonly nulLines: number;
}

/** Counts over blocks of whole lines; native searches only, no step per byte. */
export class LineTally {
  readonly head: Buffer[] = [];
  tail: Buffer = Buffer.alloc(0);
  brokenLines = 0;
  #headBytes = 0;
  #newlines = 0;
  #windowsEnds = 0;
  #blankNewlines = 0;
  #returns = 0;
  #blankReturns = 0;
  #quoted = false;
  #nulLines = 0;
  #wideLines = 0;
  #validWideBlock = false;
  #lastByte = -1;
  /** Position of the previous line end relative to the block; below -1 within a line longer than a block. */
  #previous = -1;

  add(block: Buffer): void {
    if (this.#headBytes < HEAD_BYTES) {
      this.head.push(Buffer.from(block.subarray(0, cut(block, HEAD_BYTES - this.#headBytes))));
      this.#headBytes += block.length;
    }
    this.#countNewlines(block);
    this.#countReturns(block);
    this.#quoted ||= block.includes(QUOTE);
    this.#countNul(block);
    if (!isAscii(block)) this.#checkUtf8(block);
    this.tail = Buffer.from(Buffer.concat([this.tail, block.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES));
    this.#lastByte = block.at(-1) ?? this.#lastByte;
  }

  #countNewlines(block: Buffer): void {
    let previous = this.#previous;
    for (let at = block.indexOf(NEWLINE); at !== -1; at = block.indexOf(NEWLINE, at + 1)) {
      const windows = (at === 0 ? this.#lastByte : block[at - 1]) === CARRIAGE_RETURN;
      this.#newlines += 1;
      if (windows) this.#windowsEnds += 1;
      if (at - previous === (windows ? 2 : 1)) this.#blankNewlines += 1;
      previous = at;
    }
    this.#previous = previous - block.length;
  }

  #countReturns(block: Buffer): void {
    for (let at = block.indexOf(CARRIAGE_RETURN); at !== -1; at = block.indexOf(CARRIAGE_RETURN, at + 1)) {
      const before = at === 0 ? this.#lastByte : (block[at - 1] ?? -1);
      this.#returns += 1;
      if (before === CARRIAGE_RETURN || before === -1) this.#blankReturns += 1;
    }
  }

  #countNul(block: Buffer): void {
    for (let at = block.indexOf(0); at !== -1; ) {
      this.#nulLines += 1;
      const lineEnd = block.indexOf(NEWLINE, at);
      at = lineEnd === -1 ? -1 : block.indexOf(0, lineEnd);
    }
  }

  #checkUtf8(block: Buffer): void {
    if (isUtf8(block)) {
      this.#validWideBlock = true;
      return;
    }
    for (let start = 0; start < block.length; ) {
      const newline = block.indexOf(NEWLINE, start);
      const end = newline === -1 ? block.length : newline + 1;
      const line = block.subarray(start, end);
      if (!isUtf8(line)) this.brokenLines += 1;
      else if (!isAscii(line)) this.#wideLines += 1;
      start = end;
    }
  }

  /** A few broken lines among valid ones are damage in a UTF-8 file; otherwise the file is of another encoding. */
  isUtf8(): boolean {
    return this.brokenLines === 0 || this.#validWideBlock || this.#wideLines > this.brokenLines;
  }

  facts(): LineFacts {
    const onlyReturns = this.#newlines === 0 && this.#returns > 0;
    const lineEnd = onlyReturns ? CARRIAGE_RETURN : NEWLINE;
    const unfinished = this.#lastByte !== -1 && this.#lastByte !== lineEnd ? 1 : 0;
    return {
      lineEnd: onlyReturns ? 'cr' : this.#lineEnd(),
      lines: (onlyReturns ? this.#returns : this.#newlines) + unfinished,
      blankLines: onlyReturns ? this.#blankReturns : this.#blankNewlines,
      quoted: this.#quoted,
      nulLines: this.#nulLines,
    };
  }

  #lineEnd(): LineEnd {
    if (this.#returns > this.#windowsEnds) return 'mixed';
    if (this.#windowsEnds === 0) return 'lf';
    return this.#windowsEnds === this.#newlines ? 'crlf' : 'mixed';
  }
}

/** Where a block is cut so that at most `bytes` of it remain and no line is halved. */
function cut(block: Buffer, bytes: number): number {
  if (block.length <= bytes) return block.length;
  const newline = block.lastIndexOf(NEWLINE, bytes - 1);
  return newline === -1 ? bytes : newline + 1;
}
