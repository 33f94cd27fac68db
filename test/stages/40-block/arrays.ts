import type { SearchRows } from '../../../src/stages/40-block/search/columns.ts';
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
  const column = (value: (row: PlainRow) => number | undefined) =>
    Int32Array.from(rows, (row) => value(row) ?? -1);
  const high = (value: number | undefined) => (value === undefined ? -1 : Math.trunc(value / LOW));
  const low = (value: number | undefined) => (value === undefined ? -1 : value % LOW);
  const nikHigh = ({ nik }: PlainRow) =>
    nik === undefined ? -1 : (nik.length - 5) * 100_000_000 + Number(BigInt(nik) / BigInt(LOW));
  const nikLow = ({ nik }: PlainRow) => (nik === undefined ? -1 : Number(BigInt(nik) % BigInt(LOW)));
  return {
    count: rows.length,
    matchId: Int32Array.from(rows.keys()),
    identities: {
      identity: column(({ identity }) => identity),
      nikHigh: column(nikHigh),
      nikLow: column(nikLow),
    },
    parts: {
      ...Object.fromEntries(NARROW.map((name) => [name, column((row) => row[name])])),
      ...Object.fromEntries(
        WIDE.flatMap((name) => [
          [`${name}_high`, column((row) => high(row[name]))],
          [`${name}_low`, column((row) => low(row[name]))],
        ]),
      ),
      name_id: column(({ name }) => (name === undefined ? undefined : names.indexOf(name))),
      identity: column(({ identity }) => identity),
      nik_high: column(nikHigh),
      nik_low: column(nikLow),
      nik_doubt: column(({ nik_doubt }) => (nik_doubt === true ? 1 : 0)),
    },
  };
}

export function namesOf(rows: readonly PlainRow[]): PlainName[] {
  return [...new Set(rows.flatMap(({ name }) => name ?? []))];
}
