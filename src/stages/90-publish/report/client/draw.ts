import { BarChart, CustomChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from '../page-data.ts';
import { barsOption } from './charts/bars.ts';
import { daysOption } from './charts/days.ts';
import { funnelOption } from './charts/funnel.ts';
import { heatOption } from './charts/heat.ts';
import { areaHref, mapOption } from './charts/map.ts';
import { type ChartOption, Pen } from './charts/pen.ts';
import { pyramidOption } from './charts/pyramid.ts';
import { trendOption } from './charts/trend.ts';
import type { BrowserPage } from './page.ts';

use([
  BarChart,
  CustomChart,
  LineChart,
  MapChart,
  ScatterChart,
  GeoComponent,
  GridComponent,
  TooltipComponent,
  SVGRenderer,
]);

function optionOf(data: ChartData, pen: Pen, id: string, chosen: string | undefined): ChartOption {
  if (data.kind === 'map') return mapOption(data, pen, id, chosen);
  if (data.kind === 'funnel') return funnelOption(data, pen);
  if (data.kind === 'heat') return heatOption(data, pen);
  if (data.kind === 'pyramid') return pyramidOption(data, pen);
  if (data.kind === 'days') return daysOption(data, pen);
  if (data.kind === 'bars') return barsOption(data, pen);
  return trendOption(data, pen);
}

interface Drawn {
  readonly id: string;
  readonly data: ChartData;
  readonly element: HTMLElement;
  readonly chart: ECharts;
}

/** Charts of the page, drawn anew when language, colours or width change. */
export class Charts {
  readonly #page: BrowserPage;
  readonly #drawn: readonly Drawn[];
  readonly #chosen = new Map<string, string>();

  constructor(page: BrowserPage) {
    this.#page = page;
    this.#drawn = [...document.querySelectorAll<HTMLElement>('[data-chart]')].flatMap((element) => {
      const id = element.dataset['chart'] ?? '';
      const data = page.data.charts[id];
      return data === undefined
        ? []
        : [{ id, data, element, chart: init(element, null, { renderer: 'svg' }) }];
    });
    for (const { id, data, chart } of this.#drawn)
      if (data.kind === 'map')
        chart.on('click', ({ name }) => {
          const href = areaHref(data, this.#chosen.get(id), name);
          if (href !== undefined) location.href = href;
        });
  }

  draw(): void {
    for (const { id, data, element, chart } of this.#drawn) {
      const pen = new Pen(this.#page, element);
      chart.setOption(optionOf(data, pen, id, this.#chosen.get(id)), { notMerge: true });
    }
  }

  /** At once, and so that the style sheet can fit each chart to the width of the paper. */
  drawForPaper(): void {
    this.draw();
    for (const { chart, element } of this.#drawn) {
      chart.getZr().flush();
      element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    }
  }

  resize(): void {
    for (const { chart } of this.#drawn) chart.resize();
    this.draw();
  }

  choose(id: string, measure: string): void {
    this.#chosen.set(id, measure);
    for (const drawn of this.#drawn)
      if (drawn.id === id)
        drawn.chart.setOption(optionOf(drawn.data, new Pen(this.#page, drawn.element), id, measure), {
          notMerge: true,
        });
  }
}

export function drawCharts(page: BrowserPage): Charts {
  const charts = new Charts(page);
  charts.draw();
  let waiting: number | undefined;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => charts.resize(), 120);
  });
  return charts;
}
