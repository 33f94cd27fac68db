import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { codeBook } from '../../rules/code-books.ts';
import { answerOf } from '../../src/cli/decide/answer.ts';
import { dateOf } from '../../src/cli/decide/answer-date.ts';
import type { AnswerRow } from '../../src/cli/decide/answer-row.ts';
import { readTable } from '../../src/cli/decide/read-table.ts';
import { temporaryFolder } from './helpers.ts';

describe('the day of a verification', () => {
  test.each([
    ['22/11/2026', '2026-11-22'],
    ['2-1-2026', '2026-01-02'],
    ['02.01.2026', '2026-01-02'],
    ['22|11|2026', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T00:00:00.000Z', '2026-11-22'],
    ['22 November 2026', '2026-11-22'],
    ['5 Agustus 2026', '2026-08-05'],
    ['5 Agt 2026', '2026-08-05'],
    ['31 Des. 2026', '2026-12-31'],
    ['46348', '2026-11-22'],
    ['46348.75', '2026-11-22'],
    ['29/2/2028', '2028-02-29'],
    ['29/2/2026', undefined],
    ['13/13/2026', undefined],
    ['kemarin', undefined],
    ['22/11/26', undefined],
    ['22 Foo 2026', undefined],
  ])('%s is %s', (cell, day) => {
    expect(dateOf(cell)).toBe(day);
  });
});

describe('a CSV of answers', () => {
  const text = 'finding_key;Hasil verifikasi;Keterangan\nf1;MS;"kata ""andré"";\nbaris dua"\n\nf2;;\n';
  const expected = [
    {
      sheet: null,
      line: 2,
      cells: { finding_keys: 'f1', hasil_verifikasi: 'MS', keterangan: 'kata "andré";\nbaris dua' },
    },
    { sheet: null, line: 5, cells: { finding_keys: 'f2' } },
  ];

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
  ])('is read as %s', async (_, bytes) => {
    const path = join(temporaryFolder(), 'a.csv');
    writeFileSync(path, bytes);
    const { rows, problems } = await readTable(path, path);
    expect(problems).toEqual([]);
    expect(rows.map((row) => ({ ...row, cells: { ...row.cells, keterangan: undefined } }))).toEqual(
      expected.map((row) => ({ ...row, cells: { ...row.cells, keterangan: undefined } })),
    );
    expect(rows[0]?.cells.keterangan).toMatch(/^kata "andré"[;\t]\nbaris dua$/);
  });

  it('says which line has an open quote, and reads on', async () => {
    const path = join(temporaryFolder(), 'a.csv');
    writeFileSync(path, `finding_key,hasil\nf1,"MS\n${'f,MS\n'.repeat(30)}`);
    const { rows, problems } = await readTable(path, path);
    expect(problems).toMatchObject([{ code: 'kutip-tak-seimbang', line: 2 }]);
    expect(rows).toHaveLength(30);
  });
});

describe('an answer', () => {
  const reading = { codeBook: codeBook('pdpb-2025'), today: '2026-11-22' };
  const row = (cells: AnswerRow['cells']): AnswerRow => ({ sheet: null, line: 2, cells });

  it('to a row of findings is about each of them', () => {
    expect(answerOf(row({ finding_keys: 'f1 f2', hasil_verifikasi: 'ubah data' }), reading)).toMatchObject({
      subjects: [{ key: 'f1' }, { key: 'f2' }],
      verdict: 'ubah-data',
    });
  });

  it('knows which TMS code means a duplicate in its period', () => {
    const ganda = { group_key: 'g', voter_key: 'v' };
    expect(answerOf(row({ ...ganda, hasil_verifikasi: 'TMS 2' }), reading)).toMatchObject({
      duplicate: true,
      code: '2',
    });
    expect(answerOf(row({ ...ganda, hasil_verifikasi: 'TMS 1' }), reading)).toMatchObject({
      duplicate: false,
    });
    expect(answerOf(row({ ...ganda, hasil_verifikasi: 'TMS 99' }), reading)).toMatchObject([
      { code: 'hasil-tidak-terbaca' },
    ]);
  });

  it('to a pair is only that it is none', () => {
    expect(answerOf(row({ pair_key: 'p', hasil_verifikasi: 'Not a duplicate' }), reading)).toMatchObject({
      subjects: [{ kind: 'pair', key: 'p' }],
      verdict: 'bukan-ganda',
    });
    expect(answerOf(row({ pair_key: 'p', hasil_verifikasi: 'MS' }), reading)).toMatchObject([
      { code: 'hasil-tidak-berlaku' },
    ]);
  });
});
