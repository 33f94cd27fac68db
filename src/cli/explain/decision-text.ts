import type { Language } from '../../model/text.ts';
import type { View } from '../summary-tables.ts';
import { MAX_WIDTH, table, wrap } from '../table.ts';
import type { DecisionLine, DecisionsTold } from './decision-line.ts';
import type { FindingLine } from './explanation.ts';
import { MOST_LINES, titled } from './list-text.ts';

/**
 * What officers decided, one line a decision with its effect, and below where each comes from. Names and remarks only
 * where they were asked for.
 * @param findings those that decisions may be about, to name their rule
 */
export function decisionLines(
  { decisions, decisions_not_assessed }: DecisionsTold,
  language: Language,
  view: View,
  findings: readonly FindingLine[] = [],
): string[] {
  const { say } = view;
  if (decisions_not_assessed !== null) {
    const reason = decisions_not_assessed.text[language];
    return [
      '',
      ...wrap(
        say(`Keputusan petugas tidak dibaca: ${reason}`, `Officers' decisions were not read: ${reason}`),
        MAX_WIDTH,
      ),
    ];
  }
  if (decisions.length === 0) return [];
  const shown = decisions.slice(0, MOST_LINES);
  const rows = shown.map((decision) => [
    String(decision.seq),
    aboutText(decision, findings, view),
    decision.satker,
    decision.decided_on ?? '–',
    decision.verdict_label[language],
    effectText(decision, language, view),
  ]);
  const columns = [
    { title: say('NO.', 'NO.'), align: 'right' as const },
    { title: say('TENTANG', 'ABOUT') },
    { title: 'SATKER' },
    { title: say('TANGGAL', 'DATE') },
    { title: say('JAWABAN', 'ANSWER') },
    { title: say('AKIBAT', 'EFFECT'), wraps: true },
  ];
  return [
    ...titled(titleText(decisions, view), decisions.length, table(columns, rows, { indent: '  ' }), view),
    ...shown.flatMap((decision) =>
      wrap(originText(decision, view), MAX_WIDTH - 2).map((line) => `  ${line}`),
    ),
  ];
}

function titleText(decisions: readonly DecisionLine[], { say }: View): string {
  return decisions.some(({ people }) => people !== null)
    ? say(
        'Keputusan petugas (dengan nama dan keterangan: data pribadi)',
        "Officers' decisions (with names and remarks: personal data)",
      )
    : say(
        'Keputusan petugas (nama dan keterangan hanya bagi petugas, dengan --show-values)',
        "Officers' decisions (names and remarks only for the acting officer, with --show-values)",
      );
}

function aboutText({ kind, key, voter_key }: DecisionLine, findings: readonly FindingLine[], { say }: View) {
  if (kind === 'ganda') return voter_key ?? '–';
  const finding = findings.find(({ finding_key }) => finding_key === key);
  return finding?.rule_id ?? say(`temuan ${key}`, `finding ${key}`);
}

function effectText({ effect, read_by_run }: DecisionLine, language: Language, { say }: View): string {
  const later = say(
    'diimpor setelah proses ini, berlaku mulai proses berikutnya',
    'imported after this run, counts from the next one on',
  );
  return read_by_run ? effect.text[language] : `${effect.text[language]} (${later})`;
}

/** File, sheet and row of a decision, when it was imported, and who is behind it. */
function originText(decision: DecisionLine, { say }: View): string {
  const { seq, kind, key, source, sheet, line, imported_at, people } = decision;
  const parts = [
    `${say('no.', 'no.')} ${seq}: ${source}`,
    ...(sheet === null ? [] : [sheet]),
    say(`baris ${line}`, `row ${line}`),
    say(`diimpor ${imported_at}`, `imported ${imported_at}`),
    ...(kind === 'ganda' ? [say(`ditanyakan sebagai ${key}`, `asked as ${key}`)] : []),
    ...(people === null ? [] : [say(`oleh ${people.imported_by}`, `by ${people.imported_by}`)]),
    ...(people?.officer == null ? [] : [say(`petugas ${people.officer}`, `officer ${people.officer}`)]),
    ...(people?.remark == null ? [] : [say(`keterangan: ${people.remark}`, `remark: ${people.remark}`)]),
  ];
  return parts.join(', ').replace(/\p{Cc}+/gu, ' ');
}
