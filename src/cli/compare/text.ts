import type { Status } from '../../model/change-tables.ts';
import type { Language } from '../../model/text.ts';
import { changeLines } from '../change-text.ts';
import { numberFormat } from '../format.ts';
import type { View } from '../summary-tables.ts';
import { type TableColumn, table } from '../table.ts';
import type { RunComparison, SummaryRow } from './index.ts';

const TOP_RULES = 20;

/** A comparison as plain text of at most 100 columns; it names no voter. */
export function comparisonText(comparison: RunComparison, language: Language): string {
  const view: View = {
    numbers: numberFormat(language),
    say: (id, en) => (language === 'id' ? id : en),
  };
  const { before, after, change } = comparison;
  const paragraph = changeLines(
    { change: { ...change, previous_run: before.run_id, not_compared: null, satker: [] } },
    view,
  );
  const dates = view.say(
    `${before.run_id} (umur pada ${before.reference_date}) → ${after.run_id} (umur pada ${after.reference_date})`,
    `${before.run_id} (ages on ${before.reference_date}) → ${after.run_id} (ages on ${after.reference_date})`,
  );
  return [dates, ...paragraph, ...ruleLines(comparison, view), ...areaLines(comparison, view)].join('\n');
}

function grouped(rows: readonly SummaryRow[], keyOf: (row: SummaryRow) => string): Map<string, SummaryRow[]> {
  const groups = new Map<string, SummaryRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** The counts of each status, for the rows of one thing. */
function byStatus(rows: readonly SummaryRow[]): Map<Status, number> {
  const counts = new Map<Status, number>();
  for (const { status, count } of rows) counts.set(status, (counts.get(status) ?? 0) + count);
  return counts;
}

const SHOWN: readonly Status[] = ['new', 'reopened', 'resolved', 'not_seen', 'persisting'];

function columnsOf(titles: readonly string[], { say }: View): TableColumn[] {
  const counted = [
    say('BARU', 'NEW'),
    say('MUNCUL LAGI', 'BACK AGAIN'),
    say('SELESAI', 'RESOLVED'),
    say('TIDAK TERLIHAT', 'NOT SEEN'),
    say('MASIH ADA', 'PERSISTING'),
  ];
  return [
    ...titles.map((title, index) => ({ title, wraps: index === titles.length - 1 })),
    ...counted.map((title): TableColumn => ({ title, align: 'right' })),
  ];
}

function cells(rows: readonly SummaryRow[], { numbers }: View): string[] {
  const counts = byStatus(rows);
  return SHOWN.map((status) => numbers.count(counts.get(status) ?? 0));
}

const moved = (rows: readonly SummaryRow[]) =>
  rows.reduce((sum, { status, count }) => (status === 'persisting' ? sum : sum + count), 0);

/** Rules and grades whose findings or pairs came or went, the most first. */
function ruleLines({ summary }: RunComparison, view: View): string[] {
  const all = grouped(
    summary.filter(({ level }) => level === 'provinsi'),
    ({ rule_id, grade }) => rule_id ?? grade ?? '',
  );
  const shown = [...all]
    .filter(([, rows]) => moved(rows) > 0)
    .toSorted(([, a], [, b]) => moved(b) - moved(a));
  if (shown.length === 0) return [];
  const lines = shown.slice(0, TOP_RULES).map(([name, rows]) => [name, ...cells(rows, view)]);
  return [
    '',
    view.say('Menurut aturan dan tingkat', 'By rule and grade'),
    table(columnsOf([view.say('ATURAN', 'RULE')], view), lines, { indent: '  ' }),
  ];
}

function areaLines({ summary }: RunComparison, view: View): string[] {
  const areas = grouped(
    summary.filter(({ level, measure }) => level === 'kabupaten' && measure === 'rule'),
    ({ kode_kabupaten }) => kode_kabupaten ?? '',
  );
  if (areas.size === 0) return [];
  const lines = [...areas].map(([code, rows]) => [
    code,
    rows[0]?.nama_kabupaten ?? view.say('(tidak dikenal)', '(unknown)'),
    ...cells(rows, view),
  ]);
  const titles = [view.say('KODE', 'CODE'), 'KABUPATEN/KOTA'];
  return [
    '',
    view.say('Temuan menurut kabupaten/kota', 'Findings by kabupaten/kota'),
    table(columnsOf(titles, view), lines, { indent: '  ' }),
  ];
}
