import type { ColumnSource } from '../../model/input-file.ts';

/** First cell of a line that sums up the lines above it. The same expression in RE2 and in JavaScript. */
export const TOTAL_CELL = '^\\s*(jumlah|total)\\b';
const TOTAL = new RegExp(TOTAL_CELL, 'i');

/** So many digits or asterisks make a cell a NIK rather than a sum. */
export const NIK_LEAST_DIGITS = 10;

/** Whether a line is a JUMLAH or TOTAL line: its first non-empty cell says so and it holds no NIK. */
export function isTotalLine(fields: readonly string[], nikAt: readonly number[]): boolean {
  const first = fields.find((field) => field !== '');
  if (first === undefined || !TOTAL.test(first)) return false;
  const nik = nikAt.map((position) => fields[position] ?? '').join('');
  return nik.replace(/[^0-9*]/g, '').length < NIK_LEAST_DIGITS;
}

/** Positions from which the NIK is taken; empty when the file has none. */
export function nikPositions(columns: readonly ColumnSource[]): readonly number[] {
  return columns.find(({ column }) => column === 'nik')?.positions ?? [];
}
