import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { alignment, markedTexts } from '../../src/cli/explain/alignment.ts';
import { sideBySide } from '../../src/cli/explain/side-by-side.ts';
import { bar, scaleLine, waterfall } from '../../src/cli/explain/waterfall.ts';
import { numberFormat } from '../../src/cli/format.ts';

const text = fc.string({ unit: fc.constantFrom('A', 'B', ' ', '1'), maxLength: 12 });
const marks = (characters: readonly { differs: boolean }[]) =>
  characters.map(({ differs }) => (differs ? '^' : '.')).join('');

describe('alignment', () => {
  test('differs in as many columns as the edit distance, and holds both texts', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const columns = alignment(left, right);
        expect(columns.filter(([a, b]) => a !== b)).toHaveLength(distance(left, right));
        expect(columns.map(([a]) => a ?? '').join('')).toBe(left);
        expect(columns.map(([, b]) => b ?? '').join('')).toBe(right);
      }),
    );
  });

  test.each([
    ['SITI AMINAH', 'SITI AMINNAH', '...........', '........^...'],
    ['BUDI', 'BUDY', '...^', '...^'],
    ['', 'A', '', '^'],
    ['É1', 'E1', '^.', '^.'],
  ])('of %j and %j', (left, right, a, b) => {
    const marked = markedTexts(left, right);
    expect([marks(marked.a), marks(marked.b)]).toEqual([a, b]);
  });
});

describe('sideBySide', () => {
  const view = { say: (_: string, en: string) => en };
  const long = 'JALAN MERPATI NOMOR SERATUS DUA PULUH TIGA BLOK A';
  const fields = [
    { field: 'nama', a: 'BUDI', b: 'BUDY', equal: false },
    { field: 'nik', a: null, b: '1', equal: false },
    { field: 'alamat', a: long, b: long.replace('TIGA', 'DUA'), equal: false },
  ];

  test('marks by a line below, and breaks long values', () => {
    expect(`\n${sideBySide(fields, true, view, picocolors.createColors(false)).join('\n')}\n`).toBe(`
    FIELD              A                                      B
    ─────────────────  ─────────────────────────────────────  ─────────────────────────────────────
  ≠ nama               BUDI                                   BUDY
                          ^                                      ^
  ≠ nik                (empty)                                1
  ≠ alamat             JALAN MERPATI NOMOR SERATUS DUA PULUH  JALAN MERPATI NOMOR SERATUS DUA PULUH
                        TIGA BLOK A                            DUA BLOK A
                        ^^^                                    ^^
`);
  });

  test('marks by colour on a terminal', () => {
    const colours = picocolors.createColors(true);
    const lines = sideBySide(fields.slice(0, 1), true, view, colours);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain(`BUD${colours.bold(colours.red('I'))}`);
  });

  test('says of masked values only whether the whole ones are equal', () => {
    const masked = [
      { field: 'nama', a: 'B A', b: 'B B', equal: false },
      { field: 'nik', a: '3', b: '3', equal: true },
    ];
    const lines = sideBySide(masked, false, view, picocolors.createColors(true));
    expect(lines.slice(2).map((line) => line.replace(/ +/g, ' '))).toEqual([' ≠ nama B A B B', ' = nik 3 3']);
  });
});

describe('bar', () => {
  const scale = { low: -16.5, high: 16.5 };

  test.each([
    [0, -16.5, '-----------------|'],
    [-16.5, 16.5, ` ${'+'.repeat(33)}`],
    [16.5, 15.5, `${' '.repeat(17)}|${' '.repeat(14)}-`],
    [16.5, 16.4, `${' '.repeat(17)}|${' '.repeat(15)}-`],
    [16.5, 16.5, `${' '.repeat(17)}|${' '.repeat(15)}·`],
  ])('from %d to %d', (before, after, drawn) => {
    expect(bar(scale, before, after)).toBe(drawn);
  });

  test('has + only upwards and - only downwards, never beyond the scale', () => {
    const sum = fc.double({ min: -16.5, max: 16.5, noNaN: true });
    fc.assert(
      fc.property(sum, sum, (before, after) => {
        const drawn = bar(scale, before, after);
        expect(drawn.length).toBeLessThanOrEqual(34);
        expect(drawn.includes('+')).toBe(after > before);
        expect(drawn.includes('-')).toBe(after < before);
      }),
    );
  });

  test('a weight of nothing has no sign and no length', () => {
    const title = { id: 'x', en: 'x' };
    const term = { id: 'x', title, level: null, level_label: null };
    const drawn = (weight: number) =>
      waterfall(
        [
          { ...term, kind: 'prior', weight: -4, running: -4 },
          { ...term, kind: 'comparison', weight, running: -4 + weight },
        ],
        'en',
        { say: (_, en) => en, numbers: numberFormat('en') },
      )
        .split('\n')
        .at(-1)
        ?.replace(/ +/g, ' ');
    expect(drawn(-0.001)).toBe(' x 0.00 -4.00 · |');
    expect(drawn(0.004)).toBe(' x 0.00 -4.00 · |');
    expect(drawn(0.02)).toBe(' x +0.02 -3.98 + |');
  });

  test('the scale says its ends, and zero where it has room', () => {
    const numbers = numberFormat('en');
    expect(scaleLine(scale, { numbers })).toBe('-16.5            0            16.5');
    expect(scaleLine({ low: 0, high: 10 }, { numbers })).toBe('0.0                           10.0');
  });
});
