import type { Language } from '../../model/text.ts';
import { numberFormat } from '../format.ts';
import type { PublishedRun } from '../published-run.ts';
import type { View } from '../summary-tables.ts';
import { MAX_WIDTH, wrap } from '../table.ts';
import { decisionLines } from './decision-text.ts';
import type { Explanation, FindingExplanation, GroupExplanation, VoterExplanation } from './explanation.ts';
import { goneText } from './gone-text.ts';
import { findingLines, groupLines, memberLines, pairLines, placeText, shortEnd } from './list-text.ts';
import { pairText } from './pair-text.ts';
import type { Colours } from './side-by-side.ts';
import { groupStateText } from './words.ts';

/** An explanation as plain text of at most 100 columns, colour aside. */
export function explanationText(
  explanation: Explanation,
  run: PublishedRun,
  language: Language,
  colours: Colours,
): string {
  const view: View = {
    numbers: numberFormat(language),
    say: (id, en) => (language === 'id' ? id : en),
  };
  switch (explanation.kind) {
    case 'pair':
      return pairText(explanation, run, { language, view, colours }).join('\n');
    case 'group':
      return groupText(explanation, language, view).join('\n');
    case 'voter':
      return voterText(explanation, run, language, view).join('\n');
    case 'finding':
      return findingText(explanation, language, view).join('\n');
    default:
      return goneText(explanation, language, view).join('\n');
  }
}

function groupText(group: GroupExplanation, language: Language, view: View): string[] {
  const { group_key, members, pairs, bridges_cut, pairs_outside } = group;
  const { say, numbers } = view;
  const staying = members.filter(({ suggested_keep }) => suggested_keep);
  const kept = staying.map((member) => `${shortEnd(member)} (${member.reason})`).join('; ');
  return [
    say(
      `Kelompok ${group_key} (anggota: ${numbers.count(members.length)}, diusulkan tetap: ${numbers.count(staying.length)})`,
      `Group ${group_key} (members: ${numbers.count(members.length)}, suggested to stay: ${numbers.count(staying.length)})`,
    ),
    ...memberLines(members, say('Anggota', 'Members'), language, view),
    ...(staying.length === 0 || staying.length === members.length
      ? []
      : ['', ...wrap(say(`Yang tetap: ${kept}.`, `What stays: ${kept}.`), MAX_WIDTH)]),
    ...groupStateLines(group, language, view),
    ...decisionLines(group, language, view),
    ...pairLines(pairs, say('Pasangan yang mengikatnya', 'Pairs that tie it together'), language, view),
    ...pairLines(
      bridges_cut,
      say('Jembatan lemah yang diputus', 'Weak bridges that were cut'),
      language,
      view,
    ),
    ...pairLines(
      pairs_outside,
      say('Pasangan lain dengan baris di luar kelompok', 'Other pairs with rows outside the group'),
      language,
      view,
    ),
  ];
}

/** The state of follow-up, where there is anything to follow up. */
function groupStateLines(
  { members, decisions }: GroupExplanation,
  language: Language,
  { say }: View,
): string[] {
  const status = members[0]?.status ?? null;
  if (decisions.length === 0 || status === null) return [];
  const state = `${status}: ${groupStateText(status)[language]}`;
  return ['', ...wrap(say(`Keadaan dalam proses ini: ${state}.`, `State in this run: ${state}.`), MAX_WIDTH)];
}

function voterText(voter: VoterExplanation, run: PublishedRun, language: Language, view: View): string[] {
  const { voter_keys, findings, pairs, groups } = voter;
  const { say, numbers } = view;
  const [first] = pairs;
  const counts = [findings, pairs, groups].map(({ length }) => numbers.count(length));
  return [
    say(
      `Pemilih ${voter_keys.join(', ')} (temuan: ${counts[0]}, pasangan: ${counts[1]}, kelompok: ${counts[2]})`,
      `Voter ${voter_keys.join(', ')} (findings: ${counts[0]}, pairs: ${counts[1]}, groups: ${counts[2]})`,
    ),
    ...findingLines(findings, 'Data Invalid', language, view),
    ...pairLines(pairs, say('Data Ganda: pasangan', 'Data Ganda: pairs'), language, view),
    ...groupLines(groups, language, view),
    ...(findings.length + pairs.length + groups.length > 0
      ? []
      : wrap(
          say(
            'Tidak ada tentang pemilih ini dalam hasil proses ini; yang ada hanya keputusan petugas.',
            'Nothing about this voter is in the output of this run; there are only decisions of officers.',
          ),
          MAX_WIDTH,
        )),
    ...decisionLines(voter, language, view, findings),
    ...(first === undefined
      ? []
      : [
          '',
          say(
            `Bukti satu pasangan: sisir explain ${run.shown} ${first.pair_key}`,
            `The evidence of a pair: sisir explain ${run.shown} ${first.pair_key}`,
          ),
        ]),
  ];
}

function findingText(explanation: FindingExplanation, language: Language, view: View): string[] {
  const { findings } = explanation;
  const { say } = view;
  const told = findings.flatMap((finding, index) => {
    const about =
      finding.voter_key === null ? finding.subject : shortEnd({ ...finding, voter_key: finding.voter_key });
    const source = finding.source_path === null ? '' : `, ${finding.source_path}`;
    return [
      ...(index === 0 ? [] : ['']),
      ...wrap(
        say(
          `Temuan ${finding.finding_key}: ${about}, ${placeText(finding)}${source}`,
          `Finding ${finding.finding_key}: ${about}, ${placeText(finding)}${source}`,
        ),
        MAX_WIDTH,
      ),
      ...findingLines([finding], 'Data Invalid', language, view),
      ...(finding.remedy === null
        ? []
        : [
            '',
            say('Tindak lanjut', 'What to do'),
            ...wrap(finding.remedy[language], MAX_WIDTH - 2).map((part) => `  ${part}`),
          ]),
      '',
      say(
        `Penjelasan aturan: sisir rules ${finding.rule_id}`,
        `The rule explained: sisir rules ${finding.rule_id}`,
      ),
    ];
  });
  return [...told, ...decisionLines(explanation, language, view, findings)];
}
