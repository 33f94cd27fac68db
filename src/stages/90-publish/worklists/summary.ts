import type ExcelJS from 'exceljs';
import type { Database } from '../../../engine/database.ts';
import { identifier, type Sql, sql } from '../../../engine/sql.ts';
import type { Suggestion } from '../../../model/ganda.ts';
import type { Language } from '../../../model/text.ts';
import type { ReturningSheet } from '../../../model/worklist.ts';
import type { BookSetting } from './book.ts';
import { type PlaceRange, WORKLIST_TABLES } from './sheet-rows.ts';
import type { Part } from './split.ts';
import { SUGGESTION_WORDS, WORDS } from './words.ts';

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

/** Reads worklist_invalid, worklist_ganda, worklist_rule. */
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
      FROM (SELECT unnest(ranks) AS rank FROM ${invalid})
      JOIN (SELECT rank, rule_title, severity FROM worklist_rule WHERE cause IS NULL) USING (rank)
      GROUP BY rank, rule_title, severity ORDER BY rank`),
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

const BOLD = { bold: true };

/** The sheet *Ringkasan*: what this file holds. */
export function writeSummary(
  sheet: ExcelJS.Worksheet,
  { language, referenceDate, codeBook, summary, rows }: BookSetting,
): void {
  sheet.columns = [{ width: 52 }, { width: 24 }, { width: 16 }];
  sheet.addRow([`${WORDS.title[language]}: ${summary.title}`]).font = { bold: true, size: 14 };
  const notice = (text: string) => {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, 3);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.height = 30;
  };
  notice(WORDS.confidential[language]);
  notice(WORDS.proposalOnly[language]);
  sheet.addRow([]);
  sheet.addRow([WORDS.referenceDate[language], referenceDate]);
  sheet.addRow([WORDS.period[language], codeBook.title[language]]);
  sheet.addRow([WORDS.rowsInvalid[language], rows.invalid]);
  sheet.addRow([WORDS.rowsGanda[language], rows.ganda]);
  sheet.addRow([`  ${WORDS.ofOtherSatker[language]}`, summary.foreignRows]);
  sheet.addRow([WORDS.groups[language], summary.groups]);
  if (rows.invalid === 0 && rows.ganda === 0) notice(WORDS.nothing[language]);
  for (const table of tablesOf(summary, language)) {
    if (table.rows.length === 0) continue;
    sheet.addRow([]);
    sheet.addRow([...table.header]).font = BOLD;
    sheet.addRows(table.rows.map((row) => [...row]));
  }
  sheet.eachRow((row) => {
    row.getCell(2).alignment = { horizontal: 'left' };
    row.getCell(2).numFmt = '#,##0';
    row.getCell(3).numFmt = '#,##0';
  });
}

function tablesOf(
  { findings, kecamatan, grades }: Summary,
  language: Language,
): { readonly header: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }[] {
  return [
    {
      header: [WORDS.findings[language], WORDS.severity[language], WORDS.count[language]],
      rows: findings.map(({ title, severity, found }) => [title, severity, found]),
    },
    {
      header: [WORDS.grade[language], WORDS.proposal[language], WORDS.rowsGanda[language]],
      rows: grades.map(({ grade, suggestion, found }) => [
        grade,
        SUGGESTION_WORDS[suggestion][language],
        found,
      ]),
    },
    {
      header: [WORDS.kecamatan[language], WORDS.rowsInvalid[language], WORDS.rowsGanda[language]],
      rows: kecamatan.map(({ name, invalid, ganda }) => [
        name ?? WORDS.unknownArea[language],
        invalid,
        ganda,
      ]),
    },
  ];
}
