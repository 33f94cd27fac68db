import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockingFigures } from '../../src/cli/evaluate/blocking.ts';
import {
  type CalibrationBin,
  calibrationOf,
  expectedCalibrationError,
} from '../../src/cli/evaluate/calibration.ts';
import { detectionOf } from '../../src/cli/evaluate/detection.ts';
import { rateOf, wilsonInterval } from '../../src/cli/evaluate/rate.ts';
import { wrongfulFlags } from '../../src/cli/evaluate/wrongful-flags.ts';
import { sql } from '../../src/engine/sql.ts';
import type { BlockingRule } from '../../src/model/ganda.ts';
import { withDatabase } from '../support/stages.ts';

describe('detectionOf', () => {
  test('is precision, recall and their harmonic mean', () => {
    expect(detectionOf(8, 6, 10)).toEqual({
      pairs: 8,
      true_positives: 6,
      false_positives: 2,
      false_negatives: 4,
      precision: 0.75,
      recall: 0.6,
      f1: 12 / 18,
    });
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), (right, wrong, missed) => {
        const { precision, recall, f1 } = detectionOf(right + wrong, right, right + missed);
        fc.pre(precision !== null && recall !== null && precision + recall > 0);
        expect(f1).toBeCloseTo(
          (2 * (precision ?? 0) * (recall ?? 0)) / ((precision ?? 0) + (recall ?? 0)),
          12,
        );
      }),
    );
  });

  test('says nothing where there is nothing', () => {
    expect(detectionOf(0, 0, 3)).toMatchObject({ precision: null, recall: 0, f1: 0 });
    expect(detectionOf(2, 0, 0)).toMatchObject({ precision: 0, recall: null, f1: 0 });
    expect(detectionOf(0, 0, 0)).toMatchObject({ precision: null, recall: null, f1: null });
  });
});

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d', (count, of, low, high) => {
    const interval = wilsonInterval(count, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('of all is the mirror of none, and no share is refused', () => {
    expect(wilsonInterval(20, 20)).toEqual({ low: 1 - wilsonInterval(0, 20).high, high: 1 });
    for (const [count, of] of [
      [-1, 5],
      [6, 5],
      [0, 0],
    ] as const)
      expect(() => wilsonInterval(count, of)).toThrow(RangeError);
  });

  test('as a rate', () => {
    expect(rateOf(0, 0)).toEqual({
      count: 0,
      of: 0,
      per_1000: null,
      low_per_1000: null,
      high_per_1000: null,
    });
    expect(rateOf(15, 148).per_1000).toBeCloseTo(101.351, 3);
    expect(rateOf(15, 148).high_per_1000).toBeCloseTo(160.5, 1);
  });
});

describe('calibration', () => {
  const bin = (pairs: number, predicted: number | null, observed: number | null): CalibrationBin => ({
    from: 0,
    to: 1,
    pairs,
    predicted,
    observed,
  });

  test('ECE weighs the bins by their pairs and passes over empty ones', () => {
    expect(expectedCalibrationError([bin(3, 0.9, 1), bin(0, null, null), bin(1, 0.2, 0)])).toBeCloseTo(
      0.125,
      12,
    );
    expect(expectedCalibrationError([bin(0, null, null)])).toBeNull();
    expect(() => expectedCalibrationError([bin(1, null, 0)])).toThrow(RangeError);
  });

  test('puts pairs into bins; an edge belongs to the bin above it, 1 to the last', async () => {
    await withDatabase(async (database) => {
      const judged = sql`SELECT CAST(match_probability AS DOUBLE) AS match_probability, is_true
        FROM (VALUES (0.5, false), (0.55, true), (0.6, true), (0.649, false), (1.0, true), (0.951, true), (0.49, true), (NULL, true))
          AS pair(match_probability, is_true)`;
      const { pairs, bins, expected_calibration_error, brier } = await calibrationOf(database, judged, 0.5);
      expect(pairs).toBe(6);
      expect(bins.map((found) => found.pairs)).toEqual([1, 1, 2, 0, 0, 0, 0, 0, 0, 2]);
      expect(bins.map(({ from, to }) => [from, to]).at(-1)).toEqual([0.95, 1]);
      expect(bins[2]).toMatchObject({ observed: 0.5 });
      expect(bins[2]?.predicted).toBeCloseTo(0.6245, 9);
      expect(bins[3]).toMatchObject({ predicted: null, observed: null });
      expect(expected_calibration_error).toBeCloseTo(
        (0.5 + 0.45 + 2 * Math.abs(0.5 - 0.6245) + 2 * (1 - 0.9755)) / 6,
        8,
      );
      expect(brier).toBeCloseTo((0.25 + 0.2025 + 0.16 + 0.649 ** 2 + 0 + 0.049 ** 2) / 6, 8);
    });
  });

  test('has every tenth in its own bin over the whole range', async () => {
    await withDatabase(async (database) => {
      const judged = sql`SELECT CAST(tenth AS DOUBLE) / 10 AS match_probability, tenth > 4 AS is_true FROM range(11) AS tenths(tenth)`;
      const { bins } = await calibrationOf(database, judged, 0);
      expect(bins.map(({ pairs }) => pairs)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
      expect(bins.map(({ observed }) => observed)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    });
  });
});

function blockingRule(id: string): BlockingRule {
  const text = { id, en: id };
  return {
    id,
    title: text,
    key: ['nik_number'],
    survives: text,
    cap: 10,
    splitBy: [],
    examples: { found: [], left: [] },
  };
}

test('blockingFigures: by rule, alone, so far, and what was missed', async () => {
  await withDatabase(async (database) => {
    await database.run(
      sql`CREATE TABLE match_row AS SELECT 9 - CAST(id AS INTEGER) AS match_id, id + 100 AS row_id FROM range(10) AS ids(id)`,
    );
    // Rows 100 … 109 have match ids 9 … 0, so that the pairs turn around.
    await database.run(sql`CREATE TABLE true_pair AS SELECT * FROM (VALUES
      (100, 101, ['exact']), (102, 103, ['a', 'b']), (104, 105, ['a']), (106, 107, ['b']), (108, 109, ['c'])
    ) AS pair(row_a, row_b, kinds)`);
    await database.run(sql`CREATE TABLE candidate_pair AS SELECT CAST(a AS INTEGER) AS match_a, CAST(b AS INTEGER) AS match_b, CAST(bits AS UINTEGER) AS found
      FROM (VALUES (8, 9, 1), (6, 7, 6), (4, 5, 4), (0, 9, 1), (0, 8, 2)) AS pair(a, b, bits)`);
    const figures = await blockingFigures(database, ['one', 'two', 'three'].map(blockingRule));
    expect(figures).toMatchObject({ candidate_pairs: 5, true_pairs: 5, found: 3, recall: 0.6 });
    const title = (id: string) => ({ id, en: id });
    expect(figures.rules.map((rule) => Object.values(rule))).toEqual([
      ['one', title('one'), 2, 1, 1, 1, 0.2],
      ['two', title('two'), 2, 1, 1, 0, 0.4],
      ['three', title('three'), 2, 2, 1, 1, 0.6],
    ]);
    expect(figures.missed_by_kind).toEqual([
      { kind: 'b', true_pairs: 2, missed: 1 },
      { kind: 'c', true_pairs: 1, missed: 1 },
      { kind: 'a', true_pairs: 2, missed: 0 },
      { kind: 'exact', true_pairs: 1, missed: 0 },
    ]);
  });
});

test('wrongfulFlags: only voters without a single right pair, by part of the roll', async () => {
  await withDatabase(async (database) => {
    await database.run(
      sql`CREATE TABLE assessed AS SELECT CAST(id AS VARCHAR) AS dpid, id AS row_id FROM range(8) AS ids(id)`,
    );
    await database.run(sql`CREATE TABLE roll AS SELECT row_id, sex, age, nama_upper, area_kabupaten FROM (VALUES
      (0, 'L', 17, 'SITI', 3301), (1, 'L', 24, 'SITI AMINAH', 3301), (2, 'P', 25, 'BUDI', 3301), (3, 'P', 34, 'BUDI S', 3301),
      (4, 'P', 74, 'AGUS', 3374), (5, 'P', 75, 'AGUS R', 3374), (6, NULL, NULL, NULL, 0), (7, 'P', 16, 'TINI S', 3374),
      (8, 'P', 40, 'NOT IN THE TRUTH', 3374)) AS voter(row_id, sex, age, nama_upper, area_kabupaten)`);
    // 0-1 true; 0-2 false: 2 is wronged, 0 is not. 3-4 false but only tinjau. 5-6 false at pasti.
    await database.run(sql`CREATE TABLE judged AS SELECT * FROM (VALUES
      ('0', '1', 0, true), ('0', '2', 1, false), ('3', '4', 2, false), ('5', '6', 0, false)
    ) AS pair(dpid_a, dpid_b, tier_rank, is_true)`);
    const rates = await wrongfulFlags(database);
    const found = Object.fromEntries(
      rates.map(({ by, value, count, of }) => [`${by} ${value}`, [count, of]]),
    );
    expect(found).toEqual({
      'all all': [3, 8],
      'sex L': [0, 2],
      'sex P': [2, 5],
      'sex unknown': [1, 1],
      'age 00-16': [0, 1],
      'age 17-24': [0, 2],
      'age 25-34': [1, 2],
      'age 65-74': [0, 1],
      'age 75+': [1, 1],
      'age unknown': [1, 1],
      'name_words one': [1, 3],
      'name_words several': [1, 4],
      'name_words unknown': [1, 1],
      'kode_kabupaten 3301': [1, 4],
      'kode_kabupaten 3374': [1, 3],
      'kode_kabupaten unknown': [1, 1],
    });
  });
});
