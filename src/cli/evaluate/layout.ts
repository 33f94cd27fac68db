import type { View } from '../summary-tables.ts';
import { MAX_WIDTH, type TableColumn, table, wrap } from '../table.ts';

/** A share from 0 to 1 with four decimals; a dash where it is none. */
export function shareText({ numbers }: View, value: number | null): string {
  return value === null ? '–' : numbers.decimal(value, 4);
}

/** An empty line, a title, and a table below it; nothing where there are no rows. */
export function section(title: string, columns: readonly TableColumn[], rows: readonly string[][]): string[] {
  return rows.length === 0 ? [] : ['', ...wrap(title, MAX_WIDTH), table(columns, rows, { indent: '  ' })];
}

/** Columns of numbers, which stand right. */
export function numeric(...titles: readonly string[]): TableColumn[] {
  return titles.map((title) => ({ title, align: 'right' }));
}
