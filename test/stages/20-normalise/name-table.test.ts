import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { nameKey } from '../../../src/stages/20-normalise/name-key.ts';
import { makeNames } from '../../../src/stages/20-normalise/name-table.ts';
import { loadRows, withDatabase, withThreads } from '../../support/stages.ts';

interface Name {
  readonly name_id: number;
  readonly name_key_id: number | null;
  readonly nama_upper: string;
  readonly name_key: string | null;
}

describe('name', () => {
  it.each([
    ['Sri  Wahyuni', 'SRI WAHYUNI', 'SRIWAHIUNI', 'SRIWAHIUNI', 'SRIWAHIUNI', 'SRI WAHIUNI'],
    ['NURHAYATI', 'NURHAYATI', 'NURHAYATI', 'NURHAYATI', 'NURHAYATI', 'NURHAYATI'],
    ['NUR HAYATI', 'NUR HAYATI', 'NURHAYATI', 'NURHAYATI', 'NURHAYATI', 'NUR HAYATI'],
    ['M. RIZKY', 'M. RIZKY', 'MUHAMAT RISKI', 'MUHAMATRISKI', 'MUHAMATRISKI', 'MUHAMAT RISKI'],
    [
      'H. SLAMET RIYADI S.Pd',
      'H. SLAMET RIYADI S.PD',
      'SLAMET RIADI',
      'SLAMETRIADI',
      'RIADISLAMET',
      'SLAMET RIADI',
    ],
    ['Slamét', 'SLAMET', 'SLAMET', 'SLAMET', 'SLAMET', 'SLAMET'],
  ])('%s in all its forms', async (nama, nama_upper, name_key, name_flat, name_sorted, name_words) => {
    await withDatabase(async (database) => {
      await normalise.run(await loadRows(database, [{ nama }]));
      expect(await database.rows(sql`SELECT * FROM name`)).toEqual([
        { name_id: 0, nama_upper, name_key, name_key_id: 0, name_flat, name_sorted, name_words },
      ]);
    });
  });

  it('has every name of the roll once; a name without a letter has no forms', async () => {
    await withDatabase(async (database) => {
      const rows = ['Siti  Aminah', 'SITI AMINAH ', 'José', '', '?', 'ST. AMINAH'].map((nama) => ({ nama }));
      await normalise.run(await loadRows(database, rows));
      const names = await database.rows<Name>(sql`SELECT * FROM name ORDER BY nama_upper`);
      expect(names.map(({ nama_upper }) => nama_upper)).toEqual(['?', 'JOSE', 'SITI AMINAH', 'ST. AMINAH']);
      expect(new Set(names.map(({ name_id }) => name_id))).toEqual(new Set([0, 1, 2, 3]));
      expect(names[0]).toMatchObject({
        name_key: null,
        name_key_id: null,
        name_flat: null,
        name_sorted: null,
        name_words: null,
      });
      expect(names[2]?.name_key_id).toBe(names[3]?.name_key_id);
      expect(names[1]?.name_key_id).not.toBe(names[2]?.name_key_id);
    });
  });

  it('keys many names in worker threads as it would one by one', async () => {
    await withThreads(async (database) => {
      await database.run(sql`CREATE TABLE roll AS
        SELECT 'MOCH ' || chr(CAST(65 + i % 26 AS INTEGER)) || 'OEDI ' || chr(CAST(65 + i // 26 % 26 AS INTEGER)) || chr(CAST(65 + i // 676 % 26 AS INTEGER)) || chr(CAST(65 + i // 17576 AS INTEGER)) AS nama_upper
        FROM range(40000) AS numbers (i)`);
      await makeNames(database, 2);
      const names = await database.rows<Name>(sql`SELECT * FROM name ORDER BY nama_upper`);
      expect(new Set(names.map(({ nama_upper }) => nama_upper)).size).toBe(40_000);
      expect(names).toHaveLength(40_000);
      expect(new Set(names.map(({ name_id }) => name_id)).size).toBe(40_000);
      for (const { nama_upper, name_key } of names.filter((_, index) => index % 97 === 0))
        expect(name_key).toBe(nameKey(nama_upper));
      expect(Math.max(...names.map(({ name_id }) => name_id))).toBe(39_999);
      const keys = new Map(names.map(({ name_key, name_key_id }) => [name_key, name_key_id]));
      for (const { name_key, name_key_id } of names) expect(keys.get(name_key)).toBe(name_key_id);
      expect([...new Set(keys.values())].toSorted((left, right) => Number(left) - Number(right))).toEqual(
        [...keys.keys()].map((_, index) => index),
      );
    });
  });
});
