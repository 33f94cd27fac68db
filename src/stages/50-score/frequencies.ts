import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';

/** Rows below which a birth cohort says too little about its names: the whole roll is counted instead. */
const LEAST_COHORT_ROWS = 1000;

/**
 * match_row, name → the counts that frequency adjustments are made from:
 * - `cohort_size(cohort, rows)`: birth cohorts of ten years that are large enough; cohort NULL is the whole roll
 * - `name_frequency(name_key_id, cohort, rows)`: rows of the cohort that bear the name key. Cohort NULL counts the whole
 *   roll, for rows without a birth date or of a small cohort. A name key that is not listed stands once.
 * - `date_frequency(birth_date, rows)`
 * - `word_frequency(word, rows)`: how often the rows' names have the word
 */
export async function makeFrequencies(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE date_frequency AS
    SELECT birth_date, count(*) AS rows FROM match_row WHERE birth_date IS NOT NULL GROUP BY birth_date`);
  await database.run(sql`CREATE OR REPLACE TABLE cohort_size AS
    SELECT year(birth_date) // 10 AS cohort, CAST(sum(rows) AS BIGINT) AS rows FROM date_frequency
    GROUP BY cohort HAVING sum(rows) >= ${literal(LEAST_COHORT_ROWS)}
    UNION ALL SELECT NULL, count(*) FROM match_row`);
  await makeNameFrequency(database);
  await makeWordFrequency(database);
}

async function makeNameFrequency(database: Database): Promise<void> {
  await database.materialise(
    'name_count',
    sql`SELECT name_key_id, cohort, count(*) AS rows
      FROM (SELECT name_key_id, year(birth_date) // 10 AS born FROM match_row WHERE name_key_id IS NOT NULL)
      LEFT JOIN cohort_size ON cohort = born
      GROUP BY name_key_id, cohort`,
  );
  await database.materialise(
    'name_frequency',
    sql`SELECT name_key_id, cohort, rows FROM name_count WHERE cohort IS NOT NULL AND rows > 1
      UNION ALL
      SELECT name_key_id, NULL, CAST(sum(rows) AS BIGINT)
      FROM name_count SEMI JOIN (SELECT name_key_id FROM name_count WHERE cohort IS NULL) USING (name_key_id)
      GROUP BY name_key_id`,
  );
}

async function makeWordFrequency(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE word_frequency AS
    SELECT word, CAST(sum(rows) AS BIGINT) AS rows
    FROM (
      SELECT unnest(string_split(name_words, ' ')) AS word, rows
      FROM name JOIN (SELECT name_id, count(*) AS rows FROM match_row GROUP BY name_id) USING (name_id)
    )
    GROUP BY word`);
}
