import type { Database } from '../../engine/database.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { UsageError } from '../../model/errors.ts';

/**
 * Makes `training_truth(match_id, person)` from a CSV file with the columns `dpid` and `person_id`; `person` numbers
 * the people. A row whose dpid is not in the file, or stands in it or in the roll twice, is not in it.
 * @throws UsageError when the file cannot be read or lacks a column
 */
export async function readTruth(database: Database, path: string): Promise<void> {
  const said = sql`SELECT trim(dpid) AS dpid, any_value(trim(person_id)) AS person_id
    FROM read_csv(${path}, header = true, all_varchar = true)
    WHERE trim(dpid) <> '' AND trim(person_id) <> ''
    GROUP BY trim(dpid) HAVING count(*) = 1`;
  try {
    await database.run(sql`CREATE OR REPLACE TABLE truth_row AS
      SELECT dpid, CAST(dense_rank() OVER (ORDER BY person_id) AS INTEGER) AS person FROM (${said})`);
  } catch {
    throw new UsageError({
      id: `Kunci jawaban ${path} tidak terbaca. Perlu CSV dengan kolom dpid dan person_id.`,
      en: `The truth ${path} cannot be read. It must be a CSV with the columns dpid and person_id.`,
    });
  }
  await database.run(sql`CREATE OR REPLACE TABLE training_truth AS
    SELECT match_id, person
    FROM match_row
    JOIN (SELECT row_id, dpid FROM roll WHERE NOT dpid_repeated) USING (row_id)
    JOIN truth_row USING (dpid)`);
}

/** training_truth without a row: nobody's person is known. */
export async function withoutTruth(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE training_truth (match_id INTEGER, person INTEGER)`);
}

/** `pairs` (match_a, match_b) with `is_match` BOOLEAN: NULL where truth does not know both rows. */
export function judgedQuery(pairs: Sql): Sql {
  return sql`SELECT pair.*, truth_a.person = truth_b.person AS is_match
    FROM (${pairs}) AS pair
    LEFT JOIN training_truth AS truth_a ON truth_a.match_id = match_a
    LEFT JOIN training_truth AS truth_b ON truth_b.match_id = match_b`;
}
