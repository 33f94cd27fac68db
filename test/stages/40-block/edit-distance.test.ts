import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { isNikWithinOneEdit, isWithin } from '../../../src/stages/40-block/search/edit-distance.ts';
import { alignment, nikWithinOneEdit } from './plain.ts';

function within(a: string, b: string, limit: number): boolean {
  const codes = Uint16Array.from(`${a}${b}`, (letter) => letter.charCodeAt(0));
  return isWithin(codes, 0, a.length, a.length, a.length + b.length, limit);
}

/** Few letters, so that words are often close. */
const letters = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 });

describe('letters within a limit', () => {
  it('is what the textbook table gives', () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(0, 1, 2), (a, b, limit) => {
        expect(within(a, b, limit)).toBe(alignment(a, b) <= limit);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes every pair that Levenshtein takes', () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(1, 2), (a, b, limit) => {
        fc.pre(distance(a, b) <= limit);
        expect(within(a, b, limit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['SUTARJO', 'SUATRJO', 1],
    ['BASDAN', 'BADSAN', 1],
    ['KADMAN', 'KDAMNA', 2],
    ['SITI', '', 4],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(alignment(a, b)).toBe(edits);
    expect(within(a, b, 2)).toBe(edits <= 2);
  });
});

const LOW = 1_000_000_000n;

/** High and low part as the search has them. */
function parts(nik: string): [number, number] {
  return [(nik.length - 5) * 100_000_000 + Number(BigInt(nik) / LOW), Number(BigInt(nik) % LOW)];
}

/** A NIK and one that is damaged in a way that may or may not be one edit. */
const damaged = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 15, maxLength: 17 }),
    fc.constantFrom('none', 'replace', 'exchange', 'drop', 'add', 'twice'),
    fc.nat(16),
    fc.nat(9),
  )
  .map(([nik, damage, place, digit]): [string, string] => {
    const at = place % (nik.length - 1);
    const [before, after] = [nik.slice(0, at), nik.slice(at + 1)];
    if (damage === 'replace') return [nik, `${before}${digit}${after}`];
    if (damage === 'exchange') return [nik, `${before}${nik[at + 1]}${nik[at]}${nik.slice(at + 2)}`];
    if (damage === 'drop') return [nik, before + after];
    if (damage === 'add') return [nik, `${before}${digit}${nik.slice(at)}`];
    return [nik, damage === 'twice' ? `${digit}${nik.slice(1, -1)}${digit}` : nik];
  });

describe('NIK within one edit', () => {
  it('is what the textbook table gives', () => {
    fc.assert(
      fc.property(damaged, ([a, b]) => {
        fc.pre(b.length <= 17);
        expect(isNikWithinOneEdit(...parts(a), ...parts(b))).toBe(nikWithinOneEdit(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['3301011206600001', '3301011206600001', true],
    ['3301011206600001', '3301011206600010', true],
    ['3301011206600001', '3301012106600001', true],
    ['3301011206600001', '330101120660001', true],
    ['3301011206600001', '3301011206600100', false],
    ['3301011206600001', '33010112066001', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isNikWithinOneEdit(...parts(a), ...parts(b))).toBe(expected);
    expect(isNikWithinOneEdit(...parts(b), ...parts(a))).toBe(expected);
  });
});
