import type { FunnelData, FunnelPoint } from '../../page-data.ts';
import type { ChartOption, Pen } from './pen.ts';

/** Shape by position, so that colour is not needed to tell them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '-2': 'path://M0,0 L10,0 L5,9 Z',
  '-1': 'path://M0,0 L10,0 L5,9 Z',
  '0': 'circle',
  '1': 'triangle',
  '2': 'triangle',
};

/** Sizes that differ by more are drawn on a log scale. */
const SPAN_OF_LOG = 20;

function colourOf(step: number, pen: Pen): string {
  if (step === 0) return pen.colour('--muted');
  return pen.colour(step > 0 ? '--rose' : '--fell');
}

/** Rate against voters (log), with the limits of the size; points outside are named. */
export function funnelOption({ points, reference }: FunnelData, pen: Pen): ChartOption {
  const sorted = points.toSorted((a, b) => a.voters - b.voters);
  const limitLine = (which: 0 | 1 | 2 | 3, dashes: number[]) => ({
    type: 'line',
    data: sorted.map(({ voters, limits }) => [voters, limits[which]]),
    symbol: 'none',
    silent: true,
    smooth: 0.2,
    lineStyle: { color: pen.colour('--line-strong'), width: 1.2, type: dashes },
  });
  const smallest = Math.max(1, Math.min(...sorted.map(({ voters }) => voters)));
  const largest = Math.max(...sorted.map(({ voters }) => voters), 2);
  const [left, right] = [Math.max(0.85, Math.floor(smallest * 0.85)), Math.ceil(largest * 1.15)];
  return {
    ...pen.base,
    grid: { left: 54, right: 24, top: 16, bottom: 44 },
    xAxis: {
      type: largest / smallest > SPAN_OF_LOG ? 'log' : 'value',
      min: left,
      max: right,
      ...pen.axis(undefined),
      axisLabel: {
        color: pen.colour('--muted'),
        fontSize: 12,
        hideOverlap: true,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value: number) => pen.short(value),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      boundaryGap: [0, '12%'],
      ...pen.axis(undefined),
      axisLabel: { color: pen.colour('--muted'), formatter: (value: number) => pen.short(value) },
    },
    tooltip: {
      ...(pen.base['tooltip'] as object),
      formatter: ({ data }: { data: { point?: FunnelPoint } }) => {
        const { point } = data;
        if (point === undefined) return '';
        return `${point.name}\n${pen.number(point.voters, 0)} · ${pen.number(point.rate, 2)} ‰\n${pen.say(point.position)}`;
      },
    },
    series: [
      limitLine(0, [2, 3]),
      limitLine(1, [6, 4]),
      limitLine(2, [6, 4]),
      limitLine(3, [2, 3]),
      {
        type: 'line',
        data: [
          [left, reference],
          [right, reference],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: pen.colour('--ink'), width: 1 },
      },
      {
        type: 'scatter',
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
        data: points.map((point) => ({
          value: [point.voters, point.rate],
          point,
          symbol: SYMBOLS[String(point.step)] ?? 'circle',
          symbolSize: Math.abs(point.step) === 2 ? 13 : 10,
          itemStyle: { color: colourOf(point.step, pen) },
          label: {
            show: point.step !== 0,
            formatter: point.name.replace(/^Kabupaten /, ''),
            position: 'top',
            color: pen.colour('--ink'),
            fontSize: 12,
          },
        })),
      },
    ],
  };
}
