import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { GradeBook } from '../../model/ganda.ts';

/** Columns of an area, from the widest. */
export const AREA = ['area_kabupaten', 'area_kecamatan', 'area_desa', 'tps_number'] as const;

/** Columns whose fillings are counted: of two rows of a person, the fuller one stays. */
const FILLED = [
  'nkk',
  'nama',
  'tempat_lahir',
  'birth_date',
  'marital',
  'sex',
  'alamat',
  'rt',
  'rw',
  'tps_number',
  'ktp_el',
  'dpid',
] as const;

/** Error findings of the rows that stand in a possible pair. Reads possible_end. */
export const ROW_ERRORS = sql`SELECT row_id, count(*) AS errors
  FROM invalid_finding SEMI JOIN possible_end USING (row_id)
  WHERE severity = 'error' GROUP BY row_id`;

/**
 * ganda_row: the rows of possible pairs, numbered by voter key (`node`), with what their grade, area and the choice of
 * the row that stays are read from. Reads possible_end, roll, row_errors, row_fingerprint.
 */
export function rowQuery(book: GradeBook): Sql {
  const read = new Set(['dpid', ...AREA, ...book.grades.flatMap(({ equal }) => equal)]);
  return sql`SELECT
    CAST(row_number() OVER (ORDER BY voter_key) - 1 AS INTEGER) AS node, row_id, voter_key, row_fingerprint,
    ${join([...read].map(identifier))},
    coalesce(list_contains(tms_codes(), keterangan), false) AS marked_tms,
    coalesce(errors, 0) AS errors,
    ${join(
      FILLED.map((column) => sql`CASE WHEN ${identifier(column)} IS NULL THEN 0 ELSE 1 END`),
      ' + ',
    )} AS filled
  FROM (FROM roll SEMI JOIN possible_end USING (row_id))
  JOIN row_fingerprint USING (row_id)
  LEFT JOIN row_errors USING (row_id)`;
}

/**
 * ganda_member: each row of a group with its strongest pair inside the group, the one with the strongest grade; among
 * these an alike one, then the likeliest, then one without a guard, then the one with the smallest voter key. `other` is the row at its other
 * end. Reads linked_pair.
 */
export const MEMBERS = sql`SELECT * FROM (
    SELECT node_a AS node, node_b AS other, * EXCLUDE (node_a, node_b) FROM linked_pair WHERE NOT bridge_cut
    UNION ALL
    SELECT node_b, node_a, * EXCLUDE (node_a, node_b) FROM linked_pair WHERE NOT bridge_cut
  )
  QUALIFY row_number() OVER (
    PARTITION BY node ORDER BY grade_rank, alike DESC, match_probability DESC, guard NULLS FIRST, other
  ) = 1`;
