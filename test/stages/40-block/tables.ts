import type { Database } from '../../../src/engine/database.ts';
import { type Sql, sql } from '../../../src/engine/sql.ts';
import type { RunContext } from '../../../src/engine/stage.ts';
import type { BlockingRule } from '../../../src/model/ganda.ts';
import { block } from '../../../src/stages/40-block/index.ts';
import { loadRows } from '../../support/stages.ts';

/**
 * Makes the tables that stage 40 reads from a query with nama (upper case, its own match key), birth_date, place_id,
 * area_desa, nik_number and nkk_number; row_id counts its rows, in the order of `order`. Each NIK is
 * as if a masked one showed its area and date.
 */
export async function makeTables(database: Database, query: Sql, order: Sql = sql`number`): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE given AS
    SELECT *, row_number() OVER (ORDER BY ${order}) - 1 AS row_id FROM (${query})`);
  await database.run(sql`CREATE OR REPLACE TABLE name AS
    SELECT CAST(row_number() OVER (ORDER BY nama) - 1 AS INTEGER) AS name_id, nama AS nama_upper, nama AS name_key,
      CAST(row_number() OVER (ORDER BY nama) - 1 AS INTEGER) AS name_key_id, replace(nama, ' ', '') AS name_flat,
      list_aggregate(list_sort(string_split(nama, ' ')), 'string_agg', '') AS name_sorted, nama AS name_words
    FROM (SELECT DISTINCT nama FROM given WHERE nama IS NOT NULL)`);
  await database.run(sql`CREATE OR REPLACE TABLE identifier_text (nik_other_id INTEGER, nik_other VARCHAR)`);
  await database.run(sql`CREATE OR REPLACE TABLE match_row AS
    SELECT CAST(row_id AS INTEGER) AS match_id, row_id, name_id, name_key_id, CAST(birth_date AS DATE) AS birth_date,
      CAST(year(CAST(birth_date AS DATE)) AS INTEGER) AS birth_year,
      CAST(month(CAST(birth_date AS DATE)) * 100 + day(CAST(birth_date AS DATE)) AS INTEGER) AS birth_day,
      CAST(NULL AS UTINYINT) AS sex, CAST(nik_number AS BIGINT) AS nik_number, CAST(NULL AS INTEGER) AS nik_other_id,
      CAST(nik_number // 10000 % 1000000000 AS INTEGER) AS nik_shown_id, CAST(nik_number // 1000000000000 AS INTEGER) AS nik_kabupaten, CAST(nkk_number AS BIGINT) AS nkk_number,
      CAST(area_desa AS BIGINT) AS area_desa, CAST(area_desa // 10000 AS INTEGER) AS area_kecamatan,
      CAST(area_desa // 1000000 AS INTEGER) AS area_kabupaten, CAST(NULL AS INTEGER) AS tps_number,
      CAST(place_id AS INTEGER) AS place_id
    FROM given LEFT JOIN name ON nama_upper = nama`);
  await database.run(sql`CREATE OR REPLACE VIEW roll AS
    SELECT row_id, CAST(number AS VARCHAR) AS voter_key, nama AS nama_upper, nik_number, CAST(nkk_number AS VARCHAR) AS nkk
    FROM given`);
}

export interface Report {
  readonly rule_id: string;
  readonly position: number;
  readonly blocks: number;
  readonly rows_in_blocks: number;
  readonly largest_block: number;
  readonly possible_pairs: number;
  readonly pairs: number;
  readonly blocks_split: number;
  readonly rows_split: number;
  readonly pairs_not_made: number;
}

/** Runs the stage on tables that are there; returns its report. */
export async function runBlock(
  database: Database,
  blockingRules: readonly BlockingRule[],
  changes: Partial<RunContext> = {},
): Promise<Report[]> {
  const context = await loadRows(database, [], { blockingRules });
  await block.run({ ...context, ...changes });
  return await database.rows<Report>(sql`SELECT * FROM blocking_report ORDER BY position`);
}
