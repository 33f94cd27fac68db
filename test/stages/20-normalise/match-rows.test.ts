import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { MATCH_COLUMNS } from '../../../src/model/ganda.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { loadRows, type TestRow, withDatabase, withThreads } from '../../support/stages.ts';

interface MatchRow {
  readonly match_id: number;
}

async function matchRows(rows: readonly TestRow[]): Promise<MatchRow[]> {
  return await withDatabase(async (database) => {
    await normalise.run(await loadRows(database, rows));
    return await database.rows<MatchRow>(sql`SELECT * FROM match_row
      LEFT JOIN place USING (place_id) LEFT JOIN identifier_text USING (nik_other_id) ORDER BY row_id`);
  });
}

describe('match_row', () => {
  it('has one row of integers for each row of the roll', async () => {
    const rows = await matchRows([
      {
        nama: 'BUDI',
        nik: '3319011206900001',
        nkk: '3319010502070011',
        tanggal_lahir: '12|06|1990',
        jenis_kelamin: 'P',
        tempat_lahir: 'Kudus ',
        kode_desa: '33.19.01.2001',
        tps: '004',
      },
      { nama: 'BUDI', nik: '331901120690****', tempat_lahir: 'KUDUS.' },
      { nama: 'budi', nik: 'ab-12345', jenis_kelamin: 'L' },
      { nik: '123' },
    ]);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ match_id }) => match_id))).toEqual(new Set([0, 1, 2, 3]));
    expect(rows[0]).toMatchObject({
      sex: 2,
      nik_number: 3319011206900001,
      nik_kabupaten: 3319,
      nkk_number: 3319010502070011,
      area_desa: 3319012001,
      area_kecamatan: 331901,
      area_kabupaten: 3319,
      tps_number: 4,
      place_key: 'KUDUS',
      nik_other: null,
    });
    expect(rows[1]).toMatchObject({
      nik_number: null,
      nik_other: null,
      area_kabupaten: null,
      place_key: 'KUDUS',
    });
    expect(rows[2]).toMatchObject({ nik_other: 'AB-12345', sex: 1, place_id: null });
    expect(rows[3]).toMatchObject({ nik_other: null, name_id: null, name_key_id: null });
    const names = rows.slice(0, 3) as readonly { readonly name_id?: number }[];
    expect(new Set(names.map(({ name_id }) => name_id)).size).toBe(1);
  });

  it.each([
    '331901120690000',
    '33190112069000011',
    '331901120690000O',
    'A1234567',
    '1234',
    '33190112069*0001',
  ])('has of %s no number, and its text unless it is short or masked', async (nik) => {
    const [row] = await matchRows([{ nik }]);
    expect(row).toMatchObject({
      nik_number: null,
      nik_kabupaten: null,
      nik_other: /^1234$|\*/.test(nik) ? null : nik,
    });
  });

  it('has dense ids and the columns that blocking reads, all integers', async () => {
    await withDatabase(async (database) => {
      await normalise.run(
        await loadRows(database, [
          { nama: 'BUDI', tempat_lahir: 'KAB. KUDUS' },
          { nama: 'SITI', tempat_lahir: 'Kab Kudus', nik: 'A-1234' },
          { nama: 'AGUS', tempat_lahir: '-', nik: 'a-1234' },
          { nama: 'TONO', tempat_lahir: 'PATI', nik: 'B-1234' },
        ]),
      );
      const columns = await database.rows<{ column_name: string; column_type: string }>(
        sql`SELECT column_name, column_type FROM (DESCRIBE match_row)`,
      );
      expect(columns.map(({ column_name }) => column_name)).toEqual(['match_id', 'row_id', ...MATCH_COLUMNS]);
      expect(
        Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type])),
      ).toEqual({
        ...Object.fromEntries(MATCH_COLUMNS.map((column) => [column, 'INTEGER'])),
        match_id: 'INTEGER',
        row_id: 'BIGINT',
        birth_date: 'DATE',
        sex: 'UTINYINT',
        nik_number: 'BIGINT',
        nkk_number: 'BIGINT',
        area_desa: 'BIGINT',
      });
      expect(await database.rows(sql`SELECT * FROM place ORDER BY place_key`)).toMatchObject([
        { place_key: 'KAB KUDUS' },
        { place_key: 'PATI' },
      ]);
      expect(await database.rows(sql`SELECT nik_other_id FROM identifier_text ORDER BY ALL`)).toEqual([
        { nik_other_id: 0 },
        { nik_other_id: 1 },
      ]);
      expect(await database.rows(sql`SELECT place_id FROM place ORDER BY ALL`)).toEqual([
        { place_id: 0 },
        { place_id: 1 },
      ]);
    });
  });

  it('keeps each row what it is among rows of many batches of names', async () => {
    await withThreads(async (database) => {
      const context = await loadRows(database, [{}]);
      const rows = 150_000;
      await database.materialise(
        'roll_raw',
        sql`SELECT * EXCLUDE (row_number) REPLACE (
            'N' || translate(CAST(number % 70001 AS VARCHAR), '0123456789', 'BDGKLMNPRT') AS nama,
            CAST(3319000000000000 + number AS VARCHAR) AS nik)
          FROM test_input, range(${rows}) AS numbers (number)`,
        { rowId: 'row_id' },
      );
      await normalise.run(context);
      const { wrong, ids, first, last, unnamed } = await database.row(sql`SELECT
          count(*) FILTER (name.nama_upper <> roll.nama_upper OR match_row.nik_number <> roll.nik_number
            OR match_row.name_key_id <> name.name_key_id) AS wrong,
          count(*) FILTER (name.name_id IS NULL) AS unnamed,
          count(DISTINCT match_id) AS ids, min(match_id) AS first, max(match_id) AS last
        FROM roll JOIN match_row USING (row_id) LEFT JOIN name USING (name_id)`);
      expect({ wrong, unnamed, ids, first, last }).toEqual({
        wrong: 0,
        unnamed: 0,
        ids: rows,
        first: 0,
        last: rows - 1,
      });
    });
  });
});
