import type { Language } from '../../model/text.ts';
import type { View } from '../summary-tables.ts';
import { table } from '../table.ts';
import type { Evidence } from './explanation.ts';

/** Characters of the drawing. */
const WIDTH = 34;

/** Where a sum stands in the drawing: its left end is the least sum (or 0), its right end the greatest (or 0). */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

export function scaleOf(evidence: readonly Evidence[]): Scale {
  const sums = evidence.map(({ running }) => running);
  return { low: Math.min(0, ...sums), high: Math.max(0, ...sums) };
}

function place({ low, high }: Scale, sum: number): number {
  return high === low ? 0 : Math.round(((sum - low) / (high - low)) * (WIDTH - 1));
}

/** One step of the sum: `+` or `-` from the sum before it to the sum after it, `|` where the sum is 0. */
export function bar(scale: Scale, before: number, after: number): string {
  const cells = Array.from({ length: WIDTH }, () => ' ');
  cells[place(scale, 0)] = '|';
  const [from, to] = [place(scale, before), place(scale, after)];
  if (after === before) cells[to] = '·';
  for (let at = Math.min(from, to); at <= Math.max(from, to); at++) {
    const isStart = at === from && from !== to;
    if (after !== before && !isStart) cells[at] = after > before ? '+' : '-';
  }
  return cells.join('').trimEnd();
}

/** The ends of the scale and its zero, as far as they have room. */
export function scaleLine(scale: Scale, { numbers }: Pick<View, 'numbers'>): string {
  const [low, high] = [numbers.decimal(scale.low, 1), numbers.decimal(scale.high, 1)];
  const zero = place(scale, 0);
  const line = low.padEnd(WIDTH - high.length) + high;
  const free = zero >= low.length + 1 && zero < WIDTH - high.length - 1;
  return free ? `${line.slice(0, zero)}0${line.slice(zero + 1)}` : line;
}

/** A weight of which two decimals leave nothing: it is shown as 0, without a sign. */
function isNothing(weight: number): boolean {
  return Math.abs(weight) < 0.005;
}

/**
 * The sum of a pair as a table: each piece of evidence with its weight, the sum so far, and a bar from the sum before
 * to the sum after.
 */
export function waterfall(evidence: readonly Evidence[], language: Language, view: View): string {
  const { say, numbers } = view;
  const scale = scaleOf(evidence);
  const decimals = (value: number) => numbers.decimal(isNothing(value) ? 0 : value, 2);
  const signed = (value: number) => `${value > 0 && !isNothing(value) ? '+' : ''}${decimals(value)}`;
  const rows = evidence.map((term) => [
    term.level_label === null || term.kind === 'guard'
      ? term.title[language]
      : `${term.title[language]}: ${term.level_label[language]}`,
    signed(term.weight),
    decimals(term.running),
    bar(scale, term.running - (isNothing(term.weight) ? 0 : term.weight), term.running),
  ]);
  return table(
    [
      { title: say('BUKTI', 'EVIDENCE'), wraps: true },
      { title: say('BOBOT', 'WEIGHT'), align: 'right' },
      { title: say('JUMLAH', 'SUM'), align: 'right' },
      { title: scaleLine(scale, view) },
    ],
    rows,
    { indent: '  ' },
  );
}
