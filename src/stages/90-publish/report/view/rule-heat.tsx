import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName } from '../data/report.ts';
import { HeatFigure } from './heat.tsx';
import { State } from './parts.tsx';
import { ruleTitle, ruleTotals } from './rules.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  heat: { id: 'Aturan mana menonjol di satker mana', en: 'Which rule stands out in which satker' },
  heatUnit: {
    id: 'Temuan per 1.000 pemilih satker itu; aturan menurut banyaknya temuan, satker menurut kode.',
    en: 'Findings per 1,000 voters of the satker; rules by number of findings, satker by code.',
  },
  noFindings: { id: 'Tidak ada temuan Data Invalid.', en: 'There is no Data Invalid finding.' },
  perThousand: { id: 'per 1.000', en: 'per 1,000' },
} as const satisfies Readonly<Record<string, Text>>;

/** Rules against satker: the rate of each rule in each satker. */
export function RuleHeat({ report }: { report: Report }): VNode {
  const totals = ruleTotals(report.ruleCounts).filter(({ count }) => count > 0);
  if (totals.length === 0) return <State text={TEXTS.noFindings} />;
  const counts = new Map(report.ruleCounts.map(({ satker, rule, count }) => [`${satker} ${rule}`, count]));
  return (
    <HeatFigure
      id="aturan-satker"
      title={TEXTS.heat}
      subtitle={TEXTS.heatUnit}
      rowTitle={WORDS.rule}
      rows={totals.map(({ rule }) => ({
        label: ruleTitle(report, rule),
        values: report.satker.map(({ code, voters }) => {
          const count = counts.get(`${code} ${rule}`) ?? 0;
          return voters === 0 ? null : (1000 * count) / voters;
        }),
      }))}
      columns={report.satker.map(({ code, name }) => ({ code, name: satkerName(code, name) }))}
      digits={2}
      unit={TEXTS.perThousand}
    />
  );
}
