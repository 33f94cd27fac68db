import { createHash } from 'node:crypto';
import { identifier, join, literal, type Sql, sql } from './sql.ts';

const BLOCK_BYTES = 64;

/**
 * HMAC-SHA-256 (RFC 2104) of a text column, hex, within SQL. The padded keys stand in the statement:
 * it must never be logged.
 */
export function hmacSha256(message: Sql, key: Uint8Array): Sql {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key.length > BLOCK_BYTES ? createHash('sha256').update(key).digest() : key);
  const pad = (byte: number) => literal(Buffer.from(block.map((value) => value ^ byte)).toString('hex'));
  return sql`sha256(unhex(${pad(0x5c)}) || unhex(sha256(unhex(${pad(0x36)}) || encode(${message}))))`;
}

/** Columns as one text, for a hash; a NULL and an empty text stay apart from one another. */
export function joinedContent(columns: readonly string[]): Sql {
  const parts = columns.map((column) => sql`coalesce(${identifier(column)}, chr(30))`);
  return sql`concat_ws(chr(31), ${join(parts)})`;
}
