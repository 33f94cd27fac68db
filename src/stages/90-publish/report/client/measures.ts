import type { Measure } from '../page-data.ts';
import { colourStep } from '../steps.ts';
import type { Charts } from './draw.ts';
import type { BrowserPage } from './page.ts';

function measuresOf(page: BrowserPage, chart: string): readonly Measure[] {
  const data = page.data.charts[chart];
  return data?.kind === 'map' ? data.measures : [];
}

function colourTiles(page: BrowserPage, chart: string, measure: Measure): void {
  const areas = new Map(measure.values.map((area) => [area.code, area]));
  for (const tile of document.querySelectorAll<HTMLElement>(`[data-tiles-for="${chart}"] [data-area]`)) {
    const area = areas.get(tile.dataset['area'] ?? '');
    const value = area?.value ?? null;
    const step = colourStep(value, measure.limits);
    tile.classList.remove(...[...tile.classList].filter((name) => name.startsWith('step-')));
    tile.classList.add(step === null ? 'step-none' : `step-${step}`);
    const shown = value === null ? '–' : page.number(value, measure.digits);
    const place = tile.querySelector('.tile-value');
    if (place !== null) place.textContent = shown;
  }
}

function writeLegend(page: BrowserPage, chart: string, { limits, digits }: Measure): void {
  const legend = document.querySelector(`[data-legend-for="${chart}"]`);
  if (legend === null) return;
  const entries = limits.map((limit, index) => {
    const next = limits[index + 1];
    const entry = document.createElement('li');
    const swatch = document.createElement('span');
    swatch.className = `swatch step-${index + 1}`;
    swatch.setAttribute('aria-hidden', 'true');
    const from = page.number(limit, digits);
    entry.append(swatch, next === undefined ? `≥ ${from}` : `${from} – < ${page.number(next, digits)}`);
    return entry;
  });
  legend.replaceChildren(...entries);
}

/** The choice of a measure colours map, tiles and legend anew; so does another language their numbers. */
export function switchMeasures(page: BrowserPage, charts: Charts): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-measure-for]')) {
    const chart = select.dataset['measureFor'] ?? '';
    const show = () => {
      const measure = measuresOf(page, chart).find(({ id }) => id === select.value);
      if (measure === undefined) return;
      colourTiles(page, chart, measure);
      writeLegend(page, chart, measure);
      charts.choose(chart, measure.id);
    };
    select.addEventListener('change', show);
    page.onChange(show);
    if (select.selectedIndex > 0) show();
  }
}
