import { areaCode, tpsCode } from '../../engine/codes.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { SIMILAR } from '../../model/ganda.ts';
import { LEVELS, type Level } from '../../model/output-tables.ts';

const AREA_COLUMNS: Readonly<Record<Level, string>> = {
  kabupaten: 'area_kabupaten',
  kecamatan: 'area_kecamatan',
  desa: 'area_desa',
  tps: 'tps_number',
};

/** The area columns of a level: its own and those above it. */
export function areaColumns(level: Level): Sql {
  const through = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
  return join(through.map((name) => identifier(AREA_COLUMNS[name])));
}

/** Per thousand, to three decimals, as an exact decimal: doubles would sum differently over threads. */
function perThousand(part: Sql, whole: Sql): Sql {
  return sql`CAST(round(1000 * CAST(${part} AS DECIMAL(18, 0)) / nullif(${whole}, 0), 3) AS DECIMAL(12, 3))`;
}

const CODES = sql`
    ${areaCode('area_kabupaten', 4)} AS kode_kabupaten,
    ${areaCode('area_kecamatan', 6)} AS kode_kecamatan,
    ${areaCode('area_desa', 10)} AS kode_desa,
    ${tpsCode('tps_number')} AS tps,
    (SELECT nama FROM area WHERE kode = area_kabupaten AND area.level = 4) AS nama_kabupaten,
    (SELECT nama FROM area WHERE kode = area_kecamatan AND area.level = 6) AS nama_kecamatan,
    (SELECT nama FROM area WHERE kode = area_desa AND area.level = 10) AS nama_desa`;

/**
 * distribution_<level>: for each area of the level its voters, and a row for each thing counted there.
 * Reads area_voters and area_count, the two pre-aggregates by TPS.
 */
export function distributionQuery(level: Level): Sql {
  const area = areaColumns(level);
  const absent = LEVELS.slice(LEVELS.indexOf(level) + 1).map(
    (name) => sql`, NULL AS ${identifier(AREA_COLUMNS[name])}`,
  );
  const notAssessable = level === 'kabupaten' ? sql`CAST(sum(not_assessable) AS BIGINT)` : sql`NULL`;
  return sql`SELECT ${CODES},
    voters, flagged_voters, ${perThousand(sql`flagged_voters`, sql`voters`)} AS flagged_per_1000,
    measure, rule_id, dimension, severity, grade, tier, scope, found AS "count", not_assessable,
    ${perThousand(sql`found`, sql`voters`)} AS rate_per_1000
  FROM (
    SELECT counted.*, coalesce(voters, 0) AS voters, coalesce(flagged_voters, 0) AS flagged_voters ${join(absent, '')}
    FROM (
      SELECT ${area}, measure, rule_id, dimension, severity, grade, tier, scope,
        CAST(sum(found) AS BIGINT) AS found, ${notAssessable} AS not_assessable
      FROM area_count
      ${level === 'kabupaten' ? sql`` : sql`WHERE found > 0 OR measure = 'voters'`}
      GROUP BY ALL
    ) AS counted
    LEFT JOIN (
      SELECT ${area}, CAST(sum(voters) AS BIGINT) AS voters, CAST(sum(flagged_voters) AS BIGINT) AS flagged_voters
      FROM area_voters GROUP BY ALL
    ) AS whole ON ${join(
      LEVELS.slice(0, LEVELS.indexOf(level) + 1).map(
        (name) =>
          sql`counted.${identifier(AREA_COLUMNS[name])} IS NOT DISTINCT FROM whole.${identifier(AREA_COLUMNS[name])}`,
      ),
      ' AND ',
    )}
  )`;
}

/** distribution_summary: one wide row per satker. */
export function summaryQuery(): Sql {
  const total = (condition: Sql) => sql`CAST(coalesce(sum("count") FILTER (${condition}), 0) AS BIGINT)`;
  const grade = (id: string) => total(sql`measure = 'grade' AND grade = ${literal(id)}`);
  return sql`SELECT
    kode_kabupaten, nama_kabupaten, voters, flagged_voters, flagged_per_1000,
    ${total(sql`measure = 'severity' AND severity = 'error'`)} AS findings_error,
    ${total(sql`measure = 'severity' AND severity = 'warning'`)} AS findings_warning,
    ${total(sql`measure = 'severity' AND severity = 'info'`)} AS findings_info,
    ${total(sql`measure = 'grade'`)} AS ganda_voters,
    ${grade('K1')} AS ganda_k1, ${grade('K2')} AS ganda_k2, ${grade('K3')} AS ganda_k3,
    ${grade(SIMILAR)} AS ganda_mirip,
    ${total(sql`measure = 'grade' AND grade NOT IN ('K1', 'K2', 'K3', ${literal(SIMILAR)})`)} AS ganda_other
  FROM distribution_kabupaten
  GROUP BY ALL`;
}
