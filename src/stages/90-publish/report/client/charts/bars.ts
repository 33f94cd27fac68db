import type { BarData } from '../../page-data.ts';
import { type ChartOption, cut, type Pen } from './pen.ts';

const WIDE_LABELS = 0.4;
const SHORT_LABELS = 130;
const CHARACTER_WIDTH = 6.4;

/** Horizontal bars from zero, the number at the end of each; two series stand one above the other. */
export function barsOption(data: BarData, pen: Pen): ChartOption {
  const labels = data.categories.map((category) => pen.say(category));
  const longest = Math.max(...labels.map(({ length }) => length)) * CHARACTER_WIDTH + 12;
  const room = Math.min(longest, pen.isNarrow ? SHORT_LABELS : pen.width * WIDE_LABELS);
  const isSingle = data.series.length === 1;
  return {
    ...pen.base,
    grid: { left: room, right: 64, top: isSingle ? 4 : 26, bottom: 24 },
    xAxis: {
      type: 'value',
      min: 0,
      splitNumber: pen.isNarrow ? 2 : 5,
      ...pen.axis(undefined),
      axisLabel: {
        color: pen.colour('--muted'),
        fontSize: 12,
        hideOverlap: true,
        formatter: (value: number) => pen.short(value),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels,
      ...pen.axis(undefined),
      axisLabel: {
        color: pen.colour('--ink'),
        fontSize: 12,
        interval: 0,
        formatter: (label: string) => cut(label, Math.floor(room / CHARACTER_WIDTH)),
      },
    },
    tooltip: {
      ...(pen.base['tooltip'] as object),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: pen.colour('--hover') } },
      formatter: (found: { dataIndex: number }[]) => {
        const index = found[0]?.dataIndex ?? 0;
        const lines = data.series.map(
          ({ label, values }) =>
            `${isSingle ? '' : `${pen.say(label)}: `}${pen.number(values[index] ?? 0, data.digits)} ${pen.say(data.unit)}`,
        );
        return [labels[index] ?? '', ...lines].join('\n');
      },
    },
    series: data.series.map(({ label, colour, values }) => ({
      type: 'bar',
      name: pen.say(label),
      barCategoryGap: '28%',
      barGap: '10%',
      itemStyle: { color: pen.colour(colour) },
      label: {
        show: true,
        position: 'right',
        color: pen.colour('--ink'),
        fontSize: isSingle ? 12 : 10,
        formatter: ({ value, dataIndex }: { value: number; dataIndex: number }) =>
          `${pen.number(value, data.digits)}${!isSingle && dataIndex === 0 ? ` ${pen.say(label).toLowerCase()}` : ''}`,
      },
      data: [...values],
    })),
  };
}
