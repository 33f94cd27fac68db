import { registerMap } from 'echarts/core';
import type { MapData, Measure } from '../../page-data.ts';
import { colourStep } from '../../steps.ts';
import type { ChartOption, Pen } from './pen.ts';

const registered = new Set<string>();

function measureOf({ measures }: MapData, chosen: string | undefined): Measure | undefined {
  return measures.find(({ id }) => id === chosen) ?? measures[0];
}

/** Where a click on an area leads. */
export function areaHref(data: MapData, chosen: string | undefined, code: string): string | undefined {
  return measureOf(data, chosen)?.values.find((area) => area.code === code)?.href;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Degrees from west to east and from south to north. */
function extentOf({ geojson }: MapData): Extent {
  const numbers = (JSON.stringify(geojson).match(/\[-?[\d.]+,-?[\d.]+\]/g) ?? []).map(
    (pair) => JSON.parse(pair) as [number, number],
  );
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const [x, y] of numbers) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return { width: Math.max(east - west, 0.01), height: Math.max(north - south, 0.01) };
}

/** As large as the frame allows, without stretching. */
function placeOf(data: MapData, pen: Pen): object {
  const { width, height } = extentOf(data);
  const isWide = width / height > pen.width / pen.height;
  return isWide ? { left: 0, right: 0, top: 'middle' } : { top: 4, bottom: 4, left: 'center' };
}

/** Areas coloured by one measure. */
export function mapOption(data: MapData, pen: Pen, id: string, chosen: string | undefined): ChartOption {
  const measure = measureOf(data, chosen);
  if (!registered.has(id)) {
    registerMap(id, { geoJSON: data.geojson as never, specialAreas: {} });
    registered.add(id);
  }
  const areas = measure?.values ?? [];
  const digits = measure?.digits ?? 0;
  return {
    ...pen.base,
    tooltip: {
      ...(pen.base['tooltip'] as object),
      formatter: ({ name }: { name: string }) => {
        const area = areas.find(({ code }) => code === name);
        const value = area?.value ?? null;
        return `${area?.name ?? name}\n${value === null ? '–' : pen.number(value, digits)}`;
      },
    },
    series: [
      {
        type: 'map',
        map: id,
        aspectScale: 1,
        ...placeOf(data, pen),
        selectedMode: false,
        label: { show: false },
        itemStyle: { areaColor: pen.step(null), borderColor: pen.colour('--ground'), borderWidth: 1 },
        emphasis: {
          label: { show: false },
          itemStyle: { areaColor: undefined, borderColor: pen.colour('--ink'), borderWidth: 2 },
        },
        data: areas.map(({ code, value }) => ({
          name: code,
          value: value ?? undefined,
          itemStyle: { areaColor: pen.step(colourStep(value, measure?.limits ?? [])) },
          emphasis: { itemStyle: { areaColor: pen.step(colourStep(value, measure?.limits ?? [])) } },
        })),
      },
    ],
  };
}
