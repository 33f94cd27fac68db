import type { Language } from '../../model/text.ts';
import type { View } from '../summary-tables.ts';
import { table } from '../table.ts';
import type { FindingLine, Member, PairEnd, PairLine } from './explanation.ts';
import { scopeText, suggestionText } from './words.ts';

/** Most lines of one list on the screen; `--json` has them all. */
export const MOST_LINES = 50;

/** A title, a table of at most `MOST_LINES` rows, and how many more there are. */
export function titled(title: string, total: number, body: string, { say, numbers }: View): string[] {
  const more = total - MOST_LINES;
  return [
    '',
    title,
    body,
    ...(more > 0
      ? [
          say(
            `  … dan ${numbers.count(more)} lagi; semuanya ada dalam --json`,
            `  … and ${numbers.count(more)} more; --json has them all`,
          ),
        ]
      : []),
  ];
}

/** A row of the roll in short: its dpid, or its voter key. */
export function shortEnd({ dpid, voter_key }: Pick<PairEnd, 'dpid' | 'voter_key'>): string {
  return dpid !== null && voter_key === dpid ? dpid : voter_key;
}

export function placeText({ kode_desa, tps }: Pick<PairEnd, 'kode_desa' | 'tps'>): string {
  return [kode_desa ?? '–', tps === null ? '' : `TPS ${tps}`].join(' ').trimEnd();
}

/** Members of groups, one line each, the reason of the suggestion beside it. */
export function memberLines(
  members: readonly Member[],
  title: string,
  language: Language,
  view: View,
): string[] {
  if (members.length === 0) return [];
  const { say } = view;
  const rows = members
    .slice(0, MOST_LINES)
    .map((member) => [
      member.suggested_keep ? say('tetap', 'stays') : '',
      shortEnd(member),
      placeText(member),
      [member.grade, member.tier].filter((word) => word !== null).join(' '),
      `${suggestionText(member.suggestion)[language]}: ${member.reason}`,
    ]);
  const columns = [
    { title: '' },
    { title: say('PEMILIH', 'VOTER') },
    { title: say('WILAYAH', 'AREA') },
    { title: say('TINGKAT', 'GRADE') },
    { title: say('USULAN', 'SUGGESTION'), wraps: true },
  ];
  return titled(title, members.length, table(columns, rows, { indent: '  ' }), view);
}

/** The same, a list for each group. */
export function groupLines(members: readonly Member[], language: Language, view: View): string[] {
  const { say, numbers } = view;
  const groups = new Map(members.map((member) => [member.group_key, member.members]));
  return [...groups].flatMap(([key, size]) =>
    memberLines(
      members.filter(({ group_key }) => group_key === key),
      say(
        `Kelompok ${key} (anggota: ${numbers.count(size)})`,
        `Group ${key} (members: ${numbers.count(size)})`,
      ),
      language,
      view,
    ),
  );
}

/** Pairs, one line each. */
export function pairLines(
  pairs: readonly PairLine[],
  title: string,
  language: Language,
  view: View,
): string[] {
  if (pairs.length === 0) return [];
  const { say, numbers } = view;
  const rows = pairs
    .slice(0, MOST_LINES)
    .map((pair) => [
      pair.pair_key,
      shortEnd(pair.a),
      shortEnd(pair.b),
      pair.grade,
      pair.tier,
      pair.match_probability === null ? '–' : numbers.decimal(pair.match_probability, 4),
      scopeText(pair.scope)[language],
    ]);
  const columns = [
    { title: say('KUNCI', 'KEY') },
    { title: 'A' },
    { title: 'B' },
    { title: say('TINGKAT', 'GRADE') },
    { title: say('KEYAKINAN', 'TIER') },
    { title: say('PELUANG', 'PROBABILITY'), align: 'right' as const },
    { title: say('LINGKUP', 'SCOPE'), wraps: true },
  ];
  return titled(title, pairs.length, table(columns, rows, { indent: '  ' }), view);
}

/** Findings, one line each, values masked as published. */
export function findingLines(
  findings: readonly FindingLine[],
  title: string,
  language: Language,
  view: View,
): string[] {
  if (findings.length === 0) return [];
  const { say } = view;
  const rows = findings
    .slice(0, MOST_LINES)
    .map((finding) => [
      finding.rule_id,
      finding.severity,
      finding.field,
      finding.value_masked ?? '–',
      [finding.title?.[language], finding.cause]
        .filter((part) => part !== null && part !== undefined)
        .join(' · '),
    ]);
  const columns = [
    { title: say('ATURAN', 'RULE') },
    { title: say('BERAT', 'SEVERITY') },
    { title: say('KOLOM', 'FIELD') },
    { title: say('NILAI', 'VALUE') },
    { title: say('JUDUL', 'TITLE'), wraps: true },
  ];
  return titled(title, findings.length, table(columns, rows, { indent: '  ' }), view);
}
