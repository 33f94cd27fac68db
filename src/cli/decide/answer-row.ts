import type { Text } from '../../model/text.ts';

/** Columns of a returned list by what they hold: answers, and the keys by which a row finds its way back. */
export const ANSWER_KEYS = [
  'hasil_verifikasi',
  'keterangan',
  'petugas',
  'tanggal',
  'finding_keys',
  'group_key',
  'pair_key',
  'voter_key',
  'row_fingerprint',
  'kode_satker',
] as const;
export type AnswerKey = (typeof ANSWER_KEYS)[number];

/** One row of a returned list as it stands in the file. */
export interface AnswerRow {
  /** Sheet of a workbook. */
  readonly sheet: string | null;
  /** From 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<AnswerKey, string>>>;
}

/** One thing in a list for which it is refused; the text names no voter and quotes no cell. */
export interface ListProblem {
  readonly code: string;
  readonly sheet: string | null;
  readonly line: number | null;
  /** Header of the column, as in the file. */
  readonly column: string | null;
  readonly text: Text;
}

/** A returned list, read. */
export interface AnswerList {
  /** As the user named it. */
  readonly path: string;
  readonly sha256: string;
  readonly rows: readonly AnswerRow[];
  readonly problems: readonly ListProblem[];
}

/** Header text → what the column holds; undefined for the columns that are only shown. */
export type HeaderReader = (header: string) => AnswerKey | undefined;

/** A row's cells by what they hold, surrounding blanks removed. */
export function cellsOf(
  keys: readonly (AnswerKey | undefined)[],
  cells: readonly string[],
): AnswerRow['cells'] {
  const found: Partial<Record<AnswerKey, string>> = {};
  for (const [index, key] of keys.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (key !== undefined && cell !== '') found[key] = cell;
  }
  return found;
}
