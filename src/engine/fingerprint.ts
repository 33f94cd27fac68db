import { createHmac } from 'node:crypto';
import type { Sql } from './sql.ts';
import { trusted } from './sql.ts';

/**
 * A 64-bit keyed hash of columns, in SQL, UBIGINT: DuckDB's own hash of the values, mixed twice with halves of a key
 * that is derived from the secret. Quick rather than strong: it keeps a table of hashes from being searched without
 * the key, and is no proof against someone who knows many rows of it. Its values hold within one version of DuckDB
 * only. The key stands in the statement: it must never be logged.
 */
export function keyedHash(columns: readonly string[], secret: Uint8Array): Sql {
  const key = createHmac('sha256', secret).update('sisir voter fingerprint').digest();
  const [first, second] = [key.readBigUInt64LE(0), key.readBigUInt64LE(8)];
  const values = columns.map((column) => `"${column}"`).join(', ');
  return trusted(`hash(xor(hash(xor(hash(${values}), ${first}::UBIGINT)), ${second}::UBIGINT))`);
}
