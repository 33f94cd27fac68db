import type { Language, Text } from '../../../model/text.ts';

/** What a page's script is given beside the HTML. Texts and numbers of the HTML itself are found by their attributes. */
export interface PageData {
  readonly language: Language;
  /** `data-t="n"` → its text in both languages. */
  readonly texts: readonly Text[];
  /** `data-chart="id"` → what to draw there. */
  readonly charts: Readonly<Record<string, ChartData>>;
}

/** An area on a map or in a tile grid; `null` where nothing is known of it. */
export interface AreaValue {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly href?: string | undefined;
}

/** One measure of a map: a value for each area, and the values at which the colour changes. */
export interface Measure {
  readonly id: string;
  readonly label: Text;
  readonly digits: number;
  /** Ascending; an area's colour step is the number of limits at or below its value. */
  readonly limits: readonly number[];
  readonly values: readonly AreaValue[];
}

export interface MapData {
  readonly kind: 'map';
  readonly geojson: object;
  readonly measures: readonly Measure[];
}

export interface FunnelPoint {
  readonly name: string;
  readonly voters: number;
  readonly rate: number;
  readonly limits: readonly [lower998: number, lower95: number, upper95: number, upper998: number];
  /** -2 … 2: below the 99.8 % limit, below the 95 % limit, within, above, far above. */
  readonly step: number;
  readonly position: Text;
}

export interface FunnelData {
  readonly kind: 'funnel';
  readonly reference: number;
  readonly points: readonly FunnelPoint[];
}

/** A field of coloured cells. */
export interface HeatData {
  readonly kind: 'heat';
  readonly rows: readonly (string | Text)[];
  readonly columns: readonly string[];
  /** Full names of the columns, for the tooltip. */
  readonly columnNames: readonly string[];
  /** [row, column, value] of the cells that are not empty. */
  readonly cells: readonly (readonly [row: number, column: number, value: number])[];
  readonly limits: readonly number[];
  readonly digits: number;
  readonly unit: Text;
}

export interface PyramidData {
  readonly kind: 'pyramid';
  readonly bands: readonly string[];
  readonly male: readonly number[];
  readonly female: readonly number[];
  readonly maleDefault: readonly number[];
  readonly femaleDefault: readonly number[];
}

/** Voters by day of birth, 366 of them, of any year. */
export interface DaysData {
  readonly kind: 'days';
  /** `1 Juli` */
  readonly days: readonly Text[];
  readonly voters: readonly number[];
  /** Places of the days that are named. */
  readonly marked: readonly number[];
}

export interface BarSeries {
  readonly label: Text;
  /** A CSS custom property of the page, e.g. `--accent`. */
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

export interface BarData {
  readonly kind: 'bars';
  readonly categories: readonly (string | Text)[];
  readonly series: readonly BarSeries[];
  readonly digits: number;
  readonly unit: Text;
}

export interface TrendData {
  readonly kind: 'trend';
  readonly dates: readonly Text[];
  readonly series: readonly BarSeries[];
  readonly digits: number;
  readonly unit: Text;
}

export type ChartData = MapData | FunnelData | HeatData | PyramidData | DaysData | BarData | TrendData;
