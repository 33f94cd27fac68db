import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName, shortName } from '../data/report.ts';
import type { SatkerRow } from '../data/tables.ts';
import { both, dateText } from '../texts.ts';
import { type Card, Cards } from './cards.tsx';
import { CauseFigure } from './causes.tsx';
import { ChangeTable, changeText, resolved } from './change.tsx';
import { FunnelFigure } from './fairness.tsx';
import { Figure } from './figure.tsx';
import { Header } from './header.tsx';
import { HeatFigure } from './heat.tsx';
import { ChanceFigure, DistrictMatrix } from './links.tsx';
import { FileTable, Method } from './method.tsx';
import { Extracts, Note, Section, State } from './parts.tsx';
import { DaysFigure, DisabilityTable, defaultDateShare, PyramidFigure } from './people.tsx';
import { DimensionTable, RuleBook, RuleTable, ruleTitle, ruleTotals } from './rules.tsx';
import { SatkerTable } from './satker-table.tsx';
import { TargetTable } from './targets.tsx';
import { rateOf, TrendFigure, wholeMoment } from './trend.tsx';
import { MapFigure, measuresOf } from './where.tsx';
import { WORDS } from './words.ts';

const SECTIONS = {
  wilayah: { id: 'Di mana', en: 'Where' },
  kewajaran: { id: 'Lebih dari kebetulan?', en: 'More than chance?' },
  aturan: { id: 'Apa', en: 'What' },
  lintas: { id: 'Siapa bertemu siapa', en: 'Who meets whom' },
  umur: { id: 'Umur dan tanggal lahir', en: 'Age and birth dates' },
  perubahan: { id: 'Perubahan', en: 'Change' },
  metode: { id: 'Cara dan batasnya', en: 'Method and limits' },
} as const satisfies Readonly<Record<string, Text>>;

const TEXTS = {
  kicker: { id: 'Laporan provinsi', en: 'Province report' },
  map: {
    id: 'Angka setiap satker, dengan satu skala warna',
    en: 'The figures of every satker, on one colour scale',
  },
  mapUnit: {
    id: 'Setiap kabupaten/kota satu petak, agar kota kecil tampak. Pilih petaknya untuk membuka laporan satker.',
    en: 'One tile for each kabupaten/kota, so that small kota are seen. Choose a tile to open the report of the satker.',
  },
  noMap: {
    id: 'Peta tersedia untuk Jawa Tengah; daftar ini memuat wilayah lain.',
    en: 'There is a map of Jawa Tengah; this roll holds other areas.',
  },
  fairLead: {
    id: 'Satker kecil wajar lebih naik-turun daripada satker besar. Karena itu setiap satker dibandingkan dengan yang wajar bagi ukurannya, bukan menurut peringkat.',
    en: 'Small satker vary more than large ones. So each satker is compared with what its size would show, not by rank.',
  },
  funnel: {
    id: 'Satker di luar corong berbeda melebihi yang wajar bagi ukurannya',
    en: 'Satker outside the funnel differ by more than their size would show',
  },
  heat: { id: 'Aturan mana menonjol di satker mana', en: 'Which rule stands out in which satker' },
  heatUnit: {
    id: 'Temuan per 1.000 pemilih satker itu; aturan menurut banyaknya temuan, satker menurut kode.',
    en: 'Findings per 1,000 voters of the satker; rules by number of findings, satker by code.',
  },
  defaults: {
    id: 'Pemilih bertanggal lahir baku menurut satker',
    en: 'Voters with default birth dates, by satker',
  },
  defaultsUnit: {
    id: 'Persen dari pemilih yang tanggal lahirnya terbaca: 1 Juli, 31 Desember, atau 1 Januari.',
    en: 'Per cent of voters whose birth date could be read: 1 July, 31 December or 1 January.',
  },
  percent: { id: '%', en: '%' },
  noFindings: { id: 'Tidak ada temuan Data Invalid.', en: 'There is no Data Invalid finding.' },
  perThousand: { id: 'per 1.000', en: 'per 1,000' },
  see: { id: 'Lihat rinciannya', en: 'See the details' },
  firstRun: { id: 'proses pertama', en: 'first run' },
} as const satisfies Readonly<Record<string, Text>>;

/** Address of a satker's page from the province's. */
export function satkerHref(code: string): string {
  return `kabupaten/${code}.html`;
}

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

function cardsOf(report: Report): Card[] {
  const { run, earlier, chance } = report;
  const runs = [...earlier, run];
  const grades = (facts: Report['run']) =>
    ['K1', 'K2', 'K3'].map((grade) => facts.data_ganda.by_grade[grade] ?? 0);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const [k1 = 0, k2 = 0, k3 = 0] = grades(run);
  const whole = chance.find(({ code }) => code === '');
  const gone = resolved(report.changes, '');
  const error = (facts: Report['run']) => facts.data_invalid.by_severity['error'] ?? 0;
  return [
    {
      title: { id: 'Data Invalid yang harus diperbaiki', en: 'Data Invalid to be fixed' },
      value: error(run),
      note: both(
        (n) =>
          `temuan error, dari ${n.count(run.data_invalid.findings)} temuan pada ${n.count(run.data_invalid.voters)} pemilih`,
        (n) =>
          `error findings, of ${n.count(run.data_invalid.findings)} findings on ${n.count(run.data_invalid.voters)} voters`,
      ),
      trend: runs.map(error),
      link: { href: '#aturan', text: TEXTS.see },
    },
    {
      title: { id: 'Diduga ganda dengan NIK sama', en: 'Perhaps duplicates, of one NIK' },
      value: k1 + k2 + k3,
      note: both(
        (n) => `pasangan: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
        (n) => `pairs: K1 ${n.count(k1)}, K2 ${n.count(k2)}, K3 ${n.count(k3)}`,
      ),
      trend: runs.map((facts) => total(grades(facts))),
      link: { href: '#kewajaran', text: TEXTS.see },
    },
    {
      title: { id: 'Diduga ganda tanpa NIK sama (mirip)', en: 'Perhaps duplicates, no equal NIK (mirip)' },
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
      link: { href: '#lintas', text: TEXTS.see },
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

function Where({ report }: { report: Report }): VNode {
  const { satker, maps } = report;
  const rows = new Map(satker.map((row) => [row.code, row]));
  if (!maps.tiles.some(({ code }) => rows.has(code))) return <State text={TEXTS.noMap} />;
  const rate = (part: (row: SatkerRow) => number) => (code: string) => {
    const row = rows.get(code);
    return row === undefined || row.voters === 0 ? null : (1000 * part(row)) / row.voters;
  };
  const perThousand = (text: Text): Text => ({
    id: `${text.id}, per 1.000 pemilih`,
    en: `${text.en}, per 1,000 voters`,
  });
  const specs = [
    { id: 'flagged', label: perThousand(WORDS.flagged), digits: 2, valueOf: rate(({ flagged }) => flagged) },
    {
      id: 'error',
      label: perThousand({ id: 'Temuan error', en: 'Error findings' }),
      digits: 2,
      valueOf: rate(({ error }) => error),
    },
    {
      id: 'warning',
      label: perThousand({ id: 'Temuan warning', en: 'Warning findings' }),
      digits: 2,
      valueOf: rate(({ warning }) => warning),
    },
    { id: 'ganda', label: perThousand(WORDS.ganda), digits: 2, valueOf: rate(({ ganda }) => ganda) },
    {
      id: 'voters',
      label: WORDS.voters,
      digits: 0,
      valueOf: (code: string) => rows.get(code)?.voters ?? null,
    },
  ];
  const areas = maps.tiles.map(({ code, name }) => ({
    code,
    name,
    href: rows.has(code) ? satkerHref(code) : undefined,
  }));
  return (
    <MapFigure
      id="peta"
      title={TEXTS.map}
      subtitle={TEXTS.mapUnit}
      geojson={maps.kabupaten}
      measures={measuresOf(specs, areas)}
      tiles={maps.tiles}
      areaTitle={WORDS.satker}
      height={360}
    />
  );
}

function Silent({ report }: { report: Report }): VNode | null {
  const sent = new Set(report.satker.map(({ code }) => code));
  const missing = report.maps.tiles.filter(({ code }) => !sent.has(code));
  if (missing.length === 0 || missing.length === report.maps.tiles.length) return null;
  const names = missing.map(({ name }) => shortName(name)).join(', ');
  return (
    <Note
      text={{
        id: `Tidak ada baris dari ${missing.length} satker: ${names}.`,
        en: `There is no row from ${missing.length} satker: ${names}.`,
      }}
    />
  );
}

function RuleHeat({ report }: { report: Report }): VNode {
  const totals = ruleTotals(report.ruleCounts).filter(({ count }) => count > 0);
  if (totals.length === 0) return <State text={TEXTS.noFindings} />;
  const counts = new Map(report.ruleCounts.map(({ satker, rule, count }) => [`${satker} ${rule}`, count]));
  return (
    <HeatFigure
      id="aturan-satker"
      title={TEXTS.heat}
      subtitle={TEXTS.heatUnit}
      rowTitle={WORDS.rule}
      rows={totals.map(({ rule }) => ({
        label: ruleTitle(report, rule),
        values: report.satker.map(({ code, voters }) => {
          const count = counts.get(`${code} ${rule}`) ?? 0;
          return voters === 0 ? null : (1000 * count) / voters;
        }),
      }))}
      columns={report.satker.map(({ code, name }) => ({ code, name: satkerName(code, name) }))}
      digits={2}
      unit={TEXTS.perThousand}
    />
  );
}

function DefaultDates({ report }: { report: Report }): VNode | null {
  const rows = report.satker
    .map(({ code, name }) => ({
      name: satkerName(code, name),
      ...defaultDateShare(report.ages.filter(({ satker }) => satker === code)),
    }))
    .filter(({ voters }) => voters > 0)
    .map(({ name, voters, defaults }) => ({ name, voters, defaults, share: (100 * defaults) / voters }))
    .toSorted((a, b) => b.share - a.share);
  if (rows.length === 0) return null;
  return (
    <Figure
      id="tanggal-baku"
      title={TEXTS.defaults}
      subtitle={TEXTS.defaultsUnit}
      height={rows.length * 22 + 50}
      chart={{
        kind: 'bars',
        categories: rows.map(({ name }) => shortName(name)),
        digits: 1,
        unit: TEXTS.percent,
        series: [{ label: TEXTS.percent, colour: '--accent', values: rows.map(({ share }) => share) }],
      }}
      table={{
        caption: TEXTS.defaults,
        columns: [
          { title: WORDS.satker },
          { title: WORDS.voters, digits: 0 },
          { title: { id: 'Bertanggal baku', en: 'Default dates' }, digits: 0 },
          { title: TEXTS.percent, digits: 1 },
        ],
        rows: rows.map(({ name, voters, defaults, share }) => [name, voters, defaults, share]),
      }}
    />
  );
}

function Fairness({ report }: { report: Report }): VNode {
  const names = new Map(report.satker.map(({ code, name }) => [code, satkerName(code, name)]));
  const areas = report.comparisons
    .filter(({ level, indicator }) => level === 'kabupaten' && indicator === 'flagged')
    .map((comparison) => ({ name: names.get(comparison.code) ?? comparison.code, comparison }));
  return (
    <>
      <FunnelFigure id="corong" title={TEXTS.funnel} areaTitle={WORDS.satker} areas={areas} />
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
  const moments = [...report.earlier, report.run].map(wholeMoment);
  return (
    <>
      <Header
        report={report}
        kicker={TEXTS.kicker}
        headline={headline(report)}
        sections={Object.entries(SECTIONS).map(([id, title]) => ({ id, title }))}
      />
      <main id="isi">
        <Cards cards={cardsOf(report)} />
        <Section id="wilayah" title={SECTIONS.wilayah}>
          <Where report={report} />
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
      </main>
    </>
  );
}
