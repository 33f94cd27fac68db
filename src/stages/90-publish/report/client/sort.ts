import type { BrowserPage } from './page.ts';

/** What a cell is sorted by: a number where it holds one, else its text. */
function keyOf(cell: HTMLTableCellElement | undefined): number | string {
  const stated = cell?.dataset['v'] ?? cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';
  const number = Number(stated);
  return stated === '' || Number.isNaN(number) ? stated : number;
}

function compare(left: number | string, right: number | string, language: string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'number') return 1;
  if (typeof right === 'number') return -1;
  return left.localeCompare(right, language);
}

function sortBy(table: HTMLTableElement, column: number, isAscending: boolean, language: string): void {
  const [body] = table.tBodies;
  if (body === undefined) return;
  const rows = [...body.rows].map((row, place) => ({ row, place, key: keyOf(row.cells[column]) }));
  rows.sort((a, b) => {
    const order = compare(a.key, b.key, language);
    return order === 0 ? a.place - b.place : isAscending ? order : -order;
  });
  body.append(...rows.map(({ row }) => row));
}

function makeSortable(page: BrowserPage, table: HTMLTableElement): void {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, heading] of headings.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const wasSorted = heading.getAttribute('aria-sort');
      const isNumber = heading.dataset['digits'] !== undefined;
      const isAscending = wasSorted === null ? !isNumber : wasSorted === 'descending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending');
      sortBy(table, column, isAscending, page.language);
    });
  }
}

/** Turns the column titles of sortable tables into buttons, when a table first comes into sight. */
export function sortTables(page: BrowserPage): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLTableElement)) continue;
      observer.unobserve(target);
      makeSortable(page, target);
    }
  });
  for (const table of document.querySelectorAll<HTMLTableElement>('table.sortable')) observer.observe(table);
}
