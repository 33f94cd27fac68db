import type { Database } from '../engine/database.ts';
import { identifier, type Sql, sql } from '../engine/sql.ts';

export type ConflictReason = 'dua-jawaban' | 'semua-ganda' | 'ganda-tanpa-pasangan';

/** Whether the satker in one column answers for rows of the kabupaten/kota in another: itself, or its province. */
function answersFor(satker: Sql, kabupaten: Sql): Sql {
  return sql`(${satker} = ${kabupaten} OR ${satker} = left(${kabupaten}, 2))`;
}

const SUBJECT = sql`kind, key, voter_key`;

/** Decisions that were not corrected: a correction replaces what its satker said of the row before. */
export const UNCORRECTED = sql`SELECT * FROM decision
  QUALIFY seq >= coalesce(max(seq) FILTER (corrects) OVER (PARTITION BY ${SUBJECT}, satker), 0)`;

/** Decisions that stand: of several contents that a row had, only what was said of the last one counts. */
const STANDING = sql`SELECT *, ${answersFor(sql`satker`, sql`kode_kabupaten`)} AS is_own
  FROM (${UNCORRECTED}) WHERE verdict <> 'batal'
  QUALIFY row_fingerprint IS NOT DISTINCT FROM first_value(row_fingerprint) OVER (PARTITION BY ${SUBJECT} ORDER BY seq DESC)`;

/**
 * One row for each (kind, key, voter_key) of which something was said: whether all agree, and what the row's own
 * satker says. `pairs` are the row's pairs as shown.
 */
const ANSWERS = sql`SELECT ${SUBJECT},
    any_value(kode_kabupaten) AS kode_kabupaten, any_value(row_fingerprint) AS row_fingerprint,
    max(members) AS members, max(seq) AS seq,
    count(DISTINCT verdict || coalesce(':' || code, '')) > 1 AS disputed,
    bool_or(is_own) AS is_answered,
    arg_max(verdict, seq) FILTER (is_own) AS verdict,
    arg_max(code, seq) FILTER (is_own) AS verdict_code,
    coalesce(arg_max(duplicate, seq) FILTER (is_own), false) AS is_duplicate,
    arg_max(pairs, seq) AS pairs
  FROM standing_decision GROUP BY ${SUBJECT}`;

/** Pairs of which somebody says that they are two people, once for each row that says it. */
const CLAIMS = sql`SELECT DISTINCT key, voter_key, kode_kabupaten, satker, row_fingerprint,
    pair.pair_key AS pair_key, pair.voter_key AS other_key, pair.kode_kabupaten AS other_kabupaten,
    pair.row_fingerprint AS other_fingerprint
  FROM (
    SELECT * EXCLUDE (pairs), unnest(pairs) AS pair FROM standing_decision
    WHERE kind = 'ganda' AND verdict = 'bukan-ganda'
  )`;

/**
 * What cannot both be true, one row for each row of the roll concerned:
 * - `dua-jawaban`: more than one answer about one row or finding
 * - `semua-ganda`: all rows of a group are answered as a duplicate or as no duplicate, so nobody is left whom the
 *   duplicate could duplicate
 * - `ganda-tanpa-pasangan`: a row is answered as a duplicate, and each of its pairs as two people
 */
const CONFLICTS = sql`SELECT ${SUBJECT}, 'dua-jawaban' AS reason FROM answer WHERE disputed
  UNION ALL
  SELECT ${SUBJECT}, 'semua-ganda' FROM (
    SELECT *,
      count(*) FILTER (is_duplicate OR verdict = 'bukan-ganda') OVER of_group AS settled,
      max(members) OVER of_group AS of_members, bool_or(is_duplicate) OVER of_group AS has_duplicate
    FROM answer WHERE kind = 'ganda' AND is_answered
    WINDOW of_group AS (PARTITION BY key)
  ) WHERE has_duplicate AND settled = of_members
  UNION ALL
  SELECT ${SUBJECT}, 'ganda-tanpa-pasangan' FROM (
    SELECT ${SUBJECT}, unnest(pairs).pair_key AS pair_key FROM answer WHERE kind = 'ganda' AND is_duplicate
  )
  LEFT JOIN (SELECT DISTINCT pair_key, true AS is_claimed FROM claim) USING (pair_key)
  GROUP BY ALL HAVING bool_and(is_claimed IS NOT NULL)`;

/** Pairs claimed to be two people of which the satker at the other end said something that does not contradict. */
const AGREEMENTS = sql`SELECT DISTINCT claim.key, claim.voter_key, pair_key
  FROM claim JOIN answer ON answer.voter_key = other_key AND answer.row_fingerprint = other_fingerprint
  WHERE kind = 'ganda' AND is_answered AND NOT disputed AND (
    answer.key = claim.key
    OR (verdict <> 'bukan-ganda' AND NOT is_duplicate)
    OR (verdict = 'bukan-ganda' AND list_contains(list_transform(pairs, lambda pair: pair.pair_key), pair_key))
  )`;

/**
 * Pairs that are settled as two people: claimed by the satker of a row, in a group without a conflict, and agreed to
 * by the satker of the other row, which may be the same.
 */
const DISMISSALS = sql`SELECT DISTINCT pair_key, voter_key, row_fingerprint, other_key, other_fingerprint
  FROM (
    FROM claim
    ANTI JOIN (SELECT key FROM conflict WHERE kind = 'ganda') USING (key)
    ANTI JOIN (SELECT voter_key FROM conflict WHERE reason = 'ganda-tanpa-pasangan') USING (voter_key)
    ANTI JOIN (SELECT voter_key AS other_key FROM conflict WHERE reason = 'ganda-tanpa-pasangan') USING (other_key)
  )
  LEFT JOIN (SELECT *, true AS is_agreed FROM agreement) USING (key, voter_key, pair_key)
  WHERE ${answersFor(sql`satker`, sql`kode_kabupaten`)}
    AND (is_agreed OR ${answersFor(sql`satker`, sql`other_kabupaten`)})`;

/**
 * Makes the tables of what stands from `decision`: `standing_decision`, `answer` (one row for each row or finding of
 * which something was said), `claim`, `conflict`, `agreement`, `dismissal` (pairs that are settled as two people).
 */
export async function settle(database: Database): Promise<void> {
  const tables = {
    standing_decision: STANDING,
    answer: ANSWERS,
    claim: CLAIMS,
    conflict: CONFLICTS,
    agreement: AGREEMENTS,
    dismissal: DISMISSALS,
  };
  for (const [name, query] of Object.entries(tables))
    await database.run(sql`CREATE OR REPLACE TABLE ${identifier(name)} AS ${query}`);
}
