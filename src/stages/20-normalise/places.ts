import type { Database } from '../../engine/database.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';

/** Letters of a place in the spelling of today: GOEMELEM is GUMELEM, TJILATJAP CILACAP (EYD, 1972). */
function spelled(name: Sql): Sql {
  return sql`nullif(trim(replace(replace(replace(
    regexp_replace(upper(strip_accents(${name})), '[^A-Z]+', ' ', 'g'), 'OE', 'U'), 'TJ', 'C'), 'DJ', 'J')), '')`;
}

/** Without what a regency or a city is called by: KAB SEMARANG and KOTA SEMARANG are both written as SEMARANG. */
function bare(name: Sql): Sql {
  return sql`regexp_replace(${name}, '^(KABUPATEN|KAB|KOTAMADYA|KODYA|KOTA) ', '')`;
}

/**
 * Makes, from the roll and `area`:
 * - `place(place_id INTEGER, place_key, kabupaten INTEGER)`: birth places, letters only, and the kabupaten/kota of that
 *   name; of several, in one province or not, the first by code
 * - `place_unit(place_id, within INTEGER, kabupaten INTEGER)`: for each kabupaten/kota `within` which a kecamatan or desa
 *   has that name, that kabupaten/kota as `place` has it
 * - `numbered_place(tempat_lahir, place_id)`: each spelling in the roll
 */
export async function makePlaces(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE keyed_place AS
    SELECT tempat_lahir, ${spelled(sql`tempat_lahir`)} AS place_key
    FROM (SELECT DISTINCT tempat_lahir FROM roll WHERE tempat_lahir IS NOT NULL)`);
  await database.run(sql`CREATE OR REPLACE TABLE distinct_place AS
    SELECT DISTINCT place_key FROM keyed_place WHERE place_key IS NOT NULL`);
  await database.run(sql`CREATE OR REPLACE TABLE named_kabupaten AS
    SELECT CAST(kode AS INTEGER) AS kode, name, CAST(min(kode) OVER (PARTITION BY name) AS INTEGER) AS kabupaten
    FROM (SELECT kode, ${bare(spelled(sql`nama`))} AS name FROM area WHERE level = 4)`);
  await database.run(sql`CREATE OR REPLACE TABLE place AS
    SELECT CAST(distinct_place.rowid AS INTEGER) AS place_id, place_key, kabupaten
    FROM distinct_place
    LEFT JOIN (SELECT DISTINCT name, kabupaten FROM named_kabupaten) AS named ON named.name = ${bare(sql`place_key`)}`);
  await database.run(sql`CREATE OR REPLACE TABLE place_unit AS
    SELECT DISTINCT place_id, named_kabupaten.kode AS within, named_kabupaten.kabupaten
    FROM place
    JOIN (
      SELECT ${spelled(sql`nama`)} AS place_key, CASE level WHEN 6 THEN kode // 100 ELSE kode // 1000000 END AS kode
      FROM area WHERE level IN (6, 10)
    ) AS unit USING (place_key)
    JOIN named_kabupaten ON named_kabupaten.kode = unit.kode`);
  await database.run(sql`CREATE OR REPLACE TABLE numbered_place AS
    SELECT tempat_lahir, place_id FROM keyed_place JOIN place USING (place_key)`);
  for (const table of ['keyed_place', 'distinct_place', 'named_kabupaten'])
    await database.run(sql`DROP TABLE ${identifier(table)}`);
}
