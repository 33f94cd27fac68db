import type ExcelJS from 'exceljs';
import type { Language } from '../../../model/text.ts';
import type { BookSetting } from './book-setting.ts';
import type { Summary } from './summary.ts';
import { SUGGESTION_WORDS, WORDS } from './words.ts';

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
