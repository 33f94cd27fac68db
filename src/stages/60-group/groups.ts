import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { GradeBook } from '../../model/ganda.ts';
import type { Language, Text } from '../../model/text.ts';
import { scopeOf } from './pairs.ts';

const AREA = ['area_kabupaten', 'area_kecamatan', 'area_desa', 'tps_number'] as const;

/** Why one member of a person's rows is proposed to stay: the first criterion that tells it from the next one. */
const KEEP_REASONS = {
  tms: { id: 'tidak bertanda TMS', en: 'not marked TMS' },
  errors: { id: 'temuan error paling sedikit', en: 'fewest error findings' },
  filled: { id: 'isian paling lengkap', en: 'most fields filled' },
  key: {
    id: 'semua setara; dipilih kunci pemilih terkecil',
    en: 'all equal; the smallest voter key was taken',
  },
} as const satisfies Record<string, Text>;

const REASONS = {
  duplicate: {
    id: 'NIK dan nama sama dengan baris yang diusulkan tetap',
    en: 'NIK and name equal to the row that is proposed to stay',
  },
  keep: { id: 'diusulkan tetap: ', en: 'proposed to stay: ' },
  alike: {
    id: 'NIK sama, nama serupa: pastikan apakah orang yang sama',
    en: 'same NIK, names alike: verify whether it is one person',
  },
  unlike: {
    id: 'NIK sama, nama berbeda: dua orang mungkin berbagi NIK; tanyakan kepada Disdukcapil',
    en: 'same NIK, names differ: two people may share a NIK; ask Disdukcapil',
  },
} as const satisfies Record<string, Text>;

function firstByGrade(book: GradeBook, column: string): Sql {
  const order = book.grades.map(({ id }, index) => sql`WHEN ${literal(id)} THEN ${literal(index)}`);
  return sql`CASE ${trusted(column)} ${join(order, ' ')} END`;
}

/**
 * Each member with its strongest pair grade and that pair's tier, and what decides which row stays:
 * TMS mark, error findings, filled fields. Reads graded_pair, block_member, roll, verdict, row_errors.
 */
export function memberQuery(book: GradeBook): Sql {
  const rank = firstByGrade(book, 'grade');
  const filled = [
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
  ];
  return sql`SELECT
    strongest.row_id, strongest.block, grade_rank, names_alike,
    roll.voter_key, roll.dpid, nama_upper,
    ${join(AREA.map((column) => sql`roll.${identifier(column)}`))},
    coalesce(list_contains(tms_codes(), roll.keterangan), false) AS marked_tms,
    coalesce(row_errors.errors, 0) AS errors,
    ${join(
      filled.map((column) => sql`CASE WHEN roll.${identifier(column)} IS NULL THEN 0 ELSE 1 END`),
      ' + ',
    )} AS filled
  FROM (
    SELECT row_id, block, min(grade_rank) AS grade_rank, bool_or(names_alike) AS names_alike
    FROM (
      SELECT row_a AS row_id, block, ${rank} AS grade_rank, names_alike FROM graded_pair
      UNION ALL
      SELECT row_b, block, ${rank}, names_alike FROM graded_pair
    ) GROUP BY row_id, block
  ) AS strongest
  JOIN roll ON roll.row_id = strongest.row_id
  LEFT JOIN row_errors ON row_errors.row_id = strongest.row_id`;
}

/**
 * ganda_group: one row per member. Rows of one person (same block and name, by a grade that means one person)
 * keep exactly one; every other member stays and is to be verified, or asked of Dukcapil.
 */
export function groupQuery(book: GradeBook, language: Language): Sql {
  const say = (text: Text) => literal(text[language]);
  const gradeCase = (value: (index: number) => Sql) =>
    sql`CASE grade_rank ${join(
      book.grades.map((_, index) => sql`WHEN ${literal(index)} THEN ${value(index)}`),
      ' ',
    )} END`;
  const onePerson = gradeCase((index) => literal(book.grades[index]?.onePerson ?? false));
  const tier = gradeCase((index) => {
    const { alike, unlike } = book.grades[index]?.tier ?? { alike: 'tinjau', unlike: 'tinjau' };
    return sql`CASE WHEN names_alike THEN ${literal(alike)} ELSE ${literal(unlike)} END`;
  });
  const keepOrder = sql`marked_tms, errors, filled DESC, voter_key`;
  const person = sql`PARTITION BY block, one_person, CASE WHEN one_person THEN nama_upper ELSE voter_key END`;
  const bounds = AREA.map(
    (column) =>
      sql`min(${identifier(column)}) AS ${identifier(`low_${column}`)}, max(${identifier(column)}) AS ${identifier(`high_${column}`)}, count(${identifier(column)}) AS ${identifier(`known_${column}`)}`,
  );
  const bound = (side: 'low' | 'high') => (column: string) =>
    sql`CASE WHEN ${identifier(`known_${column}`)} = members THEN ${identifier(`${side}_${column}`)} END`;
  return sql`SELECT
    group_key, row_id, dpid, voter_key, ${join(AREA.map((column) => identifier(column)))},
    ${gradeCase((index) => literal(book.grades[index]?.id ?? null))} AS grade,
    ${tier} AS tier,
    ${scopeOf(bound('low'), bound('high'))} AS scope,
    CAST(members AS INTEGER) AS members, pairs_written, pairs_total,
    NOT one_person OR keep_rank = 1 AS suggested_keep,
    CASE
      WHEN one_person AND keep_rank > 1 THEN 'tms-ganda'
      WHEN one_person THEN 'abaikan'
      WHEN names_alike THEN 'verifikasi'
      ELSE 'dukcapil'
    END AS suggestion,
    CASE
      WHEN one_person AND keep_rank > 1 THEN ${say(REASONS.duplicate)}
      WHEN one_person THEN ${say(REASONS.keep)} || CASE
        WHEN marked_tms <> next_tms THEN ${say(KEEP_REASONS.tms)}
        WHEN errors <> next_errors THEN ${say(KEEP_REASONS.errors)}
        WHEN filled <> next_filled THEN ${say(KEEP_REASONS.filled)}
        ELSE ${say(KEEP_REASONS.key)}
      END
      WHEN names_alike THEN ${say(REASONS.alike)}
      ELSE ${say(REASONS.unlike)}
    END AS reason,
    'terbuka' AS status
  FROM (
    SELECT *,
      row_number() OVER keeping AS keep_rank,
      lead(marked_tms) OVER keeping AS next_tms,
      lead(errors) OVER keeping AS next_errors,
      lead(filled) OVER keeping AS next_filled
    FROM (SELECT *, ${onePerson} AS one_person FROM ganda_member)
    WINDOW keeping AS (${person} ORDER BY ${keepOrder})
  )
  JOIN (
    SELECT
      block,
      count(*) AS members,
      left(md5('group|' || count(*) || '|' || bit_xor(md5_number(voter_key))), 16) AS group_key,
      ${join(bounds)}
    FROM ganda_member GROUP BY block
  ) USING (block)
  JOIN block_size USING (block)`;
}
