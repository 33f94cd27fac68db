import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import type { ChangeCount } from '../data/tables.ts';
import { both } from '../texts.ts';
import { Extracts, State } from './parts.tsx';
import { Table } from './table.tsx';

const TITLE: Text = { id: 'Perubahan sejak proses sebelumnya', en: 'Change since the run before' };
const FINDINGS: Text = { id: 'Temuan Data Invalid', en: 'Data Invalid findings' };
const PAIRS: Text = { id: 'Pasangan Data Ganda', en: 'Data Ganda pairs' };
const STATUS: Text = { id: 'Keadaan', en: 'Status' };
const NOT_COMPARED: Text = {
  id: 'Belum ada proses sebelumnya yang dapat dibandingkan.',
  en: 'There is no run before with which this one can be compared.',
};

const STATUS_WORDS: readonly (readonly [string, Text])[] = [
  ['first', { id: 'dihitung untuk pertama kali', en: 'counted for the first time' }],
  ['new', { id: 'baru', en: 'new' }],
  ['persisting', { id: 'masih ada', en: 'still there' }],
  ['reopened', { id: 'muncul kembali', en: 'back again' }],
  ['resolved', { id: 'selesai', en: 'resolved' }],
  ['not_seen', { id: 'tidak terlihat kali ini', en: 'not seen this time' }],
];

function sum(changes: readonly ChangeCount[], code: string, measure: string, status: string): number {
  return changes
    .filter((row) => row.code === code && row.measure === measure && row.status === status)
    .reduce((total, { count }) => total + count, 0);
}

/** Whether anything was there to be compared with. */
export function isCompared(changes: readonly ChangeCount[], code: string): boolean {
  return changes.some((row) => row.code === code && row.status !== 'first');
}

/** Findings and pairs that are gone since the run before; null where nothing was compared. */
export function resolved(changes: readonly ChangeCount[], code: string): number | null {
  if (!isCompared(changes, code)) return null;
  return sum(changes, code, 'rule', 'resolved') + sum(changes, code, 'grade', 'resolved');
}

/** What came, stayed and went; `code` is a satker's, or empty for the whole roll. */
export function ChangeTable({ report, code }: { report: Report; code: string }): VNode {
  const { changes } = report;
  if (!isCompared(changes, code)) return <State text={NOT_COMPARED} />;
  return (
    <>
      <Table
        caption={TITLE}
        columns={[{ title: STATUS }, { title: FINDINGS, digits: 0 }, { title: PAIRS, digits: 0 }]}
        rows={STATUS_WORDS.map(([status, word]) => [
          word,
          sum(changes, code, 'rule', status),
          sum(changes, code, 'grade', status),
        ])}
      />
      <Extracts paths={['change/summary.csv', 'change/voters.csv']} />
    </>
  );
}

/** `12 % lebih sedikit`: a rate against that of before; undefined where nothing can be said. */
export function changeText(now: number, before: number): Text | undefined {
  if (before === 0) return undefined;
  const share = (now - before) / before;
  if (Math.abs(share) < 0.0005) return { id: 'sama banyak dengan', en: 'as many as' };
  const amount = Math.abs(share) * 100;
  const digits = amount < 10 ? 1 : 0;
  return both(
    (n) => `${n.decimal(amount, digits)} % lebih ${share < 0 ? 'sedikit' : 'banyak'} daripada`,
    (n) => `${n.decimal(amount, digits)} % ${share < 0 ? 'fewer' : 'more'} than`,
  );
}
