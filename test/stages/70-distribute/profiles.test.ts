import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { invalid } from '../../../src/stages/30-invalid/index.ts';
import { makeProfiles } from '../../../src/stages/70-distribute/profiles.ts';
import { loadRows, type TestRow, withDatabase } from '../../support/stages.ts';

const voter = (row: TestRow): TestRow => ({
  kode_desa: '3301012001',
  tps: '001',
  jenis_kelamin: 'L',
  tanggal_lahir: '12|06|1990',
  ...row,
});
const times = (count: number, row: TestRow) => Array.from({ length: count }, () => voter(row));

async function profile<T extends object>(
  rows: readonly TestRow[],
  table: 'age_profile' | 'birth_date_profile' | 'disability_profile' | 'district_pair',
): Promise<T[]> {
  return await withDatabase(async (database) => {
    const context = await loadRows(database, rows);
    await normalise.run(context);
    await invalid.run(context);
    await database.run(sql`CREATE TABLE ganda_pair AS SELECT * FROM (VALUES
      (3319, 3301, 'K1', 'pasti'), (3301, 3319, 'K1', 'pasti'), (3301, 3301, 'K2', 'kuat')
    ) AS pairs (area_kabupaten_a, area_kabupaten_b, grade, tier)`);
    await makeProfiles(database, context.inputs);
    return await database.rows<T>({ values: [], text: () => `SELECT * FROM ${table} ORDER BY ALL` });
  });
}

describe('profiles', () => {
  it('counts every voter once by sex and age, also where the date cannot be read', async () => {
    const bands = await profile(
      [
        ...times(2, { tanggal_lahir: '01|07|1990' }),
        voter({ tanggal_lahir: '31|12|1900', jenis_kelamin: 'P' }),
        voter({ tanggal_lahir: '02|01|2015' }),
        voter({ tanggal_lahir: '99|99|9999' }),
        voter({ jenis_kelamin: '?' }),
      ],
      'age_profile',
    );
    const cilacap = { kode_kabupaten: '3301', nama_kabupaten: 'Kabupaten Cilacap' };
    expect(bands).toEqual([
      { ...cilacap, jenis_kelamin: 'L', age_from: 0, age_to: 14, voters: 1, default_date_voters: 0 },
      { ...cilacap, jenis_kelamin: 'L', age_from: 35, age_to: 39, voters: 2, default_date_voters: 2 },
      { ...cilacap, jenis_kelamin: 'L', age_from: null, age_to: null, voters: 1, default_date_voters: 0 },
      { ...cilacap, jenis_kelamin: 'P', age_from: 95, age_to: null, voters: 1, default_date_voters: 1 },
      { ...cilacap, jenis_kelamin: null, age_from: 35, age_to: 39, voters: 1, default_date_voters: 0 },
    ]);
  });

  it('withholds small cells of sex by disability, and a second one where one alone could be worked out', async () => {
    const cells = await profile<{ jenis_kelamin: string; disabilitas: string; voters: number | null }>(
      [
        ...times(9, {}),
        ...times(6, { disabilitas: '1' }),
        ...times(2, { disabilitas: '2' }),
        ...times(7, { jenis_kelamin: 'P' }),
        ...times(5, { jenis_kelamin: 'P', disabilitas: '6' }),
        ...times(5, { jenis_kelamin: 'P', disabilitas: 'X' }),
      ],
      'disability_profile',
    );
    expect(cells.map((cell) => [cell.jenis_kelamin, cell.disabilitas, cell.voters])).toEqual([
      ['L', '0', 9],
      ['L', '1', null],
      ['L', '2', null],
      ['P', '0', 7],
      ['P', '6', 5],
      ['P', 'lain', 5],
    ]);
  });

  it('counts pairs between two kabupaten/kota whichever stands first', async () => {
    const pairs = await profile<{ kode_kabupaten_a: string; kode_kabupaten_b: string; pairs: number }>(
      times(1, {}),
      'district_pair',
    );
    expect(pairs.map((pair) => [pair.kode_kabupaten_a, pair.kode_kabupaten_b, pair.pairs])).toEqual([
      ['3301', '3301', 1],
      ['3301', '3319', 2],
    ]);
  });

  it('counts days of birth of any year', async () => {
    const days = await profile<{ month: number; day: number; voters: number }>(
      [...times(2, { tanggal_lahir: '29|02|1988' }), voter({ tanggal_lahir: '29|02|1992' })],
      'birth_date_profile',
    );
    expect(days).toMatchObject([{ month: 2, day: 29, voters: 3 }]);
  });
});
