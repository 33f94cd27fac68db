import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName } from '../data/report.ts';
import type { SatkerRow } from '../data/tables.ts';
import { resolved } from './change.tsx';
import { Decimal } from './page.tsx';
import { linkCell, positionCell } from './parts.tsx';
import { SEVERITY_COLUMNS } from './rules.tsx';
import { type Cell, type Column, type RichCell, Table } from './table.tsx';
import { rateOf, satkerMoment } from './trend.tsx';
import { HINTS, WORDS } from './words.ts';

const TEXTS = {
  caption: { id: 'Satker; pilih judul kolom untuk mengurutkan', en: 'Satker; choose a column title to sort' },
  shrunken: { id: 'Disusutkan', en: 'Shrunken' },
  shrunkenHint: {
    id: 'Per 1.000, ditarik ke angka bersama; makin kecil satkernya makin kuat',
    en: 'Per 1,000, drawn towards the common rate, the more so the smaller the satker',
  },
  position: { id: 'Kedudukan', en: 'Position' },
  positionHint: {
    id: 'Terhadap angka yang wajar bagi banyaknya pemilih satker itu, batas 95 % dan 99,8 %',
    en: 'Against the rate that the number of voters of the satker would show, limits of 95 % and 99.8 %',
  },
  change: { id: 'Berubah', en: 'Change' },
  changeHint: {
    id: 'Perubahan angka per 1.000 sejak proses sebelumnya',
    en: 'Change of the rate per 1,000 since the run before',
  },
  resolved: { id: 'Selesai', en: 'Resolved' },
  resolvedHint: {
    id: 'Temuan dan pasangan yang tidak ada lagi sejak proses sebelumnya',
    en: 'Findings and pairs that are gone since the run before',
  },
} as const satisfies Readonly<Record<string, Text>>;

const COLUMNS: readonly Column[] = [
  { title: WORDS.code },
  { title: WORDS.satker },
  { title: WORDS.voters, digits: 0 },
  { title: WORDS.flagged, digits: 0, hint: HINTS.flagged },
  { title: WORDS.rate, digits: 2, hint: HINTS.rate },
  { title: TEXTS.shrunken, digits: 2, hint: TEXTS.shrunkenHint },
  { title: TEXTS.position, hint: TEXTS.positionHint },
  ...SEVERITY_COLUMNS,
  { title: { id: 'K1', en: 'K1' }, digits: 0 },
  { title: { id: 'K2', en: 'K2' }, digits: 0 },
  { title: { id: 'K3', en: 'K3' }, digits: 0 },
  { title: { id: 'mirip', en: 'mirip' }, digits: 0 },
  { title: TEXTS.change, digits: 2, hint: TEXTS.changeHint },
  { title: TEXTS.resolved, digits: 0, hint: TEXTS.resolvedHint },
];

/** A difference with its sign, blue where it fell and orange where it rose. */
function changeCell(difference: number | undefined): RichCell | null {
  if (difference === undefined) return null;
  const direction = Math.abs(difference) < 0.005 ? 'same' : difference < 0 ? 'fell' : 'rose';
  return {
    sortBy: difference,
    show: (
      <span class={`change ${direction}`}>
        {direction === 'rose' ? '+' : ''}
        <Decimal value={difference} digits={2} />
      </span>
    ),
  };
}

/** Every satker of the run, with the position that its size gives it. */
export function SatkerTable({ report, hrefOf }: { report: Report; hrefOf: (code: string) => string }): VNode {
  const compared = new Map(
    report.comparisons
      .filter(({ level, indicator }) => level === 'kabupaten' && indicator === 'flagged')
      .map((comparison) => [comparison.code, comparison]),
  );
  const before = (code: string) =>
    report.previous === undefined ? undefined : satkerMoment(report.previous, code);
  const rateOfRow = ({ flagged, voters }: SatkerRow) => (voters === 0 ? 0 : (1000 * flagged) / voters);
  const row = (satker: SatkerRow): Cell[] => {
    const { code, name, voters, flagged, error, warning, info, k1, k2, k3, mirip } = satker;
    const earlier = before(code);
    return [
      code,
      linkCell(hrefOf(code), satkerName(code, name)),
      voters,
      flagged,
      rateOfRow(satker),
      compared.get(code)?.shrunken ?? null,
      positionCell(compared.get(code)?.position),
      error,
      warning,
      info,
      k1,
      k2,
      k3,
      mirip,
      changeCell(earlier === undefined ? undefined : rateOfRow(satker) - rateOf(earlier.flagged, earlier)),
      resolved(report.changes, code),
    ];
  };
  const sum = (part: (satker: SatkerRow) => number) =>
    report.satker.reduce((total, satker) => total + part(satker), 0);
  const voters = sum((satker) => satker.voters);
  const flagged = sum((satker) => satker.flagged);
  return (
    <Table
      id="tabel-satker"
      isSortable
      caption={TEXTS.caption}
      columns={COLUMNS}
      rows={report.satker.map(row)}
      totals={[
        '',
        WORDS.total,
        voters,
        flagged,
        voters === 0 ? null : (1000 * flagged) / voters,
        '',
        '',
        sum(({ error }) => error),
        sum(({ warning }) => warning),
        sum(({ info }) => info),
        sum(({ k1 }) => k1),
        sum(({ k2 }) => k2),
        sum(({ k3 }) => k3),
        sum(({ mirip }) => mirip),
        '',
        resolved(report.changes, ''),
      ]}
    />
  );
}
