import type { VNode } from 'preact';
import { INDICATORS } from '../../../../model/targets.ts';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName } from '../data/report.ts';
import type { Progress } from '../data/tables.ts';
import { both } from '../texts.ts';
import { type Cell, Table } from './table.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  title: { id: 'Sasaran dan capaian', en: 'Targets and progress' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  value: { id: 'Capaian', en: 'Reached' },
  target: { id: 'Sasaran', en: 'Target' },
  state: { id: 'Keadaan', en: 'State' },
  met: { id: '✓ tercapai', en: '✓ reached' },
  open: { id: '… belum tercapai', en: '… not reached yet' },
} as const satisfies Readonly<Record<string, Text>>;

export function isReached({ value, at_least, at_most }: Progress): boolean {
  return (at_least === null || value >= at_least) && (at_most === null || value <= at_most);
}

/** A share as per cent, a rate as it is. */
function amount(value: number, { indicator }: Progress): Text {
  return indicator === 'perlu-diperiksa-per-1000'
    ? both(
        (n) => n.decimal(value, 2),
        (n) => n.decimal(value, 2),
      )
    : both(
        (n) => n.percent(value),
        (n) => n.percent(value),
      );
}

function targetText(progress: Progress): Text {
  const { at_least, at_most } = progress;
  const bound = amount(at_least ?? at_most ?? 0, progress);
  const sign = at_least === null ? '≤' : '≥';
  return { id: `${sign}\u00a0${bound.id}`, en: `${sign}\u00a0${bound.en}` };
}

function reachedText(progress: Progress): Text {
  const value = amount(progress.value, progress);
  return both(
    (n) => `${value.id} (${n.count(progress.count)} dari ${n.count(progress.total)})`,
    (n) => `${value.en} (${n.count(progress.count)} of ${n.count(progress.total)})`,
  );
}

/** What satker are to reach by the config, and how far they are; nothing where it sets no target. */
export function TargetTable({
  report,
  progress,
  satker,
}: {
  report: Report;
  progress: readonly Progress[];
  /** Only of this satker, without its name. */
  satker?: string;
}): VNode | null {
  if (progress.length === 0) return null;
  const names = new Map(report.satker.map(({ code, name }) => [code, satkerName(code, name)]));
  return (
    <Table
      id="tabel-sasaran"
      isSortable
      caption={TEXTS.title}
      columns={[
        ...(satker === undefined ? [{ title: WORDS.satker }] : []),
        { title: TEXTS.indicator },
        { title: TEXTS.target },
        { title: TEXTS.value },
        { title: TEXTS.state },
      ]}
      rows={progress.map((row): Cell[] => [
        ...(satker === undefined ? [names.get(row.satker) ?? row.satker] : []),
        INDICATORS[row.indicator],
        targetText(row),
        reachedText(row),
        isReached(row) ? TEXTS.met : TEXTS.open,
      ])}
    />
  );
}
