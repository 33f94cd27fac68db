import type { GateResult } from '../model/gates.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';
import type { View } from './summary-tables.ts';
import { MAX_WIDTH, type TableColumn, table, wrap } from './table.ts';

type Exceeded = GateResult['exceeded'][number];
type NotAssessed = GateResult['not_assessed'][number];

/** Lines told of one run at most; the manifest has them all. */
const MOST_LINES = 20;

/** The gates that were exceeded, what and where, and those that could not be checked; nothing without gates. */
export function gateLines({ gates }: Pick<Manifest, 'gates'>, view: View): string[] {
  return [...exceededLines(gates, view), ...notAssessedLines(gates, view)];
}

function exceededLines({ exceeded, checked }: GateResult, view: View): string[] {
  if (checked === 0) return [];
  const { say, numbers } = view;
  if (exceeded.length === 0)
    return ['', say(`Ambang mutu: tidak ada yang terlampaui.`, 'Quality gates: none is exceeded.')];
  const gates = new Set(exceeded.map(({ gate }) => gate)).size;
  const columns: TableColumn[] = [
    { title: say('AMBANG', 'GATE'), wraps: true },
    { title: 'SATKER' },
    { title: say('DITEMUKAN', 'FOUND'), align: 'right' },
    { title: say('BATAS', 'LIMIT'), align: 'right' },
  ];
  const rows = exceeded
    .slice(0, MOST_LINES)
    .map((over) => [
      gateName(over),
      whereOf(over, view),
      AMOUNTS[over.limit](over.found, view),
      AMOUNTS[over.limit](over.allowed, view),
    ]);
  return [
    '',
    say(
      `Ambang mutu TERLAMPAUI: ${numbers.count(gates)} dari ${numbers.count(checked)} (kode keluar 4)`,
      `Quality gates EXCEEDED: ${numbers.count(gates)} of ${numbers.count(checked)} (exit code 4)`,
    ),
    table(columns, rows, { indent: '  ' }),
    ...restLine(exceeded.length - MOST_LINES, view),
  ];
}

function notAssessedLines({ not_assessed }: GateResult, view: View): string[] {
  if (not_assessed.length === 0) return [];
  const told = not_assessed.slice(0, MOST_LINES).map((gate) => {
    const where = gate.kode_kabupaten === null ? '' : ` (${gate.kode_kabupaten})`;
    return `${gateName(gate)}${where}: ${view.say(REASONS[gate.reason].id, REASONS[gate.reason].en)}`;
  });
  const title = view.say('Ambang mutu yang tidak dapat dinilai', 'Quality gates that could not be checked');
  const lines = told.flatMap((line) => wrap(line, MAX_WIDTH - 2).map((part) => `  ${part}`));
  return ['', title, ...lines, ...restLine(not_assessed.length - MOST_LINES, view)];
}

function restLine(rest: number, { say, numbers }: View): string[] {
  if (rest <= 0) return [];
  return [
    say(
      `  dan ${numbers.count(rest)} lagi: lihat "gates" dalam manifest.json`,
      `  and ${numbers.count(rest)} more: see "gates" in manifest.json`,
    ),
  ];
}

function gateName({ name, subject, value }: Pick<Exceeded, 'name' | 'subject' | 'value'>): string {
  return name ?? `${subject} ${value}`;
}

function whereOf({ kode_kabupaten, nama_kabupaten, most_in }: Exceeded, { say }: View): string {
  if (kode_kabupaten !== null) return [kode_kabupaten, nama_kabupaten ?? ''].join(' ').trim();
  const most = most_in.map(({ kode_kabupaten: kode }) => kode).join(', ');
  return most === '' ? say('semua', 'all') : say(`semua, terbanyak ${most}`, `all, most in ${most}`);
}

const AMOUNTS: Readonly<Record<Exceeded['limit'], (value: number, view: View) => string>> = {
  max: (value, { numbers }) => numbers.count(value),
  max_per_1000: (value, { say, numbers }) =>
    say(`${numbers.decimal(value, 2)} per 1.000`, `${numbers.decimal(value, 2)} per 1,000`),
  max_rise: (value, { numbers }) => `+${numbers.count(value)}`,
  max_rise_percent: (value, { numbers }) => `+${numbers.decimal(value, 1)}%`,
};

const REASONS: Readonly<Record<NotAssessed['reason'], Text>> = {
  'no-previous-run': {
    id: 'belum ada hasil proses lalu untuk dibandingkan',
    en: 'there is no previous run to compare with',
  },
  'satker-not-in-roll': {
    id: 'satker itu tidak ada dalam daftar pemilih',
    en: 'that satker is not in the rolls',
  },
  'rule-not-assessed': {
    id: 'kolom yang dibaca aturan itu tidak ada',
    en: 'the columns that the rule reads are absent',
  },
};
