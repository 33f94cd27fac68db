import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Comparison } from '../data/tables.ts';
import { both } from '../texts.ts';
import { Figure } from './figure.tsx';
import { positionCell } from './parts.tsx';
import { POSITION_WORDS, WORDS } from './words.ts';

const COLUMNS = {
  reference: { id: 'Angka bersama', en: 'Common rate' },
  shrunken: { id: 'Disusutkan', en: 'Shrunken' },
  low: { id: 'Wajar dari', en: 'Expected from' },
  high: { id: 'Wajar sampai', en: 'Expected to' },
  position: { id: 'Kedudukan', en: 'Position' },
} as const satisfies Readonly<Record<string, Text>>;

export interface ComparedArea {
  readonly name: string;
  readonly comparison: Comparison;
}

/** The areas that `names` names, with how the rate of voters to be checked compares; by their order in the table. */
export function comparedAreas(
  comparisons: readonly Comparison[],
  names: ReadonlyMap<string, string>,
): ComparedArea[] {
  return comparisons
    .filter(({ indicator }) => indicator === 'flagged')
    .map((comparison) => ({ name: names.get(comparison.code) ?? comparison.code, comparison }));
}

/** Rate against size, with the limits that size alone would show. */
export function FunnelFigure({
  id,
  title,
  areaTitle,
  areas,
}: {
  id: string;
  title: Text;
  areaTitle: Text;
  areas: readonly ComparedArea[];
}): VNode {
  const [first] = areas;
  const dispersion = first?.comparison.dispersion ?? 1;
  const subtitle = both(
    (n) =>
      `Pemilih yang perlu diperiksa per 1.000 pemilih, menurut banyaknya pemilih. Garis: angka bersama ${n.decimal(first?.comparison.reference ?? 0, 2)}, batas 95 % dan 99,8 %${dispersion > 1 ? `, dilebarkan ${n.decimal(Math.sqrt(dispersion), 1)} kali karena wilayah memang berbeda-beda` : ''}.`,
    (n) =>
      `Voters to be checked per 1,000 voters, by number of voters. Lines: common rate ${n.decimal(first?.comparison.reference ?? 0, 2)}, limits of 95 % and 99.8 %${dispersion > 1 ? `, widened ${n.decimal(Math.sqrt(dispersion), 1)} times since areas do differ` : ''}.`,
  );
  return (
    <Figure
      id={id}
      title={title}
      subtitle={subtitle}
      height={420}
      chart={{
        kind: 'funnel',
        reference: first?.comparison.reference ?? 0,
        points: areas
          .filter(({ comparison }) => comparison.voters > 0)
          .map(({ name, comparison: { voters, rate, lower998, lower95, upper95, upper998, position } }) => ({
            name,
            voters,
            rate,
            limits: [lower998, lower95, upper95, upper998],
            step: POSITION_WORDS[position].step,
            position: POSITION_WORDS[position].text,
          })),
      }}
      table={{
        caption: title,
        columns: [
          { title: areaTitle },
          { title: WORDS.voters, digits: 0 },
          { title: WORDS.flagged, digits: 0 },
          { title: WORDS.rate, digits: 2 },
          { title: COLUMNS.low, digits: 2 },
          { title: COLUMNS.high, digits: 2 },
          { title: COLUMNS.shrunken, digits: 2 },
          { title: COLUMNS.position },
        ],
        rows: areas.map(({ name, comparison }) => [
          name,
          comparison.voters,
          comparison.count,
          comparison.rate,
          comparison.lower95,
          comparison.upper95,
          comparison.shrunken,
          positionCell(comparison.position),
        ]),
      }}
    />
  );
}
