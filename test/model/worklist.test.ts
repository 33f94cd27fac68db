import { describe, expect, test } from 'vitest';
import { CODE_BOOKS, codeBook } from '../../rules/code-books.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { verdictChoices, verdictOf, WORKLIST_COLUMNS, worklistColumn } from '../../src/model/worklist.ts';

const SHEETS = ['invalid', 'ganda'] as const;

describe('verdicts', () => {
  test.each(CODE_BOOKS)('of $id: every choice of the drop-down is read back', (book) => {
    for (const sheet of SHEETS)
      for (const choice of verdictChoices(book, sheet))
        for (const language of LANGUAGES)
          expect(verdictOf(` ${choice.label[language].toUpperCase()} `, book)).toEqual(choice);
  });

  test('a TMS code alone is enough, an unknown one is none', () => {
    const book = codeBook('pdpb-2025');
    expect(verdictOf('tms  4', book)).toMatchObject({ verdict: 'tms', code: '4' });
    expect(verdictOf('TMS 40', book)).toBeUndefined();
    expect(verdictOf('', book)).toBeUndefined();
  });
});

describe.each(SHEETS)('columns of %s', (sheet) => {
  test('are found by their header in either language', () => {
    for (const column of WORKLIST_COLUMNS[sheet])
      for (const language of LANGUAGES) expect(worklistColumn(sheet, column.header[language])).toBe(column);
  });
});
