import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName } from '../data/report.ts';
import type { CauseCount } from '../data/tables.ts';
import { both, same } from '../texts.ts';
import { Figure } from './figure.tsx';
import { Extracts, Note, State, severityCell } from './parts.tsx';
import { ruleTitle } from './rules.tsx';
import type { Cell } from './table.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  title: { id: 'Sebab kerusakan yang dikenali', en: 'Recognised causes of damage' },
  unit: {
    id: 'Temuan yang sebabnya dikenali, menurut sebab; tabelnya menurut satker dan berkas.',
    en: 'Findings whose cause is recognised, by cause; the table is by satker and file.',
  },
  findings: { id: 'temuan', en: 'findings' },
  none: {
    id: 'Tidak ada kerusakan yang sebabnya dikenali.',
    en: 'There is no damage of a recognised cause.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const BARS = 12;
const ROWS = 60;

export function causeLabel(report: Report, rule: string, cause: string): Text {
  const found = report.rules.get(rule);
  const label = found?.kind === 'row' ? found.causes.find(({ id }) => id === cause)?.label : undefined;
  return label ?? same(cause);
}

/** Name of an input file without the folder that all of them lie in. */
export function shownFile({ inputFolder }: Report, path: string): string {
  return path.startsWith(inputFolder) ? path.slice(inputFolder.length) : path;
}

/** Causes over the given findings: as bars by cause, as a table by satker and file. */
export function CauseFigure({ report, causes }: { report: Report; causes: readonly CauseCount[] }): VNode {
  if (causes.length === 0) return <State text={TEXTS.none} />;
  const totals = new Map<string, { label: Text; count: number }>();
  for (const { rule, cause, count } of causes) {
    const key = `${rule} ${cause}`;
    const known = totals.get(key);
    const label = causeLabel(report, rule, cause);
    const title = ruleTitle(report, rule);
    totals.set(key, {
      label: { id: `${title.id}: ${label.id}`, en: `${title.en}: ${label.en}` },
      count: (known?.count ?? 0) + count,
    });
  }
  const bars = [...totals.values()].toSorted((a, b) => b.count - a.count).slice(0, BARS);
  const names = new Map(report.satker.map(({ code, name }) => [code, satkerName(code, name)]));
  const left = causes.length - ROWS;
  return (
    <>
      <Figure
        id="sebab"
        title={TEXTS.title}
        subtitle={TEXTS.unit}
        height={bars.length * 26 + 50}
        chart={{
          kind: 'bars',
          categories: bars.map(({ label }) => label),
          digits: 0,
          unit: TEXTS.findings,
          series: [{ label: TEXTS.findings, colour: '--accent', values: bars.map(({ count }) => count) }],
        }}
        table={{
          caption: TEXTS.title,
          columns: [
            { title: WORDS.satker },
            { title: WORDS.file },
            { title: WORDS.rule },
            { title: WORDS.severity },
            { title: WORDS.cause },
            { title: WORDS.findings, digits: 0 },
          ],
          rows: causes
            .slice(0, ROWS)
            .map(({ satker, path, rule, severity, cause, count }): Cell[] => [
              names.get(satker) ?? satker,
              shownFile(report, path),
              ruleTitle(report, rule),
              severityCell(severity),
              causeLabel(report, rule, cause),
              count,
            ]),
        }}
      />
      {left <= 0 ? null : (
        <Note
          text={both(
            (n) => `Tabel memuat ${n.count(ROWS)} yang terbanyak; ${n.count(left)} lainnya ada dalam berkas.`,
            (n) => `The table holds the ${n.count(ROWS)} largest; ${n.count(left)} more are in the file.`,
          )}
        />
      )}
      <Extracts paths={['distribution/causes.csv', 'distribution/causes.parquet']} />
    </>
  );
}
