import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import type { SatkerRow } from '../data/tables.ts';
import { both } from '../texts.ts';
import { causeLabel, shownFile } from './causes.tsx';
import { T } from './page.tsx';
import { State } from './parts.tsx';
import { type RuleTotal, ruleTitle } from './rules.tsx';

const TEXTS = {
  verify: {
    id: 'Lihat pemilih dan dokumennya; bila memang satu orang, usulkan satu baris yang tetap. Jangan mencoret seluruh kelompok.',
    en: 'See the voter and the documents; if it is one person, propose the one row that stays. Do not strike off a whole group.',
  },
  mirip: {
    id: 'NIK-nya berbeda atau salah: tanyakan kepada Disdukcapil dan periksa di lapangan. Belum tentu satu orang.',
    en: 'Their NIK differ or are wrong: ask Dukcapil and verify in the field. They may be two people.',
  },
  nothing: {
    id: 'Tidak ada yang mendesak: tidak ada temuan error, warning, atau Data Ganda.',
    en: 'Nothing is pressing: there is no error or warning finding and no Data Ganda.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export interface Action {
  readonly title: Text;
  readonly detail: Text;
  readonly href: string;
}

const MOST_USEFUL = 3;

function causeAction(report: Report, code: string): (Action & { rule: string }) | undefined {
  const found = report.causes.find(({ satker, severity }) => satker === code && severity === 'error');
  if (found === undefined) return undefined;
  const { rule, cause, path, count } = found;
  const [title, label] = [ruleTitle(report, rule), causeLabel(report, rule, cause)];
  const file = shownFile(report, path);
  return {
    rule,
    title: both(
      (n) => `Perbaiki ${n.count(count)} temuan “${title.id}” (${label.id}) dari berkas ${file}`,
      (n) => `Fix ${n.count(count)} findings “${title.en}” (${label.en}) of the file ${file}`,
    ),
    detail: report.rules.get(rule)?.remedy ?? { id: '', en: '' },
    href: `#aturan-${rule}`,
  };
}

function ruleAction(report: Report, { rule, severity, count }: RuleTotal): Action {
  const title = ruleTitle(report, rule);
  return {
    title: both(
      (n) => `${severity === 'error' ? 'Perbaiki' : 'Periksa'} ${n.count(count)} temuan “${title.id}”`,
      (n) => `${severity === 'error' ? 'Fix' : 'Verify'} ${n.count(count)} findings “${title.en}”`,
    ),
    detail: report.rules.get(rule)?.remedy ?? { id: '', en: '' },
    href: `#aturan-${rule}`,
  };
}

function gandaActions({ k1, k2, mirip }: SatkerRow): Action[] {
  const sure = k1 + k2;
  return [
    ...(sure === 0
      ? []
      : [
          {
            title: both(
              (n) => `Periksa ${n.count(sure)} pemilih yang diduga ganda dengan NIK dan nama sama (K1, K2)`,
              (n) =>
                `Verify ${n.count(sure)} voters who may be recorded twice with equal NIK and name (K1, K2)`,
            ),
            detail: TEXTS.verify,
            href: '#ganda',
          },
        ]),
    ...(mirip === 0
      ? []
      : [
          {
            title: both(
              (n) => `Periksa ${n.count(mirip)} pemilih yang diduga ganda tanpa NIK sama (mirip)`,
              (n) => `Verify ${n.count(mirip)} voters who may be recorded twice without an equal NIK (mirip)`,
            ),
            detail: TEXTS.mirip,
            href: '#ganda',
          },
        ]),
  ];
}

/** The three most useful things to do: the largest damage of one cause, sure duplicates, then the largest rules. */
export function actionsOf(report: Report, satker: SatkerRow, totals: readonly RuleTotal[]): Action[] {
  const cause = causeAction(report, satker.code);
  const [sure, ...unsure] = gandaActions(satker);
  const rules = ['error', 'warning'].flatMap((severity) =>
    totals
      .filter((total) => total.severity === severity && total.count > 0 && total.rule !== cause?.rule)
      .map((total) => ruleAction(report, total)),
  );
  return [cause, sure, ...rules, ...unsure].filter((action) => action !== undefined).slice(0, MOST_USEFUL);
}

export function Actions({ actions }: { actions: readonly Action[] }): VNode {
  if (actions.length === 0) return <State text={TEXTS.nothing} />;
  return (
    <ol class="actions">
      {actions.map(({ title, detail, href }) => (
        <li>
          <a href={href}>
            <T text={title} />
          </a>
          <p>
            <T text={detail} />
          </p>
        </li>
      ))}
    </ol>
  );
}
