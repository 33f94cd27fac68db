import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import type { RunFacts } from '../data/run-facts.ts';
import { dateText, momentText } from '../texts.ts';
import { Figure } from './figure.tsx';
import { State } from './parts.tsx';

const TEXTS = {
  title: { id: 'Dari proses ke proses', en: 'From run to run' },
  unit: {
    id: 'Per 1.000 pemilih, pada proses yang disimpan dalam folder yang sama.',
    en: 'Per 1,000 voters, over the runs kept in the same folder.',
  },
  perThousand: { id: 'per 1.000 pemilih', en: 'per 1,000 voters' },
  run: { id: 'Proses', en: 'Run' },
  flagged: { id: 'perlu diperiksa', en: 'to be checked' },
  error: { id: 'temuan error', en: 'error findings' },
  ganda: { id: 'anggota Data Ganda', en: 'in Data Ganda groups' },
  voters: { id: 'Pemilih', en: 'Voters' },
  first: {
    id: 'Ini proses pertama dalam folder ini: belum ada pembanding. Perubahan dan garis waktu tampil mulai proses berikutnya.',
    en: 'This is the first run in this folder: there is nothing to compare with yet. Changes and trend lines appear from the next run on.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The figures of one run, of the whole roll or of one satker. */
export interface Moment {
  readonly started: string;
  readonly voters: number;
  readonly flagged: number;
  readonly error: number;
  readonly ganda: number;
}

export function wholeMoment(run: RunFacts): Moment {
  return {
    started: run.started_at,
    voters: run.rows.accepted,
    flagged: run.rows.flagged,
    error: run.data_invalid.by_severity['error'] ?? 0,
    ganda: run.data_ganda.voters,
  };
}

/** Nothing where the run did not have that satker. */
export function satkerMoment(run: RunFacts, code: string): Moment | undefined {
  const found = run.satker.find(({ kode_kabupaten }) => kode_kabupaten === code);
  return found === undefined
    ? undefined
    : {
        started: run.started_at,
        voters: found.voters,
        flagged: found.flagged_voters,
        error: found.findings_error,
        ganda: found.ganda_voters,
      };
}

/** The whole roll in every run that is kept, the oldest first. */
export function wholeMoments({ earlier, run }: Pick<Report, 'earlier' | 'run'>): Moment[] {
  return [...earlier, run].map(wholeMoment);
}

/** One satker in the runs that had it, the oldest first. */
export function satkerMoments({ earlier, run }: Pick<Report, 'earlier' | 'run'>, code: string): Moment[] {
  return [...earlier, run].map((one) => satkerMoment(one, code)).filter((moment) => moment !== undefined);
}

export function rateOf(part: number, { voters }: Moment): number {
  return voters === 0 ? 0 : (1000 * part) / voters;
}

export function TrendFigure({ moments }: { moments: readonly Moment[] }): VNode {
  if (moments.length < 2) return <State text={TEXTS.first} />;
  const rates = (part: (moment: Moment) => number) => moments.map((moment) => rateOf(part(moment), moment));
  const series = [
    { label: TEXTS.flagged, colour: '--accent', values: rates(({ flagged }) => flagged) },
    { label: TEXTS.error, colour: '--error', values: rates(({ error }) => error) },
    { label: TEXTS.ganda, colour: '--k2', values: rates(({ ganda }) => ganda) },
  ];
  return (
    <Figure
      id="tren"
      title={TEXTS.title}
      subtitle={TEXTS.unit}
      height={260}
      chart={{
        kind: 'trend',
        dates: moments.map(({ started }) => dateText(started)),
        series,
        digits: 2,
        unit: TEXTS.perThousand,
      }}
      table={{
        caption: TEXTS.title,
        columns: [
          { title: TEXTS.run },
          { title: TEXTS.voters, digits: 0 },
          ...series.map(({ label }) => ({ title: label, digits: 2 })),
        ],
        rows: moments.map(({ started, voters }, index) => [
          momentText(started),
          voters,
          ...series.map(({ values }) => values[index] ?? null),
        ]),
      }}
    />
  );
}
