import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { ChartData } from '../page-data.ts';
import { T, useLabel, usePage } from './page.tsx';
import { Table, type TableProps } from './table.tsx';

const AS_TABLE: Text = { id: 'Lihat sebagai tabel', en: 'View as a table' };

export interface FigureProps {
  readonly id: string;
  /** What it shows, in a sentence. */
  readonly title: Text;
  /** Unit and denominator. */
  readonly subtitle: Text;
  readonly chart: ChartData;
  /** Height in pixels. */
  readonly height: number;
  /** Width in pixels below which the chart scrolls inside itself. */
  readonly smallest?: number;
  readonly table: TableProps;
  /** Laid out side by side with what stands before the chart. */
  readonly isBeside?: boolean;
  /** Between the subtitle and the chart. */
  readonly children?: ComponentChildren;
}

/** A chart with its title, and the same numbers as a table under it. */
export function Figure({
  id,
  title,
  subtitle,
  chart,
  height,
  smallest,
  table,
  isBeside = false,
  children,
}: FigureProps): VNode {
  const page = usePage();
  page.addChart(id, chart);
  const label = useLabel(title);
  const scrolls = smallest !== undefined;
  return (
    <figure class={isBeside ? 'figure beside' : 'figure'} id={`figure-${id}`}>
      <figcaption>
        <h3>
          <T text={title} />
        </h3>
        <p class="subtitle">
          <T text={subtitle} />
        </p>
      </figcaption>
      {children}
      <div class="chart-frame" {...(scrolls ? { tabIndex: 0, role: 'region', ...label } : {})}>
        <div
          class="chart"
          data-chart={id}
          role="img"
          {...label}
          style={`height:${height}px${scrolls ? `;min-width:${smallest}px` : ''}`}
        />
      </div>
      <details class="as-table">
        <summary>
          <T text={AS_TABLE} />
        </summary>
        <Table isSortable {...table} />
      </details>
    </figure>
  );
}
