import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Grade, GradeBook } from '../../model/ganda.ts';

const NAMES_ALIKE_FROM = 0.88;

/** Names that may well be one person's: equal match keys, one contained in the other, or a high Jaro-Winkler similarity. */
const NAMES_ALIKE = sql`coalesce(
      a.name_key = b.name_key
      OR jaro_winkler_similarity(a.name_key, b.name_key) >= ${literal(NAMES_ALIKE_FROM)}
      OR (length(least(a.name_key, b.name_key)) >= 4 AND (
        contains(' ' || a.name_key || ' ', ' ' || b.name_key || ' ') OR contains(' ' || b.name_key || ' ', ' ' || a.name_key || ' '))),
    false)`;

function equal(grade: Grade): Sql {
  return join(
    grade.equal.map((column) => sql`a.${identifier(column)} = b.${identifier(column)}`),
    ' AND ',
  );
}

function byGrade(book: GradeBook, value: (grade: Grade) => Sql): Sql {
  return sql`CASE grade ${join(
    book.grades.map((grade) => sql`WHEN ${literal(grade.id)} THEN ${value(grade)}`),
    ' ',
  )} END`;
}

/** candidate_pair → pairs with their grade, the strongest that fits; pairs that reach no grade are left out. */
export function gradedPairQuery(book: GradeBook): Sql {
  const grades = book.grades.map((grade) => sql`WHEN ${equal(grade)} THEN ${literal(grade.id)}`);
  return sql`SELECT *,
    ${byGrade(book, ({ tier }) => sql`CASE WHEN names_alike THEN ${literal(tier.alike)} ELSE ${literal(tier.unlike)} END`)} AS tier
  FROM (
    SELECT
      CASE WHEN a.voter_key < b.voter_key THEN row_a ELSE row_b END AS row_a,
      CASE WHEN a.voter_key < b.voter_key THEN row_b ELSE row_a END AS row_b,
      candidate_pair.block,
      found_by,
      CASE ${join(grades, ' ')} END AS grade,
      ${NAMES_ALIKE} AS names_alike
    FROM candidate_pair
    JOIN block_member AS a ON a.row_id = row_a AND a.block = candidate_pair.block
    JOIN block_member AS b ON b.row_id = row_b AND b.block = candidate_pair.block
  )
  WHERE grade IS NOT NULL`;
}

/** The narrowest area that holds both ends, from the columns `low_<area>` and `high_<area>`. */
export function scopeOf(low: (column: string) => Sql, high: (column: string) => Sql): Sql {
  const same = (column: string) => sql`(${low(column)} = ${high(column)})`;
  return sql`CASE
    WHEN ${same('area_desa')} AND ${same('tps_number')} THEN 'tps'
    WHEN ${same('area_desa')} THEN 'desa'
    WHEN ${same('area_kecamatan')} THEN 'kecamatan'
    WHEN ${same('area_kabupaten')} THEN 'kabupaten'
    WHEN ${low('area_kabupaten')} // 100 = ${high('area_kabupaten')} // 100 THEN 'provinsi'
    ELSE 'luar-provinsi'
  END`;
}
