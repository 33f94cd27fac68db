import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { ROLL_COLUMNS, VOTER_KEY_OVERRIDE } from '../../model/roll-columns.ts';
import { SOURCE_COLUMN_NAMES } from '../../model/source-columns.ts';
import { calendarDate, completedYears, parsedDate, plausibleDate } from './dates.ts';

const SEX_WORDS = {
  L: ['L', 'LK', 'LAKI-LAKI', 'LAKI LAKI', 'LAKI', 'PRIA'],
  P: ['P', 'PR', 'PEREMPUAN', 'WANITA'],
} as const;

const MARITAL_WORDS = {
  B: ['B', 'BELUM', 'BELUM KAWIN', 'BELUM MENIKAH'],
  S: ['S', 'K', 'SUDAH', 'KAWIN', 'SUDAH KAWIN', 'MENIKAH', 'SUDAH MENIKAH'],
  P: ['P', 'PERNAH', 'PERNAH KAWIN', 'CERAI', 'CERAI HIDUP', 'CERAI MATI', 'JANDA', 'DUDA'],
} as const;

/** `list_contains`, since DuckDB makes a join of an IN with more than a few constants. */
function coded(written: string, words: Readonly<Record<string, readonly string[]>>): Sql {
  const cases = Object.entries(words).map(
    ([code, spellings]) =>
      `WHEN list_contains([${spellings.map((word) => `'${word}'`).join(', ')}], upper(${written})) THEN '${code}'`,
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

const BLANKS = ' \t\r\n\u00a0';

/** Columns in which a space that does not break, as spreadsheets and web pages leave it, would spoil a comparison. */
const COMPARED: ReadonlySet<string> = new Set(['dpid', 'nkk', 'nik', 'nama', 'tanggal_lahir']);

/**
 * A text without outer white space; '' and blanks become NULL, nothing else changes. Few texts have any, and asking
 * first is ten times faster than `trim` with a list of characters ('!' is the first character that shows).
 */
function trimmed(column: string): string {
  const clean = [
    `"${column}" >= '!'`,
    `NOT suffix("${column}", ' ')`,
    ...(COMPARED.has(column)
      ? [`NOT suffix("${column}", '\u00a0')`, `NOT starts_with("${column}", '\u00a0')`]
      : []),
  ];
  return `CASE WHEN ${clean.join(' AND ')} THEN "${column}" ELSE nullif(trim("${column}", '${BLANKS}'), '') END`;
}

const TRIMMED = SOURCE_COLUMN_NAMES.map((name) => `${trimmed(name)} AS "${name}"`).join(',\n      ');

const NIK_CENTURY = sql`CASE
      WHEN nik_number IS NULL THEN NULL
      WHEN birth_date IS NOT NULL AND year(birth_date) - (1900 + nik_year) > 50 THEN 2000 + nik_year
      WHEN birth_date IS NULL AND 2000 + nik_year <= year(reference_date()) - 17 THEN 2000 + nik_year
      WHEN nik_year = 0 AND nik_month = 2 AND nik_day = 29 THEN 2000
      ELSE 1900 + nik_year
    END`;

const NKK_YEAR = sql`CASE
      WHEN 2000 + (nkk_number // 10000) % 100 <= year(reference_date()) THEN 2000 + (nkk_number // 10000) % 100
      ELSE 1900 + (nkk_number // 10000) % 100
    END`;

/** Texts as written, the file's facts beside them, and what can be read from one text alone. */
const WRITTEN = sql`
  SELECT *,
    ${sixteenDigits('nik')} AS nik_number,
    ${sixteenDigits('nkk')} AS nkk_number,
    ${parsedDate(sql`tanggal_lahir`, sql`date_order`)} AS parsed_birth,
    ${coded('jenis_kelamin', SEX_WORDS)} AS sex,
    ${coded('status_perkawinan', MARITAL_WORDS)} AS marital,
    coalesce(try_cast(tps AS USMALLINT), try_cast(regexp_extract(tps, '([0-9]{1,3})$', 1) AS USMALLINT)) AS tps_number,
    CASE WHEN length(kode_desa) BETWEEN 10 AND 13 THEN try_cast(replace(kode_desa, '.', '') AS BIGINT) END AS area_code
  FROM (
    SELECT row_id, raw.file_id, date_order, file_kabupaten, file_nik_count, file_nik_zero_share,
      ${trusted(TRIMMED)}
    FROM roll_raw AS raw JOIN file_fact ON file_fact.file_id = raw.file_id
  )`;

/** The parts of NIK and NKK that the dates and areas are read from. */
const SPLIT = sql`
  SELECT *,
    ${plausibleDate(sql`parsed_birth`)} AS birth_date,
    CASE WHEN area_code BETWEEN 1000000000 AND 9999999999 THEN area_code END AS area_digits,
    nik_number // 10000000000 AS nik_kecamatan,
    (nik_number // 100000000) % 100 - CASE WHEN (nik_number // 100000000) % 100 > 40 THEN 40 ELSE 0 END AS nik_day,
    (nik_number // 1000000) % 100 AS nik_month,
    (nik_number // 10000) % 100 AS nik_year,
    nkk_number // 10000000000 AS nkk_kecamatan,
    (nkk_number // 100000000) % 100 AS nkk_day,
    (nkk_number // 1000000) % 100 AS nkk_month,
    ${NKK_YEAR} AS nkk_full_year
  FROM (${WRITTEN})`;

const STORED = ROLL_COLUMNS.filter((column) => column.computed === undefined);

/** The roll's columns that are computed as they are read, from the stored ones. */
export const COMPUTED_COLUMNS: readonly Sql[] = ROLL_COLUMNS.flatMap(({ name, type, computed }) =>
  computed === undefined ? [] : [sql`CAST(${trusted(computed)} AS ${trusted(type)}) AS ${identifier(name)}`],
);

/**
 * The canonical roll as it is stored: every column of `ROLL_COLUMNS` that is not computed, and the voter keys that
 * are not the dpid; one row for each row of `roll_raw`.
 * Reads roll_raw, file_fact, voter_key_override, desa_fact, kecamatan_fact.
 */
export function rollQuery(): Sql {
  const columns = STORED.map(
    ({ name, type }) => sql`CAST(${identifier(name)} AS ${trusted(type)}) AS ${identifier(name)}`,
  );
  return sql`
  SELECT ${join(columns, ',\n  ')}, ${identifier(VOTER_KEY_OVERRIDE)}
  FROM (
    SELECT
      dated.*,
      ${calendarDate('nik_day', 'nik_month', 'nik_full_year')} AS nik_date,
      CASE WHEN nkk_number IS NOT NULL THEN ${calendarDate('nkk_day', 'nkk_month', 'nkk_full_year')} END AS nkk_date,
      ${completedYears(sql`birth_date`, sql`reference_date()`)} AS age,
      desa_fact.area_desa,
      area_digits // 10000 AS area_kecamatan,
      CASE
        WHEN desa_fact.area_desa IS NOT NULL OR desa_kecamatan.kode IS NOT NULL THEN area_digits // 1000000
        ELSE coalesce(file_kabupaten, 0)
      END AS area_kabupaten,
      coalesce(desa_fact.status, 0) AS desa_status,
      desa_tps_regular, desa_tps_special_from, desa_tps_special_to,
      CASE WHEN nik_number IS NOT NULL THEN coalesce(nik_area.status, 0) END AS nik_area_status,
      CASE WHEN nkk_number IS NOT NULL THEN coalesce(nkk_area.status, 0) END AS nkk_area_status,
      voter_key_override.voter_key AS voter_key_override,
      coalesce(voter_key_override.dpid_repeated, false) AS dpid_repeated
    FROM (SELECT *, ${NIK_CENTURY} AS nik_full_year FROM (${SPLIT})) AS dated
    LEFT JOIN voter_key_override ON voter_key_override.row_id = dated.row_id
    LEFT JOIN desa_fact ON desa_fact.area_desa = area_digits
    LEFT JOIN kecamatan_fact AS desa_kecamatan ON desa_kecamatan.kode = area_digits // 10000
    LEFT JOIN kecamatan_fact AS nik_area ON nik_area.kode = nik_kecamatan
    LEFT JOIN kecamatan_fact AS nkk_area ON nkk_area.kode = nkk_kecamatan
  )`;
}
