import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceData } from '../../docs/generate/reference-data.ts';
import { Database } from '../../src/engine/database.ts';
import { loadReference, referenceFolder } from '../../src/engine/reference.ts';
import { sql } from '../../src/engine/sql.ts';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-reference-'));
  database = await Database.open({ threads: 2, memory: '1GB', folder: join(folder, 'run') });
  await loadReference(database, referenceFolder());
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function statusOf(kode: number): Promise<number | undefined> {
  const rows = await database.rows<{ status: number }>(sql`SELECT status FROM area WHERE kode = ${kode}`);
  return rows[0]?.status;
}

describe('referenceFolder', () => {
  test('is the one of the project', () => {
    expect(existsSync(join(referenceFolder(), 'area.csv.gz'))).toBe(true);
    expect(referenceFolder()).toMatch(/rules[/\\]reference$/);
  });
});

describe('area', () => {
  test('has typed columns', async () => {
    const columns = await database.rows(sql`SELECT column_name, column_type FROM (DESCRIBE area)`);
    expect(columns.map((column) => Object.values(column).join(' '))).toEqual([
      'kode BIGINT',
      'level UTINYINT',
      'status UTINYINT',
      'nama VARCHAR',
    ]);
  });

  test.each([
    ['the country', 0, 99, [38, 514, 7_285, 83_762]],
    ['Jawa Tengah', 33, 33, [1, 35, 576, 8_563]],
  ])('holds the codes in force of %s', async (_, from, to, expected) => {
    const rows = await database.rows<{ level: number; codes: number }>(sql`
      SELECT level, count(*) AS codes FROM area
      WHERE status = 3 AND left(kode::VARCHAR, 2)::INTEGER BETWEEN ${from} AND ${to}
      GROUP BY level ORDER BY level`);
    expect(rows.map(({ codes }) => codes)).toEqual(expected);
  });

  test('holds each code once', async () => {
    const { codes, distinct_codes } = await database.row<{ codes: number; distinct_codes: number }>(
      sql`SELECT count(*) AS codes, count(DISTINCT kode) AS distinct_codes FROM area`,
    );
    expect(codes).toBe(distinct_codes);
  });

  test('holds retired and inferred codes beside them', async () => {
    const rows = await database.rows<{ status: number; level: number; codes: number }>(
      sql`SELECT status, level, count(*) AS codes FROM area WHERE status < 3 GROUP BY ALL ORDER BY ALL`,
    );
    expect(rows.map(({ status, level, codes }) => [status, level, codes])).toEqual([
      [1, 4, 10],
      [2, 4, 26],
      [2, 6, 595],
      [2, 10, 6_914],
    ]);
  });

  test.each<[kode: number, expected: number | undefined, because: string]>([
    [33, 3, 'Jawa Tengah'],
    [3374, 3, 'Kota Semarang'],
    [331114, undefined, 'Sukoharjo has twelve kecamatan'],
    [330920, 3, 'Gladagsari, new in 2019'],
    [330921, 3, 'Tamansari, new in 2019'],
    [330922, 3, 'Wonosamodro, new in 2019'],
    [332213, 3, 'Bergas'],
    [332214, 2, 'Ungaran before its division'],
    [332218, 3, 'Ungaran Barat'],
    [3_309_022_012, 2, 'Kaligentong, now under Gladagsari'],
    [9101, 2, 'Merauke under Papua'],
    [9301, 3, 'Merauke under Papua Selatan'],
    [6404, 1, 'a regency that went to Kalimantan Utara'],
    [3399, undefined, 'never existed'],
    [9_604_011_001, undefined, 'never existed'],
  ])('%i has status %s: %s', async (kode, expected) => {
    expect(await statusOf(kode)).toBe(expected);
  });

  test('every code has a parent', async () => {
    const orphans = await database.rows(sql`
      SELECT kode FROM area AS child
      WHERE child.level > 2 AND NOT EXISTS (
        SELECT 1 FROM area AS parent
        WHERE parent.kode = CASE child.level WHEN 10 THEN child.kode // 10000 ELSE child.kode // 100 END)`);
    expect(orphans).toEqual([]);
  });

  test('keeps names as they are, quotes and commas too', async () => {
    const rows = await database.rows<{ nama: string }>(sql`SELECT nama FROM area WHERE kode = 1207281007`);
    expect(rows).toEqual([{ nama: 'Lubuk Pakam I,II' }]);
  });
});

describe('tps_reference', () => {
  test('adds up to the TPS of the 2024 general election', async () => {
    const totals = await database.row(sql`
      SELECT count(*) AS desa, sum(tps_regular) AS regular,
        sum(tps_special_to - tps_special_from + 1) AS special, min(tps_special_from) AS first_special
      FROM tps_reference`);
    expect(Object.values(totals).map(Number)).toEqual([8_563, 117_197, 102, 901]);
  });

  test('has exactly the desa of Jawa Tengah', async () => {
    const { unlike } = await database.row<{ unlike: number }>(sql`
      SELECT count(*) AS unlike FROM tps_reference
      FULL JOIN (SELECT kode FROM area WHERE level = 10 AND status = 3 AND kode // 100000000 = 33) AS area ON kode = kode_desa
      WHERE kode IS NULL OR kode_desa IS NULL`);
    expect(unlike).toBe(0);
  });
});

describe('files', () => {
  test('kabupaten-2024.csv sums to the published totals', () => {
    const [, ...rows] = readFileSync(join(referenceFolder(), 'kabupaten-2024.csv'), 'utf8')
      .trim()
      .split('\n');
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row.split(',')[column]), 0);
    expect(rows).toHaveLength(35);
    expect(sum(2)).toBe(117_299);
    expect(sum(3)).toBe(28_289_413);
    expect(sum(5)).toBeGreaterThan(18_000_000);
  });

  test.each(['area.csv.gz', 'tps-2024.csv.gz'])('%s names no time and no machine', (name) => {
    const bytes = readFileSync(join(referenceFolder(), name));
    expect([...bytes.subarray(3, 8)]).toEqual([0, 0, 0, 0, 0]);
    expect(bytes[9]).toBe(255);
    expect(gunzipSync(bytes).length).toBeGreaterThan(bytes.length);
  });
});

function dataFolder(name: string, areas: readonly string[]): string {
  const data = join(folder, name);
  mkdirSync(join(data, 'area'), { recursive: true });
  mkdirSync(join(data, 'tps'));
  const write = (path: string, lines: readonly string[]) =>
    writeFileSync(join(data, path), lines.join('\r\n'));
  write('area/area-codes-2025.csv', ['kode,nama', ...areas]);
  write('area/area-codes-retired-2016-2025.csv', [
    'kode,nama_terakhir,edisi_pertama,edisi_terakhir,tingkat,kode_2025_bernama_sama',
    '33.09.02.2012,Kaligentong,2016,2018,desa,33.09.20.2002',
    '33.09,BOYOLALI,2016,2018,kab,',
  ]);
  write('area/area-codes-inferred-gaps.csv', ['kode,alasan,kelompok', '64.04,celah,Kaltim->Kaltara']);
  write('tps/tps-per-desa-2024.csv', [
    'kode,nama,tps_reguler,tps_nomor_9xx,tps_total,tps_9xx_dari,tps_9xx_sampai',
    '33.09.01.2001,SELO,7,2,9,901,902',
  ]);
  write('tps/kabkota-2024.csv', [
    'kode,nama_kemendagri,tps_total,penduduk_l,penduduk_p',
    '33.09,Kabupaten Boyolali,3409,557020,557050',
  ]);
  mkdirSync(join(data, 'map'));
  const square = { arcs: [[0]], properties: { kode: '33.09', nama: 'Kabupaten Boyolali' }, type: 'Polygon' };
  const topology = JSON.stringify({
    arcs: [
      [
        [110, -7],
        [110, -8],
        [111, -8],
        [111, -7],
        [110, -7],
      ],
    ],
    objects: { areas: { geometries: [square] } },
  });
  write('map/jateng-kabkota.topo.json', [topology]);
  write('map/jateng-kecamatan.topo.json', [topology]);
  write('map/jateng-tile-grid.csv', ['kode_kabupaten,nama,col,row', '3309,Kabupaten Boyolali,6,4']);
  return data;
}

describe('referenceData', () => {
  const areas = ['33,Jawa Tengah', '33.09,Kabupaten Boyolali', '33.09.01.2001,"Selo I,II"'];

  test('writes the newest status of each code, and the same bytes whatever the order', () => {
    const files = referenceData(dataFolder('one', areas));
    const reversed = referenceData(dataFolder('two', areas.toReversed()));
    expect(gunzipSync(files.get('area.csv.gz') ?? '').toString()).toBe(
      'kode,status,nama\n33,3,Jawa Tengah\n3309,3,Kabupaten Boyolali\n3309012001,3,"Selo I,II"\n' +
        '3309022012,2,Kaligentong\n6404,1,(Kaltim->Kaltara)\n',
    );
    expect(gunzipSync(files.get('tps-2024.csv.gz') ?? '').toString()).toContain('\n3309012001,7,901,902\n');
    expect(files.get('kabupaten-2024.csv')?.toString()).toContain(
      '\n3309,Kabupaten Boyolali,3409,825630,P,557020,557050\n',
    );
    const boundaries = JSON.parse(files.get('map/kabupaten.geojson')?.toString() ?? '') as object;
    expect(boundaries).toMatchObject({
      features: [{ properties: { name: '3309' }, geometry: { type: 'MultiPolygon' } }],
    });
    expect(reversed).toEqual(files);
  });

  test('refuses what is not an area code', () => {
    expect(() => referenceData(dataFolder('bad', ['33.0,Boyolali']))).toThrow('not an area code');
  });
});
