import { findingKey } from '../../engine/keys.ts';
import { rowFingerprint } from '../../engine/row-fingerprint.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';

/**
 * row_fingerprint: what identifies the content of a row, for every row that an officer may be asked about. Reads
 * possible_end, invalid_finding, roll.
 */
export function rowFingerprintQuery(key: Uint8Array): Sql {
  return sql`SELECT row_id, ${rowFingerprint(key)} AS row_fingerprint
    FROM roll SEMI JOIN (
      FROM possible_end
      UNION ALL
      SELECT row_id FROM invalid_finding WHERE severity IN ('error', 'warning')
    ) USING (row_id)`;
}

/**
 * dismissed_pair: pairs of rows that officers settled as two people, both rows unchanged since, in either order. Of a
 * NIK on so many rows that not all of its pairs are compared, a row cleared by one officer must not take others with
 * it, which were compared with that row only: such a pair is dismissed where both rows are cleared.
 * Reads dismissal, ganda_row, shared_nik.
 * @param most rows of one NIK of which all pairs are compared
 */
export function dismissedPairQuery(most: number): Sql {
  return sql`WITH held_back AS (
      SELECT a.row_id AS row_a, b.row_id AS row_b
      FROM dismissal
      JOIN ganda_row AS a ON a.voter_key = dismissal.voter_key AND a.row_fingerprint = dismissal.row_fingerprint
      JOIN ganda_row AS b ON b.voter_key = other_key AND b.row_fingerprint = other_fingerprint
    ),
    crowded AS (
      SELECT row_id FROM shared_nik
      WHERE nik_number IN (SELECT nik_number FROM shared_nik GROUP BY nik_number HAVING count(*) > ${literal(most)})
    ),
    settled AS (
      FROM held_back
      WHERE row_a NOT IN (FROM crowded) OR row_b NOT IN (FROM crowded)
      UNION ALL
      FROM held_back SEMI JOIN (SELECT row_b AS row_a, row_a AS row_b FROM held_back) USING (row_a, row_b)
    )
    SELECT row_a, row_b FROM settled UNION SELECT row_b, row_a FROM settled`;
}

/**
 * cleared_row: rows whose findings of severity error and warning are all confirmed as right as they are. Reads answer,
 * invalid_finding, row_fingerprint.
 */
export const CLEARED_ROW = sql`WITH confirmed AS (
    SELECT key, voter_key, row_fingerprint FROM answer
    WHERE kind = 'invalid' AND voter_key IS NOT NULL AND is_answered AND NOT disputed AND verdict = 'ms'
  )
  SELECT row_id
  FROM (
    FROM invalid_finding SEMI JOIN confirmed USING (voter_key) WHERE severity IN ('error', 'warning')
  )
  JOIN row_fingerprint USING (row_id)
  LEFT JOIN (SELECT key, row_fingerprint, true AS is_confirmed FROM confirmed) AS found
    ON found.key = ${findingKey(sql`subject_key`, sql`rule_id`)}
    AND found.row_fingerprint = row_fingerprint.row_fingerprint
  GROUP BY row_id HAVING bool_and(is_confirmed IS NOT NULL)`;

/** Members of groups as an officer is asked about them. Reads unanswered_group. */
export const SHOWN_MEMBER = sql`SELECT group_key, voter_key,
    lpad(CAST(area_kabupaten AS VARCHAR), 4, '0') AS kode_kabupaten, row_fingerprint
  FROM unanswered_group`;

/** Pairs that hold groups together, once from each end. Reads ganda_pair. */
export const SHOWN_EDGE = sql`SELECT pair_key, voter_key_a AS voter_key, voter_key_b AS other_key
  FROM ganda_pair WHERE NOT bridge_cut
  UNION ALL
  SELECT pair_key, voter_key_b, voter_key_a FROM ganda_pair WHERE NOT bridge_cut`;
