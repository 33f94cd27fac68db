import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import type { BlockingRule, MatchColumn } from '../../../src/model/ganda.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { block } from '../../../src/stages/40-block/index.ts';
import { loadRows, type TestRow, withThreads } from '../../support/stages.ts';
import { alike, contained, datesNear, near, nikWithinOneEdit, type PlainName, word } from './plain.ts';
import { SHIPPED } from './rules.ts';

/** A row of match_row with the texts behind its numbers. */
interface Row extends Partial<Record<MatchColumn, number | null>> {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly key: string | null;
  readonly words: string | null;
  readonly nik: string | null;
}

const named = ({ key, words }: Row): PlainName | undefined =>
  key === null ? undefined : { key: key.split(' '), words: (words ?? '').split(' ') };

const datesOf = (a: Row, b: Row) =>
  a.year !== null && b.year !== null && datesNear({ ...a, year: a.year }, { ...b, year: b.year });

const isLongNik = (nik: string | null): nik is string => nik?.length === 16;

const dateMissing = (a: Row, b: Row) => a.year === null || b.year === null;

/** `admits` or `anyOf` of the rules without names, in plain words. */
const ADMITS: Readonly<Record<string, (a: Row, b: Row) => boolean>> = {
  'nik-sama': () => true,
  'daftar-kecil-tanggal': () => true,
  'daftar-kecil': (a, b) => (a.key !== null && b.key !== null) || !dateMissing(a, b),
  'nik-tak-baku-sama': () => true,
  'nkk-tanggal': (a, b) =>
    datesOf(a, b) ||
    dateMissing(a, b) ||
    (a.nik !== null && b.nik !== null && nikWithinOneEdit(a.nik, b.nik)),
  'nama-desa-tanggal': datesOf,
  'nama-langka-tanggal': datesOf,
  'nama-tempat-tanggal': datesOf,
  'nama-tanpa-tanggal': dateMissing,
};

const RELATIONS = { near, alike, word, contained } as const;

function namesRelate(a: Row, b: Row, { names }: BlockingRule): boolean {
  const [first, second] = [named(a), named(b)];
  if (names === undefined) return true;
  return first !== undefined && second !== undefined && RELATIONS[names](first, second);
}

function othersAgree(a: Row, b: Row, { agreeing = [], unknownAgrees }: BlockingRule): boolean {
  const outcomes = agreeing.map((column) => {
    if (column === 'nik') throw new RangeError('the NIK agrees by itself');
    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) return 'unknown';
    return left === right ? 'agrees' : 'differs';
  });
  if (outcomes.includes('agrees')) return true;
  if (agreeing.length === 0) return true;
  if (unknownAgrees === 'each') return outcomes.includes('unknown');
  return unknownAgrees === 'all' && outcomes.every((one) => one === 'unknown');
}

/** Whether the digits of a NIK are of the row's own birth date. */
function isConfirmed({ nik, year, month, day }: Row): boolean {
  if (!isLongNik(nik) || year === null) return false;
  const [dd, mm, yy] = [6, 8, 10].map((at) => Number(nik.slice(at, at + 2)));
  return (dd === day || dd === day + 40) && mm === month && yy === year % 100;
}

function isSearchedPair(a: Row, b: Row, rule: BlockingRule, rows: readonly Row[]): boolean {
  if (!namesRelate(a, b, rule)) return false;
  if (rule.agreeing?.join() !== 'nik') return othersAgree(a, b, rule);
  const meetDates = rule.anyOf === undefined || dateMissing(a, b) || datesOf(a, b);
  return meetDates && isNikNear(a, b) && [a, b].some((one) => isNeighbourhood(one, rule, rows));
}

const isNik = (nik: string | null): nik is string => nik !== null && nik.length >= 15 && nik.length <= 17;
const isNikNear = (a: Row, b: Row) => isNik(a.nik) && isNik(b.nik) && nikWithinOneEdit(a.nik, b.nik);

/** Whether a row's NIK does not confirm its birth date, and few enough others are within one edit of it. */
function isNeighbourhood(row: Row, { cap }: BlockingRule, rows: readonly Row[]): boolean {
  return !isConfirmed(row) && rows.filter((other) => other !== row && isNikNear(row, other)).length <= cap;
}

function groupsBy(rows: readonly Row[], columns: readonly MatchColumn[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Blocks of a joined rule: over the cap by the next column, and in the end none. */
function split(rows: readonly Row[], cap: number, [column, ...others]: readonly MatchColumn[]): Row[][] {
  if (rows.length <= cap) return [[...rows]];
  return column === undefined ? [] : groupsBy(rows, [column]).flatMap((part) => split(part, cap, others));
}

function pairsIn(rows: readonly Row[], admits: (a: Row, b: Row) => boolean): [Row, Row][] {
  return rows.flatMap((a, at) =>
    rows.slice(at + 1).flatMap((b): [Row, Row][] => (admits(a, b) ? [[a, b]] : [])),
  );
}

/** Names alone admit a pair: blocks over the cap are left out. */
const isWhole = ({ names, agreeing }: BlockingRule) => names !== undefined && agreeing === undefined;

function pairsOf(rule: BlockingRule, rows: readonly Row[]): [Row, Row][] {
  if (rows.length > (rule.mostRows ?? rows.length)) return [];
  const known = rows.filter((row) => rule.key.every((column) => row[column] !== null));
  const blocks = groupsBy(known, rule.key);
  const admits = ADMITS[rule.id];
  if (admits === undefined)
    return blocks
      .filter((one) => !isWhole(rule) || one.length <= rule.cap)
      .flatMap((one) => pairsIn(one, (a, b) => isSearchedPair(a, b, rule, rows)));
  return blocks.flatMap((one) => split(one, rule.cap, rule.splitBy)).flatMap((one) => pairsIn(one, admits));
}

/** Every pair as `row_id-row_id`, with the rules that find it. */
function bruteForce(
  rules: readonly BlockingRule[],
  rows: readonly Row[],
  idOf: (row: Row) => number,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (a: number, b: number, id: string) => {
    const pair = `${Math.min(a, b)}-${Math.max(a, b)}`;
    if (found.get(pair)?.includes(id) !== true) found.set(pair, [...(found.get(pair) ?? []), id]);
  };
  for (const rule of rules.filter((one) => !('through' in one))) {
    for (const [a, b] of pairsOf(rule, rows)) add(idOf(a), idOf(b), rule.id);
  }
  for (const { id, through = [], atLeastOne = through, cap } of rules.filter((one) => 'through' in one)) {
    const links = [...found].flatMap(([pair, ids]) => {
      const [a = 0, b = 0] = pair.split('-').map(Number);
      const isFirm = ids.some((one) => atLeastOne.includes(one));
      return ids.some((one) => through.includes(one))
        ? [
            { a, b, isFirm },
            { a: b, b: a, isFirm },
          ]
        : [];
    });
    for (const third of new Set(links.map(({ a }) => a))) {
      const partners = links.filter(({ a }) => a === third);
      if (partners.length > cap) continue;
      for (const one of partners)
        for (const other of partners)
          if (one.b < other.b && (one.isFirm || other.isFirm)) add(one.b, other.b, id);
    }
  }
  for (const ids of found.values()) ids.sort();
  return found;
}

async function candidates(
  rules: readonly BlockingRule[],
  drawn: readonly TestRow[],
): Promise<{ found: unknown; expected: unknown }> {
  return await withThreads(async (database) => {
    const context = await loadRows(database, drawn, { blockingRules: rules });
    await normalise.run(context);
    await block.run(context);
    const rows = await database.rows<Row & { row_id: number }>(sql`
      SELECT match_row.* REPLACE (CAST(birth_date - DATE '1800-01-01' AS INTEGER) AS birth_date),
        year(birth_date) AS year, month(birth_date) AS month, day(birth_date) AS day,
        name_key AS key, name_words AS words,
        CASE WHEN nik_number IS NOT NULL THEN CAST(nik_number AS VARCHAR)
          WHEN regexp_full_match(nik_other, '[0-9]{5,17}') THEN nik_other END AS nik
      FROM match_row LEFT JOIN name USING (name_id) LEFT JOIN identifier_text USING (nik_other_id)`);
    const ids = new Map<Row, number>(rows.map((row) => [row, row.row_id]));
    const pairs = await database.rows<{ row_a: number; row_b: number; found: number }>(sql`
      SELECT least(a.row_id, b.row_id) AS row_a, greatest(a.row_id, b.row_id) AS row_b, found FROM candidate_pair
      JOIN match_row AS a ON a.match_id = match_a JOIN match_row AS b ON b.match_id = match_b`);
    const byRules = pairs.map(({ row_a, row_b, found }): [string, string[]] => [
      `${row_a}-${row_b}`,
      rules.filter((_, position) => ((found >>> position) & 1) === 1).map(({ id }) => id),
    ]);
    return { found: new Map(byRules), expected: bruteForce(rules, rows, (row) => ids.get(row) ?? -1) };
  });
}

const some = (...values: readonly string[]) => fc.constantFrom('', ...values, ...values);

const row: fc.Arbitrary<TestRow> = fc.record({
  nama: some(
    'SITI AMINAH',
    'ST. AMINA',
    'AMINAH',
    'S AMINAH',
    'SRI WAHYUNI',
    'SRIWAHYUNI',
    'WAHYUNI',
    'JOKO',
    'JOKO S',
    'MUH JOKO',
  ),
  tanggal_lahir: some('05|06|1990', '06|05|1990', '05|06|1991', '01|07|1990', '15|06|1991'),
  nik: some(
    '3301014506900001',
    '3301014506900010',
    '3301015406900001',
    '330101450690001',
    '3374014506900001',
    '1234567',
    '330101**********',
    '330101450690****',
    '3301014506900***',
  ),
  nkk: some('3301010101100001', '3301010101100002', '3301010101100003'),
  kode_desa: some('33.01.01.2001', '33.01.01.2002', '33.74.01.1001'),
  tempat_lahir: some('CILACAP', 'SEMARANG'),
  tps: some('1', '2'),
});

/** The shipped rules, with another bound of what is a small list. */
function boundedBy(rows: number): readonly BlockingRule[] {
  return SHIPPED.map((rule) => (rule.mostRows === undefined ? rule : { ...rule, mostRows: rows, cap: rows }));
}

describe('the shipped blocking rules', () => {
  it('find what a search of all pairs finds by their plain words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 2, maxLength: 34 }),
        fc.constantFrom(10, 20, 34),
        async (rows, most) => {
          const { found, expected } = await candidates(boundedBy(most), rows);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
