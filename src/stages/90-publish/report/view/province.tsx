import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName } from '../data/report.ts';
import { Cards } from './cards.tsx';
import { CauseFigure } from './causes.tsx';
import { ChangeTable } from './change.tsx';
import { DefaultDates } from './default-dates.tsx';
import { comparedAreas, FunnelFigure } from './fairness.tsx';
import { COMMON_SECTIONS, PageFrame } from './frame.tsx';
import { ChanceFigure, DistrictMatrix } from './links.tsx';
import { FileTable, Method } from './method.tsx';
import { Extracts, Section } from './parts.tsx';
import { DaysFigure, DisabilityTable, PyramidFigure } from './people.tsx';
import { cardsOf, headline } from './province-head.ts';
import { SatkerMap, Silent, satkerHref } from './province-map.tsx';
import { RuleHeat } from './rule-heat.tsx';
import { DimensionTable, RuleBook, RuleTable, ruleTotals } from './rules.tsx';
import { SatkerTable } from './satker-table.tsx';
import { TargetTable } from './targets.tsx';
import { TrendFigure, wholeMoments } from './trend.tsx';
import { WORDS } from './words.ts';

const SECTIONS = {
  wilayah: COMMON_SECTIONS.wilayah,
  kewajaran: { id: 'Lebih dari kebetulan?', en: 'More than chance?' },
  aturan: COMMON_SECTIONS.aturan,
  lintas: { id: 'Siapa bertemu siapa', en: 'Who meets whom' },
  umur: COMMON_SECTIONS.umur,
  perubahan: COMMON_SECTIONS.perubahan,
  metode: { id: 'Cara dan batasnya', en: 'Method and limits' },
} as const satisfies Readonly<Record<string, Text>>;

const TEXTS = {
  kicker: { id: 'Laporan provinsi', en: 'Province report' },
  fairLead: {
    id: 'Satker kecil wajar lebih naik-turun daripada satker besar. Karena itu setiap satker dibandingkan dengan yang wajar bagi ukurannya, bukan menurut peringkat.',
    en: 'Small satker vary more than large ones. So each satker is compared with what its size would show, not by rank.',
  },
  funnel: {
    id: 'Satker di luar corong berbeda melebihi yang wajar bagi ukurannya',
    en: 'Satker outside the funnel differ by more than their size would show',
  },
} as const satisfies Readonly<Record<string, Text>>;

function Fairness({ report }: { report: Report }): VNode {
  const names = new Map(report.satker.map(({ code, name }) => [code, satkerName(code, name)]));
  const satker = report.comparisons.filter(({ level }) => level === 'kabupaten');
  return (
    <>
      <FunnelFigure
        id="corong"
        title={TEXTS.funnel}
        areaTitle={WORDS.satker}
        areas={comparedAreas(satker, names)}
      />
      <SatkerTable report={report} hrefOf={satkerHref} />
      <TargetTable report={report} progress={report.progress} />
      <Extracts
        paths={['distribution/summary.csv', 'distribution/comparison.csv', 'distribution/kabupaten.csv']}
      />
    </>
  );
}

/** The page of the whole roll: how bad, where, why, what next. */
export function ProvincePage({ report }: { report: Report }): VNode {
  const totals = ruleTotals(report.ruleCounts);
  const moments = wholeMoments(report);
  return (
    <PageFrame report={report} kicker={TEXTS.kicker} headline={headline(report)} sections={SECTIONS}>
      <Cards cards={cardsOf(report)} />
      <Section id="wilayah" title={SECTIONS.wilayah}>
        <SatkerMap report={report} />
        <Silent report={report} />
      </Section>
      <Section id="kewajaran" title={SECTIONS.kewajaran} lead={TEXTS.fairLead}>
        <Fairness report={report} />
      </Section>
      <Section id="aturan" title={SECTIONS.aturan}>
        <RuleHeat report={report} />
        <DimensionTable report={report} totals={totals} />
        <RuleTable report={report} totals={totals} voters={report.run.rows.accepted} />
        <Extracts paths={['distribution/kabupaten.csv', 'distribution/kabupaten.parquet']} />
        <CauseFigure report={report} causes={report.causes} />
        <RuleBook report={report} ids={totals.map(({ rule }) => rule)} />
      </Section>
      <Section id="lintas" title={SECTIONS.lintas}>
        <DistrictMatrix report={report} />
        <Extracts paths={['distribution/district-pairs.csv', 'data-ganda/pairs.parquet']} />
        <ChanceFigure report={report} />
        <Extracts paths={['distribution/chance.csv']} />
      </Section>
      <Section id="umur" title={SECTIONS.umur}>
        <PyramidFigure ages={report.ages} />
        <DaysFigure birthDays={report.birthDays} />
        <DefaultDates report={report} />
        <DisabilityTable disabilities={report.disabilities} codeBook={report.codeBook} />
        <Extracts
          paths={['distribution/age.csv', 'distribution/birth-dates.csv', 'distribution/disability.csv']}
        />
      </Section>
      <Section id="perubahan" title={SECTIONS.perubahan}>
        <TrendFigure moments={moments} />
        <ChangeTable report={report} code="" />
      </Section>
      <Section id="metode" title={SECTIONS.metode}>
        <Method report={report} />
        <FileTable report={report} isShown={() => true} />
      </Section>
    </PageFrame>
  );
}
