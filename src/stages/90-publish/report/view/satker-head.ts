import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName } from '../data/report.ts';
import type { SatkerRow } from '../data/tables.ts';
import { both } from '../texts.ts';
import { type Card, fourCards } from './cards.tsx';
import { resolved } from './change.tsx';
import { satkerMoments } from './trend.tsx';
import { POSITION_WORDS } from './words.ts';

/** How many of the satker's voters are to be checked, and what its size makes of that. */
export function headline(report: Report, satker: SatkerRow): Text {
  const name = satkerName(satker.code, satker.name);
  const compared = report.comparisons.find(
    ({ level, indicator, code }) => level === 'kabupaten' && indicator === 'flagged' && code === satker.code,
  );
  const position = compared === undefined ? undefined : POSITION_WORDS[compared.position].text;
  const rate = satker.voters === 0 ? 0 : (1000 * satker.flagged) / satker.voters;
  return both(
    (n) =>
      `${name}: ${n.count(satker.flagged)} dari ${n.count(satker.voters)} pemilih perlu diperiksa (${n.decimal(rate, 2)} per 1.000)${position === undefined ? '' : `, ${position.id} bagi ukurannya`}.`,
    (n) =>
      `${name}: ${n.count(satker.flagged)} of ${n.count(satker.voters)} voters to be checked (${n.decimal(rate, 2)} per 1,000)${position === undefined ? '' : `, ${position.en} for its size`}.`,
  );
}

/** The cards of a satker's page. */
export function cardsOf(report: Report, satker: SatkerRow): Card[] {
  const moments = satkerMoments(report, satker.code);
  const { k1, k2, k3, mirip } = satker;
  return fourCards({
    error: {
      value: satker.error,
      note: both(
        (n) => `temuan error; selain itu warning ${n.count(satker.warning)}, info ${n.count(satker.info)}`,
        (n) => `error findings; besides, warning ${n.count(satker.warning)}, info ${n.count(satker.info)}`,
      ),
      trend: moments.map(({ error }) => error),
      part: 'aturan',
    },
    equalNik: {
      value: k1 + k2 + k3,
      note: both(
        (n) => `pemilih: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
        (n) => `voters: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
      ),
      trend: moments.map(({ ganda }) => ganda),
      part: 'ganda',
    },
    mirip: {
      value: mirip,
      note: { id: 'pemilih; belum tentu satu orang', en: 'voters; they may be two people' },
      trend: [],
      part: 'ganda',
    },
    gone: resolved(report.changes, satker.code),
  });
}
