import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { referenceFolder } from '../engine/reference.ts';

export interface Desa {
  /** `33.01.01.2001` */
  readonly kode: string;
  /** `330101` */
  readonly kecamatan: string;
  readonly tpsRegular: number;
  /** Numbers of its TPS as written: `001` …, `901` …. */
  readonly tps: readonly string[];
}

export interface Kabupaten {
  /** `3301` */
  readonly kode: string;
  /** `CILACAP`, as written in a place of birth. */
  readonly birthplace: string;
  readonly city: boolean;
  readonly voters: number;
  readonly desa: readonly Desa[];
  /** Six-digit codes of its kecamatan in force. */
  readonly kecamatan: readonly string[];
  /** Six-digit codes that were in force once. */
  readonly retired: readonly string[];
}

/** A place from which people moved to Jawa Tengah. */
export interface Origin {
  readonly birthplace: string;
  readonly kecamatan: readonly string[];
  readonly retired: readonly string[];
}

export interface Territory {
  readonly kabupaten: readonly Kabupaten[];
  /** Province code → its kabupaten/kota. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  /** Every kecamatan code that a NIK may carry. */
  readonly knownKecamatan: ReadonlySet<string>;
  /** Ten-digit codes of Jawa Tengah. */
  readonly knownDesa: ReadonlySet<string>;
  readonly knownKabupaten: ReadonlySet<string>;
}

function readTable(file: string, wanted: (line: string) => boolean = () => true): string[][] {
  const bytes = readFileSync(join(referenceFolder(), file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter(wanted)
    .map((line) => line.split(','));
}

function birthplaceOf(name: string): string {
  return name
    .replace(/^(Kabupaten Administrasi|Kota Administrasi|Kabupaten|Kota) /, '')
    .replace(/[^A-Za-z ]/g, '')
    .toUpperCase();
}

function tpsNumbers(regular: number, from: number, to: number): string[] {
  const numbers = Array.from({ length: regular }, (_, index) => index + 1);
  const special = from > 0 ? to - from + 1 : 0;
  for (let index = 0; index < special; index++) numbers.push(from + index);
  return numbers.map((number) => String(number).padStart(3, '0'));
}

/** All but the desa of other provinces, which no row names. */
function isNeeded(line: string): boolean {
  return line.charAt(10) !== ',' || line.startsWith('33') || line.indexOf(',') < 10;
}

/** Reads the reference files of `rules/reference`. */
export function readTerritory(): Territory {
  const areas = [...readTable('area.csv.gz', isNeeded), ...readTable('area-historical.csv')];
  const desa = new Map<string, Desa[]>();
  for (const [kode = '', regular = '', from = '', to = ''] of readTable('tps-2024.csv.gz')) {
    const tps = tpsNumbers(Number(regular), Number(from), Number(to));
    if (tps.length === 0) continue;
    const dotted = `${kode.slice(0, 2)}.${kode.slice(2, 4)}.${kode.slice(4, 6)}.${kode.slice(6)}`;
    const entry = { kode: dotted, kecamatan: kode.slice(0, 6), tpsRegular: Number(regular), tps };
    listIn(desa, kode.slice(0, 4)).push(entry);
  }
  const current = new Map<string, string[]>();
  const retired = new Map<string, string[]>();
  for (const [kode = '', status] of areas) {
    if (kode.length === 6) listIn(status === '3' ? current : retired, kode.slice(0, 4)).push(kode);
  }
  const kabupaten = readTable('kabupaten-2024.csv').map(([kode = '', nama = '', , voters]): Kabupaten => {
    const [now, then] = [current.get(kode) ?? [], retired.get(kode) ?? []];
    const city = nama.startsWith('Kota');
    const places = { birthplace: birthplaceOf(nama), kecamatan: now, retired: then };
    return { kode, city, voters: Number(voters), desa: desa.get(kode) ?? [], ...places };
  });
  return {
    kabupaten,
    origins: originsOf(areas, current, retired),
    knownKecamatan: new Set([...current.values(), ...retired.values()].flat()),
    knownDesa: codesOfLength(areas, 10),
    knownKabupaten: codesOfLength(areas, 4),
  };
}

function codesOfLength(areas: readonly string[][], length: number): Set<string> {
  return new Set(areas.map(([kode = '']) => kode).filter((kode) => kode.length === length));
}

function originsOf(
  areas: readonly string[][],
  current: ReadonlyMap<string, string[]>,
  retired: ReadonlyMap<string, string[]>,
): Map<string, Origin[]> {
  const origins = new Map<string, Origin[]>();
  for (const [kode = '', , nama = ''] of areas) {
    const kecamatan = kode.length === 4 ? current.get(kode) : undefined;
    if (kecamatan === undefined) continue;
    const places = { kecamatan, retired: retired.get(kode) ?? [] };
    listIn(origins, kode.slice(0, 2)).push({ birthplace: birthplaceOf(nama), ...places });
  }
  return origins;
}

function listIn<V>(map: Map<string, V[]>, key: string): V[] {
  const found = map.get(key);
  if (found !== undefined) return found;
  const list: V[] = [];
  map.set(key, list);
  return list;
}
