import { describe, expect, it } from 'vitest';
import alamat from '../../rules/ganda/comparisons/alamat.ts';
import jenis_kelamin from '../../rules/ganda/comparisons/jenis_kelamin.ts';
import nama from '../../rules/ganda/comparisons/nama.ts';
import nik from '../../rules/ganda/comparisons/nik.ts';
import nkk from '../../rules/ganda/comparisons/nkk.ts';
import tanggal_lahir from '../../rules/ganda/comparisons/tanggal_lahir.ts';
import tempat_lahir from '../../rules/ganda/comparisons/tempat_lahir.ts';
import { type Comparison, NOT_ASSESSED } from '../../src/model/ganda.ts';
import { levelsOf } from '../stages/50-score/support.ts';
import { withDatabase } from '../support/stages.ts';

const COMPARISONS: readonly Comparison[] = [
  alamat,
  jenis_kelamin,
  nama,
  nik,
  nkk,
  tanggal_lahir,
  tempat_lahir,
];

describe.each(COMPARISONS.map((comparison) => [comparison.id, comparison] as const))(
  '%s',
  async (_, comparison) => {
    const found = await withDatabase(
      async (database) => await levelsOf(database, comparison, comparison.examples),
    );
    const judged = comparison.examples.map((example, index) => ({
      name: `${JSON.stringify(example.a)} and ${JSON.stringify(example.b)}: ${example.level} ${example.stratum ?? ''}`,
      expected: { level: example.level, stratum: example.stratum ?? found[index]?.stratum },
      found: found[index],
    }));

    it.each(judged)('$name', ({ expected, found: level }) => {
      expect(level).toEqual(expected);
    });

    it('has an example for each level and each of several strata', () => {
      const levels = new Set(comparison.examples.map(({ level }) => level));
      expect(
        [...comparison.levels.map(({ id }) => id), NOT_ASSESSED].filter((id) => !levels.has(id)),
      ).toEqual([]);
      if (comparison.strata.length === 1) return;
      const strata = new Set(comparison.examples.map(({ stratum }) => stratum));
      expect(comparison.strata.map(({ id }) => id).filter((id) => !strata.has(id))).toEqual([]);
    });

    it('has conditions on all but the last level and stratum', () => {
      for (const choices of [comparison.levels, comparison.strata]) {
        expect(choices.map(({ when }) => when === undefined)).toEqual(
          choices.map((_choice, index) => index === choices.length - 1),
        );
        expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
      }
    });
  },
);
