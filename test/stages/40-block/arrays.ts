import { NIK_IN_DOUBT, type SearchRows } from '../../../src/stages/40-block/search/columns.ts';
import { NameReader } from '../../../src/stages/40-block/search/name-reader.ts';
import type { SearchNames } from '../../../src/stages/40-block/search/names.ts';
import { flat, type PlainName, sorted } from './plain.ts';

/** Names as the search holds them; name_id is the place in the list. */
export function searchNames(names: readonly PlainName[]): SearchNames {
  const lines = names.map((name, id) => {
    const [letters, ordered] = [flat(name), sorted(name)];
    return [id, letters, ordered === letters ? '' : ordered, name.words.join(' ')].join('\t');
  });
  const reader = new NameReader({
    names: names.length,
    letters: lines.join('').length,
    words: names.reduce((sum, { words }) => sum + words.length, 0),
  });
  reader.read(lines.join('\n'));
  return reader.finish();
}

/** A row of match_row as a test states it; what is absent is unknown. */
export interface PlainRow {
  readonly name?: PlainName;
  readonly birth_date?: number;
  readonly place_id?: number;
  readonly area_kabupaten?: number;
  readonly area_kecamatan?: number;
  readonly area_desa?: number;
  readonly nik_kabupaten?: number;
  readonly nkk_number?: number;
  /** Digits. */
  readonly nik?: string;
  readonly nik_doubt?: boolean;
  /** Birth date and sex, where the NIK confirms them. */
  readonly identity?: number | undefined;
}

const NARROW = ['birth_date', 'place_id', 'area_kabupaten', 'area_kecamatan', 'nik_kabupaten'] as const;
const WIDE = ['area_desa', 'nkk_number'] as const;
const LOW = 1_000_000_000;

/** Rows as the search holds them, by their place in the list; `names` are those of `namesOf`. */
export function searchRows(rows: readonly PlainRow[], names: readonly PlainName[]): SearchRows {
  const high = (value: number | undefined) => (value === undefined ? -1 : Math.trunc(value / LOW));
  const low = (value: number | undefined) => (value === undefined ? -1 : value % LOW);
  const parts: Record<string, (row: PlainRow) => number | undefined> = {
    ...Object.fromEntries(NARROW.map((name) => [name, (row: PlainRow) => row[name]])),
    ...Object.fromEntries(
      WIDE.flatMap((name) => [
        [`${name}_high`, (row: PlainRow) => high(row[name])],
        [`${name}_low`, (row: PlainRow) => low(row[name])],
      ]),
    ),
    name_id: ({ name }) => (name === undefined ? undefined : names.indexOf(name)),
    identity: ({ identity, nik_doubt }) => (nik_doubt === true ? NIK_IN_DOUBT : identity),
    nik_high: ({ nik }) =>
      nik === undefined ? -1 : (nik.length - 5) * 100_000_000 + Number(BigInt(nik) / BigInt(LOW)),
    nik_low: ({ nik }) => (nik === undefined ? -1 : Number(BigInt(nik) % BigInt(LOW))),
  };
  const values = Object.values(parts);
  return {
    count: rows.length,
    width: values.length,
    values: Int32Array.from(rows.flatMap((row) => values.map((value) => value(row) ?? -1))),
    places: Object.fromEntries(Object.keys(parts).map((part, place) => [part, place])),
  };
}

export function namesOf(rows: readonly PlainRow[]): PlainName[] {
  return [...new Set(rows.flatMap(({ name }) => name ?? []))];
}
