import type { Database } from '../../engine/database.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { MATCH_COLUMNS, type MatchColumn } from '../../model/ganda.ts';
import { makePlaces } from './places.ts';

/** Fewer characters say too little to be an identifier. */
const LEAST_IDENTIFIER = 5;

/** A NIK of 16 digits, separators aside; one that a spreadsheet rounded is nobody's. */
const NIK = trusted(`CASE WHEN nik_rounded THEN NULL
  WHEN nik_number IS NOT NULL THEN nik_number
  WHEN regexp_full_match(nik_plain, '[0-9]{16}') THEN CAST(nik_plain AS BIGINT) END`);

/** A NIK that is neither 16 digits nor masked: cut, or another identifier. */
const OTHER_NIK = trusted(`CASE WHEN nik_number IS NULL AND length(nik_plain) >= ${LEAST_IDENTIFIER}
  AND NOT contains(nik_plain, '*') AND NOT regexp_full_match(nik_plain, '[0-9]{16}') THEN upper(nik) END`);

/** Area and date of a NIK whose last digits are masked, or rounded: its first twelve, as a number. */
const SHOWN = trusted(`CASE WHEN nik_rounded THEN nik_number // 10000
  WHEN nik_number IS NULL AND contains(nik_plain, '*') AND length(nik_plain) = 16
  THEN CAST(nullif(regexp_extract(nik_plain, '^[0-9]{12}'), '') AS BIGINT) END`);

/** Columns that are read from others as they are asked for: most runs ask for none. */
const COMPUTED: Partial<Record<MatchColumn, Sql>> = {
  birth_year: sql`CAST(year(birth_date) AS INTEGER)`,
  birth_day: sql`CAST(month(birth_date) * 100 + day(birth_date) AS INTEGER)`,
};

/**
 * Makes what candidates are searched in:
 * - `place` and `place_unit` (see `makePlaces`)
 * - `identifier_text(nik_other_id INTEGER, nik_other)`: the other NIK
 * - `match_row`: one row for each row of the roll, only integers (MATCH_COLUMNS), numbered `match_id` from 0
 *
 * All ids are dense, from 0, and of this run only. Reads roll, name, area.
 */
export async function makeMatchRows(database: Database): Promise<void> {
  await makePlaces(database);
  await makeOtherNik(database);
  await database.materialise(
    'match_row_stored',
    sql`SELECT
        row_id, name_id, name_key_id, birth_date,
        CAST(CASE sex WHEN 'L' THEN 1 WHEN 'P' THEN 2 END AS UTINYINT) AS sex,
        nik_number, nik_other_id, nik_shown_id,
        CAST(nik_number // 1000000000000 AS INTEGER) AS nik_kabupaten,
        nkk_number, area_desa, area_kecamatan, nullif(area_kabupaten, 0) AS area_kabupaten, tps_number, place_id
      FROM (
        SELECT row_id, nama_upper, birth_date, sex, ${NIK} AS nik_number, nkk_number, area_desa, area_kecamatan,
          area_kabupaten, tps_number, tempat_lahir, ${OTHER_NIK} AS nik_other,
          coalesce(${SHOWN}, roll.nik_number // 10000) AS shown
        FROM roll
      ) AS row
      LEFT JOIN (SELECT nama_upper, name_id, name_key_id FROM name) AS names USING (nama_upper)
      LEFT JOIN numbered_place USING (tempat_lahir)
      LEFT JOIN identifier_text USING (nik_other)
      LEFT JOIN shown_nik USING (shown)`,
    { rowId: 'match_number' },
  );
  await database.run(sql`CREATE OR REPLACE VIEW match_row AS
    SELECT CAST(match_number AS INTEGER) AS match_id, row_id,
      ${join(MATCH_COLUMNS.map((column) => sql`${COMPUTED[column] ?? identifier(column)} AS ${identifier(column)}`))}
    FROM match_row_stored`);
  for (const table of ['numbered_place', 'shown_nik'])
    await database.run(sql`DROP TABLE ${identifier(table)}`);
}

/** Makes `identifier_text` and `shown_nik(nik_shown_id, shown)`, for a while, from the few NIK that are not sixteen digits. */
async function makeOtherNik(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE other_nik AS
    SELECT DISTINCT ${OTHER_NIK} AS nik_other, ${SHOWN} AS shown FROM roll WHERE nik_number IS NULL OR nik_rounded`);
  await database.run(sql`CREATE OR REPLACE TABLE distinct_identifier AS
    SELECT DISTINCT nik_other FROM other_nik WHERE nik_other IS NOT NULL`);
  await database.run(sql`CREATE OR REPLACE TABLE identifier_text AS
    SELECT CAST(rowid AS INTEGER) AS nik_other_id, nik_other FROM distinct_identifier`);
  await database.run(sql`CREATE OR REPLACE TABLE distinct_shown AS
    SELECT DISTINCT shown FROM other_nik WHERE shown IS NOT NULL`);
  await database.run(sql`CREATE OR REPLACE TABLE shown_nik AS
    SELECT CAST(rowid AS INTEGER) AS nik_shown_id, shown FROM distinct_shown`);
  for (const table of ['other_nik', 'distinct_identifier', 'distinct_shown'])
    await database.run(sql`DROP TABLE ${identifier(table)}`);
}
