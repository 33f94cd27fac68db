import type { ExampleRow, Rule } from '../model/rule.ts';
import type { Language, Text } from '../model/text.ts';
import { MAX_WIDTH, wrap } from './table.ts';

const WORDS = {
  rationale: { id: 'Mengapa', en: 'Why' },
  remedy: { id: 'Tindak lanjut', en: 'What to do' },
  reads: { id: 'Kolom yang dibaca', en: 'Columns read' },
  where: { id: 'Baris yang ikut', en: 'Rows that take part' },
  groupBy: { id: 'Kelompok', en: 'Group' },
  measures: { id: 'Ukuran kelompok', en: 'Measures of the group' },
  violatedWhen: { id: 'Melanggar bila (SQL)', en: 'Violated when (SQL)' },
  assessableWhen: { id: 'Dapat dinilai bila (SQL)', en: 'Assessable when (SQL)' },
  causes: { id: 'Sebab yang dikenali', en: 'Recognised causes' },
  examples: { id: 'Contoh', en: 'Examples' },
  empty: { id: '(kosong)', en: '(empty)' },
} as const satisfies Record<string, Text>;

/** One rule told to a person: title, reasons, condition, causes, and its examples (❌ violated, ✅ valid, ❔ not assessable). */
export function explainRule(rule: Rule, language: Language): string {
  const section = (title: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title[language], ...lines.flatMap((line) => indented(line))];
  const prose = (title: Text, text: Text) => [
    '',
    title[language],
    ...wrap(text[language], MAX_WIDTH - 2).map((line) => `  ${line}`),
  ];
  const isRow = rule.kind === 'row';
  return [
    rule.title[language],
    `${rule.id} · ${rule.severity} · ${rule.dimension}`,
    ...prose(WORDS.rationale, rule.rationale),
    ...prose(WORDS.remedy, rule.remedy),
    ...section(WORDS.reads, [rule.reads.join(', ')]),
    ...(isRow ? [] : groupSections(rule, section)),
    ...section(WORDS.violatedWhen, sqlLines(rule.violatedWhen)),
    ...section(
      WORDS.assessableWhen,
      isRow && rule.assessableWhen !== undefined ? sqlLines(rule.assessableWhen) : [],
    ),
    ...section(
      WORDS.causes,
      isRow ? rule.causes.map((cause) => `${cause.id}: ${cause.label[language]}`) : [],
    ),
    ...section(WORDS.examples, exampleLines(rule, language)),
  ].join('\n');
}

function groupSections(
  rule: Extract<Rule, { kind: 'group' }>,
  section: (title: Text, lines: readonly string[]) => string[],
): string[] {
  return [
    ...section(WORDS.where, rule.where === 'true' ? [] : sqlLines(rule.where)),
    ...section(WORDS.groupBy, [rule.groupBy.join(', ')]),
    ...section(
      WORDS.measures,
      Object.entries(rule.measures).map(([name, measure]) => `${name} = ${sqlLines(measure).join(' ')}`),
    ),
  ];
}

function exampleLines(rule: Rule, language: Language): string[] {
  if (rule.kind === 'group') {
    return [
      ...rule.examples.fails.map(
        ({ rows, because }) => `❌ ${groupText(rows, language)}${reason(because, language)}`,
      ),
      ...rule.examples.passes.map(
        ({ rows, because }) => `✅ ${groupText(rows, language)}${reason(because, language)}`,
      ),
    ];
  }
  const line =
    (mark: string) =>
    (example: { row: ExampleRow; because?: Text | undefined; cause?: string | undefined }) =>
      `${mark} ${rowText(example.row, language)}${example.cause === undefined ? '' : ` → ${example.cause}`}${reason(example.because, language)}`;
  return [
    ...rule.examples.fails.map(line('❌')),
    ...rule.examples.passes.map(line('✅')),
    ...rule.examples.notAssessable.map(line('❔')),
  ];
}

function reason(because: Text | undefined, language: Language): string {
  return because === undefined ? '' : ` (${because[language]})`;
}

const MOST_ROWS_SHOWN = 3;

function groupText(rows: readonly ExampleRow[], language: Language): string {
  const shown = rows.slice(0, MOST_ROWS_SHOWN).map((row) => rowText(row, language));
  const rest = rows.length - shown.length;
  const more = language === 'id' ? `… dan ${rest} baris lagi` : `… and ${rest} more rows`;
  return [...shown, ...(rest > 0 ? [more] : [])].join(' | ');
}

function rowText(row: ExampleRow, language: Language): string {
  const cells = Object.entries(row).map(
    ([column, value]) => `${column}=${value.trim() === '' ? WORDS.empty[language] : value}`,
  );
  return cells.length === 0 ? WORDS.empty[language] : cells.join(', ');
}

function sqlLines(condition: string): string[] {
  return condition
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function indented(line: string): string[] {
  return wrap(line, MAX_WIDTH - 4).map((part, index) => `${index === 0 ? '  ' : '    '}${part}`);
}
