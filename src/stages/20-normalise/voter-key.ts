import type { Database } from '../../engine/database.ts';
import { hmacSha256, joinedContent } from '../../engine/hmac.ts';
import { sql } from '../../engine/sql.ts';
import { SOURCE_COLUMN_NAMES } from '../../model/source-columns.ts';
import { makeRepeatedDpid } from './repeated-dpid.ts';

/**
 * Makes `voter_key_override(row_id, voter_key, dpid_repeated)`: rows whose dpid is empty or stands on several rows.
 * Their key is `~` + 24 hex digits of the keyed hash of the row, or dpid + `~` + 12 of them;
 * rows equal to the last character are numbered `.2`, `.3`, … and are interchangeable.
 */
export async function makeVoterKeyOverrides(database: Database, key: Uint8Array): Promise<void> {
  const dpidHash = await makeRepeatedDpid(database);
  await database.run(sql`CREATE OR REPLACE TABLE voter_key_override AS
    SELECT row_id, voter_key || CASE WHEN copy = 1 THEN '' ELSE '.' || copy END AS voter_key, dpid_repeated
    FROM (
      SELECT row_id, voter_key, dpid_repeated, row_number() OVER (PARTITION BY voter_key ORDER BY file_id, row_id) AS copy
      FROM (
        SELECT
          row_id, file_id,
          CASE WHEN dpid IS NULL THEN '~' || left(token, 24) ELSE dpid || '~' || left(token, 12) END AS voter_key,
          dpid IS NOT NULL AS dpid_repeated
        FROM (
          SELECT
            row_id, file_id, nullif(trim(dpid), '') AS dpid, ${hmacSha256(joinedContent(SOURCE_COLUMN_NAMES), key)} AS token,
            count(*) OVER (PARTITION BY trim(dpid)) AS rows_of_dpid
          FROM roll_raw
          WHERE dpid IS NULL OR trim(dpid) = '' OR ${dpidHash} IN (SELECT dpid_hash FROM repeated_dpid)
        )
        WHERE dpid IS NULL OR rows_of_dpid > 1
      )
    )`);
  await database.run(sql`DROP TABLE repeated_dpid`);
}
