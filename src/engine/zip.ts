import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** One file of an archive; its bytes are asked for as they can be written. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Deflate level 1: sheets shrink to an eighth; level 6 takes three times as long for a fifth less. */
const LEVEL = 1;
const PIECE_BYTES = 1 << 18;
const DEFLATED = 8;
const NOTHING = new Uint8Array(0);

/**
 * Writes an archive, mode 0600. Entries are deflated in node's thread pool, one after another; the same entries give
 * the same bytes.
 * @param date the date of every entry, YYYY-MM-DD
 * @throws the file system's error, or what an entry's content throws
 */
export async function writeZip(path: string, entries: Iterable<ZipEntry>, date: string): Promise<void> {
  await pipeline(archive(entries, localDay(date)), createWriteStream(path, { mode: 0o600 }));
}

/** The archive's dates are local times without a zone. */
function localDay(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

async function* archive(entries: Iterable<ZipEntry>, mtime: Date): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const { name, content } of entries) {
    const entry: ZipInputFile = { filename: name, compression: DEFLATED, crc: 0, size: 0, mtime };
    zip.add(entry);
    for await (const piece of deflated(content, entry)) {
      entry.ondata?.(null, piece, false);
      yield* pieces.splice(0);
    }
    entry.ondata?.(null, NOTHING, true);
  }
  zip.end();
  yield* pieces;
}

/** The deflated content; its checksum and size are counted in `entry`. */
function deflated(content: ZipEntry['content'], entry: ZipInputFile): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const counted = async function* () {
    for await (const bytes of content) {
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  };
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: PIECE_BYTES });
  pipeline(counted, deflate).catch((error: Error) => deflate.destroy(error));
  return deflate;
}
