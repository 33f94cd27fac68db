import { areaCode, tpsCode } from '../../engine/codes.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { OutputTable } from '../../model/output-tables.ts';

const AREA = sql`${areaCode('area_kabupaten', 4)} AS kode_kabupaten, ${areaCode('area_kecamatan', 6)} AS kode_kecamatan,
    ${areaCode('area_desa', 10)} AS kode_desa, ${tpsCode('tps_number')} AS tps`;

/** The findings of one kabupaten/kota, with the columns of `FINDING_TABLE`. */
export function findingSource(kabupaten: number): Sql {
  return sql`SELECT *, ${AREA},
      (SELECT path FROM input_file WHERE input_file.file_id = invalid_finding.file_id) AS source_path,
      left(md5('finding|' || subject_key || '|' || rule_id), 16) AS finding_key
    FROM invalid_finding WHERE area_kabupaten = ${trusted(String(kabupaten))}`;
}

export const PAIR_SOURCE = sql`SELECT *,
    ${areaCode('area_desa_a', 10)} AS kode_desa_a, ${areaCode('area_desa_b', 10)} AS kode_desa_b,
    ${tpsCode('tps_number_a')} AS tps_a, ${tpsCode('tps_number_b')} AS tps_b
  FROM ganda_pair`;

export const GROUP_SOURCE = sql`SELECT *, ${AREA} FROM ganda_group`;

/** The rows of a source with exactly the columns of the published table, typed and sorted. */
export function published(table: OutputTable, source: Sql, orderBy: readonly string[]): Sql {
  const columns = table.columns.map(
    ({ name, type }) => sql`CAST(${identifier(name)} AS ${trusted(type)}) AS ${identifier(name)}`,
  );
  const order = orderBy.map((column) => sql`${identifier(column)} NULLS FIRST`);
  return sql`SELECT ${join(columns)} FROM (${source}) ORDER BY ${join(order)}`;
}
