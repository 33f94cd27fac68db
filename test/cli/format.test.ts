import { describe, expect, test } from 'vitest';
import { numberFormat } from '../../src/cli/format.ts';
import { localDate } from '../../src/cli/local-date.ts';
import { nearest } from '../../src/cli/nearest.ts';

test.each([
  ['id', '1.234.567', '0,42', '4,5%', '1,2 dtk', '2 mnt 5 dtk'],
  ['en', '1,234,567', '0.42', '4.5%', '1.2 s', '2 min 5 s'],
] as const)('numbers under %s', (language, count, decimal, percent, seconds, minutes) => {
  const numbers = numberFormat(language);
  expect(numbers.count(1_234_567)).toBe(count);
  expect(numbers.decimal(0.42, 2)).toBe(decimal);
  expect(numbers.percent(0.045)).toBe(percent);
  expect(numbers.duration(1234)).toBe(seconds);
  expect(numbers.duration(125_000)).toBe(minutes);
});

test('the local date of an instant', () => {
  expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

describe('the nearest word', () => {
  const names = ['run', 'sample', 'rules', 'columns'];
  test.each([
    ['runn', 'run'],
    ['rule', 'rules'],
    ['colums', 'columns'],
    ['SAMPLE', 'sample'],
    ['col', 'columns'],
    ['xyzzy', undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, names)).toBe(expected);
  });
  test('letters in another order are one slip', () => {
    expect(nearest('fromat', ['from', 'format'])).toBe('format');
  });
  test('of nothing is nothing', () => {
    expect(nearest('a', [])).toBeUndefined();
  });
});
