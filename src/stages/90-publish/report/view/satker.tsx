import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { kecamatanOf } from '../data/maps.ts';
import type { Report } from '../data/report.ts';
import type { Area, Desa, SatkerRow, Tps } from '../data/tables.ts';
import { Actions, actionsOf } from './actions.tsx';
import { Cards } from './cards.tsx';
import { CauseFigure } from './causes.tsx';
import { ChangeTable } from './change.tsx';
import { DrillDown, KecamatanTable } from './drill-down.tsx';
import { comparedAreas, FunnelFigure } from './fairness.tsx';
import { COMMON_SECTIONS, PageFrame } from './frame.tsx';
import { PartnerTable } from './links.tsx';
import { FileTable } from './method.tsx';
import { Extracts, Section, State } from './parts.tsx';
import { DaysFigure, DisabilityTable, PyramidFigure } from './people.tsx';
import { RuleBook, RuleTable, ruleTotals } from './rules.tsx';
import { cardsOf, headline } from './satker-head.ts';
import { KecamatanMap } from './satker-map.tsx';
import { Table } from './table.tsx';
import { TargetTable } from './targets.tsx';
import { satkerMoments, TrendFigure } from './trend.tsx';
import { WORDS } from './words.ts';

const SECTIONS = {
  tindakan: { id: 'Yang paling berguna dikerjakan', en: 'What is most useful to do' },
  wilayah: COMMON_SECTIONS.wilayah,
  aturan: COMMON_SECTIONS.aturan,
  ganda: { id: 'Data Ganda', en: 'Data Ganda' },
  umur: COMMON_SECTIONS.umur,
  perubahan: COMMON_SECTIONS.perubahan,
  berkas: { id: 'Berkas', en: 'Files' },
} as const satisfies Readonly<Record<string, Text>>;

const TEXTS = {
  kicker: { id: 'Laporan satker', en: 'Report of a satker' },
  funnel: {
    id: 'Kecamatan di luar corong berbeda melebihi yang wajar bagi ukurannya',
    en: 'Kecamatan outside the funnel differ by more than their size would show',
  },
  noMap: { id: 'Tidak ada peta untuk wilayah ini.', en: 'There is no map of this area.' },
  nothing: { id: 'Satker ini tidak mengirim satu baris pun.', en: 'This satker sent no row.' },
  grades: { id: 'Pemilih anggota Data Ganda menurut tingkat', en: 'Voters in Data Ganda groups by grade' },
  grade: { id: 'Tingkat', en: 'Grade' },
} as const satisfies Readonly<Record<string, Text>>;

export interface SatkerAreas {
  readonly kecamatan: readonly Area[];
  readonly desa: readonly Desa[];
  readonly tps: readonly Tps[];
}

function Where({ report, satker, areas }: { report: Report; satker: SatkerRow; areas: SatkerAreas }): VNode {
  if (areas.kecamatan.length === 0) return <State text={TEXTS.nothing} />;
  const geojson = kecamatanOf(report.maps, satker.code);
  const names = new Map(areas.kecamatan.map(({ code, name }) => [code, name ?? code]));
  const comparisons = report.comparisons.filter(({ code }) => names.has(code));
  const compared = comparedAreas(comparisons, names);
  return (
    <>
      {geojson.features.length === 0 ? (
        <State text={TEXTS.noMap} />
      ) : (
        <KecamatanMap geojson={geojson} kecamatan={areas.kecamatan} />
      )}
      <KecamatanTable kecamatan={areas.kecamatan} comparisons={comparisons} />
      <DrillDown {...areas} />
      <Extracts paths={['kecamatan', 'desa', 'tps'].map((level) => `distribution/${level}.csv`)} />
      {compared.length < 2 ? null : (
        <FunnelFigure id="corong" title={TEXTS.funnel} areaTitle={WORDS.kecamatan} areas={compared} />
      )}
    </>
  );
}

function GradeTable({ satker }: { satker: SatkerRow }): VNode {
  const grades = [
    ['K1', satker.k1],
    ['K2', satker.k2],
    ['K3', satker.k3],
    ['mirip', satker.mirip],
  ] as const;
  return (
    <Table
      caption={TEXTS.grades}
      columns={[{ title: TEXTS.grade }, { title: WORDS.voters, digits: 0 }]}
      rows={grades.map(([grade, voters]) => [grade, voters])}
      totals={[WORDS.total, satker.ganda]}
    />
  );
}

/** Files of the run that are about this satker. */
function isOf(code: string): (path: string) => boolean {
  return (path) =>
    path.startsWith(`data-invalid/kabupaten=${code}/`) ||
    path.startsWith(`worklists/${code}-`) ||
    path.startsWith('distribution/') ||
    path.startsWith('data-ganda/');
}

/** The page of one satker: what to do, where, why. */
export function SatkerPage({
  report,
  satker,
  areas,
}: {
  report: Report;
  satker: SatkerRow;
  areas: SatkerAreas;
}): VNode {
  const { code } = satker;
  const own = <T extends { readonly satker: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.satker === code);
  const totals = ruleTotals(own(report.ruleCounts)).filter(
    ({ count, notAssessable }) => count > 0 || notAssessable > 0,
  );
  const moments = satkerMoments(report, code);
  const files = report.run.outputs.map(({ path }) => path).filter(isOf(code));
  const lists = files.filter((path) => path.startsWith('worklists/'));
  const findings = files.filter((path) => path.startsWith('data-invalid/'));
  return (
    <PageFrame report={report} kicker={TEXTS.kicker} headline={headline(report, satker)} sections={SECTIONS}>
      <Section id="tindakan" title={SECTIONS.tindakan}>
        <Actions actions={actionsOf(report, satker, totals)} />
        <Extracts paths={lists.length > 0 ? lists : findings} />
      </Section>
      <Cards cards={cardsOf(report, satker)} />
      <TargetTable report={report} progress={own(report.progress)} satker={code} />
      <Section id="wilayah" title={SECTIONS.wilayah}>
        <Where report={report} satker={satker} areas={areas} />
      </Section>
      <Section id="aturan" title={SECTIONS.aturan}>
        <RuleTable report={report} totals={totals} voters={satker.voters} />
        <Extracts paths={findings} />
        <CauseFigure report={report} causes={own(report.causes)} />
        <RuleBook report={report} ids={totals.map(({ rule }) => rule)} />
      </Section>
      <Section id="ganda" title={SECTIONS.ganda}>
        <GradeTable satker={satker} />
        <PartnerTable report={report} code={code} />
        <Extracts paths={['data-ganda/groups.parquet', 'data-ganda/pairs.parquet', ...lists]} />
      </Section>
      <Section id="umur" title={SECTIONS.umur}>
        <PyramidFigure ages={own(report.ages)} />
        <DaysFigure birthDays={own(report.birthDays)} />
        <DisabilityTable disabilities={own(report.disabilities)} codeBook={report.codeBook} />
      </Section>
      <Section id="perubahan" title={SECTIONS.perubahan}>
        <TrendFigure moments={moments} />
        <ChangeTable report={report} code={code} />
      </Section>
      <Section id="berkas" title={SECTIONS.berkas}>
        <FileTable report={report} isShown={isOf(code)} />
      </Section>
    </PageFrame>
  );
}
