import type { createColors } from 'picocolors';
import type { View } from '../summary-tables.ts';
import { MAX_WIDTH } from '../table.ts';
import { type MarkedCharacter, markedTexts } from './alignment.ts';
import type { FieldValues } from './explanation.ts';

export type Colours = ReturnType<typeof createColors>;

const NAME_WIDTH = 17;
const GAP = 2;
const SIGN_WIDTH = 2;
const VALUE_WIDTH = Math.floor((MAX_WIDTH - 2 - SIGN_WIDTH - NAME_WIDTH - 2 * GAP) / 2);

/** One line of a value and, where characters differ, the line of marks below it. */
interface ValueLine {
  readonly text: string;
  readonly plainLength: number;
  readonly marks: string;
}

function valueLines(characters: readonly MarkedCharacter[], colours: Colours): ValueLine[] {
  const lines: ValueLine[] = [];
  for (let start = 0; start === 0 || start < characters.length; start += VALUE_WIDTH) {
    const part = characters.slice(start, start + VALUE_WIDTH);
    lines.push({
      text: part
        .map(({ character, differs }) =>
          differs && colours.isColorSupported ? colours.bold(colours.red(character)) : character,
        )
        .join(''),
      plainLength: part.length,
      marks: part
        .map(({ differs }) => (differs ? '^' : ' '))
        .join('')
        .trimEnd(),
    });
  }
  return lines;
}

/**
 * The fields of two rows beside one another, `=` before those that are equal and `≠` before the others. Whole values
 * have their differing characters marked: in colour, or by a line of `^` below. Masked values are not compared
 * character by character.
 */
export function sideBySide(
  fields: readonly FieldValues[],
  isWhole: boolean,
  { say }: Pick<View, 'say'>,
  colours: Colours,
): string[] {
  const head = line('', say('KOLOM', 'FIELD'), cell('A'), cell('B'));
  const rule = line('', '─'.repeat(NAME_WIDTH), cell('─'.repeat(VALUE_WIDTH)), cell('─'.repeat(VALUE_WIDTH)));
  return [
    head,
    rule,
    ...fields.flatMap((field) => fieldLines(field, isWhole, say('(kosong)', '(empty)'), colours)),
  ];
}

function fieldLines(field: FieldValues, isWhole: boolean, empty: string, colours: Colours): string[] {
  const marked = isWhole && field.a !== null && field.b !== null ? markedTexts(field.a, field.b) : undefined;
  const plain = (value: string | null) =>
    Array.from(value ?? empty, (character) => ({ character, differs: false }));
  const a = valueLines(marked?.a ?? plain(field.a), colours);
  const b = valueLines(marked?.b ?? plain(field.b), colours);
  const lines: string[] = [];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    const first = at === 0;
    lines.push(line(first ? (field.equal ? '=' : '≠') : '', first ? field.field : '', left, right));
    const marks = [left?.marks ?? '', right?.marks ?? ''] as const;
    if (!colours.isColorSupported && marks.join('') !== '')
      lines.push(line('', '', cell(marks[0]), cell(marks[1])));
  }
  return lines;
}

function cell(text: string): Pick<ValueLine, 'text' | 'plainLength'> {
  return { text, plainLength: text.length };
}

type Cell = Pick<ValueLine, 'text' | 'plainLength'>;

function line(sign: string, name: string, left: Cell | undefined, right: Cell | undefined): string {
  const value = left ?? cell('');
  const padding = ' '.repeat(Math.max(0, VALUE_WIDTH - value.plainLength) + GAP);
  return `  ${sign.padEnd(SIGN_WIDTH)}${name.padEnd(NAME_WIDTH)}${' '.repeat(GAP)}${value.text}${padding}${right?.text ?? ''}`.trimEnd();
}
