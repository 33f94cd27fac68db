import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { temporaryFolder, testIo } from './helpers.ts';

const HEADER = 'dpid,nkk,nik,nama,tanggal_lahir,jenis_kelamin,tps,kode_desa';
const ROLL = [
  HEADER,
  '1,3374014506080002,3374014506900017,SUTRISNO,05|06|1990,L,001,3374011001',
  '2,3374014506080003,,PARTINI,05|06|1991,P,001,3374011001',
  '3,3301014506080004,3301014506920018,SLAMET,05|06|1992,L,001,3301012001',
].join('\n');

const cwd = temporaryFolder();
function config(gates: readonly object[]): void {
  writeFileSync(
    join(cwd, 'sisir.config.json'),
    JSON.stringify({ inputs: ['roll.csv'], worklists: false, threads: 1, gates }),
  );
}

async function sisir(...argv: string[]) {
  const { io, out, err } = testIo({ cwd });
  const exitCode = await main(argv, io);
  return { exitCode, out: out(), err: err() };
}

beforeAll(() => {
  writeFileSync(join(cwd, 'roll.csv'), `${ROLL}\n`);
});

describe('a run whose gates are exceeded', () => {
  test('is published, ends with 4 and says what and where', async () => {
    config([
      { name: 'NIK kosong', rule: 'nik-kosong', satker: 'each', max: 0 },
      { severity: 'error', max_per_1000: 1000 },
      { measure: 'flagged', max_rise: 0 },
    ]);
    const done = await sisir('run');
    expect(done.exitCode).toBe(4);
    expect(done.out).toContain('Ambang mutu TERLAMPAUI: 1 dari 3 (kode keluar 4)');
    expect(done.out).toMatch(/NIK kosong +3374 Kota Semarang +1 +0\n/);
    expect(done.out).toContain('measure flagged: belum ada hasil proses lalu');
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(join(cwd, 'runs/latest/manifest.json'), 'utf8')),
    );
    expect(manifest.gates.exceeded).toMatchObject([{ kode_kabupaten: '3374', found: 1, allowed: 0 }]);
  });

  test('compares with the run before, and tells it as data', async () => {
    writeFileSync(
      join(cwd, 'roll.csv'),
      `${ROLL}\n4,3374014506080005,,NGATINI,05|06|1993,P,001,3374011001\n`,
    );
    config([{ rule: 'nik-kosong', max_rise: 0 }]);
    const done = await sisir('run', '--json', '--lang', 'en');
    expect(done.exitCode).toBe(4);
    expect(JSON.parse(done.out)).toMatchObject({
      summary_version: 1,
      exit_code: 4,
      gates: { checked: 1, exceeded: [{ limit: 'max_rise', found: 1, previous: 1 }], not_assessed: [] },
    });
  });

  test('does not fail where the run before cannot be read', async () => {
    writeFileSync(join(cwd, 'runs/latest/distribution/kabupaten.parquet'), 'broken');
    const done = await sisir('run', '--lang', 'en');
    expect(done.exitCode).toBe(0);
    expect(done.out).toContain('Quality gates: none is exceeded.');
    expect(done.out).toContain('rule nik-kosong: there is no previous run to compare with');
  });
});

describe('a gate that is mistyped', () => {
  test.each([
    [
      { rule: 'nik-koson', max: 1 },
      '"gates[0].rule": "nik-koson" tidak ada. Mungkin maksudnya "nik-kosong".',
    ],
    [{ grade: 'K9', max: 1 }, '"gates[0].grade": "K9" tidak ada.'],
    [{ severty: 'error', max: 1 }, 'kunci "gates[0].severty" tidak dikenal. Mungkin maksudnya "severity".'],
    [
      { severity: 'galat', max: 1 },
      '"gates[0].severity" berisi teks "galat". Yang diperbolehkan: error, warning, info.',
    ],
    [{ severity: 'error', max: 'x' }, '"gates[0].max" berisi teks "x". Yang diperbolehkan: bilangan.'],
    [{ severity: 'error' }, '"gates[0]" berisi objek. Yang diperbolehkan: satu dari measure, severity'],
    [
      { severity: 'error', satker: 'semua', max: 1 },
      '"gates[0].satker" berisi teks "semua". Yang diperbolehkan: kode empat digit',
    ],
  ])('%j', async (gate, told) => {
    config([gate]);
    const runs = existsSync(join(cwd, 'runs'));
    const done = await sisir('run');
    expect([done.exitCode, done.out]).toEqual([2, '']);
    expect(done.err).toContain(told);
    expect(done.err).toMatch(/gates\[0\]|sisir\.config\.json:1:\d+/);
    expect(existsSync(join(cwd, 'runs'))).toBe(runs);
  });
});
