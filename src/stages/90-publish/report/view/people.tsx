import type { VNode } from 'preact';
import type { CodeBook } from '../../../../model/parameters.ts';
import type { Text } from '../../../../model/text.ts';
import type { AgeBand, BirthDay, Disability } from '../data/tables.ts';
import { both, dayText, same } from '../texts.ts';
import { Figure } from './figure.tsx';
import { T } from './page.tsx';
import { Note, State } from './parts.tsx';
import { type Cell, type RichCell, Table } from './table.tsx';
import { SEX_WORDS, WORDS } from './words.ts';

const TEXTS = {
  pyramid: {
    id: 'Pemilih menurut umur dan jenis kelamin',
    en: 'Voters by age and sex',
  },
  pyramidUnit: {
    id: 'Pemilih pada tanggal acuan; bagian gelap: bertanggal lahir 1 Juli, 31 Desember, atau 1 Januari.',
    en: 'Voters on the reference date; the dark part: born on 1 July, 31 December or 1 January.',
  },
  days: {
    id: 'Tanggal lahir menumpuk pada beberapa hari',
    en: 'Birth dates heap on a few days',
  },
  age: { id: 'Umur', en: 'Age' },
  day: { id: 'Hari lahir', en: 'Day of birth' },
  men: { id: 'Laki-laki', en: 'Men' },
  women: { id: 'Perempuan', en: 'Women' },
  defaults: { id: 'bertanggal baku', en: 'default dates' },
  times: { id: 'Kali rata-rata', en: 'Times the mean' },
  official: {
    id: 'Tanggal 1 Juli, 31 Desember, dan 1 Januari adalah tanggal baku resmi bagi warga yang tidak mengetahui hari lahirnya. Tanggal itu tidak perlu diperbaiki; hanya lemah sebagai bukti kegandaan.',
    en: '1 July, 31 December and 1 January are official default dates for citizens who do not know their day of birth. They need no correction; they are only weak evidence of a duplicate.',
  },
  noDates: {
    id: 'Tanggal lahir tidak dapat dinilai: tidak ada yang terbaca.',
    en: 'Birth dates not assessed: none could be read.',
  },
  disability: { id: 'Pemilih menurut ragam disabilitas', en: 'Voters by kind of disability' },
  withheld: { id: 'tidak ditampilkan', en: 'not shown' },
  withheldNote: {
    id: 'Angka di bawah 5 tidak ditampilkan (UU 27/2022), demikian pula satu angka lain bila angka itu dapat dihitung balik; jumlahnya karena itu tidak ditulis.',
    en: 'Counts under 5 are not shown (UU 27/2022), nor is another one from which they could be worked out; so no sum is given.',
  },
  kind: { id: 'Ragam', en: 'Kind' },
  noDisability: {
    id: 'Disabilitas tidak dapat dinilai: masukan tidak memuat kolomnya.',
    en: 'Disability not assessed: the input does not have the column.',
  },
  other: { id: 'di luar daftar kode', en: 'not in the code list' },
} as const satisfies Readonly<Record<string, Text>>;

interface Band {
  readonly from: number;
  readonly label: string;
  readonly men: number;
  readonly women: number;
  readonly menDefault: number;
  readonly womenDefault: number;
}

function bandsOf(ages: readonly AgeBand[]): Band[] {
  const bands = new Map<number, Band>();
  for (const { sex, from, to, voters, default_dates } of ages) {
    if (from === null || (sex !== 'L' && sex !== 'P')) continue;
    const label = to === null ? `${from}+` : from === 0 ? `< ${to + 1}` : `${from}–${to}`;
    const band = bands.get(from) ?? { from, label, men: 0, women: 0, menDefault: 0, womenDefault: 0 };
    bands.set(
      from,
      sex === 'L'
        ? { ...band, men: band.men + voters, menDefault: band.menDefault + default_dates }
        : { ...band, women: band.women + voters, womenDefault: band.womenDefault + default_dates },
    );
  }
  return [...bands.values()].toSorted((a, b) => a.from - b.from);
}

function unplaced(ages: readonly AgeBand[]): number {
  return ages
    .filter(({ sex, from }) => from === null || sex === null)
    .reduce((sum, { voters }) => sum + voters, 0);
}

export function PyramidFigure({ ages }: { ages: readonly AgeBand[] }): VNode {
  const bands = bandsOf(ages);
  if (bands.length === 0) return <State text={TEXTS.noDates} />;
  const left = unplaced(ages);
  return (
    <>
      <Figure
        id="piramida"
        title={TEXTS.pyramid}
        subtitle={TEXTS.pyramidUnit}
        height={Math.max(220, bands.length * 22 + 70)}
        chart={{
          kind: 'pyramid',
          bands: bands.map(({ label }) => label),
          male: bands.map(({ men }) => men),
          female: bands.map(({ women }) => women),
          maleDefault: bands.map(({ menDefault }) => menDefault),
          femaleDefault: bands.map(({ womenDefault }) => womenDefault),
        }}
        table={{
          caption: TEXTS.pyramid,
          columns: [
            { title: TEXTS.age },
            { title: TEXTS.men, digits: 0 },
            {
              title: both(
                () => `${TEXTS.men.id}, ${TEXTS.defaults.id}`,
                () => `${TEXTS.men.en}, ${TEXTS.defaults.en}`,
              ),
              digits: 0,
            },
            { title: TEXTS.women, digits: 0 },
            {
              title: both(
                () => `${TEXTS.women.id}, ${TEXTS.defaults.id}`,
                () => `${TEXTS.women.en}, ${TEXTS.defaults.en}`,
              ),
              digits: 0,
            },
          ],
          rows: bands.map(({ label, men, menDefault, women, womenDefault }) => [
            label,
            men,
            menDefault,
            women,
            womenDefault,
          ]),
        }}
      />
      {left === 0 ? null : (
        <Note
          text={both(
            (n) =>
              `${n.count(left)} pemilih tidak ada dalam gambar ini: umur atau jenis kelaminnya tidak terbaca.`,
            (n) => `${n.count(left)} voters are not in this chart: their age or sex could not be read.`,
          )}
        />
      )}
    </>
  );
}

const DAYS_NAMED = 5;
/** A day is named when it has more voters than this many times the mean. */
const HEAPED = 1.5;
/** … and by more than so many standard deviations of a count. */
const NOISE = 5;

interface Day {
  readonly text: Text;
  readonly voters: number;
}

function daysOf(birthDays: readonly BirthDay[]): Day[] {
  const voters = new Map<number, number>();
  for (const row of birthDays) {
    const key = row.month * 100 + row.day;
    voters.set(key, (voters.get(key) ?? 0) + row.voters);
  }
  return Array.from({ length: 366 }, (_, index) => {
    const date = new Date(Date.UTC(2024, 0, 1 + index));
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    return { text: dayText(month, day), voters: voters.get(month * 100 + day) ?? 0 };
  });
}

export function DaysFigure({ birthDays }: { birthDays: readonly BirthDay[] }): VNode | null {
  const days = daysOf(birthDays);
  const total = days.reduce((sum, { voters }) => sum + voters, 0);
  if (total === 0) return null;
  const mean = total / 365.25;
  const marked = days
    .map(({ voters }, index) => ({ voters, index }))
    .filter(({ voters }) => voters > HEAPED * mean && voters > mean + NOISE * Math.sqrt(mean))
    .toSorted((a, b) => b.voters - a.voters)
    .slice(0, DAYS_NAMED)
    .map(({ index }) => index);
  return (
    <>
      <Figure
        id="hari-lahir"
        title={TEXTS.days}
        subtitle={both(
          (n) =>
            `Pemilih menurut hari dan bulan lahir, tahun apa pun; rata-rata ${n.count(Math.round(mean))} pemilih per hari dari ${n.count(total)}.`,
          (n) =>
            `Voters by day and month of birth, of any year; mean ${n.count(Math.round(mean))} voters a day, of ${n.count(total)}.`,
        )}
        height={260}
        chart={{
          kind: 'days',
          days: days.map(({ text }) => text),
          voters: days.map(({ voters }) => voters),
          marked,
        }}
        table={{
          caption: TEXTS.days,
          columns: [
            { title: TEXTS.day },
            { title: WORDS.voters, digits: 0 },
            { title: TEXTS.times, digits: 1 },
          ],
          rows: days
            .toSorted((a, b) => b.voters - a.voters)
            .slice(0, 20)
            .map(({ text, voters }) => [text, voters, voters / mean]),
        }}
      />
      <Note text={TEXTS.official} />
    </>
  );
}

/** Share of voters with a default date, from the age bands. */
export function defaultDateShare(ages: readonly AgeBand[]): { voters: number; defaults: number } {
  const known = ages.filter(({ from }) => from !== null);
  return {
    voters: known.reduce((sum, { voters }) => sum + voters, 0),
    defaults: known.reduce((sum, { default_dates }) => sum + default_dates, 0),
  };
}

function withheld(): RichCell {
  return { show: <T text={TEXTS.withheld} />, sortBy: 0 };
}

/** Cells by sex and kind, over one satker or all: a cell of which a part was withheld shows none. */
export function DisabilityTable({
  disabilities,
  codeBook,
}: {
  disabilities: readonly Disability[];
  codeBook: CodeBook;
}): VNode {
  if (disabilities.length === 0) return <State text={TEXTS.noDisability} />;
  const codes = [...new Set(disabilities.map(({ code }) => code))].toSorted();
  const cell = (sex: 'L' | 'P', code: string): Cell => {
    const parts = disabilities.filter((row) => row.sex === sex && row.code === code);
    if (parts.length === 0) return 0;
    return parts.some(({ voters }) => voters === null)
      ? withheld()
      : parts.reduce((sum, { voters }) => sum + (voters ?? 0), 0);
  };
  return (
    <>
      <Table
        caption={TEXTS.disability}
        columns={[
          { title: WORDS.code },
          { title: TEXTS.kind },
          { title: SEX_WORDS['L'] ?? same('L'), digits: 0 },
          { title: SEX_WORDS['P'] ?? same('P'), digits: 0 },
        ]}
        rows={codes.map((code) => [
          code,
          codeBook.disabilitas[code] ?? TEXTS.other,
          cell('L', code),
          cell('P', code),
        ])}
      />
      <Note text={TEXTS.withheldNote} />
    </>
  );
}
