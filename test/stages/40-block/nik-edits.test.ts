import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NikEdits } from '../../../src/stages/40-block/search/nik-edits.ts';
import { Related } from '../../../src/stages/40-block/search/related.ts';
import { searchRows } from './arrays.ts';
import { nikWithinOneEdit } from './plain.ts';

/** Pairs `later-earlier`; of the first `entered` NIK, or with them. */
function found(niks: readonly string[], entered: number, front: number, back: number): string[] {
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
    search.begin(parts['nik_high'] ?? none, parts['nik_low'] ?? none, niks.length, { front, back });
    for (const at of niks.keys()) {
      search.find(at, at < entered, related);
      pairs.push(...Array.from(related.others.subarray(0, related.count), (other) => `${at}-${other}`));
      related.clear();
    }
  }
  return pairs.toSorted();
}

function expected(niks: readonly string[], entered: number): string[] {
  return niks
    .flatMap((a, at) =>
      niks
        .slice(0, Math.min(at, entered))
        .flatMap((b, other) => (nikWithinOneEdit(a, b) ? [`${at}-${other}`] : [])),
    )
    .toSorted();
}

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', '2'), minLength, maxLength });

describe('NIK of a block within one edit', () => {
  it('are all such pairs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(digits(5, 8), { maxLength: 60 }), fc.nat(60), (niks, entered) => {
        expect(found(niks, entered, 0, 0)).toEqual(expected(niks, entered));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['front', 'back'])('are all such pairs where the %s is common', (side) => {
    fc.assert(
      fc.property(digits(7, 7), fc.uniqueArray(digits(8, 10), { maxLength: 60 }), (common, rests) => {
        const niks = rests.map((rest) => (side === 'front' ? common + rest : rest + common));
        const [front, back] = side === 'front' ? [7, 0] : [0, 7];
        expect(found(niks, niks.length, front, back)).toEqual(expected(niks, niks.length));
      }),
      { numRuns: 300 },
    );
  });
});
