import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { type Grade, type GradeBook, SIMILAR } from '../../model/ganda.ts';
import { AREA } from './members.ts';
import { scopeOf } from './pairs.ts';
import type { Reasons } from './reasons.ts';

/** Rows of one person in the order in which one is kept. */
const KEEP_ORDER = sql`marked_tms, errors, filled DESC, voter_key`;

function gradeName(book: GradeBook, rank: string): Sql {
  const names = book.grades.map(({ id }, index) => sql`WHEN ${literal(index)} THEN ${literal(id)}`);
  return sql`CASE ${identifier(rank)} ${join(names, ' ')} ELSE ${literal(SIMILAR)} END`;
}

function onePersonGrades(book: GradeBook): Grade[] {
  return book.grades.filter(({ onePerson }) => onePerson);
}

/** Columns that all grades of one person have in common: rows that differ in one of them are never one person. */
function personColumns(book: GradeBook): string[] {
  const [first, ...others] = onePersonGrades(book);
  return (first?.equal ?? []).filter((column) => others.every(({ equal }) => equal.includes(column)));
}

/** The first grade of one person that a row has to the row `kept`, which stays; `choose` says what of the grade. */
function gradeToKept(book: GradeBook, choose: (grade: Grade) => Sql): Sql {
  const cases = onePersonGrades(book).map((grade) => {
    const equal = grade.equal.map((column) => sql`${identifier(column)} = kept.${identifier(column)}`);
    return sql`WHEN ${join(equal, ' AND ')} THEN ${choose(grade)}`;
  });
  return cases.length === 0 ? sql`NULL` : sql`CASE ${join(cases, ' ')} END`;
}

/**
 * Each component: how many rows and pairs, the strongest grade, the narrowest area, and whether a weak
 * link was cut off it. The key derives from the members' voter keys, in hex: 128 bits as a decimal text take a
 * thousand times longer. Reads ganda_member, ganda_row, linked_pair, node_component, cut_pair.
 */
function componentQuery(): Sql {
  const bounds = AREA.map(
    (column) =>
      sql`min(${identifier(column)}) AS ${identifier(`low_${column}`)}, max(${identifier(column)}) AS ${identifier(`high_${column}`)}, count(${identifier(column)}) AS ${identifier(`known_${column}`)}`,
  );
  return sql`SELECT * FROM (
      SELECT
        component, count(*) AS members, min(grade_rank) AS group_rank,
        left(md5('group|' || count(*) || '|' || hex(bit_xor(md5_number(voter_key)))), 16) AS group_key,
        ${join(bounds)}
      FROM ganda_member JOIN ganda_row USING (node) GROUP BY component
    )
    JOIN (
      SELECT component, count(*) AS pairs_written FROM linked_pair WHERE NOT bridge_cut GROUP BY component
    ) USING (component)
    LEFT JOIN (
      SELECT DISTINCT component, true AS was_cut
      FROM node_component SEMI JOIN (
        SELECT node_a AS node FROM cut_pair UNION ALL SELECT node_b FROM cut_pair
      ) USING (node)
    ) USING (component)`;
}

/**
 * Members with what their suggestion is read from: the rows of their person, ranked, and the one of them that stays. Where
 * what else is known speaks against one person (mother and daughter with one NIK), a grade alone removes nobody.
 */
function rankedMemberQuery(book: GradeBook): Sql {
  const oneOf = onePersonGrades(book).map(({ id }) => sql`grade = ${literal(id)}`);
  const columns = [...new Set(book.grades.flatMap(({ equal }) => equal))];
  const person = sql`component, CASE WHEN one_person THEN -1 ELSE node END${join(
    personColumns(book).map((column) => sql`, ${identifier(column)}`),
    '',
  )}`;
  const kept = columns.map((column) => sql`${literal(column)}: ${identifier(column)}`);
  return sql`SELECT *,
      row_number() OVER keeping AS keep_rank,
      first_value(voter_key) OVER keeping AS kept_key,
      first_value({${join(kept)}}) OVER keeping AS kept,
      lead(marked_tms) OVER keeping AS next_tms,
      lead(errors) OVER keeping AS next_errors,
      lead(filled) OVER keeping AS next_filled
    FROM (
      SELECT ganda_member.*, own.* EXCLUDE (node), across.voter_key AS other_key,
        tier <> 'tinjau' AND guard IS NULL AND (${oneOf.length === 0 ? literal(false) : join(oneOf, ' OR ')}) AS one_person
      FROM ganda_member
      JOIN ganda_row AS own ON own.node = ganda_member.node
      JOIN ganda_row AS across ON across.node = ganda_member.other
    )
    WINDOW keeping AS (PARTITION BY ${person} ORDER BY ${KEEP_ORDER})`;
}

/**
 * unanswered_group: one row per member. Of the rows of one person (those with a grade that means one person) exactly one
 * stays, and another is proposed for removal only where it has such a grade to the one that stays. Every other member
 * stays and is to be verified, or asked of Dukcapil. So every group keeps a row.
 */
export function groupQuery(book: GradeBook, reasons: Reasons): Sql {
  const bound = (side: 'low' | 'high') => (column: string) =>
    sql`CASE WHEN ${identifier(`known_${column}`)} = members THEN ${identifier(`${side}_${column}`)} END`;
  return sql`SELECT
    group_key, row_id, dpid, voter_key, ${join(AREA.map(identifier))},
    grade, ${gradeName(book, 'group_rank')} AS group_grade, tier, match_probability,
    ${scopeOf(bound('low'), bound('high'))} AS scope,
    CAST(members AS INTEGER) AS members, pairs_written, members * (members - 1) // 2 AS pairs_total,
    suggestion <> 'tms-ganda' AS suggested_keep, suggestion,
    CASE suggestion
      WHEN 'tms-ganda' THEN ${gradeToKept(book, reasons.duplicate)}
      WHEN 'abaikan' THEN ${reasons.keep}
      WHEN 'verifikasi' THEN ${reasons.verify}
      ELSE ${reasons.askDukcapil}
    END || CASE WHEN was_cut THEN ${reasons.cut} ELSE '' END AS reason,
    row_fingerprint
  FROM (
    SELECT *, CASE
      WHEN one_person AND keep_rank = 1 THEN 'abaikan'
      WHEN one_person AND ${gradeToKept(book, () => literal(true))} THEN 'tms-ganda'
      WHEN alike THEN 'verifikasi'
      ELSE 'dukcapil'
    END AS suggestion
    FROM (${rankedMemberQuery(book)})
  )
  JOIN (${componentQuery()}) USING (component)`;
}
