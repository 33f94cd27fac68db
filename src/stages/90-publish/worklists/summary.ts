import type { Database } from '../../../engine/database.ts';
import { identifier, type Sql, sql } from '../../../engine/sql.ts';
import type { Suggestion } from '../../../model/ganda.ts';
import type { ReturningSheet } from '../../../model/worklist.ts';
import { type PlaceRange, WORKLIST_TABLES } from './layout.ts';
import type { Part } from './split.ts';

/** The figures of *Ringkasan*: of the rows of this file alone. */
export interface Summary {
  /** e.g. "Kabupaten Cilacap (3301)". */
  readonly title: string;
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

function rowsIn(sheet: ReturningSheet, { kabupaten, from, to }: PlaceRange): Sql {
  return sql`(FROM ${identifier(WORKLIST_TABLES[sheet])} WHERE list_kabupaten = ${kabupaten} AND place BETWEEN ${from} AND ${to})`;
}

/** Reads worklist_invalid, worklist_set, worklist_rule, worklist_ganda. */
export async function summaryOf(database: Database, { ranges }: Part, title: string): Promise<Summary> {
  const [invalid, ganda] = [rowsIn('invalid', ranges.invalid), rowsIn('ganda', ranges.ganda)];
  const { groups, foreign_rows } = await database.row<{ groups: number; foreign_rows: number }>(
    sql`SELECT count(DISTINCT group_key) AS groups, count(*) FILTER (is_foreign) AS foreign_rows FROM ${ganda}`,
  );
  return {
    title,
    groups,
    foreignRows: foreign_rows,
    findings: await database.rows<
      Summary['findings'][number]
    >(sql`SELECT rule_title AS title, severity, count(*) AS found
      FROM (SELECT unnest(ranks) AS rank FROM ${invalid} JOIN worklist_set USING (set_id))
      JOIN worklist_rule USING (rank)
      GROUP BY rule_id, rule_title, severity ORDER BY min(rank)`),
    kecamatan: await database.rows<Summary['kecamatan'][number]>(sql`SELECT kecamatan AS name,
        count(*) FILTER (sheet = 'invalid') AS invalid, count(*) FILTER (sheet = 'ganda') AS ganda
      FROM (
        SELECT area_kecamatan, kecamatan, 'invalid' AS sheet FROM ${invalid}
        UNION ALL SELECT area_kecamatan, kecamatan, 'ganda' FROM ${ganda} WHERE NOT is_foreign
      ) GROUP BY area_kecamatan, kecamatan ORDER BY area_kecamatan NULLS LAST`),
    grades: await database.rows<Summary['grades'][number]>(sql`SELECT grade, suggestion, count(*) AS found
      FROM ${ganda} WHERE NOT is_foreign GROUP BY ALL ORDER BY ALL`),
  };
}
