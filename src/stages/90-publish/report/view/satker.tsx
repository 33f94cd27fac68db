import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Boundaries, kecamatanOf } from '../data/maps.ts';
import { type Report, satkerName } from '../data/report.ts';
import type { Area, Desa, SatkerRow, Tps } from '../data/tables.ts';
import { both } from '../texts.ts';
import { Actions, actionsOf } from './actions.tsx';
import { type Card, Cards } from './cards.tsx';
import { CauseFigure } from './causes.tsx';
import { ChangeTable, resolved } from './change.tsx';
import { DrillDown, KecamatanTable } from './drill-down.tsx';
import { FunnelFigure } from './fairness.tsx';
import { Header } from './header.tsx';
import { PartnerTable } from './links.tsx';
import { FileTable } from './method.tsx';
import { Extracts, Section, State } from './parts.tsx';
import { DaysFigure, DisabilityTable, PyramidFigure } from './people.tsx';
import { RuleBook, RuleTable, ruleTotals } from './rules.tsx';
import { Table } from './table.tsx';
import { TargetTable } from './targets.tsx';
import { satkerMoment, TrendFigure } from './trend.tsx';
import { MapFigure, measuresOf } from './where.tsx';
import { POSITION_WORDS, WORDS } from './words.ts';

const SECTIONS = {
  tindakan: { id: 'Yang paling berguna dikerjakan', en: 'What is most useful to do' },
  wilayah: { id: 'Di mana', en: 'Where' },
  aturan: { id: 'Apa', en: 'What' },
  ganda: { id: 'Data Ganda', en: 'Data Ganda' },
  umur: { id: 'Umur dan tanggal lahir', en: 'Age and birth dates' },
  perubahan: { id: 'Perubahan', en: 'Change' },
  berkas: { id: 'Berkas', en: 'Files' },
} as const satisfies Readonly<Record<string, Text>>;

const TEXTS = {
  kicker: { id: 'Laporan satker', en: 'Report of a satker' },
  map: { id: 'Angka setiap kecamatan', en: 'The figures of every kecamatan' },
  mapUnit: { id: 'Per 1.000 pemilih kecamatan itu.', en: 'Per 1,000 voters of the kecamatan.' },
  funnel: {
    id: 'Kecamatan di luar corong berbeda melebihi yang wajar bagi ukurannya',
    en: 'Kecamatan outside the funnel differ by more than their size would show',
  },
  noMap: { id: 'Tidak ada peta untuk wilayah ini.', en: 'There is no map of this area.' },
  nothing: { id: 'Satker ini tidak mengirim satu baris pun.', en: 'This satker sent no row.' },
  see: { id: 'Lihat rinciannya', en: 'See the details' },
  firstRun: { id: 'proses pertama', en: 'first run' },
  grades: { id: 'Pemilih anggota Data Ganda menurut tingkat', en: 'Voters in Data Ganda groups by grade' },
  grade: { id: 'Tingkat', en: 'Grade' },
} as const satisfies Readonly<Record<string, Text>>;

export interface SatkerAreas {
  readonly kecamatan: readonly Area[];
  readonly desa: readonly Desa[];
  readonly tps: readonly Tps[];
}

function headline(report: Report, satker: SatkerRow): Text {
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

function cardsOf(report: Report, satker: SatkerRow): Card[] {
  const moments = [...report.earlier, report.run]
    .map((run) => satkerMoment(run, satker.code))
    .filter((moment) => moment !== undefined);
  const gone = resolved(report.changes, satker.code);
  const { k1, k2, k3, mirip } = satker;
  return [
    {
      title: { id: 'Data Invalid yang harus diperbaiki', en: 'Data Invalid to be fixed' },
      value: satker.error,
      note: both(
        (n) => `temuan error; selain itu warning ${n.count(satker.warning)}, info ${n.count(satker.info)}`,
        (n) => `error findings; besides, warning ${n.count(satker.warning)}, info ${n.count(satker.info)}`,
      ),
      trend: moments.map(({ error }) => error),
      link: { href: '#aturan', text: TEXTS.see },
    },
    {
      title: { id: 'Diduga ganda dengan NIK sama', en: 'Perhaps duplicates, of one NIK' },
      value: k1 + k2 + k3,
      note: both(
        (n) => `pemilih: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
        (n) => `voters: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
      ),
      trend: moments.map(({ ganda }) => ganda),
      link: { href: '#ganda', text: TEXTS.see },
    },
    {
      title: { id: 'Diduga ganda tanpa NIK sama (mirip)', en: 'Perhaps duplicates, no equal NIK (mirip)' },
      value: mirip,
      note: { id: 'pemilih; belum tentu satu orang', en: 'voters; they may be two people' },
      trend: [],
      link: { href: '#ganda', text: TEXTS.see },
    },
    {
      title: { id: 'Selesai sejak proses sebelumnya', en: 'Resolved since the run before' },
      value: gone,
      state: TEXTS.firstRun,
      note:
        gone === null
          ? { id: 'belum ada proses sebelumnya untuk dibandingkan', en: 'no run before to compare with' }
          : { id: 'temuan dan pasangan yang tidak ada lagi', en: 'findings and pairs that are gone' },
      trend: [],
      link: { href: '#perubahan', text: TEXTS.see },
    },
  ];
}

function KecamatanMap({ geojson, kecamatan }: { geojson: Boundaries; kecamatan: readonly Area[] }): VNode {
  const rows = new Map(kecamatan.map((row) => [row.code, row]));
  const rate = (part: (row: Area) => number) => (code: string) => {
    const row = rows.get(code);
    return row === undefined || row.voters === 0 ? null : (1000 * part(row)) / row.voters;
  };
  const specs = [
    { id: 'flagged', label: WORDS.flagged, digits: 2, valueOf: rate(({ flagged }) => flagged) },
    {
      id: 'error',
      label: { id: 'Temuan error', en: 'Error findings' },
      digits: 2,
      valueOf: rate(({ error }) => error),
    },
    {
      id: 'warning',
      label: { id: 'Temuan warning', en: 'Warning findings' },
      digits: 2,
      valueOf: rate(({ warning }) => warning),
    },
    { id: 'ganda', label: WORDS.ganda, digits: 2, valueOf: rate(({ ganda }) => ganda) },
  ];
  const areas = kecamatan
    .filter(({ code }) => code !== '')
    .map(({ code, name }) => ({ code, name: name ?? code, href: `#kec-${code}` }));
  return (
    <MapFigure
      id="peta"
      title={TEXTS.map}
      subtitle={TEXTS.mapUnit}
      geojson={geojson}
      measures={measuresOf(specs, areas)}
      areaTitle={WORDS.kecamatan}
      height={380}
    />
  );
}

function Where({ report, satker, areas }: { report: Report; satker: SatkerRow; areas: SatkerAreas }): VNode {
  if (areas.kecamatan.length === 0) return <State text={TEXTS.nothing} />;
  const geojson = kecamatanOf(report.maps, satker.code);
  const names = new Map(areas.kecamatan.map(({ code, name }) => [code, name ?? code]));
  const comparisons = report.comparisons.filter(({ code }) => names.has(code));
  const compared = comparisons
    .filter(({ indicator }) => indicator === 'flagged')
    .map((comparison) => ({ name: names.get(comparison.code) ?? comparison.code, comparison }));
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
  const moments = [...report.earlier, report.run]
    .map((run) => satkerMoment(run, code))
    .filter((moment) => moment !== undefined);
  const files = report.run.outputs.map(({ path }) => path).filter(isOf(code));
  const lists = files.filter((path) => path.startsWith('worklists/'));
  const findings = files.filter((path) => path.startsWith('data-invalid/'));
  return (
    <>
      <Header
        report={report}
        kicker={TEXTS.kicker}
        headline={headline(report, satker)}
        sections={Object.entries(SECTIONS).map(([id, title]) => ({ id, title }))}
      />
      <main id="isi">
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
      </main>
    </>
  );
}
