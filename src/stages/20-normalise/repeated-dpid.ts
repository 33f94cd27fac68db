import type { Database } from '../../engine/database.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';

/** A bit for each hash: so many more bits than rows that few hashes meet by chance. */
const BITS_PER_ROW = 64;
const MOST_BITS = 31;
const LEAST_BITS = 16;

/**
 * Makes `repeated_dpid(dpid_hash INTEGER)`: the hashes that the dpid of at least two rows have. Nearly all of them are
 * of equal dpid; whoever asks looks at the dpid itself. Marking bits needs one pass and no table of all dpid, which
 * grouping them would.
 * @returns the hash of `dpid`, as SQL
 */
export async function makeRepeatedDpid(database: Database): Promise<Sql> {
  const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*) AS rows FROM roll_raw`);
  const bits = Math.min(Math.max(Math.ceil(Math.log2(rows * BITS_PER_ROW)), LEAST_BITS), MOST_BITS);
  const hash = sql`CAST(hash(trim(dpid)) >> ${literal(64 - bits)} AS INTEGER)`;
  await database.run(sql`CREATE OR REPLACE VIEW hashed_dpid AS
    SELECT ${hash} AS dpid_hash FROM roll_raw WHERE dpid IS NOT NULL`);
  const [hashes = new Int32Array(0)] = await database.integers('hashed_dpid', ['dpid_hash']);
  await database.run(sql`DROP VIEW hashed_dpid`);
  await database.run(sql`CREATE OR REPLACE TABLE repeated_dpid (dpid_hash INTEGER)`);
  await database.append('repeated_dpid', [repeated(hashes, bits)]);
  return hash;
}

/** Values that occur again, each as often as it does. */
function repeated(values: Int32Array, bits: number): Int32Array {
  const seen = new Int32Array(2 ** (bits - 5));
  let again = new Int32Array(1024);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const word = value >>> 5;
    const bit = 1 << (value & 31);
    if (((seen[word] ?? 0) & bit) === 0) {
      seen[word] = (seen[word] ?? 0) | bit;
      continue;
    }
    if (count === again.length) {
      const before = again;
      again = new Int32Array(count * 2);
      again.set(before);
    }
    again[count++] = value;
  }
  return again.subarray(0, count);
}
