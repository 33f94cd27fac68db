import { areaCode } from '../../engine/codes.ts';
import type { Database } from '../../engine/database.ts';
import { identifier, list, type Sql, sql } from '../../engine/sql.ts';
import type { InputFile } from '../../model/input-file.ts';
import { SMALLEST_CELL } from '../../model/profile-tables.ts';

const YOUNGEST_BAND = 15;
const OLDEST_BAND = 95;

function named(area: string): Sql {
  return sql`${areaCode(area, 4)} AS kode_kabupaten,
    (SELECT nama FROM area WHERE kode = ${identifier(area)} AND area.level = 4) AS nama_kabupaten`;
}

const DEFAULT_DATE = sql`(day(birth_date) = 1 AND month(birth_date) IN (1, 7)) OR (day(birth_date) = 31 AND month(birth_date) = 12)`;

/** Rows by what the age and disability profiles ask of a voter: 28 million rows become a few ten thousand. */
const PEOPLE = sql`SELECT coalesce(area_kabupaten, 0) AS area_kabupaten, sex, file_id, disabilitas,
    CASE WHEN age < ${YOUNGEST_BAND} THEN 0 WHEN age >= ${OLDEST_BAND} THEN ${OLDEST_BAND} ELSE age // 5 * 5 END AS age_from,
    coalesce(${DEFAULT_DATE}, false) AS default_date,
    count(*) AS voters
  FROM roll GROUP BY ALL`;

const AGES = sql`SELECT ${named('area_kabupaten')}, sex AS jenis_kelamin, age_from,
    CASE WHEN age_from = 0 THEN ${YOUNGEST_BAND - 1} WHEN age_from < ${OLDEST_BAND} THEN age_from + 4 END AS age_to,
    CAST(sum(voters) AS BIGINT) AS voters,
    CAST(coalesce(sum(voters) FILTER (default_date), 0) AS BIGINT) AS default_date_voters
  FROM people GROUP BY ALL`;

const BIRTH_DATES = sql`SELECT ${named('area_kabupaten')}, month, day, voters FROM (
    SELECT coalesce(area_kabupaten, 0) AS area_kabupaten, month(birth_date) AS month, day(birth_date) AS day, count(*) AS voters
    FROM roll WHERE birth_date IS NOT NULL GROUP BY ALL
  )`;

/**
 * Voters by sex and disability, of the files that have the column. Small cells are withheld; where a satker and sex
 * has only one of them, the next smallest is withheld too, since their sum is known from the age profile.
 */
function disabilityQuery(inputs: readonly InputFile[]): Sql {
  const files = inputs
    .filter(({ columns }) => columns.some(({ column }) => column === 'disabilitas'))
    .map(({ fileId }) => fileId);
  const known = sql`list_contains(disabilitas_codes(), disabilitas)`;
  return sql`SELECT kode_kabupaten, nama_kabupaten, jenis_kelamin, disabilitas,
      CASE WHEN NOT (voters < ${SMALLEST_CELL} OR (small_cells = 1 AND size_order <= 2)) THEN voters END AS voters
    FROM (
      SELECT *,
        count(*) FILTER (voters < ${SMALLEST_CELL}) OVER sex_of_satker AS small_cells,
        row_number() OVER (PARTITION BY kode_kabupaten, jenis_kelamin ORDER BY voters, disabilitas) AS size_order
      FROM (
        SELECT ${named('area_kabupaten')}, sex AS jenis_kelamin,
          CASE WHEN disabilitas IS NULL THEN '0' WHEN ${known} THEN disabilitas ELSE 'lain' END AS disabilitas,
          CAST(sum(voters) AS BIGINT) AS voters
        FROM people WHERE list_contains(CAST(${list(files)} AS INTEGER[]), file_id) GROUP BY ALL
      )
      WINDOW sex_of_satker AS (PARTITION BY kode_kabupaten, jenis_kelamin)
    )`;
}

const CAUSES = sql`SELECT kode_kabupaten, nama_kabupaten, path AS source_path, rule_id, severity, field, cause, "count"
  FROM (
    SELECT ${named('area_kabupaten')}, file_id, rule_id, severity, field, cause, found AS "count" FROM (
      SELECT area_kabupaten, file_id, rule_id, severity, field, cause, count(*) AS found
      FROM invalid_finding WHERE cause IS NOT NULL GROUP BY ALL
    )
  ) JOIN input_file USING (file_id)`;

const DISTRICT_PAIRS = sql`SELECT
    ${areaCode('area_a', 4)} AS kode_kabupaten_a, ${areaCode('area_b', 4)} AS kode_kabupaten_b,
    (SELECT nama FROM area WHERE kode = area_a AND area.level = 4) AS nama_kabupaten_a,
    (SELECT nama FROM area WHERE kode = area_b AND area.level = 4) AS nama_kabupaten_b,
    grade, tier, pairs
  FROM (
    SELECT least(area_kabupaten_a, area_kabupaten_b) AS area_a, greatest(area_kabupaten_a, area_kabupaten_b) AS area_b,
      grade, tier, count(*) AS pairs
    FROM ganda_pair GROUP BY ALL
  )`;

/**
 * Makes `age_profile`, `birth_date_profile`, `disability_profile`, `cause_count` and `district_pair`.
 * Reads roll, invalid_finding, input_file, ganda_pair, area.
 */
export async function makeProfiles(database: Database, inputs: readonly InputFile[]): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE people AS ${PEOPLE}`);
  const tables: Readonly<Record<string, Sql>> = {
    age_profile: AGES,
    birth_date_profile: BIRTH_DATES,
    disability_profile: disabilityQuery(inputs),
    cause_count: CAUSES,
    district_pair: DISTRICT_PAIRS,
  };
  for (const [name, query] of Object.entries(tables)) await database.materialise(name, query);
  await database.run(sql`DROP TABLE people`);
}
