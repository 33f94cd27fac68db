import type ExcelJS from 'exceljs';
import type { Language } from '../../../model/text.ts';
import type { BookSetting } from './book-setting.ts';
import { FONT, TITLE_FONT } from './layout.ts';
import type { Summary } from './summary.ts';
import { SUGGESTION_WORDS, WORDS } from './words.ts';

type CellValue = string | number;

/** The sheet *Ringkasan*: what this file holds. */
export function writeSummary(
  sheet: ExcelJS.Worksheet,
  { language, title, referenceDate, codeBook, summary, rows }: BookSetting,
): void {
  sheet.columns = [{ width: 52 }, { width: 24 }, { width: 18 }];
  sheet.addRow([`${WORDS.title[language]}: ${title}`]).font = TITLE_FONT;
  addNotice(sheet, WORDS.confidential[language]);
  addNotice(sheet, WORDS.proposalOnly[language]);
  sheet.addRow([]);
  const facts: readonly (readonly CellValue[])[] = [
    [WORDS.referenceDate[language], referenceDate],
    [WORDS.period[language], codeBook.title[language]],
    [WORDS.rowsInvalid[language], rows.invalid],
    [WORDS.rowsGanda[language], rows.ganda],
    [`  ${WORDS.ofOtherSatker[language]}`, summary.foreignRows],
    [WORDS.groups[language], summary.groups],
  ];
  for (const fact of facts) addCells(sheet, fact).getCell(2).alignment = { horizontal: 'left' };
  if (rows.invalid === 0 && rows.ganda === 0) addNotice(sheet, WORDS.nothing[language]);
  for (const table of tablesOf(summary, language)) {
    if (table.rows.length === 0) continue;
    sheet.addRow([]);
    const header = addCells(sheet, table.header);
    header.font = { ...FONT, bold: true };
    for (const [index, value] of (table.rows[0] ?? []).entries())
      if (typeof value === 'number') header.getCell(index + 1).alignment = { horizontal: 'right' };
    for (const row of table.rows) addCells(sheet, row);
  }
}

function addCells(sheet: ExcelJS.Worksheet, values: readonly CellValue[]): ExcelJS.Row {
  const row = sheet.addRow([...values]);
  row.font = FONT;
  row.eachCell((cell) => {
    if (typeof cell.value === 'number') cell.numFmt = '#,##0';
  });
  return row;
}

/** A text over the whole width. */
function addNotice(sheet: ExcelJS.Worksheet, text: string): void {
  const row = addCells(sheet, [text]);
  sheet.mergeCells(row.number, 1, row.number, 3);
  row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
  row.height = 30;
}

function tablesOf(
  { findings, kecamatan, grades }: Summary,
  language: Language,
): { readonly header: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }[] {
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
