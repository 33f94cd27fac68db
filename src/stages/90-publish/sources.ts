import { followedFindings } from '../../decisions/follow-up.ts';
import { areaCode, tpsCode } from '../../engine/codes.ts';
import { findingKey } from '../../engine/keys.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { OutputTable } from '../../model/output-tables.ts';

const AREA = sql`${areaCode('area_kabupaten', 4)} AS kode_kabupaten, ${areaCode('area_kecamatan', 6)} AS kode_kecamatan,
    ${areaCode('area_desa', 10)} AS kode_desa, ${tpsCode('tps_number')} AS tps`;

/**
 * All findings, with the columns of `FINDING_TABLE` and `area_kabupaten`. One about a TPS, a desa or a file has no row:
 * its value is what may change.
 */
export const FINDING_SOURCE = followedFindings(sql`SELECT invalid_finding.*, ${AREA}, path AS source_path,
    ${findingKey(sql`subject_key`, sql`rule_id`)} AS finding_key,
    CASE WHEN severity = 'info' THEN NULL WHEN subject = 'voter' THEN row_fingerprint
      ELSE left(md5(coalesce(value_masked, '')), 16) END AS row_fingerprint
  FROM invalid_finding LEFT JOIN input_file USING (file_id) LEFT JOIN row_fingerprint USING (row_id)`);

export const PAIR_SOURCE = sql`SELECT *,
    ${areaCode('area_desa_a', 10)} AS kode_desa_a, ${areaCode('area_desa_b', 10)} AS kode_desa_b,
    ${tpsCode('tps_number_a')} AS tps_a, ${tpsCode('tps_number_b')} AS tps_b
  FROM ganda_pair`;

export const GROUP_SOURCE = sql`SELECT *, ${AREA} FROM ganda_group`;

/** The published columns of a table, typed. */
export function typedColumns(table: OutputTable): Sql {
  return join(
    table.columns.map(
      ({ name, type }) => sql`CAST(${identifier(name)} AS ${trusted(type)}) AS ${identifier(name)}`,
    ),
  );
}

/** The rows of a source with exactly the columns of the published table, sorted. */
export function published(table: OutputTable, source: Sql): Sql {
  const order = table.sortedBy.map((column) => sql`${identifier(column)} NULLS FIRST`);
  return sql`SELECT ${typedColumns(table)} FROM (${source}) ORDER BY ${join(order)}`;
}
