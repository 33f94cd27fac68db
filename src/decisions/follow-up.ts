import type { Database } from '../engine/database.ts';
import { type Sql, sql } from '../engine/sql.ts';

/**
 * The answer to each member: the one to this very group, else the last one to any. Reads `shown_member` (group_key,
 * voter_key, kode_kabupaten, row_fingerprint).
 */
const CHOSEN = sql`SELECT group_key, shown_member.voter_key, key,
    answer.row_fingerprint = shown_member.row_fingerprint AS is_same, is_answered, verdict, verdict_code, pairs
  FROM shown_member JOIN answer ON kind = 'ganda' AND answer.voter_key = shown_member.voter_key
  QUALIFY row_number() OVER (PARTITION BY shown_member.voter_key ORDER BY key = group_key DESC, seq DESC) = 1`;

/**
 * Members said to be no duplicate: whether the group has a pair of theirs that the officer was not shown, and one
 * whose other row has changed since. Reads `shown_edge` (pair_key, voter_key, other_key).
 */
const CLEARED = sql`SELECT shown_edge.voter_key,
    bool_or(shown.pair_key IS NULL) AS has_new_pair,
    bool_or(shown.pair_key IS NOT NULL AND shown.row_fingerprint IS DISTINCT FROM other.row_fingerprint) AS has_changed_pair
  FROM shown_edge
  SEMI JOIN (FROM chosen_answer WHERE verdict = 'bukan-ganda') USING (voter_key)
  LEFT JOIN (
    SELECT voter_key AS shown_to, unnest(pairs, recursive := true)
    FROM (SELECT voter_key, pairs FROM chosen_answer WHERE verdict = 'bukan-ganda')
  ) AS shown ON shown_to = shown_edge.voter_key AND shown.pair_key = shown_edge.pair_key
  LEFT JOIN shown_member AS other ON other.voter_key = other_key
  GROUP BY shown_edge.voter_key`;

const MEMBER_STATUS = sql`SELECT group_key, voter_key,
    CASE WHEN own = 'terjawab' THEN verdict END AS verdict,
    CASE WHEN own = 'terjawab' THEN verdict_code END AS verdict_code,
    own AS member_status,
    CASE
      WHEN bool_or(own = 'bertentangan') OVER of_group THEN 'bertentangan'
      WHEN bool_or(own = 'usang') OVER of_group THEN 'usang'
      WHEN bool_and(own = 'terjawab') OVER of_group THEN 'terjawab'
      WHEN bool_or(own = 'terjawab') OVER of_group THEN 'sebagian'
      ELSE 'terbuka'
    END AS status
  FROM (
    SELECT shown_member.group_key, voter_key, verdict, verdict_code, CASE
      WHEN is_same IS NULL THEN 'terbuka'
      WHEN NOT is_same OR coalesce(has_changed_pair, false) THEN 'usang'
      WHEN is_disputed THEN 'bertentangan'
      WHEN NOT is_answered OR coalesce(has_new_pair, false) THEN 'terbuka'
      ELSE 'terjawab'
    END AS own
    FROM shown_member
    LEFT JOIN chosen_answer USING (voter_key)
    LEFT JOIN cleared_member USING (voter_key)
    LEFT JOIN (SELECT DISTINCT key, voter_key, true AS is_disputed FROM conflict WHERE kind = 'ganda')
      USING (key, voter_key)
  )
  WINDOW of_group AS (PARTITION BY group_key)`;

/**
 * Makes `member_status`: for each member of a group its own state (`member_status`), its satker's standing answer and
 * the state of its group (`status`, one of `GROUP_STATUSES`). A group is answered when each of its rows is, by the
 * row's own satker or its province.
 * Reads answer, conflict, shown_member, shown_edge.
 */
export async function followUpGroups(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE chosen_answer AS ${CHOSEN}`);
  await database.run(sql`CREATE OR REPLACE TABLE cleared_member AS ${CLEARED}`);
  await database.run(sql`CREATE OR REPLACE TABLE member_status AS ${MEMBER_STATUS}`);
}

/**
 * Findings with their state: all columns of `findings` (a query with `finding_key`, `row_fingerprint`) and `status`
 * (one of `FINDING_STATUSES`), `verdict`, `verdict_code`. Reads answer.
 */
export function followedFindings(findings: Sql): Sql {
  return sql`SELECT * EXCLUDE (answered_fingerprint, disputed, is_answered, answer_verdict, answer_code),
      CASE WHEN status IN ('dikonfirmasi', 'terjawab') THEN answer_verdict END AS verdict,
      CASE WHEN status IN ('dikonfirmasi', 'terjawab') THEN answer_code END AS verdict_code
    FROM (
      SELECT *, CASE
        WHEN disputed IS NULL THEN 'terbuka'
        WHEN answered_fingerprint IS DISTINCT FROM row_fingerprint THEN 'usang'
        WHEN disputed THEN 'bertentangan'
        WHEN NOT is_answered THEN 'terbuka'
        WHEN answer_verdict = 'ms' THEN 'dikonfirmasi'
        ELSE 'terjawab'
      END AS status
      FROM (${findings})
      LEFT JOIN (
        SELECT key AS finding_key, row_fingerprint AS answered_fingerprint, disputed, is_answered,
          verdict AS answer_verdict, verdict_code AS answer_code
        FROM answer WHERE kind = 'invalid'
      ) USING (finding_key)
    )`;
}
