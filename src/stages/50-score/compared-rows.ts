import type { Database } from '../../engine/database.ts';
import { join, literal, type Sql, sql } from '../../engine/sql.ts';

/** Letters and digits of an address, upper case, words apart by one space; NULL when none is left. */
const ADDRESS_TEXT = sql`nullif(trim(regexp_replace(upper(strip_accents(alamat)), '[^A-Z0-9]+', ' ', 'g')), '')`;

/** What a hamlet or a street is called by, or not: DK KRAJAN, DUSUN KRAJAN and KRAJAN are one. */
const PLACE_WORDS =
  'DUSUN DUKUH DUKUHAN DSN DS DK DKH KAMPUNG KAMP KP LINGKUNGAN LINGK LK JALAN JLN JL GANG GG'.split(' ');

/** The address without such a word before others. */
const ADDRESS_KEY = sql`CASE WHEN list_contains([${join(PLACE_WORDS.map(literal))}], split_part(address_text, ' ', 1))
    AND contains(address_text, ' ') THEN substr(address_text, strpos(address_text, ' ') + 1) ELSE address_text END`;

/** A masked NIK as a pattern for LIKE; fewer digits than those of the area say too little. */
const NIK_PATTERN = sql`CASE WHEN nik_rounded THEN left(nik, 15) || '_'
    WHEN compared_match.nik_number IS NULL AND regexp_full_match(nik_plain, '[0-9*]{16}')
      AND length(replace(nik_plain, '*', '')) >= 6 THEN replace(nik_plain, '*', '_') END`;

/** So many people of other birth dates may have one NIK by mistake; beyond, it is nobody's, as 1234567890123456 is. */
const MOST_PEOPLE = 5;

/**
 * Rows to be compared, with the texts that comparisons read: `compared_row` has COMPARED_COLUMNS of the model and
 * `word_shares`, the words of the name that have at least 3 letters, each with its share of the kabupaten's rows.
 * `matchIds` gives `match_id`, repeated or not. Reads match_row, roll, name, place, place_unit, identifier_text and the tables of
 * `makeFrequencies`.
 */
export async function makeComparedRows(database: Database, matchIds: Sql): Promise<void> {
  await database.materialise(
    'compared_match',
    sql`SELECT match_row.*, CAST(coalesce(area_kabupaten, 0) AS INTEGER) AS area
      FROM match_row SEMI JOIN (SELECT DISTINCT match_id FROM (${matchIds})) AS chosen USING (match_id)`,
  );
  await database.materialise(
    'compared_row',
    sql`SELECT * EXCLUDE (address_text), ${ADDRESS_KEY} AS address_key FROM (${rowQuery()})`,
  );
}

/**
 * Rows less than a name is counted by (absolute discounting, Ney and Essen 1991): what stands once or twice in a list
 * is on the whole rarer than that.
 */
const NAME_DISCOUNT = 0.75;

/**
 * Rows by which an equal name is counted. In a small list most names stand once or twice, and the second row is the one
 * that the first is held against: it is no evidence of how common the name is. A kabupaten's roll is large enough.
 */
const EQUAL_NAME_ROWS = sql`CASE WHEN compared_match.area = 0
    THEN greatest(coalesce(name_frequency.rows, 1) - 1, 1) - ${literal(NAME_DISCOUNT)}
    ELSE coalesce(name_frequency.rows, 1) END`;

/** Texts of the names that are compared. */
function nameQuery(): Sql {
  return sql`SELECT name_id, nama_upper, name_flat, name_sorted, name_words,
      string_split(name_words, ' ') AS name_word_list,
      replace(replace(nama_upper, ' ', ''), '.', '') AS name_letters,
      regexp_matches(nama_upper, '(^|[ .])[A-Z]([ .]|$)') AS has_initial
    FROM (FROM name SEMI JOIN compared_match USING (name_id))`;
}

/** Words of each name that is compared in an area, with their shares there. */
function wordQuery(): Sql {
  return sql`SELECT name_id, area, list({'share': share, 'word': word}) AS word_shares, bool_or(rows = 1) AS lone_word
    FROM (
      SELECT name_id, area, unnest(string_split(name_words, ' ')) AS word
      FROM name JOIN (SELECT DISTINCT name_id, area FROM compared_match WHERE name_id IS NOT NULL) USING (name_id)
    )
    JOIN word_frequency USING (area, word)
    GROUP BY name_id, area`;
}

/** Rows of each family card that is compared. */
function cardQuery(): Sql {
  return sql`SELECT nkk_number, count(*) AS card_rows
    FROM match_row SEMI JOIN (SELECT DISTINCT nkk_number FROM compared_match) USING (nkk_number)
    GROUP BY nkk_number`;
}

/** NIK of more people than share one by mistake: by name and birth date, those left out whose date is the NIK's. */
function crowdedQuery(): Sql {
  return sql`SELECT nik_number FROM compared_match
    WHERE nik_number IS NOT NULL
      AND nik_number // 10000 % 10000 IS DISTINCT FROM month(birth_date) * 100 + year(birth_date) % 100
    GROUP BY nik_number HAVING count(*) > ${literal(MOST_PEOPLE)}
      AND count(DISTINCT (name_key_id, birth_date)) > ${literal(MOST_PEOPLE)}`;
}

function rowQuery(): Sql {
  return sql`SELECT
      match_id, compared_match.row_id,
      nama_upper, compared_match.name_id, compared_match.name_key_id, name_flat, name_sorted, name_words,
      name_word_list, name_letters, has_initial, word_shares,
      coalesce(lone_word, false) AS lone_word,
      compared_match.birth_date, roll.sex,
      compared_match.nik_number, crowded.nik_number IS NOT NULL AS nik_crowded, nik_other, ${NIK_PATTERN} AS nik_pattern, compared_match.nkk_number,
      place_key, coalesce(place.kabupaten, own_unit.kabupaten, nik_unit.kabupaten) AS place_kabupaten,
      ${ADDRESS_TEXT} AS address_text, nullif(ltrim(rt, '0'), '') AS rt, nullif(ltrim(rw, '0'), '') AS rw,
      compared_match.area_desa, compared_match.area_kecamatan, compared_match.area_kabupaten, compared_match.tps_number,
      CASE WHEN compared_match.name_key_id IS NOT NULL THEN coalesce(name_frequency.rows, 1) / named_rows END AS name_share,
      CASE WHEN compared_match.name_key_id IS NOT NULL THEN ${EQUAL_NAME_ROWS} / named_rows END AS equal_name_share,
      date_frequency.share AS date_share,
      compared_match.area_rows,
      card_rows / compared_match.area_rows AS nkk_share,
      place_frequency.share AS place_share,
      desa_frequency.share AS desa_share,
      kecamatan_frequency.share AS kecamatan_share
    FROM (
      SELECT compared_match.*, area_size.rows AS area_rows, cohort_size.cohort,
        coalesce(cohort_size.rows, whole.rows) AS named_rows
      FROM compared_match
      JOIN area_size USING (area)
      JOIN (SELECT area, rows FROM cohort_size WHERE cohort IS NULL) AS whole USING (area)
      LEFT JOIN cohort_size ON cohort_size.area = compared_match.area AND cohort = year(birth_date) // 10
    ) AS compared_match
    JOIN (SELECT row_id, sex, nik, nik_plain, nik_rounded, alamat, rt, rw FROM roll) AS roll USING (row_id)
    LEFT JOIN (${nameQuery()}) AS compared_name USING (name_id)
    LEFT JOIN (${wordQuery()}) AS compared_word
      ON compared_word.name_id = compared_match.name_id AND compared_word.area = compared_match.area
    LEFT JOIN name_frequency
      ON name_frequency.name_key_id = compared_match.name_key_id
      AND name_frequency.area = compared_match.area
      AND name_frequency.cohort IS NOT DISTINCT FROM compared_match.cohort
    LEFT JOIN date_frequency
      ON date_frequency.area = compared_match.area AND date_frequency.birth_date = compared_match.birth_date
    LEFT JOIN (${cardQuery()}) AS card ON card.nkk_number = compared_match.nkk_number
    LEFT JOIN place_frequency
      ON place_frequency.area = compared_match.area AND place_frequency.place_id = compared_match.place_id
    LEFT JOIN desa_frequency
      ON desa_frequency.area = compared_match.area AND desa_frequency.area_desa = compared_match.area_desa
    LEFT JOIN kecamatan_frequency
      ON kecamatan_frequency.area = compared_match.area
      AND kecamatan_frequency.area_kecamatan = compared_match.area_kecamatan
    LEFT JOIN place ON place.place_id = compared_match.place_id
    LEFT JOIN place_unit AS own_unit
      ON own_unit.place_id = compared_match.place_id AND own_unit.within = compared_match.area_kabupaten
    LEFT JOIN place_unit AS nik_unit
      ON nik_unit.place_id = compared_match.place_id AND nik_unit.within = compared_match.nik_kabupaten
    LEFT JOIN (${crowdedQuery()}) AS crowded ON crowded.nik_number = compared_match.nik_number
    LEFT JOIN identifier_text USING (nik_other_id)`;
}
