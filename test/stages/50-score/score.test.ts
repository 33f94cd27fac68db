import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import alamat from '../../../rules/ganda/comparisons/alamat.ts';
import jenis_kelamin from '../../../rules/ganda/comparisons/jenis_kelamin.ts';
import nama from '../../../rules/ganda/comparisons/nama.ts';
import nik from '../../../rules/ganda/comparisons/nik.ts';
import nkk from '../../../rules/ganda/comparisons/nkk.ts';
import tanggal_lahir from '../../../rules/ganda/comparisons/tanggal_lahir.ts';
import tempat_lahir from '../../../rules/ganda/comparisons/tempat_lahir.ts';
import { GUARDS } from '../../../rules/ganda/guards.ts';
import { join, sql } from '../../../src/engine/sql.ts';
import { UsageError } from '../../../src/model/errors.ts';
import type { Comparison, ExamplePair } from '../../../src/model/ganda.ts';
import type { InputFile } from '../../../src/model/input-file.ts';
import type { MatchModel } from '../../../src/model/match-model.ts';
import type { ExampleRow } from '../../../src/model/rule.ts';
import { score } from '../../../src/stages/50-score/index.ts';
import { double, weightOf, weightSql } from '../../../src/stages/50-score/weights.ts';
import { withDatabase } from '../../support/stages.ts';
import { loadPairs, makeCandidates, plainModel } from './support.ts';

const COMPARISONS = [alamat, jenis_kelamin, nama, nik, nkk, tanggal_lahir, tempat_lahir];

describe('weightOf', () => {
  it('is log2(m / u), less for a common value and more for a rare one', () => {
    expect(weightOf({ m: 0.8, u: 0.1 }, null)).toBeCloseTo(3, 12);
    expect(weightOf({ m: 0.8, u: 0.1 }, 0.5)).toBeCloseTo(3, 12);
    expect(weightOf({ m: 0.8, u: 0.1, mean_share: 0.01 }, 0.01)).toBeCloseTo(3, 12);
    expect(weightOf({ m: 0.8, u: 0.1, mean_share: 0.01 }, null)).toBeCloseTo(3, 12);
    expect(weightOf({ m: 0.8, u: 0.1, mean_share: 0.01 }, 0.02)).toBeCloseTo(2, 12);
    expect(weightOf({ m: 0.8, u: 0.1, mean_share: 0.01 }, 0.0025)).toBeCloseTo(5, 12);
  });

  it('stays finite where training saw nothing', () => {
    for (const [m, u] of [
      [0, 0.5],
      [0.5, 0],
      [0, 0],
    ] as const)
      expect(Number.isFinite(weightOf({ m, u }, null))).toBe(true);
    expect(weightOf({ m: 0, u: 0.5 }, null)).toBeLessThan(-20);
  });

  it('is what its SQL computes', async () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    const share = fc.double({ min: 1e-8, max: 1, noNaN: true });
    const cases = fc.sample(
      fc.record({ m: probability, u: probability, mean: fc.option(share), share: fc.option(share) }),
      { numRuns: 250, seed: 1 },
    );
    const asked = cases.map(({ m, u, mean, share: found }) => ({
      parameters: { m, u, ...(mean === null ? {} : { mean_share: mean }) },
      share: found,
    }));
    const comparison = codeOf(asked.length);
    const parameters = new Map(asked.map((level, index) => [index + 1, level.parameters]));
    await withDatabase(async (database) => {
      const values = asked.map(
        ({ share: found }, index) =>
          sql`(${index + 1}, ${found === null ? sql`CAST(NULL AS DOUBLE)` : double(found)})`,
      );
      const rows = await database.rows<{ weight: number }>(sql`
        SELECT ${weightSql(comparison, parameters)} AS weight
        FROM (VALUES (0, CAST(NULL AS DOUBLE)), ${join(values)}) AS coded (code_uji, share_uji) ORDER BY code_uji`);
      expect(rows[0]?.weight).toBe(0);
      for (const [index, { parameters: level, share: found }] of asked.entries())
        expect(rows[index + 1]?.weight).toBeCloseTo(weightOf(level, found), 9);
    });
  });
});

/** A comparison `uji` of so many levels in one stratum. */
function codeOf(levels: number): Comparison {
  const label = { id: 'teks', en: 'text' };
  return {
    ...nama,
    id: 'uji',
    levels: Array.from({ length: levels }, (_, index) => ({ id: `tingkat-${index}`, label })),
  };
}

/** Few values a column, so that any two rows agree on much, and damaged ones among them. */
const ROW: fc.Arbitrary<ExampleRow> = fc.record({
  nama: fc.constantFrom(
    'SITI AMINAH',
    'S. AMINAH',
    'SITI AMINA',
    'AMINAH SITI',
    'SITI ROHMAH',
    'SRI',
    'TRI',
    '?',
    '',
  ),
  tanggal_lahir: fc.constantFrom(
    '12|06|1990',
    '06|12|1990',
    '22|06|1990',
    '01|07|1990',
    '01|07|1960',
    '23|09|1971',
    '',
  ),
  jenis_kelamin: fc.constantFrom('L', 'P', ''),
  tempat_lahir: fc.constantFrom('KUDUS', 'KUOUS', 'KAB. KUDUS', 'PATI', ''),
  nkk: fc.constantFrom('3319010502070011', '3319010502070012', '3319010502700011', '3319012103150007', ''),
  nik: fc.constantFrom(
    '3319015206900001',
    '3319015206900002',
    '3319011206900001',
    '331901520690001',
    '3374025206900001',
    '3319012309710004',
    'A1234567',
    'A1234576',
    '331901520690****',
    '',
  ),
  alamat: fc.constantFrom('DK KRAJAN', 'DK KRAJEN', 'GANG BUNTU', ''),
  kode_desa: fc.constantFrom('3319012001', '3319012002', '3319022010', '3374011001', ''),
  tps: fc.constantFrom('001', '002'),
});

describe('a pair', () => {
  it('has the same levels, weights and guard whichever row stands first', async () => {
    const rows = fc.sample(ROW, { numRuns: 120, seed: 7 });
    const both = rows.flatMap((_, first) =>
      rows.flatMap((__, second) => (first === second ? [] : [[first, second] as const])),
    );
    await withDatabase(async (database) => {
      const context = await loadPairs(
        database,
        [{ a: rows[0] ?? {}, b: rows[1] ?? {} }, ...pairsOf(rows.slice(2))],
        {
          comparisons: COMPARISONS,
          guards: GUARDS,
          // every level speaks for a match, so that the guards are asked of every pair
          model: plainModel(COMPARISONS, 20),
        },
      );
      await makeCandidates(database, both);
      await score.run(context);
      const { pairs, unequal, guarded } = await database.row(sql`SELECT
        (SELECT count(*) FROM scored_pair) AS pairs,
        (SELECT count(*) FROM (
          FROM scored_pair EXCEPT SELECT * REPLACE (row_b AS row_a, row_a AS row_b) FROM scored_pair)) AS unequal,
        (SELECT count(DISTINCT guard) FROM scored_pair) AS guarded`);
      expect({ pairs, unequal }).toEqual({ pairs: both.length, unequal: 0 });
      expect(guarded).toBeGreaterThan(3);
    });
  });
});

/** Consecutive rows in twos; an odd one out is left. */
function pairsOf(rows: readonly ExampleRow[]): ExamplePair[] {
  return Array.from({ length: Math.floor(rows.length / 2) }, (_, index) => ({
    a: rows[2 * index] ?? {},
    b: rows[2 * index + 1] ?? {},
  }));
}

const DUPLICATE: ExamplePair = {
  a: { nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001', nkk: '3319010502070011' },
  b: { nama: 'SITI AMINA', tanggal_lahir: '12|06|1990', nik: '3319015206900001', nkk: '3319012103150007' },
};
const TWO_PEOPLE: ExamplePair = {
  a: { nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900003', nkk: '3319010502070044' },
  b: { nama: 'PURWANTO', tanggal_lahir: '23|09|1971', nik: '3319012309710004', nkk: '3319010502070044' },
};

const SETTING = { comparisons: COMPARISONS, guards: GUARDS, model: plainModel(COMPARISONS) };

interface Scored {
  readonly [column: string]: string | number | null;
}

async function scored(
  pairs: readonly ExamplePair[],
  change: (context: Awaited<ReturnType<typeof loadPairs>>) => object = () => ({}),
): Promise<Scored[]> {
  return await withDatabase(async (database) => {
    const context = await loadPairs(database, pairs, SETTING);
    await score.run({ ...context, ...change(context) });
    return await database.rows<Scored>(
      sql`SELECT scored_pair.*, prior_log2 FROM scored_pair, scoring_fact ORDER BY row_a`,
    );
  });
}

/** The context's inputs without some columns. */
function without(...absent: readonly string[]) {
  return ({ inputs }: { readonly inputs: readonly InputFile[] }) => ({
    inputs: inputs.map((file) => ({
      ...file,
      columns: file.columns.filter(({ column }) => !absent.includes(column)),
    })),
  });
}

describe('score', () => {
  it('adds prior, weights and guard, and turns the sum into a probability', async () => {
    const pairs = await scored([DUPLICATE, TWO_PEOPLE]);
    expect(pairs).toHaveLength(2);
    for (const pair of pairs) {
      const weights = Object.entries(pair).flatMap(([column, value]) =>
        column.startsWith('weight_') ? [Number(value)] : [],
      );
      expect(weights).toHaveLength(COMPARISONS.length + 1);
      const sum = weights.reduce((total, weight) => total + weight, Number(pair['prior_log2']));
      expect(pair['match_weight']).toBeCloseTo(sum, 9);
      expect(pair['match_probability']).toBeCloseTo(1 / (1 + 2 ** -sum), 9);
    }
  });

  it('gives the weight that the model gives the level in its stratum', async () => {
    const [pair] = await scored([DUPLICATE]);
    const learned = SETTING.model.comparisons['nik']?.['tanggal-kabupaten-sama']?.['sama'];
    expect(pair?.['level_nik']).toBe('sama');
    expect(pair?.['weight_nik']).toBeCloseTo(weightOf(learned ?? { m: 1, u: 1 }, null), 12);
    expect(pair?.['level_tempat_lahir']).toBe('tidak-dinilai');
    expect(pair?.['weight_tempat_lahir']).toBe(0);
  });

  it('names every rule that found the pair, in their order', async () => {
    await withDatabase(async (database) => {
      const context = await loadPairs(database, [DUPLICATE, TWO_PEOPLE], SETTING);
      await database.run(sql`CREATE OR REPLACE TABLE candidate_pair AS
        SELECT match_a, match_b, CAST(CASE WHEN row_id = 0 THEN 5 ELSE 2 END AS UINTEGER) AS found
        FROM candidate_pair JOIN match_row ON match_id = match_a`);
      const [rule] = context.blockingRules;
      if (rule === undefined) throw new Error('no blocking rule');
      await score.run({ ...context, blockingRules: ['satu', 'dua', 'tiga'].map((id) => ({ ...rule, id })) });
      const rows = await database.rows<{ found_by: string }>(
        sql`SELECT found_by FROM scored_pair ORDER BY row_a`,
      );
      expect(rows.map(({ found_by }) => found_by)).toEqual(['satu+tiga', 'dua']);
    });
  });

  it('drops comparisons whose columns are absent, and the guards that need them', async () => {
    const [pair] = await scored([DUPLICATE], without('nik', 'alamat', 'kode_desa'));
    const columns = Object.keys(pair ?? {});
    expect(columns.filter((column) => column.startsWith('level_'))).toEqual([
      'level_jenis_kelamin',
      'level_nama',
      'level_nkk',
      'level_tanggal_lahir',
      'level_tempat_lahir',
    ]);
    expect(columns).not.toContain('weight_nik');
    const everything = COMPARISONS.flatMap(({ reads }) => reads);
    const [bare] = await scored([DUPLICATE], without(...everything));
    expect(bare).toMatchObject({ guard: null, weight_guard: 0 });
  });

  it('refuses a model that does not know a level, and names it and the way out', async () => {
    const { [tanggal_lahir.id]: _, ...comparisons } = SETTING.model.comparisons;
    const model: MatchModel = { ...SETTING.model, comparisons };
    const error: unknown = await scored([DUPLICATE], () => ({ model })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    for (const text of Object.values((error as UsageError).text)) {
      expect(text).toContain('tanggal_lahir / semua / sama');
      expect(text).toContain('sisir train');
    }
  });

  it('scores a model’s calibrated logit', async () => {
    const calibration = { slope: 0.5, intercept: 1, pairs: 10 };
    const [pair] = await scored([DUPLICATE], () => ({ model: { ...SETTING.model, calibration } }));
    const logit = 1 + 0.5 * Number(pair?.['match_weight']);
    expect(pair?.['match_probability']).toBeCloseTo(1 / (1 + 2 ** -logit), 12);
  });

  it('runs on a roll without a candidate', async () => {
    await withDatabase(async (database) => {
      const context = await loadPairs(database, [DUPLICATE], SETTING);
      await database.run(sql`DELETE FROM candidate_pair`);
      expect(await score.run(context)).toEqual({ rowsIn: 0, rowsOut: 0 });
      const fact = await database.row<{ expected_matches: number; rows: number }>(
        sql`SELECT expected_matches, rows FROM scoring_fact`,
      );
      expect(fact.rows).toBe(2);
      expect(fact.expected_matches).toBeLessThan(0.1);
    });
  });
});
