import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

/**
 * `rules` of the project that this file belongs to, run from source or compiled: in the nearest folder above that
 * holds `package.json`.
 * @throws RangeError when there is none
 */
export function rulesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new RangeError('no package.json above the program: rules/reference cannot be found');
    folder = parent;
  }
  return join(folder, 'rules');
}

/** Folder of the reference data. @throws RangeError like `rulesFolder` */
export function referenceFolder(): string {
  return join(rulesFolder(), 'reference');
}

/**
 * Creates the two reference tables from the files in `folder`.
 *
 * `area(kode BIGINT, level UTINYINT, status UTINYINT, nama VARCHAR)`: every Kemendagri code of the country,
 * dots removed; level = digits of the code (2 province, 4 kabupaten/kota, 6 kecamatan, 10 desa/kelurahan);
 * status 3 in force 2025, 2 retired, 1 inferred from a gap in the numbering. BIGINT, since the desa codes of
 * provinces 51 and up do not fit 32 bits. A kabupaten of any status is known; a retired kecamatan may lie in
 * a kabupaten that is in force.
 *
 * `tps_reference(kode_desa BIGINT, tps_regular USMALLINT, tps_special_from USMALLINT, tps_special_to USMALLINT)`:
 * TPS of Jawa Tengah in the 2024 general election; the special numbers (901 …) are NULL where a desa has none.
 * @throws QueryError when a file is missing or is not of that shape
 */
export async function loadReference(database: Database, folder: string): Promise<void> {
  await database.run(sql`
    CREATE TABLE area AS
    SELECT kode::BIGINT AS kode, length(kode)::UTINYINT AS level, status, nama
    FROM read_csv(${join(folder, 'area.csv.gz')}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
      columns = {'kode': 'VARCHAR', 'status': 'UTINYINT', 'nama': 'VARCHAR'})
    UNION ALL
    SELECT kode::BIGINT, length(kode)::UTINYINT, status, nama
    FROM read_csv(${join(folder, 'area-historical.csv')}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
      columns = {'kode': 'VARCHAR', 'status': 'UTINYINT', 'nama': 'VARCHAR', 'dasar': 'VARCHAR'})
    ORDER BY kode`);
  await database.run(sql`
    CREATE TABLE tps_reference AS
    SELECT * FROM read_csv(${join(folder, 'tps-2024.csv.gz')}, auto_detect = false, header = true, delim = ',',
      columns = {'kode_desa': 'BIGINT', 'tps_regular': 'USMALLINT', 'tps_special_from': 'USMALLINT', 'tps_special_to': 'USMALLINT'})`);
}
