import { type ReturningSheet, WORKLIST_COLUMNS } from '../../../model/worklist.ts';
import { LOOKS, type Look, letterOf, type Styles, TEMPLATE_FIRST_ROW } from './layout.ts';

/** The rows that show the looks, up to the end of the rows. */
const SHOWN_ROWS = new RegExp(`<row r="${TEMPLATE_FIRST_ROW}"[\\s\\S]*?(?=</sheetData>)`);
const DIMENSION = /<dimension ref="[^"]*"\s*\/>/;

/** The style numbers of a sheet's columns in each look, from the rows of the template that show them. */
export function stylesOf(xml: string, sheet: ReturningSheet): Styles {
  const styleAt = (row: number, position: number): number =>
    Number(new RegExp(`<c r="${letterOf(position + 1)}${row}"[^>]*? s="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const ofLook = (look: Look) =>
    WORKLIST_COLUMNS[sheet].map((_, position) => styleAt(TEMPLATE_FIRST_ROW + LOOKS.indexOf(look), position));
  return {
    plain: ofLook('plain'),
    differs: ofLook('differs'),
    foreign: ofLook('foreign'),
    'foreign-differs': ofLook('foreign-differs'),
  };
}

/**
 * The sheet of the template with other rows in place of those that show the looks.
 * @throws RangeError when the template is not as `workbookBytes` makes it
 */
export async function* sheetAround(
  xml: string,
  sheet: ReturningSheet,
  rows: number,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const whole = `A1:${letterOf(WORKLIST_COLUMNS[sheet].length)}${rows + 1}`;
  const parts = xml.replace(DIMENSION, `<dimension ref="${whole}"/>`).split(SHOWN_ROWS);
  const [head, tail] = parts;
  if (head === undefined || tail === undefined || parts.length !== 2)
    throw new RangeError('the template of a work list has no rows that show its looks');
  yield Buffer.from(head);
  yield* body;
  yield Buffer.from(tail);
}
