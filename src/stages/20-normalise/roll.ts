import { type Sql, sql, trusted } from '../../engine/sql.ts';
import { ROLL_COLUMNS } from '../../model/roll-columns.ts';
import { SOURCE_COLUMN_NAMES } from '../../model/source-columns.ts';
import { calendarDate, completedYears, parsedDate } from './dates.ts';

const SEX_WORDS = {
  L: ['L', 'LK', 'LAKI-LAKI', 'LAKI LAKI', 'LAKI', 'PRIA'],
  P: ['P', 'PR', 'PEREMPUAN', 'WANITA'],
} as const;

const MARITAL_WORDS = {
  B: ['B', 'BELUM', 'BELUM KAWIN', 'BELUM MENIKAH'],
  S: ['S', 'K', 'SUDAH', 'KAWIN', 'SUDAH KAWIN', 'MENIKAH', 'SUDAH MENIKAH'],
  P: ['P', 'PERNAH', 'PERNAH KAWIN', 'CERAI', 'CERAI HIDUP', 'CERAI MATI', 'JANDA', 'DUDA'],
} as const;

function coded(written: string, words: Readonly<Record<string, readonly string[]>>): Sql {
  const cases = Object.entries(words).map(
    ([code, spellings]) =>
      `WHEN upper(${written}) IN (${spellings.map((word) => `'${word}'`).join(', ')}) THEN '${code}'`,
  );
  return trusted(
    `CASE WHEN ${written} IN ('${Object.keys(words).join("', '")}') THEN ${written} ${cases.join(' ')} END`,
  );
}

/** A NIK or NKK as a number: only when it is exactly 16 digits. */
function sixteenDigits(written: string): Sql {
  return trusted(
    `CASE WHEN length(${written}) = 16 AND regexp_full_match(${written}, '[0-9]{16}') THEN CAST(${written} AS BIGINT) END`,
  );
}

function areaStatus(kecamatan: string, kabupaten: string): Sql {
  return trusted(
    `CAST(CASE WHEN ${kecamatan}.status IS NOT NULL THEN ${kecamatan}.status WHEN ${kabupaten}.status IS NOT NULL THEN 1 ELSE 0 END AS INTEGER)`,
  );
}

/** Trimmed texts: '' and blanks become NULL, nothing else changes. */
const TRIMMED = SOURCE_COLUMN_NAMES.map(
  (name) => `nullif(trim("${name}", ' \t\r\n\u00a0'), '') AS "${name}"`,
).join(',\n      ');

const NIK_CENTURY = sql`CASE
      WHEN nik_number IS NULL THEN NULL
      WHEN birth_date IS NOT NULL AND year(birth_date) - (1900 + nik_year) > 50 THEN 2000 + nik_year
      WHEN birth_date IS NULL AND 2000 + nik_year <= year(reference_date()) - 17 THEN 2000 + nik_year
      WHEN nik_year = 0 AND nik_month = 2 AND nik_day = 29 THEN 2000
      ELSE 1900 + nik_year
    END`;

/**
 * The canonical roll: every column of `ROLL_COLUMNS`, one row for each row of `roll_raw`.
 * Reads roll_raw, input_file, file_nik, name_key, voter_key_override, area, tps_reference.
 */
export function rollQuery(): Sql {
  const columns = trusted(
    ROLL_COLUMNS.map(({ name, type }) => `CAST(${name} AS ${type}) AS ${name}`).join(',\n  '),
  );
  return sql`
  SELECT ${columns}
  FROM (
    SELECT
      dated.* EXCLUDE (nik_full_year, area_digits),
      ${calendarDate('nik_day', 'nik_month', 'nik_full_year')} AS nik_date,
      ${completedYears(sql`birth_date`, sql`reference_date()`)} AS age,
      desa_area.kode AS area_desa,
      area_digits // 10000 AS area_kecamatan,
      CASE
        WHEN desa_kabupaten.kode IS NOT NULL THEN area_digits // 1000000
        ELSE coalesce(file_kabupaten, 0)
      END AS area_kabupaten,
      CASE WHEN desa_area.status IS NOT NULL THEN desa_area.status ELSE 0 END AS desa_status,
      tps_reference.tps_regular AS desa_tps_regular,
      tps_reference.tps_special_from AS desa_tps_special_from,
      tps_reference.tps_special_to AS desa_tps_special_to,
      ${areaStatus('nik_area6', 'nik_area4')} AS nik_area_status_known,
      ${areaStatus('nkk_area6', 'nkk_area4')} AS nkk_area_status_known,
      CASE WHEN nik_number IS NOT NULL THEN nik_area_status_known END AS nik_area_status,
      CASE WHEN nkk_number IS NOT NULL THEN nkk_area_status_known END AS nkk_area_status,
      coalesce(voter_key_override.voter_key, dated.dpid) AS voter_key,
      name_key.name_key AS name_key,
      name_key.name_tokens AS name_tokens
    FROM (
      SELECT
        *,
        ${NIK_CENTURY} AS nik_full_year,
        CASE WHEN nkk_number IS NULL THEN NULL ELSE ${calendarDate('nkk_day', 'nkk_month', 'nkk_full_year')} END AS nkk_date
      FROM (
        SELECT
          *,
          ${parsedDate(sql`tanggal_lahir`, sql`date_order`)} AS birth_date,
          nik_number // 10000000000 AS nik_kecamatan,
          CASE WHEN (nik_number // 100000000) % 100 > 40 THEN (nik_number // 100000000) % 100 - 40 ELSE (nik_number // 100000000) % 100 END AS nik_day,
          CASE WHEN nik_number IS NULL THEN NULL WHEN (nik_number // 100000000) % 100 > 40 THEN 'P' ELSE 'L' END AS nik_sex,
          (nik_number // 1000000) % 100 AS nik_month,
          (nik_number // 10000) % 100 AS nik_year,
          nik_number % 10000 AS nik_serial,
          contains(nik, '*') AS nik_masked,
          nkk_number // 10000000000 AS nkk_kecamatan,
          (nkk_number // 100000000) % 100 AS nkk_day,
          (nkk_number // 1000000) % 100 AS nkk_month,
          CASE WHEN 2000 + (nkk_number // 10000) % 100 <= year(reference_date()) THEN 2000 + (nkk_number // 10000) % 100 ELSE 1900 + (nkk_number // 10000) % 100 END AS nkk_full_year,
          nkk_number % 10000 AS nkk_serial,
          contains(nkk, '*') AS nkk_masked,
          ${coded('jenis_kelamin', SEX_WORDS)} AS sex,
          ${coded('status_perkawinan', MARITAL_WORDS)} AS marital,
          coalesce(try_cast(tps AS USMALLINT), try_cast(regexp_extract(tps, '([0-9]{1,3})$', 1) AS USMALLINT)) AS tps_number,
          ${upperName('nama')} AS nama_upper,
          try_cast(CASE WHEN length(replace(kode_desa, '.', '')) = 10 THEN replace(kode_desa, '.', '') END AS BIGINT) AS area_digits
        FROM (
          SELECT *, ${sixteenDigits('nik')} AS nik_number, ${sixteenDigits('nkk')} AS nkk_number
          FROM (
            SELECT row_id, raw.file_id, date_order, input_file.kabupaten AS file_kabupaten, nik_count AS file_nik_count, nik_zero_share AS file_nik_zero_share,
      ${trusted(TRIMMED)}
            FROM roll_raw AS raw
            JOIN input_file ON input_file.file_id = raw.file_id
            LEFT JOIN file_nik ON file_nik.file_id = raw.file_id
          )
        )
      )
    ) AS dated
    LEFT JOIN name_key ON name_key.nama_upper = dated.nama_upper
    LEFT JOIN voter_key_override ON voter_key_override.row_id = dated.row_id
    LEFT JOIN area AS desa_area ON desa_area.kode = area_digits AND desa_area.level = 10
    LEFT JOIN area AS desa_kabupaten ON desa_kabupaten.kode = area_digits // 1000000 AND desa_kabupaten.level = 4
    LEFT JOIN tps_reference ON tps_reference.kode_desa = area_digits
    LEFT JOIN area AS nik_area6 ON nik_area6.kode = nik_kecamatan AND nik_area6.level = 6
    LEFT JOIN area AS nik_area4 ON nik_area4.kode = nik_kecamatan // 100 AND nik_area4.level = 4
    LEFT JOIN area AS nkk_area6 ON nkk_area6.kode = nkk_kecamatan AND nkk_area6.level = 6
    LEFT JOIN area AS nkk_area4 ON nkk_area4.kode = nkk_kecamatan // 100 AND nkk_area4.level = 4
  )`;
}

/** A name in upper case without accents, white space collapsed. */
export function upperName(written: string): Sql {
  return trusted(
    `CASE WHEN contains(${written}, '  ') OR contains(${written}, chr(9)) OR contains(${written}, chr(10)) THEN regexp_replace(upper(strip_accents(${written})), '\\s+', ' ', 'g') ELSE upper(strip_accents(${written})) END`,
  );
}
