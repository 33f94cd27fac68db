import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Area, Comparison, Desa, Tps } from '../data/tables.ts';
import { both } from '../texts.ts';
import { T } from './page.tsx';
import { positionCell } from './parts.tsx';
import { SEVERITY_COLUMNS } from './rules.tsx';
import { type Cell, type Column, type RichCell, Table } from './table.tsx';
import { HINTS, WORDS } from './words.ts';

const TEXTS = {
  kecamatan: {
    id: 'Kecamatan; pilih namanya untuk melihat desa',
    en: 'Kecamatan; choose a name to see its desa',
  },
  position: { id: 'Kedudukan', en: 'Position' },
  noArea: { id: '(tanpa kode wilayah)', en: '(without an area code)' },
  noTps: { id: '(tanpa TPS)', en: '(no TPS)' },
} as const satisfies Readonly<Record<string, Text>>;

const COUNTS: readonly Column[] = [
  { title: WORDS.voters, digits: 0 },
  { title: WORDS.flagged, digits: 0, hint: HINTS.flagged },
  { title: WORDS.rate, digits: 1, hint: HINTS.rate },
  ...SEVERITY_COLUMNS,
  { title: WORDS.ganda, digits: 0, hint: HINTS.ganda },
];

function countsOf({ voters, flagged, error, warning, info, ganda }: Omit<Area, 'code' | 'name'>): Cell[] {
  return [voters, flagged, voters === 0 ? null : (1000 * flagged) / voters, error, warning, info, ganda];
}

export function sumOf(areas: readonly Area[]): Omit<Area, 'code' | 'name'> {
  const sum = (part: (area: Area) => number) => areas.reduce((total, area) => total + part(area), 0);
  return {
    voters: sum(({ voters }) => voters),
    flagged: sum(({ flagged }) => flagged),
    error: sum(({ error }) => error),
    warning: sum(({ warning }) => warning),
    info: sum(({ info }) => info),
    ganda: sum(({ ganda }) => ganda),
  };
}

function nameText({ name, code }: Area): Text {
  if (code === '') return TEXTS.noArea;
  return { id: name ?? code, en: name ?? code };
}

function anchorCell(area: Area, prefix: string): RichCell {
  return {
    sortBy: area.name ?? area.code,
    show: (
      <a href={`#${prefix}-${area.code}`}>
        <bdi>
          <T text={nameText(area)} />
        </bdi>
      </a>
    ),
  };
}

/** Kecamatan of a satker, each with the way to its desa. */
export function KecamatanTable({
  kecamatan,
  comparisons,
}: {
  kecamatan: readonly Area[];
  comparisons: readonly Comparison[];
}): VNode {
  const positions = new Map(
    comparisons
      .filter(({ level, indicator }) => level === 'kecamatan' && indicator === 'flagged')
      .map(({ code, position }) => [code, position]),
  );
  return (
    <Table
      id="tabel-kecamatan"
      isSortable
      caption={TEXTS.kecamatan}
      columns={[{ title: WORDS.code }, { title: WORDS.kecamatan }, ...COUNTS, { title: TEXTS.position }]}
      rows={kecamatan.map((area) => [
        area.code,
        anchorCell(area, 'kec'),
        ...countsOf(area),
        positionCell(positions.get(area.code)),
      ])}
      totals={['', WORDS.total, ...countsOf(sumOf(kecamatan)), '']}
    />
  );
}

/** The TPS of one desa: numbers only, since there are thousands of them on a page. */
function TpsTable({ tps }: { tps: readonly Tps[] }): VNode {
  return (
    <table class="tps sortable">
      <thead>
        <tr>
          <th scope="col">
            <T text={WORDS.tps} />
          </th>
          {COUNTS.map(({ title, digits }) => (
            <th scope="col" class="n" data-digits={digits}>
              <T text={title} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tps.map(({ code, voters, flagged, error, warning, info, ganda }) => {
          const rate = voters === 0 ? 0 : Math.round((10_000 * flagged) / voters) / 10;
          return (
            <tr>
              <td>{code === '' ? <T text={TEXTS.noTps} /> : code}</td>
              <td>{voters}</td>
              <td>{flagged}</td>
              <td data-v={rate}>{rate.toFixed(1).replace('.', ',')}</td>
              <td>{error}</td>
              <td>{warning}</td>
              <td>{info}</td>
              <td>{ganda}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function DesaEntry({ desa, tps }: { desa: Desa; tps: readonly Tps[] }): VNode {
  return (
    <details class="desa" id={`desa-${desa.code}`}>
      <summary>
        <bdi>
          <T text={nameText(desa)} />
        </bdi>
        {': '}
        <T
          text={both(
            (n) =>
              `${n.count(tps.length)} TPS, ${n.count(desa.voters)} pemilih, ${n.count(desa.flagged)} perlu diperiksa`,
            (n) =>
              `${n.count(tps.length)} TPS, ${n.count(desa.voters)} voters, ${n.count(desa.flagged)} to be checked`,
          )}
        />
      </summary>
      <TpsTable tps={tps} />
    </details>
  );
}

/** One kecamatan, closed: its desa as a table, and under it the TPS of each. */
function KecamatanEntry({
  kecamatan,
  desa,
  tpsOf,
}: {
  kecamatan: Area;
  desa: readonly Desa[];
  tpsOf: ReadonlyMap<string, readonly Tps[]>;
}): VNode {
  const name = nameText(kecamatan);
  return (
    <details class="kecamatan" id={`kec-${kecamatan.code}`}>
      <summary>
        <bdi>
          <T text={name} />
        </bdi>
        {': '}
        <T
          text={both(
            (n) =>
              `${n.count(desa.length)} desa/kelurahan, ${n.count(kecamatan.voters)} pemilih, ${n.count(kecamatan.flagged)} perlu diperiksa`,
            (n) =>
              `${n.count(desa.length)} desa/kelurahan, ${n.count(kecamatan.voters)} voters, ${n.count(kecamatan.flagged)} to be checked`,
          )}
        />
      </summary>
      <Table
        isSortable
        caption={{
          id: `Desa/kelurahan di Kecamatan ${name.id}`,
          en: `Desa/kelurahan of Kecamatan ${name.en}`,
        }}
        columns={[{ title: WORDS.code }, { title: WORDS.desa }, ...COUNTS]}
        rows={desa.map((area) => [area.code, anchorCell(area, 'desa'), ...countsOf(area)])}
        totals={['', WORDS.total, ...countsOf(sumOf(desa))]}
      />
      {desa.map((area) => (
        <DesaEntry desa={area} tps={tpsOf.get(area.code) ?? []} />
      ))}
    </details>
  );
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known === undefined) groups.set(keyOf(row), [row]);
    else known.push(row);
  }
  return groups;
}

/** Satker → kecamatan → desa → TPS. */
export function DrillDown({
  kecamatan,
  desa,
  tps,
}: {
  kecamatan: readonly Area[];
  desa: readonly Desa[];
  tps: readonly Tps[];
}): VNode {
  const desaOf = grouped(desa, (row) => row.kecamatan);
  const tpsOf = grouped(tps, (row) => row.desa);
  return (
    <div class="drill-down">
      {kecamatan.map((area) => (
        <KecamatanEntry kecamatan={area} desa={desaOf.get(area.code) ?? []} tpsOf={tpsOf} />
      ))}
    </div>
  );
}
