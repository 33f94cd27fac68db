import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, satkerName, shortName } from '../data/report.ts';
import type { Chance } from '../data/tables.ts';
import { Figure } from './figure.tsx';
import { HeatFigure } from './heat.tsx';
import { Note, State } from './parts.tsx';
import { Table } from './table.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  matrix: {
    id: 'Pasangan Data Ganda antarkabupaten/kota',
    en: 'Data Ganda pairs between kabupaten/kota',
  },
  matrixUnit: {
    id: 'Pasangan dengan satu ujung di baris dan satu di kolom, semua tingkat; setiap pasangan tampak dua kali.',
    en: 'Pairs with one end in the row and one in the column, of every grade; each pair shows twice.',
  },
  pairs: { id: 'pasangan', en: 'pairs' },
  noMatrix: {
    id: 'Tidak ada pasangan Data Ganda antarkabupaten/kota dalam daftar ini.',
    en: 'There is no Data Ganda pair between kabupaten/kota in this roll.',
  },
  chance: {
    id: 'Nama dan tanggal lahir sama: ditemukan dan diharapkan karena kebetulan',
    en: 'Equal name and birth date: found, and expected by chance',
  },
  chanceUnit: {
    id: 'Pasangan baris di dalam satu satker, termasuk yang ber-NIK berbeda. Harapan: bila semua baris orang yang berbeda, dari frekuensi nama dan tanggal daftar itu sendiri.',
    en: 'Pairs of rows within one satker, of different NIK too. Expected: were all rows different people, from the frequencies of names and dates in the roll itself.',
  },
  observed: { id: 'Ditemukan', en: 'Found' },
  expected: { id: 'Diharapkan', en: 'Expected' },
  excess: { id: 'Selisih', en: 'Excess' },
  mirip: { id: 'Pasangan mirip', en: 'Pairs mirip' },
  chanceNote: {
    id: 'Yang berarti adalah selisihnya, bukan jumlahnya: di Jawa banyak orang bernama dan bertanggal lahir sama.',
    en: 'The excess matters, not the number: in Java many people share name and birth date.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Kabupaten/kota by kabupaten/kota, the pairs within one left out. */
export function DistrictMatrix({ report }: { report: Report }): VNode {
  const crossing = report.districtPairs.filter(({ a, b }) => a !== b);
  if (crossing.length === 0) return <State text={TEXTS.noMatrix} />;
  const codes = [...new Set(crossing.flatMap(({ a, b }) => [a, b]))].toSorted();
  const names = new Map(report.satker.map(({ code, name }) => [code, satkerName(code, name)]));
  const pairs = new Map<string, number>();
  for (const pair of crossing)
    for (const key of [`${pair.a} ${pair.b}`, `${pair.b} ${pair.a}`])
      pairs.set(key, (pairs.get(key) ?? 0) + pair.pairs);
  const named = (code: string) => names.get(code) ?? code;
  return (
    <HeatFigure
      id="lintas"
      title={TEXTS.matrix}
      subtitle={TEXTS.matrixUnit}
      rowTitle={WORDS.satker}
      rows={codes.map((row) => ({
        label: shortName(named(row)),
        values: codes.map((column) => pairs.get(`${row} ${column}`) ?? null),
      }))}
      columns={codes.map((code) => ({ code, name: named(code) }))}
      digits={0}
      unit={TEXTS.pairs}
    />
  );
}

export function ChanceFigure({ report }: { report: Report }): VNode | null {
  const areas = report.chance.filter(({ code }) => code !== '');
  const whole = report.chance.find(({ code }) => code === '');
  if (areas.length === 0 || whole === undefined) return null;
  const names = new Map(report.satker.map(({ code, name }) => [code, satkerName(code, name)]));
  const row = (name: string | Text, { voters, observed, expected, excess, mirip }: Chance) =>
    [name, voters, observed, expected, excess, mirip] as const;
  const sorted = areas.toSorted((a, b) => b.excess - a.excess);
  return (
    <>
      <Figure
        id="kebetulan"
        title={TEXTS.chance}
        subtitle={TEXTS.chanceUnit}
        height={sorted.length * 26 + 50}
        chart={{
          kind: 'bars',
          categories: sorted.map(({ code }) => shortName(names.get(code) ?? code)),
          digits: 0,
          unit: TEXTS.pairs,
          series: [
            { label: TEXTS.observed, colour: '--k1', values: sorted.map(({ observed }) => observed) },
            { label: TEXTS.expected, colour: '--muted', values: sorted.map(({ expected }) => expected) },
          ],
        }}
        table={{
          caption: TEXTS.chance,
          columns: [
            { title: WORDS.satker },
            { title: WORDS.voters, digits: 0 },
            { title: TEXTS.observed, digits: 0 },
            { title: TEXTS.expected, digits: 1 },
            { title: TEXTS.excess, digits: 1 },
            { title: TEXTS.mirip, digits: 0 },
          ],
          rows: sorted.map((area) => row(names.get(area.code) ?? area.code, area)),
          totals: row(WORDS.province, whole),
        }}
      />
      <Note text={TEXTS.chanceNote} />
    </>
  );
}

const PARTNER: Text = { id: 'Pasangan dengan satker lain', en: 'Pairs with other satker' };
const GRADE: Text = { id: 'Tingkat', en: 'Grade' };
const PAIRS: Text = { id: 'Pasangan', en: 'Pairs' };
const NO_PARTNER: Text = {
  id: 'Tidak ada pasangan Data Ganda dengan satker lain.',
  en: 'There is no Data Ganda pair with another satker.',
};

/** With which other satker this one has pairs. */
export function PartnerTable({ report, code }: { report: Report; code: string }): VNode {
  const names = new Map(report.satker.map((satker) => [satker.code, satkerName(satker.code, satker.name)]));
  const rows = report.districtPairs
    .filter(({ a, b }) => a !== b && (a === code || b === code))
    .map(({ a, b, grade, pairs }) => ({ other: a === code ? b : a, grade, pairs }))
    .toSorted((left, right) => right.pairs - left.pairs);
  if (rows.length === 0) return <State text={NO_PARTNER} />;
  return (
    <Table
      isSortable
      caption={PARTNER}
      columns={[{ title: WORDS.satker }, { title: GRADE }, { title: PAIRS, digits: 0 }]}
      rows={rows.map(({ other, grade, pairs }) => [names.get(other) ?? other, grade, pairs])}
    />
  );
}
