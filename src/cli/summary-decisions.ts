import type { Manifest } from '../model/manifest.ts';
import type { View } from './summary-tables.ts';
import { MAX_WIDTH, wrap } from './table.ts';

/** How far officers are with the groups and findings of the run; nothing where nothing was ever decided. */
export function decisionLines({ decisions }: Manifest, { say, numbers: { count } }: View): string[] {
  if (decisions.records === 0) return [];
  const words: readonly (readonly [string, string])[] = [
    ['terjawab', say('terjawab', 'answered')],
    ['dikonfirmasi', say('dikonfirmasi benar', 'confirmed as right')],
    ['sebagian', say('terjawab sebagian', 'partly answered')],
    ['usang', say('usang', 'stale')],
    ['bertentangan', say('bertentangan', 'in conflict')],
    ['terbuka', say('terbuka', 'open')],
  ];
  const told = (title: string, counts: Readonly<Record<string, number>>) => {
    const parts = words.flatMap(([status, word]) => {
      const found = counts[status] ?? 0;
      return found === 0 ? [] : [`${word} ${count(found)}`];
    });
    return parts.length === 0 ? [] : [`${title}: ${parts.join(', ')}`];
  };
  const lines = [
    ...told(say('kelompok', 'groups'), decisions.groups_by_status),
    ...told(say('temuan error dan warning', 'error and warning findings'), decisions.findings_by_status),
  ];
  return [
    '',
    say(
      `Keputusan petugas: ${count(decisions.records)} tercatat; ${count(decisions.pairs_dismissed)} pasangan tidak dilaporkan lagi`,
      `Officers' decisions: ${count(decisions.records)} stored; ${count(decisions.pairs_dismissed)} pairs not reported again`,
    ),
    ...lines.flatMap((line) => wrap(line, MAX_WIDTH - 2)).map((line) => `  ${line}`),
  ];
}
