import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Config } from '../../model/config.ts';
import { type Comparison, type Grade, type GradeBook, SIMILAR } from '../../model/ganda.ts';
import { COMPARISON_IDS } from '../../model/output-tables.ts';

/** Strengths of links are probabilities as integers. */
const STRENGTH_SCALE = 1_000_000_000;

/** Rows whose NIK stands on other rows too; every grade of KPU contains the NIK. One that was rounded stands for ten. */
export const SHARED_NIK = sql`SELECT row_id, nik_number FROM roll
  WHERE NOT nik_rounded AND nik_number IN (
    SELECT nik_number FROM roll WHERE nik_number IS NOT NULL AND NOT nik_rounded GROUP BY nik_number HAVING count(*) > 1
  )`;

/** scored_pair → pairs of an equal NIK, which may have a grade, and pairs that are likely enough. Reads shared_nik. */
export function possiblePairQuery({ tinjau }: Config['thresholds']): Sql {
  return sql`SELECT scored_pair.*, coalesce(a.nik_number = b.nik_number, false) AS same_nik
    FROM scored_pair
    LEFT JOIN shared_nik AS a ON a.row_id = row_a
    LEFT JOIN shared_nik AS b ON b.row_id = row_b
    WHERE a.nik_number = b.nik_number OR match_probability >= ${literal(tinjau)}`;
}

function equal(grade: Grade): Sql {
  return join(
    grade.equal.map((column) => sql`a.${identifier(column)} = b.${identifier(column)}`),
    ' AND ',
  );
}

/**
 * Whether two rows may well be one person: likely by all that is known of them, or with names whose agreement speaks
 * for one person. Two names that share a common word only do not.
 */
function alike(scored: readonly Comparison[], { tinjau }: Config['thresholds']): Sql {
  const likely = sql`match_probability >= ${literal(tinjau)}`;
  return scored.some(({ id }) => id === 'nama') ? sql`(${likely} OR weight_nama > 0)` : likely;
}

/** How sure a pair is. A guard that fired keeps it from `pasti`. */
function tierOf({ pasti, kuat }: Config['thresholds']): Sql {
  return sql`CASE
    WHEN match_probability >= ${literal(pasti)} AND guard IS NULL THEN 'pasti'
    WHEN match_probability >= ${literal(kuat)} THEN 'kuat'
    ELSE 'tinjau'
  END`;
}

/**
 * possible_pair → the pairs that are published, with their grade (the first of the book that fits, else `mirip`), as
 * `node_a < node_b`; `strength` and `weak` say what a pair is worth as a link. A pair with a grade of KPU is no weak
 * link: rows of one NIK stay one group. Pairs that officers settled as two people are left out. Reads ganda_row,
 * dismissed_pair.
 * @param scored the comparisons that `scored_pair` has columns of
 */
export function gradedPairQuery(
  book: GradeBook,
  scored: readonly Comparison[],
  thresholds: Config['thresholds'],
): Sql {
  const grades = book.grades.map((grade) => sql`WHEN ${equal(grade)} THEN ${literal(grade.id)}`);
  const ranks = book.grades.map(({ id }, rank) => sql`WHEN ${literal(id)} THEN ${literal(rank)}`);
  return sql`SELECT *,
    CASE grade ${join(ranks, ' ')} ELSE ${literal(book.grades.length)} END AS grade_rank,
    ${alike(scored, thresholds)} AS alike,
    ${tierOf(thresholds)} AS tier,
    CAST(floor(match_probability * ${literal(STRENGTH_SCALE)}) AS INTEGER) AS strength,
    CAST(grade = ${literal(SIMILAR)} AND match_probability < ${literal(thresholds.kuat)} AS INTEGER) AS weak
  FROM (
    SELECT
      possible_pair.* EXCLUDE (row_a, row_b),
      least(a.node, b.node) AS node_a, greatest(a.node, b.node) AS node_b,
      CASE WHEN NOT same_nik THEN ${literal(SIMILAR)} ${join(grades, ' ')} ELSE ${literal(SIMILAR)} END AS grade
    FROM (FROM possible_pair ANTI JOIN dismissed_pair USING (row_a, row_b)) AS possible_pair
    JOIN ganda_row AS a ON a.row_id = row_a
    JOIN ganda_row AS b ON b.row_id = row_b
  )
  WHERE grade <> ${literal(SIMILAR)} OR match_probability >= ${literal(thresholds.tinjau)}`;
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

/** ganda_pair: linked_pair with both rows' keys and areas; columns of comparisons that dropped out are empty. */
export function publishedPairQuery(scored: readonly Comparison[]): Sql {
  const present = new Set(scored.map(({ id }) => id));
  const absent = COMPARISON_IDS.filter((id) => !present.has(id)).map(
    (id) =>
      sql`, CAST(NULL AS VARCHAR) AS ${identifier(`level_${id}`)}, CAST(NULL AS DOUBLE) AS ${identifier(`weight_${id}`)}`,
  );
  const side = (letter: 'a' | 'b') =>
    join(
      ['dpid', 'voter_key', 'area_kabupaten', 'area_desa', 'tps_number'].map(
        (column) => sql`${identifier(letter)}.${identifier(column)} AS ${identifier(`${column}_${letter}`)}`,
      ),
    );
  return sql`SELECT ${side('a')}, ${side('b')},
    ${scopeOf(
      (column) => sql`a.${identifier(column)}`,
      (column) => sql`b.${identifier(column)}`,
    )} AS scope,
    linked_pair.* EXCLUDE (node_a, node_b, component, grade_rank, strength, weak),
    left(md5('pair|' || a.voter_key || '|' || b.voter_key), 16) AS pair_key
    ${join(absent, '')}
  FROM linked_pair
  JOIN ganda_row AS a ON a.node = node_a
  JOIN ganda_row AS b ON b.node = node_b`;
}
