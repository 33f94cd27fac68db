import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptFile, encryptFile, encryptionKey } from '../../src/engine/encryption.ts';
import { InputError } from '../../src/model/errors.ts';
import { temporaryFolder } from '../cli/helpers.ts';

const CHUNK = 65_536;
const HEADER = 57;
const KEY = keyOf('0123456789abcdef0123456789abcdef');
const folder = temporaryFolder();
let files = 0;

function keyOf(text: string): Buffer {
  const key = encryptionKey(Buffer.from(text));
  if (key === undefined) throw new Error('no key');
  return key;
}

function written(content: Uint8Array): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, content);
  return path;
}

/** Bytes that compress to nothing known: a simple generator, so that a failure can be repeated. */
function bytesOf(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const BASE = bytesOf(3 * CHUNK);

async function encrypted(content: Uint8Array): Promise<Buffer> {
  const plain = written(content);
  await encryptFile(plain, `${plain}.enc`, KEY);
  return readFileSync(`${plain}.enc`);
}

/** What comes of decrypting these bytes: the content, or the code of the refusal. @throws Error when a refusal left a file */
async function opened(cipher: Uint8Array, key = KEY): Promise<Buffer | string> {
  const path = written(cipher);
  try {
    await decryptFile(path, `${path}.out`, key);
    return readFileSync(`${path}.out`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (existsSync(`${path}.out`) || existsSync(`${path}.out.partial`))
      throw new Error('a file was left', { cause: error });
    return error.problems.map(({ code }) => code).join();
  }
}

/** Comparing the bytes at once: `toEqual` takes them one by one, half a second for two chunks. */
function expectBytes(found: Buffer | string, wanted: Uint8Array): void {
  expect(typeof found === 'string' ? found : found.equals(wanted)).toBe(true);
}

describe('an encrypted file', () => {
  it.each([0, 1, 15, 16, 17].flatMap((rest) => [rest, CHUNK - rest, CHUNK + rest, 2 * CHUNK + rest]))(
    'of %d bytes gives them back',
    async (length) => {
      const content = BASE.subarray(0, length);
      const cipher = await encrypted(content);
      expect(cipher.length).toBe(HEADER + length + 16 * Math.max(1, Math.ceil(length / CHUNK)));
      expectBytes(await opened(cipher), content);
    },
  );

  it('gives back any content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(2), async (some, chunks) => {
        const content = Buffer.concat([BASE.subarray(0, chunks * CHUNK), some]);
        expectBytes(await opened(await encrypted(content)), content);
      }),
      { numRuns: 25 },
    );
  });

  it('does not show its content, and is open to its owner only', async () => {
    const plain = written(Buffer.from('NIK 3374014506900017 '.repeat(20)));
    await encryptFile(plain, `${plain}.enc`, KEY);
    expect(readFileSync(`${plain}.enc`, 'latin1')).not.toContain('3374014506900017');
    expect(statSync(`${plain}.enc`).mode & 0o777).toBe(0o600);
    await decryptFile(`${plain}.enc`, `${plain}.out`, KEY);
    expect(statSync(`${plain}.out`).mode & 0o777).toBe(0o600);
  });

  it('is the same for the same content and key, and another for another', async () => {
    const content = bytesOf(100);
    expect(await encrypted(content)).toEqual(await encrypted(content));
    const [one, other] = [await encrypted(content), await encrypted(bytesOf(100, 2))];
    expect(one.subarray(25, HEADER)).not.toEqual(other.subarray(25, HEADER));
  });

  it('is refused when any byte of it was changed', async () => {
    const cipher = await encrypted(bytesOf(60));
    for (let at = 0; at < cipher.length; at++) {
      const changed = Buffer.from(cipher);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(typeof (await opened(changed)), `byte ${at}`).toBe('string');
    }
  });

  it('is refused when changed anywhere in several chunks', async () => {
    const cipher = await encrypted(BASE.subarray(0, 2 * CHUNK + 10));
    await fc.assert(
      fc.asyncProperty(fc.nat(cipher.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(cipher);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(typeof (await opened(changed))).toBe('string');
      }),
      { numRuns: 30 },
    );
  });

  it('is refused when it was cut short or made longer, also where a chunk ends', async () => {
    const cipher = await encrypted(BASE.subarray(0, 2 * CHUNK));
    const chunk = CHUNK + 16;
    const ends = [0, 7, 8, HEADER - 1, HEADER, HEADER + 15, HEADER + 16, HEADER + chunk, HEADER + chunk + 16];
    for (const end of [...ends, cipher.length - 1, cipher.length - 16]) {
      expect(typeof (await opened(cipher.subarray(0, end))), `${end}`).toBe('string');
    }
    for (const more of [Buffer.alloc(1), Buffer.alloc(16), cipher.subarray(HEADER)])
      expect(await opened(Buffer.concat([cipher, more]))).toBe('terpotong-atau-berubah');
  });

  it('is refused when its chunks were put in another order', async () => {
    const cipher = await encrypted(BASE);
    const chunk = CHUNK + 16;
    const [header, first, second, rest] = [
      cipher.subarray(0, HEADER),
      cipher.subarray(HEADER, HEADER + chunk),
      cipher.subarray(HEADER + chunk, HEADER + 2 * chunk),
      cipher.subarray(HEADER + 2 * chunk),
    ];
    expect(await opened(Buffer.concat([header, second, first, rest]))).toBe('terpotong-atau-berubah');
    expect(await opened(Buffer.concat([header, first, rest]))).toBe('terpotong-atau-berubah');
  });

  it('says whether it is none, of another version, or of another key', async () => {
    const cipher = await encrypted(bytesOf(10));
    expect(await opened(Buffer.from('PK just a workbook'))).toBe('bukan-berkas-terenkripsi');
    expect(await opened(cipher, keyOf('f'.repeat(64)))).toBe('kunci-lain');
    const newer = Buffer.from(cipher);
    newer[8] = 2;
    expect(await opened(newer)).toBe('versi-enkripsi-lain');
  });
});

describe('a key', () => {
  it('does not depend on the line end of its file, and is not short', () => {
    expect(encryptionKey(Buffer.from(`${'a'.repeat(32)}\r\n`))).toEqual(
      encryptionKey(Buffer.from('a'.repeat(32))),
    );
    expect(encryptionKey(Buffer.from('rahasia\n'))).toBeUndefined();
  });
});
