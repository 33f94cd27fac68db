import { createHash } from 'node:crypto';
import type { Encoding } from '../../model/input-file.ts';
import { type LineFacts, LineTally } from './line-tally.ts';
import { asUtf8, gunzip, storedBytes, wholeLines } from './text-stream.ts';

/** What one pass over a text file's bytes tells. */
export interface TextFacts extends LineFacts {
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Lines that are not UTF-8, when the file otherwise is. */
  readonly brokenLines: number;
  /** The first bytes, at most 128 KiB, whole lines, as UTF-8 without byte-order mark. */
  readonly head: string;
  /** The last bytes, at most 64 KiB; may begin within a line. */
  readonly tail: string;
}

/**
 * Hashes a CSV file and finds its encoding, line ends, blank lines, quotes and NUL characters in one pass.
 * @throws zlib's error when a compressed file is cut short or damaged
 */
export async function scanText(
  path: string,
  {
    compressed,
    fallback,
    onBytes,
  }: { compressed: boolean; fallback: Encoding; onBytes?: (bytes: number) => void },
): Promise<TextFacts> {
  const hash = createHash('sha256');
  const stored = counted(storedBytes(path, hash), onBytes);
  const plain = compressed ? gunzip(stored) : stored;
  const source = plain[Symbol.asyncIterator]();
  const first = await source.next();
  const start = first.done === true ? Buffer.alloc(0) : first.value;
  const mark = markedEncoding(start);
  const tally = new LineTally();
  for await (const block of wholeLines(asUtf8(resumed(start, source), mark ?? 'utf-8'))) tally.add(block);
  const encoding = mark ?? (tally.isUtf8() ? 'utf-8' : fallback);
  const text = new TextDecoder(encoding === 'windows-1252' ? encoding : 'utf-8');
  return {
    sha256: hash.digest('hex'),
    encoding,
    ...tally.facts(),
    brokenLines: encoding === 'windows-1252' ? 0 : tally.brokenLines,
    head: text.decode(Buffer.concat(tally.head)),
    tail: text.decode(tally.tail),
  };
}

async function* counted(
  source: AsyncIterable<Buffer>,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

async function* resumed(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The encoding that a byte-order mark states, or UTF-16 by the pattern of its NUL bytes. */
function markedEncoding(start: Buffer): Encoding | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8-bom';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const sample = start.subarray(0, 4096 & ~1);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return undefined;
  const nulls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulls;
  if (odd > pairs * 0.8 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.8 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}
