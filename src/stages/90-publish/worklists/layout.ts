import type { ReturningSheet } from '../../../model/worklist.ts';

/** Table of each sheet that comes back. */
export const WORKLIST_TABLES: Readonly<Record<ReturningSheet, string>> = {
  invalid: 'worklist_invalid',
  ganda: 'worklist_ganda',
};

/** Rows of a list's table, from the first to the last `place`. */
export interface PlaceRange {
  readonly kabupaten: number;
  readonly from: number;
  /** `from - 1` for none. */
  readonly to: number;
}

/**
 * How a cell looks. In *Data Ganda* a value that differs within its group is marked, and the rows of another satker
 * stand back.
 */
export const LOOKS = ['plain', 'differs', 'foreign', 'foreign-differs'] as const;
export type Look = (typeof LOOKS)[number];

/** Style number of a column's cells in each look. */
export type Styles = Readonly<Record<Look, readonly number[]>>;

/** Rows of the template that show each look, from row 2; the real rows take their place. */
export const TEMPLATE_FIRST_ROW = 2;

/** Columns whose text may take several lines. */
export const WRAPPED: ReadonlySet<string> = new Set([
  'kecamatan',
  'desa',
  'satker',
  'nama',
  'alamat',
  'tempat_lahir',
  'temuan',
  'perbaikan',
  'berbeda',
  'usulan',
  'alasan',
  'jawaban',
]);

export const FONT = { name: 'Calibri', family: 2, size: 10 } as const;

/** Font of a sheet's title. */
export const TITLE_FONT = { ...FONT, bold: true, size: 14 };

/** Height of one line of a cell, in points. */
export const LINE_POINTS = 13;

/** Letter of a column, from 1. */
export function letterOf(position: number): string {
  const rest = Math.floor((position - 1) / 26);
  return (rest === 0 ? '' : letterOf(rest)) + String.fromCharCode(65 + ((position - 1) % 26));
}
