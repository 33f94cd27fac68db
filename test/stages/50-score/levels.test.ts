import { describe, expect, it } from 'vitest';
import nama from '../../../rules/ganda/comparisons/nama.ts';
import tanggal_lahir from '../../../rules/ganda/comparisons/tanggal_lahir.ts';
import { identifier, render, sql } from '../../../src/engine/sql.ts';
import type { Comparison } from '../../../src/model/ganda.ts';
import type { InputFile } from '../../../src/model/input-file.ts';
import { activeComparisons, codedLevels, levelQuery } from '../../../src/stages/50-score/levels.ts';
import { withDatabase } from '../../support/stages.ts';
import { compare, loadPairs } from './support.ts';

const LABEL = { id: 'teks', en: 'text' };

/** A comparison of two strata and three levels that is short enough to read as SQL. */
const SHORT: Comparison = {
  id: 'uji',
  title: LABEL,
  reads: ['nama', 'alamat'],
  missing: 'a.name_flat IS NULL OR b.name_flat IS NULL',
  strata: [
    { id: 'serumah', label: LABEL, when: 'a.nkk_number = b.nkk_number', equal: ['nkk_number'] },
    { id: 'lain', label: LABEL, equal: [] },
  ],
  levels: [
    { id: 'sama', label: LABEL, when: 'a.name_flat = b.name_flat', frequency: 'name' },
    { id: 'mirip', label: LABEL, when: 'levenshtein(a.name_flat, b.name_flat) <= 2' },
    { id: 'beda', label: LABEL },
  ],
  examples: [],
};

function fileWith(...columns: readonly string[]): InputFile {
  return { columns: columns.map((column) => ({ column, positions: [0] })) } as unknown as InputFile;
}

describe('levelQuery', () => {
  it('compiles a comparison to one code and one share', () => {
    expect(render(levelQuery([SHORT], sql`FROM candidate_pair`)).replace(/\s+/g, ' ')).toMatchInlineSnapshot(
      `"SELECT * EXCLUDE ("a.name_flat", "a.nkk_number", "a.equal_name_share", "b.name_flat", "b.nkk_number", "b.equal_name_share"), CASE WHEN "code_uji" > 0 THEN CASE ("code_uji" - 1) % 3 WHEN 0 THEN greatest("a.equal_name_share", "b.equal_name_share") END END AS "share_uji" FROM (SELECT *, CAST(CASE WHEN "a.name_flat" IS NULL OR "b.name_flat" IS NULL THEN 0 ELSE 1 + (CASE WHEN "a.nkk_number" = "b.nkk_number" THEN 0 ELSE 1 END) * 3 + (CASE WHEN "a.name_flat" = "b.name_flat" THEN 0 WHEN levenshtein("a.name_flat", "b.name_flat") <= 2 THEN 1 ELSE 2 END) END AS UTINYINT) AS "code_uji" FROM (SELECT pair.*, "a"."name_flat" AS "a.name_flat", "a"."nkk_number" AS "a.nkk_number", "a"."equal_name_share" AS "a.equal_name_share", "b"."name_flat" AS "b.name_flat", "b"."nkk_number" AS "b.nkk_number", "b"."equal_name_share" AS "b.equal_name_share" FROM (FROM candidate_pair) AS pair JOIN compared_row AS a ON a.match_id = pair.match_a JOIN compared_row AS b ON b.match_id = pair.match_b))"`,
    );
  });

  it('numbers strata and levels without gap or overlap, and refuses what a byte cannot hold', () => {
    expect(codedLevels(SHORT).map(({ code, stratum, level }) => [code, stratum.id, level.id])).toEqual([
      [1, 'serumah', 'sama'],
      [2, 'serumah', 'mirip'],
      [3, 'serumah', 'beda'],
      [4, 'lain', 'sama'],
      [5, 'lain', 'mirip'],
      [6, 'lain', 'beda'],
    ]);
    const [last] = SHORT.levels;
    const many = Array.from({ length: 200 }, () => ({ ...last, id: 'x', label: LABEL }));
    expect(() => codedLevels({ ...SHORT, levels: many })).toThrow(RangeError);
  });

  it('keeps every column of the pairs, and every pair when there is no comparison', async () => {
    await withDatabase(async (database) => {
      await loadPairs(database, [{ a: { nama: 'SLAMET' }, b: { nama: 'SUTRISNO' } }]);
      await compare(database);
      const pairs = sql`SELECT *, 7 AS carried FROM candidate_pair`;
      const query = levelQuery([nama], pairs);
      const columns = await database.rows<{ column_name: string }>(sql`DESCRIBE ${query}`);
      expect(columns.map(({ column_name }) => column_name)).toEqual([
        'match_a',
        'match_b',
        'found',
        'carried',
        'code_nama',
        'share_nama',
      ]);
      expect(await database.rows(levelQuery([], pairs))).toHaveLength(1);
    });
  });
});

describe('activeComparisons', () => {
  it('keeps a comparison of which at least one column stands in at least one file', () => {
    const ids = (...files: readonly InputFile[]) =>
      activeComparisons([SHORT, tanggal_lahir], files).map(({ id }) => id);
    expect(ids(fileWith('nama'), fileWith('nik'))).toEqual(['uji']);
    expect(ids(fileWith('nik'), fileWith('alamat', 'tanggal_lahir'))).toEqual(['uji', 'tanggal_lahir']);
    expect(ids(fileWith('nik'))).toEqual([]);
    expect(ids()).toEqual([]);
  });
});

/** Share that a comparison reads for one pair, in a roll of these and other rows. */
async function shareOf(comparison: Comparison, pair: readonly [string, string], others: readonly string[]) {
  return await withDatabase(async (database) => {
    const birth = { tanggal_lahir: '12|06|1990' };
    await loadPairs(
      database,
      [pair, ...others.map((name) => [name, name] as const)].map(([first, second]) => ({
        a: { ...birth, nama: first },
        b: { ...birth, nama: second },
      })),
    );
    await compare(database);
    const share = identifier(`share_${comparison.id}`);
    const row = await database.row<{ share: number | null }>(sql`
      SELECT ${share} AS share FROM (${levelQuery([comparison], sql`FROM candidate_pair`)})
      JOIN match_row ON match_id = match_a WHERE row_id = 0`);
    return row.share;
  });
}

describe('share', () => {
  it('counts the equal name in the list, without the other row of the pair and less the discount', async () => {
    expect(await shareOf(nama, ['SLAMET', 'SLAMET'], ['SLAMET', 'JOKO'])).toBe((4 - 1 - 0.75) / 6);
    expect(await shareOf(nama, ['SLAMET', 'SELAMET'], ['SLAMET', 'JOKO'])).toBe((4 - 1 - 0.75) / 6);
    expect(await shareOf(nama, ['SLAMET', 'SLAMET'], ['JOKO'])).toBe((2 - 1 - 0.75) / 4);
  });

  it('counts the rarest word that both names have', async () => {
    expect(await shareOf(nama, ['SITI AMINAH', 'AMINAH'], ['SITI FATIMAH', 'AMINAH'])).toBe(4 / 6);
    expect(await shareOf(nama, ['SITI AMINAH ROHMAH', 'SITI ROHMAH'], ['SITI AMINAH'])).toBe(2 / 4);
  });

  it('counts the birth date, the more the larger the roll, and nothing where a level has no frequency', async () => {
    const foretold = ((4 + 1) / (4 + 70)) * ((4 + 1) / (4 + 366));
    expect(await shareOf(tanggal_lahir, ['A', 'B'], ['C'])).toBeCloseTo(
      (3 + 20_000 * foretold) / (3 + 20_000),
      12,
    );
    expect(await shareOf(nama, ['SLAMET', 'PURWANTO'], ['JOKO'])).toBeNull();
  });

  it('counts a name within its ten-year birth cohort when the cohort is large, else among all rows of the area', async () => {
    await withDatabase(async (database) => {
      await loadPairs(database, [
        {
          a: { nama: 'SLAMET', tanggal_lahir: '12|06|1955' },
          b: { nama: 'SLAMET', tanggal_lahir: '12|06|1955' },
        },
        { a: { nama: 'SLAMET', tanggal_lahir: '' }, b: { nama: 'SLAMET', tanggal_lahir: '12|06|1995' } },
      ]);
      await database.run(sql`CREATE OR REPLACE TABLE real_match_row AS FROM match_row`);
      await database.run(sql`CREATE OR REPLACE VIEW match_row AS
        FROM real_match_row
        UNION ALL BY NAME
        SELECT CAST(100 + range AS INTEGER) AS match_id, 100 + range AS row_id, DATE '1955-01-01' AS birth_date
        FROM range(4998)`);
      await compare(database);
      const shares = await database.rows<{ row_id: number; name_share: number }>(
        sql`SELECT row_id, name_share FROM compared_row ORDER BY row_id`,
      );
      expect(shares).toEqual([
        { row_id: 0, name_share: 2 / 5000 },
        { row_id: 1, name_share: 2 / 5000 },
        { row_id: 2, name_share: 4 / 5002 },
        { row_id: 3, name_share: 4 / 5002 },
      ]);
    });
  });
});
