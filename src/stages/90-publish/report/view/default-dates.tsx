import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName, shortName } from '../data/report.ts';
import { Figure } from './figure.tsx';
import { defaultDateShare } from './people.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  defaults: {
    id: 'Pemilih bertanggal lahir baku menurut satker',
    en: 'Voters with default birth dates, by satker',
  },
  defaultsUnit: {
    id: 'Persen dari pemilih yang tanggal lahirnya terbaca: 1 Juli, 31 Desember, atau 1 Januari.',
    en: 'Per cent of voters whose birth date could be read: 1 July, 31 December or 1 January.',
  },
  percent: { id: '%', en: '%' },
} as const satisfies Readonly<Record<string, Text>>;

/** The share of default birth dates in each satker, the highest first. */
export function DefaultDates({ report }: { report: Report }): VNode | null {
  const rows = report.satker
    .map(({ code, name }) => ({
      name: satkerName(code, name),
      ...defaultDateShare(report.ages.filter(({ satker }) => satker === code)),
    }))
    .filter(({ voters }) => voters > 0)
    .map(({ name, voters, defaults }) => ({ name, voters, defaults, share: (100 * defaults) / voters }))
    .toSorted((a, b) => b.share - a.share);
  if (rows.length === 0) return null;
  return (
    <Figure
      id="tanggal-baku"
      title={TEXTS.defaults}
      subtitle={TEXTS.defaultsUnit}
      height={rows.length * 22 + 50}
      chart={{
        kind: 'bars',
        categories: rows.map(({ name }) => shortName(name)),
        digits: 1,
        unit: TEXTS.percent,
        series: [{ label: TEXTS.percent, colour: '--accent', values: rows.map(({ share }) => share) }],
      }}
      table={{
        caption: TEXTS.defaults,
        columns: [
          { title: WORDS.satker },
          { title: WORDS.voters, digits: 0 },
          { title: { id: 'Bertanggal baku', en: 'Default dates' }, digits: 0 },
          { title: TEXTS.percent, digits: 1 },
        ],
        rows: rows.map(({ name, voters, defaults, share }) => [name, voters, defaults, share]),
      }}
    />
  );
}
