import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';

/**
 * Makes the SQL functions that blocking rules may use in `admits`:
 * - `is_default_date(d)`: 1 January, 1 July, 31 December or a day 15, as the registry writes for an unknown date
 * - `dates_near(a, b)`: two of day, month and year equal; or the year equal, with day and month exchanged or one of
 *   the dates a default
 * - `nik_within_one_edit(a, b)`: two NIK of 16 digits with at most a digit wrong, or two neighbours exchanged
 *
 * None is true when an argument is NULL.
 */
export async function makeMacros(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE MACRO is_default_date(d) AS
    day(d) = 15 OR (day(d) = 1 AND (month(d) = 1 OR month(d) = 7)) OR (day(d) = 31 AND month(d) = 12)`);
  await database.run(sql`CREATE OR REPLACE MACRO dates_near(a, b) AS
    CASE
      WHEN year(a) = year(b) THEN day(a) = day(b) OR month(a) = month(b)
        OR (day(a) = month(b) AND month(a) = day(b)) OR is_default_date(a) OR is_default_date(b)
      ELSE day(a) = day(b) AND month(a) = month(b)
    END`);
  await database.run(sql`CREATE OR REPLACE MACRO leading_power_of_ten(d) AS
    CAST(10 ** floor(log10(d)) AS BIGINT)`);
  await database.run(sql`CREATE OR REPLACE MACRO exchanged_at(a, b, p) AS
    a // (p * 100) = b // (p * 100) AND a // p % 10 = b // (p * 10) % 10 AND b // p % 10 = a // (p * 10) % 10`);
  // one digit c for another at place k makes a difference of c * 10^k, neighbours exchanged one of 9 * c * 10^k
  await database.run(sql`CREATE OR REPLACE MACRO nik_within_one_edit(a, b) AS
    CASE
      WHEN a = b THEN true
      WHEN abs(a - b) % leading_power_of_ten(abs(a - b)) = 0
        THEN a // (leading_power_of_ten(abs(a - b)) * 10) = b // (leading_power_of_ten(abs(a - b)) * 10)
          OR (abs(a - b) // 9 = leading_power_of_ten(abs(a - b)) AND exchanged_at(a, b, leading_power_of_ten(abs(a - b))))
      WHEN abs(a - b) % 9 = 0 AND abs(a - b) // 9 % leading_power_of_ten(abs(a - b) // 9) = 0
        THEN exchanged_at(a, b, leading_power_of_ten(abs(a - b) // 9))
      ELSE false
    END`);
}
