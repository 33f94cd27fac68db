import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Tile } from '../data/maps.ts';
import { shortName } from '../data/report.ts';
import type { Area } from '../data/tables.ts';
import type { AreaValue, Measure } from '../page-data.ts';
import { colourLimits, colourStep } from '../steps.ts';
import { Figure } from './figure.tsx';
import { Legend } from './legend.tsx';
import { Decimal, T, useOnlyText } from './page.tsx';
import type { Cell, Column } from './table.tsx';
import { WORDS } from './words.ts';

const MEASURE: Text = { id: 'Ukuran', en: 'Measure' };
const NONE: Text = { id: 'tidak ada data', en: 'no data' };

/** What is measured in each area, before its colours are chosen. */
export interface MeasureSpec {
  readonly id: string;
  readonly label: Text;
  readonly digits: number;
  readonly valueOf: (code: string) => number | null;
}

export interface NamedArea {
  readonly code: string;
  readonly name: string;
  readonly href?: string | undefined;
}

export function measuresOf(specs: readonly MeasureSpec[], areas: readonly NamedArea[]): Measure[] {
  return specs.map(({ id, label, digits, valueOf }) => {
    const values = areas.map((area): AreaValue => ({ ...area, value: valueOf(area.code) }));
    return { id, label, digits, values, limits: colourLimits(values.map(({ value }) => value)) };
  });
}

const ERRORS: Text = { id: 'Temuan error', en: 'Error findings' };
const WARNINGS: Text = { id: 'Temuan warning', en: 'Warning findings' };

/** What a map shows of each area, per 1,000 voters; `label` makes the title of a measure. */
export function rateSpecs(
  rows: ReadonlyMap<string, Area>,
  label: (text: Text) => Text = (text) => text,
): MeasureSpec[] {
  const rate = (part: (row: Area) => number) => (code: string) => {
    const row = rows.get(code);
    return row === undefined || row.voters === 0 ? null : (1000 * part(row)) / row.voters;
  };
  return [
    { id: 'flagged', label: label(WORDS.flagged), digits: 2, valueOf: rate(({ flagged }) => flagged) },
    { id: 'error', label: label(ERRORS), digits: 2, valueOf: rate(({ error }) => error) },
    { id: 'warning', label: label(WARNINGS), digits: 2, valueOf: rate(({ warning }) => warning) },
    { id: 'ganda', label: label(WORDS.ganda), digits: 2, valueOf: rate(({ ganda }) => ganda) },
  ];
}

function Option({ id, label }: { id: string; label: Text }): VNode {
  return <option value={id} {...useOnlyText(label)} />;
}

/** The choice of a measure; one for all charts that `targets` names. */
function MeasureSelect({ measures, chart }: { measures: readonly Measure[]; chart: string }): VNode {
  return (
    <p class="choice">
      <label>
        <T text={MEASURE} />{' '}
        <select data-measure-for={chart}>
          {measures.map((measure) => (
            <Option id={measure.id} label={measure.label} />
          ))}
        </select>
      </label>
    </p>
  );
}

/** Names too long for a tile, with a soft hyphen where they may break. */
const HYPHENATED: Readonly<Record<string, string>> = {
  Banjarnegara: 'Banjar\u00adnegara',
  Karanganyar: 'Karang\u00adanyar',
  Purbalingga: 'Purba\u00adlingga',
  Temanggung: 'Temang\u00adgung',
};

function TileLink({
  tile,
  area,
  measure,
}: {
  tile: Tile;
  area: AreaValue | undefined;
  measure: Measure;
}): VNode {
  const value = area?.value ?? null;
  const step = colourStep(value, measure.limits);
  const short = shortName(tile.name);
  const content = (
    <>
      <span class="tile-name">
        {short === tile.name ? null : <span class="unseen">Kabupaten </span>}
        {HYPHENATED[short] ?? short}
      </span>{' '}
      <span class="tile-code" aria-hidden="true">
        {tile.code.slice(2)}
      </span>{' '}
      <span class="tile-value">
        {value === null ? '–' : <Decimal value={value} digits={measure.digits} />}
      </span>
      {area?.href === undefined ? (
        <span class="unseen">
          {' '}
          <T text={NONE} />
        </span>
      ) : null}
    </>
  );
  const shared = {
    class: `tile ${step === null ? 'step-none' : `step-${step}`}${tile.name.startsWith('Kota ') ? ' kota' : ''}`,
    style: `grid-column:${tile.column + 1};grid-row:${tile.row + 1}`,
    'data-area': tile.code,
  };
  return area?.href === undefined ? (
    <span {...shared}>{content}</span>
  ) : (
    <a {...shared} href={area.href}>
      {content}
    </a>
  );
}

function TileGrid({
  tiles,
  measure,
  chart,
}: {
  tiles: readonly Tile[];
  measure: Measure;
  chart: string;
}): VNode {
  const areas = new Map(measure.values.map((area) => [area.code, area]));
  return (
    <div class="tiles" data-tiles-for={chart}>
      {tiles.map((tile) => (
        <TileLink tile={tile} area={areas.get(tile.code)} measure={measure} />
      ))}
    </div>
  );
}

/** Map with a switch of measures, beside the tile grid where there is one; the same numbers as a table. */
export function MapFigure({
  id,
  title,
  subtitle,
  geojson,
  measures,
  tiles,
  areaTitle,
  height,
}: {
  id: string;
  title: Text;
  subtitle: Text;
  geojson: object;
  measures: readonly Measure[];
  tiles?: readonly Tile[];
  areaTitle: Text;
  height: number;
}): VNode {
  const [first] = measures;
  const columns: readonly Column[] = [
    { title: areaTitle },
    ...measures.map(({ label, digits }) => ({ title: label, digits })),
  ];
  const rows = (first?.values ?? []).map((area, index): Cell[] => [
    area.name,
    ...measures.map(({ values }) => values[index]?.value ?? null),
  ]);
  return (
    <Figure
      id={id}
      title={title}
      subtitle={subtitle}
      chart={{ kind: 'map', geojson, measures }}
      height={height}
      isBeside={tiles !== undefined}
      table={{ caption: title, columns, rows }}
    >
      <MeasureSelect measures={measures} chart={id} />
      {tiles === undefined || first === undefined ? null : (
        <TileGrid tiles={tiles} measure={first} chart={id} />
      )}
      <Legend limits={first?.limits ?? []} digits={first?.digits ?? 0} chart={id} />
    </Figure>
  );
}
