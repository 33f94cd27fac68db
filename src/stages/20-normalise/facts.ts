import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';

/** What a NIK's or NKK's area is known to be: 1 a kecamatan that no list has in a kabupaten that one has. */
const KECAMATAN_UNKNOWN = 1;

/**
 * Makes the small tables that each row of the roll looks things up in, one look-up each:
 * `file_fact` (by file), `kecamatan_fact(kode, status)` (every six-digit code below a known kabupaten/kota),
 * `desa_fact` (status and registered TPS).
 */
export async function makeFacts(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE file_fact AS
    SELECT input_file.file_id, date_order, input_file.kabupaten AS file_kabupaten, file_nik_count, file_nik_zero_share
    FROM input_file
    LEFT JOIN (
      SELECT file_id, count(*) AS file_nik_count, count(*) FILTER (nik LIKE '%0') / count(*) AS file_nik_zero_share
      FROM roll_raw WHERE length(nik) = 16 GROUP BY file_id
    ) AS nik USING (file_id)`);
  await database.run(sql`CREATE OR REPLACE TABLE kecamatan_fact AS
    SELECT kabupaten.kode * 100 + suffix AS kode, coalesce(kecamatan.status, ${KECAMATAN_UNKNOWN}) AS status
    FROM area AS kabupaten
    CROSS JOIN range(100) AS suffixes (suffix)
    LEFT JOIN area AS kecamatan ON kecamatan.kode = kabupaten.kode * 100 + suffix AND kecamatan.level = 6
    WHERE kabupaten.level = 4`);
  await database.run(sql`CREATE OR REPLACE TABLE desa_fact AS
    SELECT
      area.kode AS area_desa, area.status,
      tps_regular AS desa_tps_regular, tps_special_from AS desa_tps_special_from, tps_special_to AS desa_tps_special_to
    FROM area LEFT JOIN tps_reference ON tps_reference.kode_desa = area.kode
    WHERE area.level = 10`);
}
