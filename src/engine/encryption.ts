import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { InputError, UsageError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';

/** Ending of an encrypted file. */
export const ENCRYPTED = '.enc';

export function isEncrypted(path: string): boolean {
  return path.endsWith(ENCRYPTED);
}

/** The path that a file has when it is not encrypted. */
export function plainPath(path: string): string {
  return isEncrypted(path) ? path.slice(0, -ENCRYPTED.length) : path;
}

/*
 * An encrypted file, version 1:
 *
 *   magic    8 bytes   SISIRENC
 *   version  1 byte    1
 *   key id  16 bytes   tells which key, and nothing about it
 *   salt    32 bytes   of this file
 *   chunks             65,536 bytes of content each (the last one fewer), AES-256-GCM, followed by a tag of 16 bytes
 *
 * The file's own key is HKDF-SHA-256 of the key file and the salt. The nonce of a chunk is its number (8 bytes, from 0),
 * three zero bytes, and 1 for the last chunk, else 0; the header is authenticated with each chunk. So a byte that was
 * changed, a chunk that was moved and a file that was cut short or made longer are all found (the STREAM construction
 * of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The salt is an HMAC of the content: the same content and key give
 * the same bytes, and no nonce ever serves two contents.
 */
const MAGIC = Buffer.from('SISIRENC', 'latin1');
const VERSION = 1;
const KEY_ID_BYTES = 16;
const SALT_BYTES = 32;
const HEADER_BYTES = MAGIC.length + 1 + KEY_ID_BYTES + SALT_BYTES;
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** A key as read from its file; spaces and line ends around it do not count. */
export type EncryptionKey = Buffer;

/** The fewest characters of a key file: a random key of 16 bytes in hex. */
export const SHORTEST_KEY = 32;

/** The key in a key file. @throws UsageError when it holds too little to be one */
export async function readEncryptionKey(path: string): Promise<EncryptionKey> {
  const key = encryptionKey(await readFile(path));
  if (key !== undefined) return key;
  throw new UsageError({
    id: `Berkas kunci ${path} terlalu pendek untuk enkripsi: paling sedikit ${SHORTEST_KEY} karakter acak, misalnya dari: openssl rand -hex 32`,
    en: `The key file ${path} is too short for encryption: at least ${SHORTEST_KEY} random characters, e.g. of: openssl rand -hex 32`,
  });
}

/** The key in the bytes of a key file; undefined when they are too few to be one. */
export function encryptionKey(content: Buffer): EncryptionKey | undefined {
  const text = content.toString('latin1').trim();
  return text.length < SHORTEST_KEY ? undefined : Buffer.from(text, 'latin1');
}

/**
 * Writes `source` encrypted as `target`, mode 0600; the source stays, a file at `target` is replaced.
 * @throws when a file cannot be read or written
 */
export async function encryptFile(source: string, target: string, key: EncryptionKey): Promise<void> {
  const header = Buffer.concat([MAGIC, Buffer.from([VERSION]), keyId(key), await saltOf(source, key)]);
  const fileKey = fileKeyOf(header, key);
  await writing(target, async (output) => {
    await output.writeFile(header);
    for await (const { bytes, nonce } of chunksOf(source, 0, CHUNK_BYTES)) {
      const cipher = createCipheriv(CIPHER, fileKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(header);
      await output.writeFile(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
    }
  });
}

/**
 * Writes the content of an encrypted file as `target`, mode 0600. Nothing stands at `target` before the last chunk is
 * proved; a file there is replaced.
 * @throws InputError for a file that is no such file, of another version or another key, cut short or changed
 */
export async function decryptFile(source: string, target: string, key: EncryptionKey): Promise<void> {
  const header = await headerOf(source, key);
  const fileKey = fileKeyOf(header, key);
  await writing(target, async (output) => {
    let chunks = 0;
    for await (const { bytes, nonce } of chunksOf(source, HEADER_BYTES, CHUNK_BYTES + TAG_BYTES)) {
      const isWhole = bytes.length > TAG_BYTES || (bytes.length === TAG_BYTES && chunks === 0);
      if (!isWhole) throw refused(source, CHANGED);
      const decipher = createDecipheriv(CIPHER, fileKey, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(header);
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      const content = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
      try {
        decipher.final();
      } catch {
        throw refused(source, CHANGED);
      }
      await output.writeFile(content);
      chunks += 1;
    }
  });
}

/** Whether a file was encrypted with this key. @throws InputError for a file that is no such file */
export async function isUnderKey(source: string, key: EncryptionKey): Promise<boolean> {
  return await headerOf(source, key).then(
    () => true,
    (error: unknown) => {
      if (error instanceof InputError && error.problems.every(({ code }) => code === OTHER_KEY.code))
        return false;
      throw error;
    },
  );
}

/** Writes a new file beside `target` and gives it its name when all of it is written. */
async function writing(target: string, write: (output: FileHandle) => Promise<void>): Promise<void> {
  const partial = `${target}.partial`;
  const output = await open(partial, 'wx', 0o600);
  try {
    await write(output);
    await output.close();
    await rename(partial, target);
  } catch (error) {
    await output.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

async function headerOf(source: string, key: EncryptionKey): Promise<Buffer> {
  const header = Buffer.alloc(HEADER_BYTES);
  const input = await open(source);
  try {
    const { bytesRead } = await input.read(header, 0, HEADER_BYTES, 0);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw refused(source, NOT_ENCRYPTED);
    if (bytesRead < HEADER_BYTES) throw refused(source, CHANGED);
  } finally {
    await input.close();
  }
  if (header[MAGIC.length] !== VERSION) throw refused(source, OTHER_VERSION);
  const id = header.subarray(MAGIC.length + 1, MAGIC.length + 1 + KEY_ID_BYTES);
  if (!timingSafeEqual(id, keyId(key))) throw refused(source, OTHER_KEY);
  return header;
}

async function saltOf(source: string, key: EncryptionKey): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(source, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer);
  return createHmac('sha256', derived(key, Buffer.alloc(0), 'sisir encryption v1 salt', 32))
    .update(hash.digest())
    .digest();
}

function keyId(key: EncryptionKey): Buffer {
  return derived(key, Buffer.alloc(0), 'sisir encryption v1 key id', KEY_ID_BYTES);
}

function fileKeyOf(header: Buffer, key: EncryptionKey): Buffer {
  return derived(key, header.subarray(HEADER_BYTES - SALT_BYTES), 'sisir encryption v1 file', 32);
}

function derived(key: EncryptionKey, salt: Buffer, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, use, bytes));
}

/** The file from `start` in pieces of `size` bytes, each with its nonce; one empty piece where nothing is there. */
async function* chunksOf(
  path: string,
  start: number,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly nonce: Buffer }> {
  const input = await open(path);
  const next = async (position: number) => {
    const buffer = Buffer.alloc(size);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await input.read(buffer, filled, size - filled, position + filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === size) return buffer.subarray(0, filled);
    }
  };
  try {
    let bytes = await next(start);
    for (let number = 0; ; number++) {
      const following = bytes.length < size ? Buffer.alloc(0) : await next(start + (number + 1) * size);
      const isLast = following.length === 0;
      yield { bytes, nonce: nonceOf(number, isLast) };
      if (isLast) return;
      bytes = following;
    }
  } finally {
    await input.close();
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

interface Refusal {
  readonly code: string;
  readonly text: Text;
}

const NOT_ENCRYPTED: Refusal = {
  code: 'bukan-berkas-terenkripsi',
  text: {
    id: 'Berkas ini tidak dienkripsi oleh Sisir. Periksa namanya; berkas terenkripsi berakhiran .enc.',
    en: 'This file was not encrypted by Sisir. Check its name; encrypted files end in .enc.',
  },
};
const OTHER_VERSION: Refusal = {
  code: 'versi-enkripsi-lain',
  text: {
    id: 'Berkas ini dienkripsi oleh versi Sisir yang lain. Buka dengan versi itu atau yang lebih baru.',
    en: 'This file was encrypted by another version of Sisir. Open it with that version or a newer one.',
  },
};
const OTHER_KEY: Refusal = {
  code: 'kunci-lain',
  text: {
    id: 'Berkas ini dienkripsi dengan kunci lain, atau bagian depannya berubah. Sebutkan kuncinya dengan --key-file.',
    en: 'This file was encrypted with another key, or its beginning was changed. Name its key with --key-file.',
  },
};
const CHANGED: Refusal = {
  code: 'terpotong-atau-berubah',
  text: {
    id: 'Isi berkas ini terpotong atau berubah sejak dienkripsi; tidak ada yang ditulis. Ambil lagi salinan aslinya.',
    en: 'The content of this file was cut short or changed since it was encrypted; nothing was written. Fetch the original again.',
  },
};

function refused(path: string, { code, text }: Refusal): InputError {
  return new InputError([{ path, code, text }]);
}
