import type { Database } from '../../engine/database.ts';
import { identifier, literal, type Sql, sql } from '../../engine/sql.ts';

/** Rows below which a birth cohort says too little about its names: the whole kabupaten is counted instead. */
const LEAST_COHORT_ROWS = 5_000;

/** A kabupaten's roll may be a small part of it: its names are counted as if so many rows of other names stood beside. */
const UNSEEN_ROWS = 1_000;

/** Rows by which the year and the day of a date foretell how often the date stands in a roll. */
const FORETOLD_ROWS = 20_000;

const BIRTH_YEARS = 70;
const DAYS_OF_YEAR = 366;

/** Kabupaten/kota of a row of match_row; 0 where it is not known. Frequencies are those of one kabupaten. */
const AREA = sql`CAST(coalesce(area_kabupaten, 0) AS INTEGER)`;

/**
 * match_row, name → the counts that frequency adjustments are made from. Each is of one kabupaten (`area`), so that no
 * pair's weight depends on the roll of another one:
 * - `area_size(area, rows)`
 * - `cohort_size(area, cohort, rows)`: birth cohorts of ten years that are large enough; cohort NULL is the whole area
 * - `name_frequency(name_key_id, area, cohort, rows)`: rows of the cohort that bear the name key. Cohort NULL counts the
 *   whole area, for rows without a birth date or of a small cohort. A name key that is not listed stands once.
 * - `date_frequency(area, birth_date, share)`
 * - `word_frequency(area, word, rows, share)`: of rows whose names have the word
 * - `place_frequency(area, place_id, share)`: of rows with that birth place
 * - `desa_frequency(area_desa, share)`, `kecamatan_frequency(area_kecamatan, share)`: of the rows of their kabupaten
 */
export async function makeFrequencies(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE area_size AS
    SELECT ${AREA} AS area, count(*) AS rows FROM match_row GROUP BY area`);
  await makeDateFrequency(database);
  await makeNameFrequency(database);
  await makeWordFrequency(database);
  await makeShares(database, 'place_frequency', sql`${AREA} AS area, place_id`, sql`place_id IS NOT NULL`);
  await makeShares(database, 'desa_frequency', sql`${AREA} AS area, area_desa`, sql`area_desa IS NOT NULL`);
  await makeShares(
    database,
    'kecamatan_frequency',
    sql`${AREA} AS area, area_kecamatan`,
    sql`area_kecamatan IS NOT NULL`,
  );
}

/** Shares of the area's rows. */
async function makeShares(database: Database, table: string, columns: Sql, known: Sql): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE ${identifier(table)} AS
    SELECT counted.* EXCLUDE (rows), counted.rows / area_size.rows AS share
    FROM (SELECT ${columns}, count(*) AS rows FROM match_row WHERE ${known} GROUP BY ALL) AS counted
    JOIN area_size USING (area)`);
}

/**
 * How often a date stands in the area's roll: what its year and its day foretell (the first of July stands often in
 * any year), corrected by its own count, the more the larger the roll. One row less is counted, since one row of a
 * pair is no evidence of how common the date of the other is.
 */
async function makeDateFrequency(database: Database): Promise<void> {
  const foretold = literal(FORETOLD_ROWS);
  await database.run(sql`CREATE OR REPLACE TABLE date_frequency AS
    SELECT area, birth_date, area_rows, rows,
      (rows - 1 + ${foretold} * ((year_rows + 1) / (area_rows + ${literal(BIRTH_YEARS)}))
        * ((day_rows + 1) / (area_rows + ${literal(DAYS_OF_YEAR)}))) / (area_rows - 1 + ${foretold}) AS share
    FROM (
      SELECT area, birth_date, rows,
        CAST(sum(rows) OVER (PARTITION BY area) AS BIGINT) AS area_rows,
        CAST(sum(rows) OVER (PARTITION BY area, year(birth_date)) AS BIGINT) AS year_rows,
        CAST(sum(rows) OVER (PARTITION BY area, month(birth_date), day(birth_date)) AS BIGINT) AS day_rows
      FROM (
        SELECT ${AREA} AS area, birth_date, count(*) AS rows FROM match_row
        WHERE birth_date IS NOT NULL GROUP BY area, birth_date
      )
    )`);
}

/** Rows that names are counted among. Where no area is known the roll is all there is. */
const NAMED_ROWS = sql`rows + CASE WHEN area = 0 THEN 0 ELSE ${literal(UNSEEN_ROWS)} END`;

async function makeNameFrequency(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE cohort_size AS
    SELECT area, cohort, ${NAMED_ROWS} AS rows
    FROM (
      SELECT area, year(birth_date) // 10 AS cohort, CAST(sum(rows) AS BIGINT) AS rows FROM date_frequency
      GROUP BY area, cohort HAVING sum(rows) >= ${literal(LEAST_COHORT_ROWS)}
      UNION ALL SELECT area, NULL, rows FROM area_size
    )`);
  await database.materialise(
    'name_count',
    sql`SELECT name_key_id, named.area, cohort, count(*) AS rows
      FROM (
        SELECT name_key_id, ${AREA} AS area, year(birth_date) // 10 AS born FROM match_row WHERE name_key_id IS NOT NULL
      ) AS named
      LEFT JOIN cohort_size ON cohort = born AND cohort_size.area = named.area
      GROUP BY name_key_id, named.area, cohort`,
  );
  await database.materialise(
    'name_frequency',
    sql`SELECT name_key_id, area, cohort, rows FROM name_count WHERE cohort IS NOT NULL AND rows > 1
      UNION ALL
      SELECT name_key_id, area, NULL, CAST(sum(rows) AS BIGINT)
      FROM name_count SEMI JOIN (SELECT name_key_id, area FROM name_count WHERE cohort IS NULL) USING (name_key_id, area)
      GROUP BY name_key_id, area`,
  );
}

async function makeWordFrequency(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE word_frequency AS
    SELECT counted.area, word, counted.rows, counted.rows / size.rows AS share
    FROM (
      SELECT area, word, CAST(sum(rows) AS BIGINT) AS rows
      FROM (
        SELECT area, unnest(string_split(name_words, ' ')) AS word, rows
        FROM name JOIN (
          SELECT name_id, ${AREA} AS area, count(*) AS rows FROM match_row WHERE name_id IS NOT NULL GROUP BY name_id, area
        ) USING (name_id)
      )
      WHERE length(word) >= 3
      GROUP BY area, word
    ) AS counted
    JOIN (SELECT area, ${NAMED_ROWS} AS rows FROM area_size) AS size USING (area)`);
}
