import type { TrendData } from '../../page-data.ts';
import type { ChartOption, Pen } from './pen.ts';

/** Lines over the runs from zero, each named at its end. */
export function trendOption(data: TrendData, pen: Pen): ChartOption {
  return {
    ...pen.base,
    grid: { left: 48, right: pen.isNarrow ? 110 : 170, top: 16, bottom: 28 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: data.dates.map((date) => pen.say(date)),
      ...pen.axis(undefined),
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...pen.axis(undefined),
      axisLabel: { color: pen.colour('--muted'), formatter: (value: number) => pen.short(value) },
    },
    tooltip: {
      ...(pen.base['tooltip'] as object),
      trigger: 'axis',
      formatter: (found: { dataIndex: number }[]) => {
        const index = found[0]?.dataIndex ?? 0;
        const lines = data.series.map(
          ({ label, values }) => `${pen.say(label)}: ${pen.number(values[index] ?? 0, data.digits)}`,
        );
        return [pen.say(data.dates[index] ?? ''), ...lines].join('\n');
      },
    },
    series: data.series.map(({ label, colour, values }) => ({
      type: 'line',
      data: [...values],
      symbolSize: 6,
      itemStyle: { color: pen.colour(colour) },
      lineStyle: { color: pen.colour(colour), width: 2 },
      endLabel: { show: true, color: pen.colour('--ink'), fontSize: 12, formatter: pen.say(label) },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  };
}
