import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NikTable } from '../../../src/stages/40-block/search/nik-table.ts';
import { visitVariants } from '../../../src/stages/40-block/search/nik-variants.ts';

const DIGITS = Array.from('0123456789');

/** High and low part as the search has them. */
function parts(nik: string): [high: number, low: number] {
  return [(nik.length - 5) * 100_000_000 + Number(nik.slice(0, -9)), Number(nik.slice(-9))];
}

/** All NIK of 15 to 17 digits within one edit, by writing each out. */
function written(nik: string): Set<string> {
  const others = new Set([nik]);
  for (let at = 0; at <= nik.length; at += 1) {
    const [before, rest] = [nik.slice(0, at), nik.slice(at)];
    for (const digit of DIGITS) {
      others.add(before + digit + rest);
      if (rest !== '') others.add(before + digit + rest.slice(1));
    }
    others.add(before + rest.slice(1));
    if (rest.length > 1) others.add(`${before}${rest[1]}${rest[0]}${rest.slice(2)}`);
  }
  return new Set([...others].filter(({ length }) => length >= 15 && length <= 17));
}

/** Digits of few kinds are often equal to their neighbours. */
const nik = fc
  .constantFrom(['0', '1'], DIGITS, ['0', '9', '5'])
  .chain((digits) => fc.string({ unit: fc.constantFrom(...digits), minLength: 15, maxLength: 17 }));

describe('the variants of a NIK', () => {
  it('are all NIK within one edit, each once', () => {
    fc.assert(
      fc.property(nik, (text) => {
        const given: string[] = [];
        visitVariants(...parts(text), (high, low) => given.push(`${high} ${low}`));
        const wanted = [...written(text)].map((other) => parts(other).join(' '));
        expect(given.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('are found in the table by each of them, and little else is', () => {
    fc.assert(
      fc.property(nik, nik, (text, stranger) => {
        const table = new NikTable();
        table.begin(1);
        table.enter(7, ...parts(text));
        const found = (other: string) => {
          const rows: number[] = [];
          if (table.mayHold(...parts(other))) table.look(...parts(other), (row) => rows.push(row));
          return rows;
        };
        const variants = written(text);
        for (const other of variants) expect(found(other)).toEqual([7]);
        expect(found(stranger)).toEqual(variants.has(stranger) ? [7] : []);
      }),
      { numRuns: 50 },
    );
  });
});
