import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { colourLimits } from '../steps.ts';
import { Figure } from './figure.tsx';
import { Legend } from './legend.tsx';
import type { Cell } from './table.tsx';

const ROW_HEIGHT = 22;
const COLUMN_WIDTH = 22;
const LABELS_WIDTH = 250;
const LABELS_HEIGHT = 60;

export interface HeatRow {
  readonly label: string | Text;
  /** In the order of the columns; null: nothing there, or not known. */
  readonly values: readonly (number | null)[];
}

/** A field of coloured cells, rows by columns, and the same as a table. */
export function HeatFigure({
  id,
  title,
  subtitle,
  rowTitle,
  rows,
  columns,
  digits,
  unit,
}: {
  id: string;
  title: Text;
  subtitle: Text;
  rowTitle: Text;
  rows: readonly HeatRow[];
  columns: readonly { readonly code: string; readonly name: string }[];
  digits: number;
  unit: Text;
}): VNode {
  const cells = rows.flatMap(({ values }, row) =>
    values.flatMap((value, column) => (value === null || value === 0 ? [] : [[row, column, value] as const])),
  );
  const limits = colourLimits(cells.map(([, , value]) => value));
  return (
    <Figure
      id={id}
      title={title}
      subtitle={subtitle}
      height={rows.length * ROW_HEIGHT + LABELS_HEIGHT}
      smallest={Math.max(520, columns.length * COLUMN_WIDTH + LABELS_WIDTH)}
      chart={{
        kind: 'heat',
        rows: rows.map(({ label }) => label),
        columns: columns.map(({ code }) => code),
        columnNames: columns.map(({ name }) => name),
        cells,
        limits,
        digits,
        unit,
      }}
      table={{
        caption: title,
        columns: [
          { title: rowTitle },
          ...columns.map(({ code, name }) => ({
            title: { id: code, en: code },
            hint: { id: name, en: name },
            digits,
          })),
        ],
        rows: rows.map(({ label, values }): Cell[] => [label, ...values]),
      }}
    >
      <Legend limits={limits} digits={digits} chart={id} />
    </Figure>
  );
}
