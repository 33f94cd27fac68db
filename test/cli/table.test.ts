import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_WIDTH, table, wrap } from '../../src/cli/table.ts';

describe('a table', () => {
  test('aligns texts left and numbers right', () => {
    const text = table(
      [{ title: 'KODE' }, { title: 'PEMILIH', align: 'right' }],
      [
        ['3301', '1.234'],
        ['3374', '9'],
      ],
    );
    expect(text).toBe('KODE  PEMILIH\n────  ───────\n3301    1.234\n3374        9');
  });

  test('without a header', () => {
    expect(
      table([{ title: '' }, { title: '', align: 'right' }], [['a', '1']], { header: false, indent: '  ' }),
    ).toBe('  a  1');
  });

  test('has a header where it has no rows', () => {
    expect(table([{ title: 'A' }], [])).toBe('A\n─');
  });

  test('stays within its width and loses no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = table(
          [{ title: 'NO' }, { title: 'JUDUL', wraps: true }],
          rows.map((row, index) => [String(index), row.join(' ')]),
        );
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(MAX_WIDTH);
        const body = text
          .split('\n')
          .slice(2)
          .join(' ')
          .split(/\s+/)
          .filter((word) => /[a-z]/.test(word));
        expect(body).toEqual(rows.flat());
      }),
    );
  });
});

test('a word longer than the width is cut, not lost', () => {
  expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  expect(wrap('', 10)).toEqual(['']);
});
