import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import { both, dateText } from '../texts.ts';
import { type Card, fourCards } from './cards.tsx';
import { changeText, resolved } from './change.tsx';
import { rateOf, wholeMoment } from './trend.tsx';

/** How many of the voters are to be checked, and how that stood before. */
export function headline({ run, previous }: Report): Text {
  const now = wholeMoment(run);
  const rate = rateOf(now.flagged, now);
  const before = previous === undefined ? undefined : wholeMoment(previous);
  const change = before === undefined ? undefined : changeText(rate, rateOf(before.flagged, before));
  const date = previous === undefined ? undefined : dateText(previous.started_at);
  const tail = (language: 'id' | 'en') =>
    change === undefined || date === undefined
      ? '.'
      : `, ${change[language]} ${language === 'en' ? 'on ' : ''}${date[language].replaceAll(' ', '\u00a0')}.`;
  return both(
    (n) =>
      `${n.count(now.voters)} pemilih diperiksa; ${n.count(now.flagged)} perlu diperiksa lebih lanjut (${n.decimal(rate, 2)} per\u00a01.000)${tail('id')}`,
    (n) =>
      `${n.count(now.voters)} voters examined; ${n.count(now.flagged)} to be checked further (${n.decimal(rate, 2)} per\u00a01,000)${tail('en')}`,
  );
}

/** The cards of the province's page. */
export function cardsOf(report: Report): Card[] {
  const { run, earlier, chance } = report;
  const runs = [...earlier, run];
  const grades = (facts: Report['run']) =>
    ['K1', 'K2', 'K3'].map((grade) => facts.data_ganda.by_grade[grade] ?? 0);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const [k1 = 0, k2 = 0, k3 = 0] = grades(run);
  const whole = chance.find(({ code }) => code === '');
  const error = (facts: Report['run']) => facts.data_invalid.by_severity['error'] ?? 0;
  return fourCards({
    error: {
      value: error(run),
      note: both(
        (n) =>
          `temuan error, dari ${n.count(run.data_invalid.findings)} temuan pada ${n.count(run.data_invalid.voters)} pemilih`,
        (n) =>
          `error findings, of ${n.count(run.data_invalid.findings)} findings on ${n.count(run.data_invalid.voters)} voters`,
      ),
      trend: runs.map(error),
      part: 'aturan',
    },
    equalNik: {
      value: k1 + k2 + k3,
      note: both(
        (n) => `pasangan: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
        (n) => `pairs: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
      ),
      trend: runs.map((facts) => total(grades(facts))),
      part: 'kewajaran',
    },
    mirip: {
      value: run.data_ganda.by_grade['mirip'] ?? 0,
      note:
        whole === undefined
          ? { id: 'pasangan', en: 'pairs' }
          : both(
              (n) =>
                `pasangan; nama dan tanggal lahir sama: ${n.count(whole.observed)} ditemukan, ${n.decimal(whole.expected, 1)} diharapkan karena kebetulan, selisih ${n.decimal(whole.excess, 1)}`,
              (n) =>
                `pairs; equal name and birth date: ${n.count(whole.observed)} found, ${n.decimal(whole.expected, 1)} expected by chance, excess ${n.decimal(whole.excess, 1)}`,
            ),
      trend: runs.map((facts) => facts.data_ganda.by_grade['mirip'] ?? 0),
      part: 'lintas',
    },
    gone: resolved(report.changes, ''),
  });
}
