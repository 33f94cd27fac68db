/** Widest line of a printed table, in characters. */
export const MAX_WIDTH = 100;
const GAP = '  ';
const NARROWEST = 12;

export interface TableColumn {
  readonly title: string;
  /** Numbers stand right. */
  readonly align?: 'left' | 'right';
  /** The column that gives way when the table is too wide: its texts continue on further lines. */
  readonly wraps?: boolean;
}

/**
 * A plain text table, aligned by spaces, at most `MAX_WIDTH` wide when one of its columns wraps.
 * Widths are string lengths. `indent` is put before every line.
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { indent = '', header = true }: { indent?: string; header?: boolean } = {},
): string {
  const titles = columns.map((column) => column.title);
  const lines = header ? [titles, ...rows] : rows;
  const natural = columns.map((_, index) => Math.max(0, ...lines.map((line) => line[index]?.length ?? 0)));
  const widths = fit(columns, natural, MAX_WIDTH - indent.length);
  const rule = header ? [widths.map((width) => '─'.repeat(width)).join(GAP)] : [];
  const [first, ...others] = lines.map((line) => layOut(columns, widths, line));
  return [...(first ?? []), ...rule, ...others.flat()].map((line) => `${indent}${line}`.trimEnd()).join('\n');
}

/** Breaks a text at spaces into lines of at most `width` characters; longer words are cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((whole) => cut(whole, width))) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}

function cut(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  return [word.slice(0, width), ...cut(word.slice(width), width)];
}

function fit(columns: readonly TableColumn[], natural: readonly number[], available: number): number[] {
  const total = natural.reduce((sum, width) => sum + width, 0) + GAP.length * (columns.length - 1);
  const excess = total - available;
  if (excess <= 0) return [...natural];
  return natural.map((width, index) =>
    columns[index]?.wraps === true ? Math.max(Math.min(NARROWEST, width), width - excess) : width,
  );
}

function layOut(
  columns: readonly TableColumn[],
  widths: readonly number[],
  line: readonly string[],
): string[] {
  const cells = columns.map((column, index) => {
    const text = line[index] ?? '';
    return column.wraps === true ? wrap(text, widths[index] ?? text.length) : [text];
  });
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((cell, index) => {
        const text = cell[row] ?? '';
        const width = widths[index] ?? 0;
        return columns[index]?.align === 'right' ? text.padStart(width) : text.padEnd(width);
      })
      .join(GAP),
  );
}
