import { areaCode } from '../../engine/codes.ts';
import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import { PROGRESS_TABLE } from '../../model/profile-tables.ts';
import { INDICATOR_IDS, type Indicator, type Target, targetOf } from '../../model/targets.ts';

/** What an indicator counts in a satker, and of how many. */
interface Counted {
  readonly kode_kabupaten: string;
  readonly nama_kabupaten: string | null;
  readonly indicator: Indicator;
  readonly count: number;
  readonly total: number;
}

const COUNTED = sql`
  SELECT kode_kabupaten, nama_kabupaten, 'temuan-selesai' AS indicator, coalesce(answered, 0) AS "count", coalesce(total, 0) AS total
  FROM distribution_summary LEFT JOIN (
    SELECT kode_kabupaten, count(*) FILTER (status IN ('terjawab', 'dikonfirmasi')) AS answered, count(*) AS total
    FROM finding WHERE severity IN ('error', 'warning') GROUP BY kode_kabupaten
  ) USING (kode_kabupaten)
  UNION ALL
  SELECT kode_kabupaten, nama_kabupaten, 'ganda-selesai', coalesce(answered, 0), coalesce(total, 0)
  FROM distribution_summary LEFT JOIN (
    SELECT ${areaCode('area_kabupaten', 4)} AS kode_kabupaten, count(verdict) AS answered, count(*) AS total
    FROM ganda_group GROUP BY area_kabupaten
  ) USING (kode_kabupaten)
  UNION ALL
  SELECT kode_kabupaten, nama_kabupaten, 'perlu-diperiksa-per-1000', flagged_voters, voters FROM distribution_summary`;

function valueOf({ indicator, count, total }: Counted): number {
  if (indicator === 'perlu-diperiksa-per-1000') return total === 0 ? 0 : (1000 * count) / total;
  return total === 0 ? 1 : count / total;
}

function decimal(value: number | undefined): Sql {
  return value === undefined ? sql`NULL` : sql`CAST(${literal(value.toFixed(3))} AS DECIMAL(12, 3))`;
}

/**
 * Makes `target_progress`: how far each satker is with every indicator that a target may be set for.
 * Reads finding, ganda_group, distribution_summary.
 */
export async function makeProgress(database: Database, targets: readonly Target[]): Promise<void> {
  const columns = PROGRESS_TABLE.columns.map(({ name, type }) => sql`${identifier(name)} ${trusted(type)}`);
  await database.run(sql`CREATE OR REPLACE TABLE target_progress (${join(columns)})`);
  const counted = await database.rows<Counted>(
    sql`SELECT * FROM (${COUNTED}) ORDER BY kode_kabupaten, indicator`,
  );
  const rows = counted
    .filter(({ indicator }) => INDICATOR_IDS.includes(indicator))
    .map((row) => {
      const target = targetOf(targets, row.indicator, row.kode_kabupaten);
      const texts = [row.kode_kabupaten, row.nama_kabupaten, row.indicator].map(literal);
      return sql`(${join(texts)}, ${literal(row.count)}, ${literal(row.total)}, ${decimal(valueOf(row))},
        ${decimal(target?.at_least)}, ${decimal(target?.at_most)})`;
    });
  if (rows.length > 0) await database.run(sql`INSERT INTO target_progress VALUES ${join(rows)}`);
}
