import type { Database } from '../../../engine/database.ts';
import { identifier, join, type Sql, sql } from '../../../engine/sql.ts';
import type { Suggestion } from '../../../model/ganda.ts';
import type { ReturningSheet } from '../../../model/worklist.ts';
import { WORKLIST_TABLES } from './layout.ts';
import type { Part } from './split.ts';

/** The figures of *Ringkasan*: of the rows of this file alone. */
export interface Summary {
  readonly groups: number;
  readonly foreignRows: number;
  readonly findings: readonly { readonly title: string; readonly severity: string; readonly found: number }[];
  readonly kecamatan: readonly {
    readonly name: string | null;
    readonly invalid: number;
    readonly ganda: number;
  }[];
  readonly grades: readonly {
    readonly grade: string;
    readonly suggestion: Suggestion;
    readonly found: number;
  }[];
}

/** worklist_part: where the rows of each list lie. A list is called by its place in `parts`. */
async function nameParts(database: Database, parts: readonly Part[]): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE worklist_part (part INTEGER, sheet VARCHAR, list_kabupaten INTEGER,
    first_place INTEGER, last_place INTEGER)`);
  const rows = parts.flatMap(({ ranges }, part) =>
    Object.entries(ranges).map(
      ([sheet, { kabupaten, from, to }]) => sql`(${part}, ${sheet}, ${kabupaten}, ${from}, ${to})`,
    ),
  );
  if (rows.length > 0) await database.run(sql`INSERT INTO worklist_part VALUES ${join(rows)}`);
}

/** The rows of a sheet in all lists, with `part`. */
function rowsIn(sheet: ReturningSheet): Sql {
  return sql`(SELECT part, listed.* FROM ${identifier(WORKLIST_TABLES[sheet])} AS listed JOIN worklist_part
    ON worklist_part.sheet = ${sheet} AND worklist_part.list_kabupaten = listed.list_kabupaten
    AND place BETWEEN first_place AND last_place)`;
}

type OfPart<T> = T & { readonly part: number };

/** The lists with the summary of each, in order. Reads worklist_invalid, worklist_set, worklist_rule, worklist_ganda. */
export async function withSummaries(
  database: Database,
  parts: readonly Part[],
): Promise<{ readonly part: Part; readonly summary: Summary }[]> {
  await nameParts(database, parts);
  const [invalid, ganda] = [rowsIn('invalid'), rowsIn('ganda')];
  const counts = await database.rows<OfPart<Pick<Summary, 'groups'> & { foreign_rows: number }>>(
    sql`SELECT part, count(DISTINCT group_key) AS groups, count(*) FILTER (is_foreign) AS foreign_rows
      FROM ${ganda} GROUP BY part`,
  );
  const findings = await database.rows<
    OfPart<Summary['findings'][number]>
  >(sql`SELECT part, rule_title AS title, severity, count(*) AS found
    FROM (SELECT part, unnest(ranks) AS rank FROM ${invalid} JOIN worklist_set USING (set_id))
    JOIN worklist_rule USING (rank)
    GROUP BY part, rule_id, rule_title, severity ORDER BY min(rank)`);
  const kecamatan = await database.rows<
    OfPart<Summary['kecamatan'][number]>
  >(sql`SELECT part, kecamatan AS name,
      count(*) FILTER (sheet = 'invalid') AS invalid, count(*) FILTER (sheet = 'ganda') AS ganda
    FROM (
      SELECT part, area_kecamatan, kecamatan, 'invalid' AS sheet FROM ${invalid}
      UNION ALL SELECT part, area_kecamatan, kecamatan, 'ganda' FROM ${ganda} WHERE NOT is_foreign
    ) GROUP BY part, area_kecamatan, kecamatan ORDER BY area_kecamatan NULLS LAST, kecamatan`);
  const grades = await database.rows<
    OfPart<Summary['grades'][number]>
  >(sql`SELECT part, grade, suggestion, count(*) AS found
    FROM ${ganda} WHERE NOT is_foreign GROUP BY ALL ORDER BY grade, suggestion`);
  return parts.map((part, number) => {
    const own = <T extends { part: number }>(rows: readonly T[]) => rows.filter((row) => row.part === number);
    const [count] = own(counts);
    const summary = {
      groups: count?.groups ?? 0,
      foreignRows: count?.foreign_rows ?? 0,
      findings: own(findings),
      kecamatan: own(kecamatan),
      grades: own(grades),
    };
    return { part, summary };
  });
}
