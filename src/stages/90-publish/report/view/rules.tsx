import type { VNode } from 'preact';
import { type ExampleRow, type Rule, SEVERITIES } from '../../../../model/rule.ts';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import { same } from '../texts.ts';
import { T } from './page.tsx';
import { Severity, severityCell } from './parts.tsx';
import { type Cell, type RichCell, Table } from './table.tsx';
import { DIMENSION_WORDS, HINTS, WORDS } from './words.ts';

const TEXTS = {
  dimensions: {
    id: 'Temuan menurut dimensi mutu dan tingkat',
    en: 'Findings by dimension of quality and severity',
  },
  table: { id: 'Temuan Data Invalid menurut aturan', en: 'Data Invalid findings by rule' },
  notAssessable: { id: 'Tidak dapat dinilai', en: 'Not assessable' },
  notAssessableHint: {
    id: 'Pemilih yang kolomnya kosong atau tidak terbaca: tidak dianggap benar, tidak dianggap salah',
    en: 'Voters whose columns are empty or unreadable: taken neither as right nor as wrong',
  },
  share: { id: 'Per 1.000', en: 'Per 1,000' },
  book: { id: 'Penjelasan aturan', en: 'The rules explained' },
  why: { id: 'Mengapa', en: 'Why' },
  remedy: { id: 'Tindak lanjut', en: 'What to do' },
  examples: { id: 'Contoh (buatan)', en: 'Examples (made up)' },
  broken: { id: 'melanggar', en: 'broken' },
  kept: { id: 'tidak melanggar', en: 'kept' },
  empty: { id: '(kosong)', en: '(empty)' },
} as const satisfies Readonly<Record<string, Text>>;

/** What one rule found in an area. */
export interface RuleTotal {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
  readonly notAssessable: number;
}

/** The rules that found something or could not judge somebody, by what they found. */
export function ruleTotals(
  counts: readonly { rule: string; severity: string; count: number; not_assessable: number }[],
): RuleTotal[] {
  const totals = new Map<string, RuleTotal>();
  for (const { rule, severity, count, not_assessable } of counts) {
    const known = totals.get(rule) ?? { rule, severity, count: 0, notAssessable: 0 };
    totals.set(rule, {
      ...known,
      count: known.count + count,
      notAssessable: known.notAssessable + not_assessable,
    });
  }
  return [...totals.values()].toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

export function ruleTitle(report: Report, id: string): Text {
  return report.rules.get(id)?.title ?? same(id);
}

function ruleCell(report: Report, id: string): RichCell {
  const title = ruleTitle(report, id);
  return {
    show: (
      <a href={`#aturan-${id}`}>
        <T text={title} />
      </a>
    ),
    sortBy: title[report.language],
  };
}

export function RuleTable({
  report,
  totals,
  voters,
}: {
  report: Report;
  totals: readonly RuleTotal[];
  voters: number;
}): VNode {
  return (
    <Table
      id="tabel-aturan"
      isSortable
      caption={TEXTS.table}
      columns={[
        { title: WORDS.rule },
        { title: WORDS.severity },
        { title: WORDS.dimension },
        { title: WORDS.findings, digits: 0 },
        { title: TEXTS.share, digits: 2 },
        { title: TEXTS.notAssessable, digits: 0, hint: TEXTS.notAssessableHint },
      ]}
      rows={totals.map(({ rule, severity, count, notAssessable }): Cell[] => [
        ruleCell(report, rule),
        severityCell(severity),
        DIMENSION_WORDS[report.rules.get(rule)?.dimension ?? ''] ?? null,
        count,
        voters === 0 ? null : (1000 * count) / voters,
        notAssessable,
      ])}
    />
  );
}

function ExampleView({ row, because }: { row: ExampleRow; because: Text | undefined }): VNode {
  const fields = Object.entries(row);
  return (
    <>
      {fields.map(([field, value], index) => (
        <>
          {index === 0 ? null : ', '}
          {field}:{' '}
          {value === '' ? (
            <T text={TEXTS.empty} />
          ) : (
            <code>
              <bdi>{value}</bdi>
            </code>
          )}
        </>
      ))}
      {because === undefined ? null : (
        <>
          {' – '}
          <T text={because} />
        </>
      )}
    </>
  );
}

const EXAMPLES_SHOWN = 3;

function examplesOf(rule: Rule, which: 'fails' | 'passes'): { row: ExampleRow; because: Text | undefined }[] {
  if (rule.kind === 'group') return [];
  return rule.examples[which].slice(0, EXAMPLES_SHOWN).map(({ row, because }) => ({ row, because }));
}

function RuleEntry({ rule }: { rule: Rule }): VNode {
  const examples = (['fails', 'passes'] as const).flatMap((which) =>
    examplesOf(rule, which).map((example) => ({ ...example, which })),
  );
  return (
    <details class="rule" id={`aturan-${rule.id}`}>
      <summary>
        <T text={rule.title} /> <Severity id={rule.severity} /> <code>{rule.id}</code>
      </summary>
      <dl>
        <dt>
          <T text={TEXTS.why} />
        </dt>
        <dd>
          <T text={rule.rationale} />
        </dd>
        <dt>
          <T text={TEXTS.remedy} />
        </dt>
        <dd>
          <T text={rule.remedy} />
        </dd>
      </dl>
      {examples.length === 0 ? null : (
        <>
          <p class="small">
            <T text={TEXTS.examples} />
          </p>
          <ul>
            {examples.map(({ which, row, because }) => (
              <li>
                <strong>
                  <T text={which === 'fails' ? TEXTS.broken : TEXTS.kept} />
                </strong>{' '}
                <ExampleView row={row} because={because} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** What each rule means, why it is there and what to do; opened by the links of the tables. */
export function RuleBook({ report, ids }: { report: Report; ids: readonly string[] }): VNode {
  const rules = ids.map((id) => report.rules.get(id)).filter((rule) => rule !== undefined);
  return (
    <details class="rulebook">
      <summary>
        <T text={TEXTS.book} />
      </summary>
      {rules.map((rule) => (
        <RuleEntry rule={rule} />
      ))}
    </details>
  );
}

/** Findings by dimension of quality and severity. */
export function DimensionTable({ report, totals }: { report: Report; totals: readonly RuleTotal[] }): VNode {
  const sum = (dimension: string, severity: string) =>
    totals
      .filter((total) => total.severity === severity && report.rules.get(total.rule)?.dimension === dimension)
      .reduce((found, { count }) => found + count, 0);
  return (
    <Table
      caption={TEXTS.dimensions}
      columns={[{ title: WORDS.dimension }, ...SEVERITY_COLUMNS]}
      rows={Object.entries(DIMENSION_WORDS).map(([dimension, word]) => [
        word,
        ...SEVERITIES.map((severity) => sum(dimension, severity)),
      ])}
    />
  );
}

export const SEVERITY_COLUMNS = [
  { title: WORDS.error, digits: 0, hint: HINTS.error },
  { title: WORDS.warning, digits: 0, hint: HINTS.warning },
  { title: WORDS.info, digits: 0, hint: HINTS.info },
] as const;
