import type { Database } from '../../engine/database.ts';
import { type Sql, sql } from '../../engine/sql.ts';

/** Letters and digits of an address, upper case, words apart by one space; NULL when none is left. */
const ADDRESS_KEY = sql`nullif(trim(regexp_replace(upper(strip_accents(alamat)), '[^A-Z0-9]+', ' ', 'g')), '')`;

/**
 * Rows to be compared, with the texts that comparisons read: `compared_row` has COMPARED_COLUMNS of the model and
 * `word_shares`, the words of the name that have at least 3 letters, each with its share of all rows.
 * `matchIds` gives `match_id`, repeated or not. Reads match_row, roll, name, place, identifier_text and the tables of
 * `makeFrequencies`.
 */
export async function makeComparedRows(database: Database, matchIds: Sql): Promise<void> {
  await database.materialise(
    'compared_match',
    sql`SELECT match_row.* FROM match_row SEMI JOIN (SELECT DISTINCT match_id FROM (${matchIds})) AS chosen USING (match_id)`,
  );
  await database.materialise('compared_row', rowQuery());
}

/** Texts of the names that are compared. */
function nameQuery(): Sql {
  return sql`SELECT name_id, nama_upper, name_key, name_flat, name_sorted, name_words, word_shares
    FROM (FROM name SEMI JOIN compared_match USING (name_id))
    LEFT JOIN (
      SELECT name_id, list({'share': rows / (SELECT count(*) FROM match_row), 'word': word}) AS word_shares
      FROM (
        SELECT name_id, unnest(string_split(name_words, ' ')) AS word
        FROM name SEMI JOIN compared_match USING (name_id)
      )
      JOIN word_frequency USING (word)
      WHERE length(word) >= 3
      GROUP BY name_id
    ) USING (name_id)`;
}

function rowQuery(): Sql {
  return sql`SELECT
      match_id, compared_match.row_id, voter_key,
      nama_upper, compared_match.name_id, compared_match.name_key_id, name_key, name_flat, name_sorted, name_words, word_shares,
      compared_match.birth_date, age, roll.sex, marital,
      compared_match.nik_number, nik_other, coalesce(nik_masked, false) AS nik_masked, compared_match.nkk_number,
      place_key, ${ADDRESS_KEY} AS address_key, nullif(ltrim(rt, '0'), '') AS rt, nullif(ltrim(rw, '0'), '') AS rw,
      compared_match.area_desa, compared_match.area_kecamatan, compared_match.area_kabupaten, compared_match.tps_number,
      CASE WHEN compared_match.name_key_id IS NOT NULL THEN coalesce(name_frequency.rows, 1) / cohort_rows END AS name_share,
      date_frequency.rows / (SELECT count(*) FROM match_row) AS date_share
    FROM (
      SELECT compared_match.*, cohort, coalesce(cohort_size.rows, (SELECT rows FROM cohort_size WHERE cohort IS NULL)) AS cohort_rows
      FROM compared_match LEFT JOIN cohort_size ON cohort = year(birth_date) // 10
    ) AS compared_match
    JOIN (SELECT row_id, voter_key, age, sex, marital, nik_masked, alamat, rt, rw FROM roll) AS roll USING (row_id)
    LEFT JOIN (${nameQuery()}) AS compared_name USING (name_id)
    LEFT JOIN name_frequency
      ON name_frequency.name_key_id = compared_match.name_key_id
      AND name_frequency.cohort IS NOT DISTINCT FROM compared_match.cohort
    LEFT JOIN date_frequency ON date_frequency.birth_date = compared_match.birth_date
    LEFT JOIN place USING (place_id)
    LEFT JOIN identifier_text USING (nik_other_id)`;
}
