import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import {
  COMPARISON_TABLE,
  type FunnelPlace,
  INDICATORS,
  type Indicator,
} from '../../model/profile-tables.ts';
import { type Area, funnel } from './funnel.ts';

/** An area of a level with what each indicator counts in it. */
interface CountedArea extends Readonly<Record<Indicator, number>> {
  readonly kode_kabupaten: string;
  readonly kode_kecamatan: string | null;
  readonly nama_kabupaten: string | null;
  readonly nama_kecamatan: string | null;
  readonly voters: number;
}

async function countedAreas(database: Database, level: 'kabupaten' | 'kecamatan'): Promise<CountedArea[]> {
  const isKecamatan = level === 'kecamatan';
  const [table, kecamatan] = isKecamatan
    ? [sql`distribution_kecamatan`, sql`kode_kecamatan, nama_kecamatan`]
    : [sql`distribution_kabupaten`, sql`NULL AS kode_kecamatan, NULL AS nama_kecamatan`];
  return await database.rows<CountedArea>(sql`SELECT kode_kabupaten, nama_kabupaten, ${kecamatan}, voters,
      flagged_voters AS flagged,
      CAST(coalesce(sum("count") FILTER (measure = 'grade'), 0) AS BIGINT) AS ganda
    FROM ${table} GROUP BY ALL ORDER BY kode_kabupaten, kode_kecamatan NULLS FIRST`);
}

function perThousand(share: number): Sql {
  return sql`CAST(${literal((share * 1000).toFixed(3))} AS DECIMAL(12, 3))`;
}

function comparisonRow(level: string, indicator: Indicator, area: CountedArea, placed: FunnelPlace): Sql {
  return sql`(${join(
    [
      level,
      area.kode_kabupaten,
      area.kode_kecamatan,
      area.nama_kabupaten,
      area.nama_kecamatan,
      indicator,
    ].map(literal),
  )}, ${literal(area.voters)}, ${literal(area[indicator])},
    ${join(
      [placed.rate, placed.reference, placed.lower998, placed.lower95, placed.upper95, placed.upper998].map(
        perThousand,
      ),
    )},
    CAST(${literal(placed.dispersion.toFixed(3))} AS DECIMAL(18, 3)), ${perThousand(placed.shrunken)}, ${literal(placed.position)})`;
}

function rowsOf(level: 'kabupaten' | 'kecamatan', areas: readonly CountedArea[]): Sql[] {
  return INDICATORS.flatMap((indicator) => {
    const placed = funnel(areas.map((area): Area => ({ voters: area.voters, count: area[indicator] })));
    return areas.flatMap((area, index) => {
      const found = placed[index];
      return found === undefined ? [] : [comparisonRow(level, indicator, area, found)];
    });
  });
}

/** Rows by their kabupaten/kota, in their order. */
function byKabupaten(areas: readonly CountedArea[]): CountedArea[][] {
  const groups = new Map<string, CountedArea[]>();
  for (const area of areas)
    groups.set(area.kode_kabupaten, [...(groups.get(area.kode_kabupaten) ?? []), area]);
  return [...groups.values()];
}

/**
 * Makes `fair_comparison`: satker within the whole roll, and kecamatan within their satker.
 * Reads distribution_kabupaten, distribution_kecamatan.
 */
export async function makeComparison(database: Database): Promise<void> {
  const columns = COMPARISON_TABLE.columns.map(({ name, type }) => sql`${identifier(name)} ${trusted(type)}`);
  await database.run(sql`CREATE OR REPLACE TABLE fair_comparison (${join(columns)})`);
  const rows = [
    ...rowsOf('kabupaten', await countedAreas(database, 'kabupaten')),
    ...byKabupaten(await countedAreas(database, 'kecamatan')).flatMap((areas) => rowsOf('kecamatan', areas)),
  ];
  if (rows.length > 0) await database.run(sql`INSERT INTO fair_comparison VALUES ${join(rows)}`);
}
