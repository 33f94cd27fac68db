import type ExcelJS from 'exceljs';
import {
  type ReturningSheet,
  verdictChoices,
  WORKLIST_COLUMNS,
  WORKLIST_SHEETS,
  type WorklistColumn,
} from '../../../model/worklist.ts';
import type { BookSetting } from './book-setting.ts';
import { CHOICES_COLUMN, CHOICES_FIRST_ROW, writeGuide } from './guide.ts';
import { FONT, LOOKS, type Look, letterOf, TEMPLATE_FIRST_ROW, WRAPPED } from './layout.ts';
import { writeSummary } from './summary-sheet.ts';
import { WORDS } from './words.ts';

const INK = 'FF1F2933';
const FAINT = 'FF6B7280';
const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE5E9F0' } };
const ANSWER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } };
const DIFFERS_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE0B2' } };

const GROUP_BORDER: ExcelJS.ConditionalFormattingRule = {
  type: 'expression',
  priority: 1,
  formulae: ['$A2<>$A1'],
  style: { border: { top: { style: 'thin', color: { argb: INK } } } },
};

const DATE_COLUMN = 'tanggal';
const VERDICT_COLUMN = 'hasil_verifikasi';

/**
 * The workbook of a work list, complete but for the rows of its two large sheets: those hold the header and one row
 * for each look of a cell, from which the styles of the real rows are read.
 */
export async function workbookBytes(setting: BookSetting): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const date = new Date(`${setting.referenceDate}T00:00:00Z`);
  book.creator = 'Sisir';
  book.lastModifiedBy = 'Sisir';
  book.created = date;
  book.modified = date;
  const { language } = setting;
  writeSummary(addSheet(book, WORKLIST_SHEETS.summary[language], 'portrait', setting), setting);
  for (const sheet of ['invalid', 'ganda'] as const)
    writeReturningSheet(
      addSheet(book, WORKLIST_SHEETS[sheet][language], 'landscape', setting),
      sheet,
      setting,
    );
  writeGuide(addSheet(book, WORKLIST_SHEETS.guide[language], 'portrait', setting), setting);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const A4 = 9;

function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  orientation: 'portrait' | 'landscape',
  { language, title, referenceDate }: BookSetting,
): ExcelJS.Worksheet {
  const margins = { left: 0.3, right: 0.3, top: 0.5, bottom: 0.5, header: 0.25, footer: 0.25 };
  const footer = `&L${escaped(title)}&C${escaped(name)} · ${referenceDate}&R${WORDS.page[language]} &P/&N`;
  return book.addWorksheet(name, {
    pageSetup: { paperSize: A4, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins },
    headerFooter: { oddHeader: `&L${WORDS.confidential[language]}`, oddFooter: footer },
  });
}

/** In headers and footers & begins a code. */
function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}

function writeReturningSheet(sheet: ExcelJS.Worksheet, name: ReturningSheet, setting: BookSetting): void {
  const { language } = setting;
  const columns: readonly WorklistColumn[] = WORKLIST_COLUMNS[name];
  const lastRow = Math.max(setting.rows[name], 1) + 1;
  sheet.columns = columns.map(({ key, header, width, kind }) => ({
    key,
    header: header[language],
    width,
    hidden: kind === 'key',
    style: {
      font: { ...FONT, color: { argb: INK } },
      alignment: { vertical: 'top', wrapText: kind === 'answer' || WRAPPED.has(key) },
      protection: { locked: kind !== 'answer' },
      ...(kind === 'answer' ? { fill: ANSWER_FILL, numFmt: key === DATE_COLUMN ? 'yyyy-mm-dd' : '@' } : {}),
    },
  }));
  writeHeader(sheet, columns);
  for (const [index, look] of LOOKS.entries()) {
    const row = sheet.getRow(TEMPLATE_FIRST_ROW + index);
    for (const [position, column] of columns.entries())
      if (column.kind !== 'answer') dress(row.getCell(position + 1), look);
  }
  sheet.views = [{ state: 'frozen', ySplit: 1, showGridLines: true }];
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.pageSetup.showGridLines = true;
  const visible = columns.filter(({ kind }) => kind !== 'key').length;
  sheet.autoFilter = `A1:${letterOf(columns.length)}${lastRow}`;
  if (name === 'ganda')
    sheet.addConditionalFormatting({ ref: `A2:${letterOf(visible)}${lastRow}`, rules: [GROUP_BORDER] });
  for (const [index, { key }] of columns.entries()) {
    const validation = validationOf(key, name, setting);
    const letter = letterOf(index + 1);
    if (validation !== undefined) validationsOf(sheet).add(`${letter}2:${letter}${lastRow}`, validation);
  }
  // Without a password: the lock is against slips, not against the officer.
  void sheet.protect('', {
    autoFilter: true,
    sort: true,
    formatColumns: true,
    formatRows: true,
    formatCells: true,
  });
}

/** Validations of whole ranges, which the library writes but does not declare. */
function validationsOf(sheet: ExcelJS.Worksheet): {
  add(range: string, validation: ExcelJS.DataValidation): void;
} {
  return (sheet as unknown as { dataValidations: ReturnType<typeof validationsOf> }).dataValidations;
}

function writeHeader(sheet: ExcelJS.Worksheet, columns: readonly WorklistColumn[]): void {
  const header = sheet.getRow(1);
  header.height = 30;
  for (const [index, { kind }] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.font = { ...FONT, bold: true, color: { argb: INK } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.fill = kind === 'answer' ? ANSWER_FILL : HEADER_FILL;
    cell.protection = { locked: true };
  }
}

function dress(cell: ExcelJS.Cell, look: Look): void {
  if (look.startsWith('foreign')) cell.font = { ...FONT, italic: true, color: { argb: FAINT } };
  if (look.endsWith('differs')) cell.fill = DIFFERS_FILL;
}

function validationOf(
  key: string,
  sheet: ReturningSheet,
  { language, codeBook }: BookSetting,
): ExcelJS.DataValidation | undefined {
  const shared = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop' } as const;
  if (key === VERDICT_COLUMN) {
    const last = CHOICES_FIRST_ROW + verdictChoices(codeBook, sheet).length - 1;
    return {
      ...shared,
      type: 'list',
      formulae: [
        `${WORKLIST_SHEETS.guide[language]}!$${CHOICES_COLUMN}$${CHOICES_FIRST_ROW}:$${CHOICES_COLUMN}$${last}`,
      ],
      errorTitle: WORDS.choose[language],
      error: WORDS.chooseFromList[language],
    };
  }
  if (key !== DATE_COLUMN) return undefined;
  return {
    ...shared,
    type: 'date',
    operator: 'greaterThan',
    formulae: [new Date('2000-01-01T00:00:00Z')],
    errorTitle: WORDS.date[language],
    error: WORDS.dateWanted[language],
  };
}
