import { TIERS } from '../model/ganda.ts';
import type { Manifest } from '../model/manifest.ts';
import { SEVERITIES } from '../model/rule.ts';
import type { Language, Text } from '../model/text.ts';
import { anomalyLines, changeLines } from './change-text.ts';
import { numberFormat } from './format.ts';
import { gateLines } from './gate-text.ts';
import { decisionLines } from './summary-decisions.ts';
import { outputLines, satkerLines, type View } from './summary-tables.ts';
import { MAX_WIDTH, type TableColumn, table, wrap } from './table.ts';

const TOP_RULES = 10;

export interface Finished {
  readonly manifest: Manifest;
  /** The run's published folder. */
  readonly folder: string;
}

/** Title of a rule by its id, for rules that ship and for the satker's own. */
export type RuleTitle = (id: string) => Text | undefined;

/** What a run found, as plain text of at most 100 columns; it names no voter. */
export function runSummary({ manifest, folder }: Finished, language: Language, titleOf: RuleTitle): string {
  const numbers = numberFormat(language);
  const view: View = { numbers, say: (id, en) => (language === 'id' ? id : en) };
  return [
    ...wrap(headline(manifest, view), MAX_WIDTH),
    ...gateLines(manifest, view),
    '',
    ...rowLines(manifest, view),
    ...rejectLines(manifest, view),
    ...skippedLines(manifest, view),
    ...invalidLines(manifest, view, language, titleOf),
    ...gandaLines(manifest, view),
    ...changeLines(manifest, view),
    ...anomalyLines(manifest, view),
    ...decisionLines(manifest, view),
    ...satkerLines(manifest, view),
    ...outputLines(manifest, folder, view),
  ].join('\n');
}

function headline(
  { rows, data_invalid, data_ganda }: Manifest,
  { say, numbers: { count, percent } }: View,
): string {
  const share = percent(rows.accepted === 0 ? 0 : rows.flagged / rows.accepted);
  if (rows.flagged === 0) {
    return say(
      `Dari ${count(rows.accepted)} pemilih tidak ada yang perlu diperiksa.`,
      `Of ${count(rows.accepted)} voters none needs a check.`,
    );
  }
  return say(
    `Dari ${count(rows.accepted)} pemilih, ${count(rows.flagged)} (${share}) perlu diperiksa: ${count(data_invalid.findings)} temuan Data Invalid dan ${count(data_ganda.groups)} kelompok Data Ganda.`,
    `Of ${count(rows.accepted)} voters, ${count(rows.flagged)} (${share}) need a check: ${count(data_invalid.findings)} Data Invalid findings and ${count(data_ganda.groups)} Data Ganda groups.`,
  );
}

/** Names left, numbers right, no header. */
function pairs(lines: readonly (readonly [string, string])[]): string {
  return table([{ title: '' }, { title: '', align: 'right' }], lines, { indent: '  ', header: false });
}

function rowLines({ rows, reference_date }: Manifest, { say, numbers: { count } }: View): string[] {
  return [
    say(`Baris (umur dihitung pada ${reference_date})`, `Rows (ages taken on ${reference_date})`),
    pairs([
      [say('dibaca', 'read'), count(rows.read)],
      [say('diterima', 'accepted'), count(rows.accepted)],
      [say('ditolak', 'rejected'), count(rows.rejected)],
      [say('bersih', 'clean'), count(rows.clean)],
      [say('perlu diperiksa', 'to be checked'), count(rows.flagged)],
    ]),
  ];
}

function rejectLines({ rejects_by_reason }: Manifest, { say, numbers: { count } }: View): string[] {
  const reasons = byCount(rejects_by_reason);
  if (reasons.length === 0) return [];
  const title = say('Baris yang ditolak, menurut alasan', 'Rejected rows by reason');
  return ['', title, pairs(reasons.map(([reason, rows]) => [reason, count(rows)]))];
}

function skippedLines({ skipped_inputs }: Manifest, { say }: View): string[] {
  if (skipped_inputs.length === 0) return [];
  const title = say('Berkas yang dilewati (--skip-bad-files)', 'Files left out (--skip-bad-files)');
  const columns: TableColumn[] = [{ title: '', wraps: true }, { title: '' }];
  const files = skipped_inputs.map(({ path, code }) => [path, code]);
  return ['', title, table(columns, files, { indent: '  ', header: false })];
}

function invalidLines(
  manifest: Manifest,
  { say, numbers }: View,
  language: Language,
  titleOf: RuleTitle,
): string[] {
  const { findings, voters, by_severity, by_rule, not_assessed } = manifest.data_invalid;
  const severities = SEVERITIES.map(
    (severity) => `${severity} ${numbers.count(by_severity[severity] ?? 0)}`,
  ).join(', ');
  const top = byCount(by_rule).slice(0, TOP_RULES);
  const accepted = Math.max(1, manifest.rows.accepted);
  const lines = [
    '',
    say(
      `Data Invalid: ${numbers.count(findings)} temuan pada ${numbers.count(voters)} pemilih (${severities})`,
      `Data Invalid: ${numbers.count(findings)} findings on ${numbers.count(voters)} voters (${severities})`,
    ),
  ];
  if (top.length > 0) {
    const columns: TableColumn[] = [
      { title: say('ATURAN', 'RULE') },
      { title: say('JUDUL', 'TITLE'), wraps: true },
      { title: say('TEMUAN', 'FINDINGS'), align: 'right' },
      { title: say('PER 1.000', 'PER 1,000'), align: 'right' },
    ];
    const rules = top.map(([id, count]) => [
      id,
      titleOf(id)?.[language] ?? '',
      numbers.count(count),
      numbers.decimal((count * 1000) / accepted, 2),
    ]);
    lines.push(table(columns, rules, { indent: '  ' }));
  }
  if (not_assessed.length > 0) {
    const told = say(
      `Tidak dinilai karena kolomnya tidak ada: ${not_assessed.join(', ')}`,
      `Not assessed, their columns are absent: ${not_assessed.join(', ')}`,
    );
    lines.push(...wrap(told, MAX_WIDTH - 2).map((line) => `  ${line}`));
  }
  return lines;
}

function gandaLines({ data_ganda: ganda }: Manifest, { say, numbers: { count, decimal } }: View): string[] {
  const lines = [
    '',
    say(
      `Data Ganda: ${count(ganda.groups)} kelompok, ${count(ganda.voters)} pemilih, ${count(ganda.pairs)} pasangan`,
      `Data Ganda: ${count(ganda.groups)} groups, ${count(ganda.voters)} voters, ${count(ganda.pairs)} pairs`,
    ),
  ];
  const grades = Object.entries(ganda.by_grade).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const inAll = (name: string) => say(`pasangan ${name}`, `${name} pairs`);
  if (grades.length > 0)
    lines.push(
      pairs([
        ...grades.map(([grade, found]): [string, string] => [inAll(grade), count(found)]),
        ...TIERS.map((tier): [string, string] => [inAll(tier), count(ganda.by_tier[tier] ?? 0)]),
      ]),
    );
  if (ganda.pairs_not_written > 0) {
    lines.push(
      say(
        `  ${count(ganda.pairs_not_written)} pasangan dari kelompok sangat besar dihitung tetapi tidak ditulis.`,
        `  ${count(ganda.pairs_not_written)} pairs of very large groups were counted but not written.`,
      ),
    );
  }
  lines.push(
    say(
      `  Nama dan tanggal lahir sama: ${count(ganda.chance.observed)} pasangan; ${decimal(ganda.chance.expected, 0)} di antaranya diharapkan karena kebetulan saja.`,
      `  Equal name and birth date: ${count(ganda.chance.observed)} pairs; ${decimal(ganda.chance.expected, 0)} of them are expected by chance alone.`,
    ),
  );
  return lines;
}

function byCount(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1));
}
