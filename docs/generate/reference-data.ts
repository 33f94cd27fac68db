import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { referenceFolder } from '../../src/engine/reference.ts';
import { boundariesOf } from './map-data.ts';

type Fields = Readonly<Record<string, string>>;

/** Status of an area code: 3 in force, 2 retired, 1 inferred from a gap in the numbering. */
const STATUS = { inForce: 3, retired: 2, inferred: 1 } as const;

/**
 * Voters of the roll of the 2024 general election by kabupaten/kota; they sum to the 28,289,413 published by KPU.
 * P: printed by KPU or the press. D: derived from a printed figure of another roll by scaling. E: estimate, ± 5 %.
 */
const VOTERS_2024: Readonly<Record<string, readonly [voters: number, basis: 'P' | 'D' | 'E']>> = {
  '3301': [1_510_098, 'D'],
  '3302': [1_382_671, 'P'],
  '3303': [772_268, 'P'],
  '3304': [791_665, 'D'],
  '3305': [1_095_122, 'E'],
  '3306': [613_781, 'D'],
  '3307': [707_995, 'E'],
  '3308': [1_007_591, 'P'],
  '3309': [825_630, 'P'],
  '3310': [971_000, 'D'],
  '3311': [678_576, 'P'],
  '3312': [845_364, 'P'],
  '3313': [708_021, 'D'],
  '3314': [771_909, 'D'],
  '3315': [1_125_968, 'P'],
  '3316': [704_285, 'P'],
  '3317': [498_303, 'P'],
  '3318': [1_022_271, 'E'],
  '3319': [642_666, 'P'],
  '3320': [916_246, 'D'],
  '3321': [896_901, 'P'],
  '3322': [790_376, 'E'],
  '3323': [615_837, 'D'],
  '3324': [796_097, 'P'],
  '3325': [613_594, 'E'],
  '3326': [732_114, 'D'],
  '3327': [1_133_737, 'E'],
  '3328': [1_238_252, 'D'],
  '3329': [1_512_175, 'D'],
  '3371': [97_349, 'D'],
  '3372': [439_009, 'P'],
  '3373': [149_137, 'E'],
  '3374': [1_239_669, 'P'],
  '3375': [230_936, 'D'],
  '3376': [212_800, 'P'],
};

/** The files of `rules/reference` that are made from a data folder: name → bytes, the same for the same data. */
export function referenceData(folder: string): ReadonlyMap<string, Buffer> {
  return new Map([
    ['area.csv.gz', gzip(areaCsv(folder))],
    ['tps-2024.csv.gz', gzip(tpsCsv(folder))],
    ['kabupaten-2024.csv', Buffer.from(kabupatenCsv(folder))],
    ['map/kabupaten.geojson', boundaries(folder, 'jateng-kabkota')],
    ['map/kecamatan.geojson', boundaries(folder, 'jateng-kecamatan')],
    ['map/tile-grid.csv', readFileSync(join(folder, 'map/jateng-tile-grid.csv'))],
  ]);
}

/**
 * Renews `rules/reference` from a folder that holds `area/`, `map/` and `tps/`.
 * The hand-written `area-historical.csv` and `LICENSE-data.md` stay as they are.
 */
export function generateReferenceData(folder: string, target: string = referenceFolder()): void {
  mkdirSync(join(target, 'map'), { recursive: true });
  for (const [name, bytes] of referenceData(folder)) writeFileSync(join(target, name), bytes);
}

function boundaries(folder: string, name: string): Buffer {
  return Buffer.from(boundariesOf(readFileSync(join(folder, `map/${name}.topo.json`), 'utf8')));
}

function areaCsv(folder: string): string {
  const areas = new Map<string, readonly [status: number, nama: string]>();
  for (const { kode, kelompok } of records(folder, 'area/area-codes-inferred-gaps.csv')) {
    areas.set(digits(kode), [STATUS.inferred, `(${field(kelompok)})`]);
  }
  for (const { kode, nama_terakhir } of records(folder, 'area/area-codes-retired-2016-2025.csv')) {
    areas.set(digits(kode), [STATUS.retired, field(nama_terakhir)]);
  }
  for (const { kode, nama } of records(folder, 'area/area-codes-2025.csv')) {
    areas.set(digits(kode), [STATUS.inForce, field(nama)]);
  }
  const rows = [...areas].map(([kode, [status, nama]]) => [kode, String(status), nama]);
  return csv(['kode', 'status', 'nama'], rows);
}

function tpsCsv(folder: string): string {
  const rows = records(folder, 'tps/tps-per-desa-2024.csv').map((row) => [
    digits(row['kode']),
    field(row['tps_reguler']),
    field(row['tps_9xx_dari']),
    field(row['tps_9xx_sampai']),
  ]);
  return csv(['kode_desa', 'tps_regular', 'tps_special_from', 'tps_special_to'], rows);
}

function kabupatenCsv(folder: string): string {
  const rows = records(folder, 'tps/kabkota-2024.csv').map((row) => {
    const kode = digits(row['kode']);
    const voters = VOTERS_2024[kode];
    if (voters === undefined) throw new RangeError(`no number of voters for kabupaten ${kode}`);
    return [
      kode,
      field(row['nama_kemendagri']),
      field(row['tps_total']),
      String(voters[0]),
      voters[1],
      field(row['penduduk_l']),
      field(row['penduduk_p']),
    ];
  });
  const header = ['kode', 'nama', 'tps', 'voters', 'voters_basis', 'population_male', 'population_female'];
  return csv(header, rows);
}

function records(folder: string, name: string): Fields[] {
  return parse(readFileSync(join(folder, name)), { columns: true, bom: true, skip_empty_lines: true });
}

function field(value: string | undefined): string {
  if (value === undefined) throw new RangeError('a column is missing from the data');
  return value.trim();
}

function digits(kode: string | undefined): string {
  const found = field(kode).replaceAll('.', '');
  if (!/^(\d{2}|\d{4}|\d{6}|\d{10})$/.test(found)) throw new RangeError(`not an area code: ${found}`);
  return found;
}

/** Rows in order of their first cell, so that the order in the data folder does not matter. */
function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const sorted = rows.toSorted(([left = ''], [right = '']) => (left < right ? -1 : left > right ? 1 : 0));
  return [header, ...sorted].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Node writes no time and no name into the gzip header; byte 9, the operating system, is set to "unknown". */
function gzip(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
}

const [, script, folder] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  if (folder === undefined) throw new RangeError('usage: tsx docs/generate/reference-data.ts FOLDER');
  generateReferenceData(folder);
}
