import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockingRule } from '../../../src/model/ganda.ts';
import { conditionsOf } from '../../../src/stages/40-block/search/agreement.ts';
import { BlockRows, ValueGroups } from '../../../src/stages/40-block/search/block-rows.ts';
import { BlockSearch } from '../../../src/stages/40-block/search/block-search.ts';
import { blocksOf } from '../../../src/stages/40-block/search/blocks.ts';
import { partsOf } from '../../../src/stages/40-block/search/columns.ts';
import { FromNames } from '../../../src/stages/40-block/search/from-names.ts';
import { rowsInDoubt } from '../../../src/stages/40-block/search/nik-search.ts';
import { capsOf } from '../../../src/stages/40-block/search/over-cap.ts';
import { areDatesNear } from '../../../src/stages/40-block/search/pair-conditions.ts';
import { PairSink } from '../../../src/stages/40-block/search/pair-sink.ts';
import { passesOf } from '../../../src/stages/40-block/search/passes.ts';
import { Workers } from '../../../src/stages/40-block/search/workers.ts';
import { namesOf, type PlainRow, searchNames, searchRows } from './arrays.ts';
import { alike, contained, near, nikWithinOneEdit, type PlainName, word } from './plain.ts';

const TEXT = { id: 'teks', en: 'text' };
const SHARED = { title: TEXT, survives: TEXT, cap: 1000, splitBy: [], examples: { found: [], left: [] } };
const AREA = ['area_kabupaten', 'place_id', 'nkk_number'] as const;

const RULES: readonly BlockingRule[] = [
  { ...SHARED, id: 'a', key: ['birth_date'], names: 'near', agreeing: AREA, unknownAgrees: 'each' },
  { ...SHARED, id: 'b', key: ['birth_date'], names: 'contained', agreeing: AREA },
  {
    ...SHARED,
    id: 'c',
    key: ['birth_date'],
    names: 'word',
    agreeing: ['area_desa', 'nkk_number'],
    unknownAgrees: 'all',
  },
  { ...SHARED, id: 'd', key: [], agreeing: ['nik'], cap: 3 },
  { ...SHARED, id: 'e', key: [], names: 'near', agreeing: ['nik'] },
  { ...SHARED, id: 'f', key: [], names: 'contained', agreeing: ['nik'], cap: 6 },
  { ...SHARED, id: 'g', key: [], agreeing: ['nik'], anyOf: ['dates-near', 'date-unknown'] },
  { ...SHARED, id: 'h', key: ['birth_date'], names: 'contained' },
  { ...SHARED, id: 'i', key: [], names: 'word' },
  { ...SHARED, id: 'j', key: [], names: 'alike' },
  { ...SHARED, id: 'k', key: ['birth_date'], names: 'alike', agreeing: ['area_kecamatan', 'nkk_number'] },
  { ...SHARED, id: 'l', key: ['birth_date'], names: 'alike', agreeing: ['area_kabupaten', 'nkk_number'] },
];

const RELATIONS = { near, alike, word, contained } as const;

function keyOf(row: PlainRow, { key }: BlockingRule): string | undefined {
  const values = key.map((column) => {
    return row[column as keyof PlainRow];
  });
  return values.includes(undefined) ? undefined : JSON.stringify(values);
}

function namesRelate(a: PlainRow, b: PlainRow, { names }: BlockingRule): boolean {
  if (names === undefined) return true;
  if (a.name === undefined || b.name === undefined) return false;
  return a.name === b.name || RELATIONS[names](a.name, b.name);
}

function othersAgree(a: PlainRow, b: PlainRow, { agreeing = [], unknownAgrees }: BlockingRule): boolean {
  const outcomes = agreeing.map((column) => {
    const [left, right] = [a[column as keyof PlainRow], b[column as keyof PlainRow]];
    if (left === undefined || right === undefined) return 'unknown';
    return left === right ? 'agrees' : 'differs';
  });
  if (outcomes.includes('agrees')) return true;
  if (agreeing.length === 0) return true;
  if (unknownAgrees === 'each') return outcomes.includes('unknown');
  return unknownAgrees === 'all' && outcomes.every((one) => one === 'unknown');
}

/** A NIK in which a digit may have been lost or added, or none. */
function isNik({ nik = '' }: PlainRow): boolean {
  return nik.length >= 15 && nik.length <= 17;
}

function datesMeet(a: PlainRow, b: PlainRow, { anyOf }: BlockingRule): boolean {
  if (anyOf === undefined) return true;
  const [first, second] = [a.birth_date, b.birth_date];
  return first === undefined || second === undefined || areDatesNear(first, second);
}

/** Whether one of the rows is in doubt and has few enough neighbours within one edit of its NIK. */
function isNeighbourhood(
  a: PlainRow,
  b: PlainRow,
  { cap }: BlockingRule,
  rows: readonly PlainRow[],
): boolean {
  const isNear = (one: PlainRow, other: PlainRow) =>
    isNik(one) && isNik(other) && nikWithinOneEdit(one.nik ?? '', other.nik ?? '');
  const isFew = (one: PlainRow) => rows.filter((other) => other !== one && isNear(one, other)).length <= cap;
  return isNear(a, b) && [a, b].some((one) => one.nik_doubt === true && isFew(one));
}

/** Two identities, and not one slip from one NIK to the other. */
function areTwo(a: PlainRow, b: PlainRow): boolean {
  if (a.identity === undefined || b.identity === undefined || a.identity === b.identity) return false;
  return !nikWithinOneEdit(a.nik ?? '', b.nik ?? '');
}

function admits(a: PlainRow, b: PlainRow, rule: BlockingRule, rows: readonly PlainRow[]): boolean {
  if (areTwo(a, b)) return false;
  const key = keyOf(a, rule);
  if (key === undefined || key !== keyOf(b, rule) || !namesRelate(a, b, rule)) return false;
  return rule.agreeing?.join() === 'nik'
    ? isNeighbourhood(a, b, rule, rows) && datesMeet(a, b, rule)
    : othersAgree(a, b, rule);
}

/** Every pair of all pairs, with the bits of the rules that admit it. */
function bruteForce(rows: readonly PlainRow[], rules: readonly BlockingRule[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const [at, a] of rows.entries()) {
    for (const [other, b] of rows.slice(0, at).entries()) {
      const bits = rules.reduce((sum, rule, bit) => (admits(a, b, rule, rows) ? sum | (1 << bit) : sum), 0);
      if (bits !== 0) pairs.set(`${other}-${at}`, bits);
    }
  }
  return pairs;
}

function collect(into: Map<string, number>, sink: ReturnType<PairSink['take']>['pairs']): void {
  for (const [at, a] of sink.matchA.entries()) {
    const pair = `${a}-${sink.matchB[at]}`;
    into.set(pair, (into.get(pair) ?? 0) | (sink.found[at] ?? 0));
  }
}

async function searched(
  rows: readonly PlainRow[],
  rules: readonly BlockingRule[],
): Promise<Map<string, number>> {
  const workers = new Workers(1);
  const found = new Map<string, number>();
  const plain = namesOf(rows);
  const [all, names] = [searchRows(rows, plain), searchNames(plain)];
  for (const pass of passesOf(rules)) {
    const blocks =
      pass.byNik.length > 0
        ? rowsInDoubt(all, 2)
        : await blocksOf(all, pass.key.flatMap(partsOf), (tasks) => workers.order(tasks));
    const search = new BlockSearch({ pass, rows: all, names, blocks });
    collect(found, search.search(0, blocks.from.length - 1).pairs);
  }
  return found;
}

/** The rules on one block of all rows, by way of the names. */
function searchedFromNames(rows: readonly PlainRow[], rules: readonly BlockingRule[]): Map<string, number> {
  const plain = namesOf(rows);
  const length = ({ name }: PlainRow) => name?.key.join('').length ?? 0;
  const order = [...rows.keys()].toSorted((a, b) => length(rows[a] ?? {}) - length(rows[b] ?? {}));
  const byName = passesOf(rules).flatMap((pass) => pass.byName);
  const all = searchRows(rows, plain);
  const block = new BlockRows(all, Object.keys(all.places), rows.length);
  block.load(Int32Array.from(order), 0, rows.length);
  const groups = new ValueGroups();
  groups.group(rows.length, block.part('name_id'), undefined);
  const sink = new PairSink(all);
  const conditions = conditionsOf(byName, block);
  new FromNames(block, groups, searchNames(plain), conditions, capsOf(byName, block), sink).search();
  const found = new Map<string, number>();
  collect(found, sink.take().pairs);
  return found;
}

/** 5 June 1990. */
const DATE = (1990 * 16 + 6) * 32 + 5;

const NAMES: readonly PlainName[] = [
  'SITI AMINA',
  'SITI AMINAA',
  'AMINA SITI',
  'S AMINA',
  'SITI',
  'AMINA BUDI',
  'BUDI',
  'BUDO',
  'AI',
  'AI BO',
  'MUHAMAT BUDI',
  'MELA BUDI',
  'MALO BIDI',
  'BUDHA',
  'BADHO',
].map((text) => ({ key: text.split(' '), words: text.split(' ') }));

const NIKS = [
  '3301011206600001',
  '3301011206600010',
  '3301012106600001',
  '330101120660001',
  '33010112066000001',
  '3302011206600001',
  '12345678',
  '12345679',
];

/** They confirm the date: men and women, some of whom are one slip apart. */
const CONFIRMING_NIKS = [
  '3301010506900001',
  '3301014506900001',
  '3301040506900001',
  '3301004506900001',
  '3302010506900001',
  '3301014506900012',
];

/** As `IDENTITY` has it, of a row of that date. */
function identityOf(nik: string | undefined, birth_date: number | undefined): number | undefined {
  if (birth_date !== DATE || nik === undefined || !CONFIRMING_NIKS.includes(nik)) return undefined;
  return DATE * 2 + (nik[6] === '4' ? 1 : 0);
}

const known = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 6 });

const row: fc.Arbitrary<PlainRow> = fc
  .record({
    name: known(NAMES),
    birth_date: known([DATE, DATE + 1, DATE + 33]),
    place_id: known([0, 1, 2]),
    area_kabupaten: known([3301, 3302, 3303]),
    area_kecamatan: known([330_101, 330_102]),
    area_desa: known([3_301_012_001, 3_301_012_002, 3_301_022_001]),
    nkk_number: known([3_301_010_101_100_001, 3_301_010_101_100_002, 3_301_010_101_100_003]),
    nik: known([...NIKS, ...CONFIRMING_NIKS]),
    nik_doubt: fc.boolean(),
  })
  .map((drawn) => ({
    ...drawn,
    identity: drawn.nik_doubt ? undefined : identityOf(drawn.nik, drawn.birth_date),
  }))
  .map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)));

describe('the search of blocks', () => {
  it('finds what a search of all pairs finds, no more and no less', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        expect(await searched(rows, RULES)).toEqual(bruteForce(rows, RULES));
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same by way of the names', () => {
    const rules = RULES.filter(
      ({ key, agreeing, names }) =>
        key.join() === 'birth_date' && agreeing !== undefined && names !== 'alike',
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (drawn) => {
        const rows = drawn.map((one) => ({ ...one, birth_date: DATE }));
        expect(searchedFromNames(rows, rules)).toEqual(bruteForce(rows, rules));
      }),
      { numRuns: 100 },
    );
  });

  it('goes by way of the names in a large block of which nothing else is known', async () => {
    const rows = Array.from({ length: 2200 }, (_, number): PlainRow => {
      const letters = [1, 20, 400].map(
        (unit) => 'BCDFGHJKLMNPQRSTVWXZ'[Math.trunc(number / unit) % 20] ?? '',
      );
      const words = [`${letters.join('A')}${letters.toReversed().join('')}`, 'TARUNO'];
      const key = number % 3 === 0 ? words.toReversed() : words;
      return { name: { key, words: key }, birth_date: DATE };
    });
    const rules = RULES.slice(0, 1);
    const found = await searched(rows, rules);
    const sampled = rows.flatMap((a, at) =>
      at % 301 === 0
        ? rows
            .slice(0, at)
            .flatMap((b, other) => (rules.some((rule) => admits(a, b, rule, rows)) ? [`${other}-${at}`] : []))
        : [],
    );
    const ofSampled = [...found.keys()].filter((pair) => Number(pair.split('-')[1]) % 301 === 0);
    expect(new Set(ofSampled)).toEqual(new Set(sampled));
  });
});
