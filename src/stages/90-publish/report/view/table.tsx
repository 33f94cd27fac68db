import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { formatted, T, usePage } from './page.tsx';

export interface Column {
  readonly title: Text;
  /** Decimals of a column of numbers; without it the column holds texts. */
  readonly digits?: number;
  /** Said of a column whose title alone is not clear. */
  readonly hint?: Text;
}

/** A cell that is more than a number or a text: what it shows, and what it is sorted by. */
export interface RichCell {
  readonly show: ComponentChildren;
  readonly sortBy: number | string;
}

/** A number, a name from outside, a text in two languages, nothing (a dash), or more. */
export type Cell = number | string | Text | null | RichCell;

export interface TableProps {
  readonly caption: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Row of sums under the others; it is not sorted with them. */
  readonly totals?: readonly Cell[] | undefined;
  readonly isSortable?: boolean;
  readonly id?: string;
}

function isText(cell: Text | RichCell): cell is Text {
  return 'en' in cell;
}

function CellView({ cell, digits }: { cell: Cell; digits: number | undefined }): VNode {
  const { language } = usePage();
  if (cell === null) return <td class={digits === undefined ? undefined : 'n'}>–</td>;
  if (typeof cell === 'number')
    return (
      <td class="n" data-v={cell}>
        {formatted(cell, digits ?? 0, language)}
      </td>
    );
  if (typeof cell === 'string')
    return (
      <td>
        <bdi>{cell}</bdi>
      </td>
    );
  if (isText(cell))
    return (
      <td>
        <T text={cell} />
      </td>
    );
  return (
    <td class={digits === undefined ? undefined : 'n'} data-sort={cell.sortBy}>
      {cell.show}
    </td>
  );
}

/** A table that scrolls inside itself; the script makes its columns sortable where that is asked for. */
export function Table({ caption, columns, rows, totals, isSortable = false, id }: TableProps): VNode {
  const page = usePage();
  const row = (cells: readonly Cell[]) => (
    <tr>
      {cells.map((cell, index) => (
        <CellView cell={cell} digits={columns[index]?.digits} />
      ))}
    </tr>
  );
  return (
    <div
      class="scroll"
      tabIndex={0}
      role="region"
      aria-label={caption[page.language]}
      data-t-label={page.place(caption)}
    >
      <table id={id} class={isSortable ? 'sortable' : undefined}>
        <caption>
          <T text={caption} />
        </caption>
        <thead>
          <tr>
            {columns.map(({ title, digits, hint }) => (
              <th
                scope="col"
                class={digits === undefined ? undefined : 'n'}
                data-digits={digits}
                title={hint?.[page.language]}
                data-t-title={hint === undefined ? undefined : page.place(hint)}
              >
                <T text={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(row)}</tbody>
        {totals === undefined ? null : <tfoot>{row(totals)}</tfoot>}
      </table>
    </div>
  );
}
