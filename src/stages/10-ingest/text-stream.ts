import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Encoding } from '../../model/input-file.ts';

const BLOCK_BYTES = 4 << 20;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** The bytes of a file as stored; every byte also goes into `hash`. */
export async function* storedBytes(path: string, hash?: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
    hash?.update(chunk as Buffer);
    yield chunk as Buffer;
  }
}

/**
 * Unpacks gzip. Throws node:zlib's errors on a cut or damaged archive, which DuckDB's reader would pass over.
 */
export async function* gunzip(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacked = pipeline(Readable.from(source), createGunzip({ chunkSize: 1 << 20 }), () => undefined);
  for await (const chunk of unpacked) yield chunk as Buffer;
}

/** Any bytes as UTF-8 bytes, without a byte-order mark in the decoded kinds. */
export async function* asUtf8(source: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    yield* source;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield Buffer.from(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest);
}

/** Blocks that end where a line ends, but for the last one and for lines longer than a block. */
export async function* wholeLines(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let carry: Buffer | undefined;
  for await (const chunk of source) {
    const block = carry === undefined ? chunk : Buffer.concat([carry, chunk]);
    const end = lastLineEnd(block);
    if (end > 0) yield block.subarray(0, end);
    carry = end < block.length ? block.subarray(end) : undefined;
    if (carry !== undefined && carry.length > 4 * BLOCK_BYTES) {
      yield carry;
      carry = undefined;
    }
  }
  if (carry !== undefined) yield carry;
}

function lastLineEnd(block: Buffer): number {
  const newline = block.lastIndexOf(NEWLINE);
  if (newline !== -1) return newline + 1;
  return block.length < 2 ? 0 : block.lastIndexOf(CARRIAGE_RETURN, block.length - 2) + 1;
}
