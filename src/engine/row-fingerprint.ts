import { FINGERPRINT_COLUMNS } from '../model/worklist.ts';
import { hmacSha256, joinedContent } from './hmac.ts';
import { type Sql, sql } from './sql.ts';

/**
 * Fingerprint of a row of the roll, 16 hex digits, as an SQL expression over the columns of `roll`: the same as long
 * as nothing in `FINGERPRINT_COLUMNS` changes. The key stands in the statement: it must never be logged.
 */
export function rowFingerprint(key: Uint8Array): Sql {
  return sql`left(${hmacSha256(joinedContent(FINGERPRINT_COLUMNS), key)}, 16)`;
}
