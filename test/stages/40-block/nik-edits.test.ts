import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NikEdits } from '../../../src/stages/40-block/search/nik-edits.ts';
import { digitsOfNik, NikVariants } from '../../../src/stages/40-block/search/nik-variants.ts';
import { Related } from '../../../src/stages/40-block/search/related.ts';
import { searchRows } from './arrays.ts';
import { nikWithinOneEdit } from './plain.ts';

/** Pairs `later-earlier`. */
function found(niks: readonly string[]): string[] {
  const { parts } = searchRows(
    niks.map((nik) => ({ nik })),
    [],
  );
  const none = new Int32Array(0);
  const search = new NikEdits();
  const related = new Related();
  related.reset(niks.length);
  const pairs: string[] = [];
  for (const _ of ['first block', 'another block']) {
    pairs.length = 0;
    search.begin(parts['nik_high'] ?? none, parts['nik_low'] ?? none, niks.length);
    for (const at of niks.keys()) {
      search.find(at, related);
      pairs.push(...Array.from(related.others.subarray(0, related.count), (other) => `${at}-${other}`));
      related.clear();
    }
  }
  return pairs.toSorted();
}

function expected(niks: readonly string[]): string[] {
  return niks
    .flatMap((a, at) =>
      niks.slice(0, at).flatMap((b, other) => (nikWithinOneEdit(a, b) ? [`${at}-${other}`] : [])),
    )
    .toSorted();
}

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', '2'), minLength, maxLength });

describe('NIK of a block within one edit', () => {
  it('are all such pairs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(digits(5, 8), { maxLength: 60 }), (niks) => {
        expect(found(niks)).toEqual(expected(niks));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the variants of a NIK', () => {
  const nik = fc.integer({ min: 15, max: 17 }).chain((length) => digits(length, length));
  const split = (text: string) => {
    const { parts } = searchRows([{ nik: text }], []);
    return [parts['nik_high']?.[0] ?? 0, parts['nik_low']?.[0] ?? 0] as const;
  };

  it('are all within one edit, each once, and what is within one edit is among them', () => {
    fc.assert(
      fc.property(nik, nik, (one, other) => {
        const variants: string[] = [];
        new NikVariants().visit(...split(one), (high, low) => variants.push(`${high}-${low}`));
        expect(new Set(variants).size).toBe(variants.length);
        expect(variants.includes(split(other).join('-'))).toBe(nikWithinOneEdit(one, other));
        const shifted = one.slice(1, 3) + one.slice(0, 1) + one.slice(3);
        expect(variants.includes(split(shifted).join('-'))).toBe(nikWithinOneEdit(one, shifted));
      }),
      { numRuns: 500 },
    );
  });

  it('of 16 digits are 144 replaced, 15 exchanged, 16 dropped but for equal neighbours, the added, and itself', () => {
    const variants: number[] = [];
    new NikVariants().visit(...split('3319011206900012'), (high) => variants.push(digitsOfNik(high)));
    const count = (length: number) => variants.filter((one) => one === length).length;
    expect([count(15), count(16), count(17)]).toEqual([16 - 4, 1 + 144 + 15 - 4, 17 * 9 + 1]);
  });
});
