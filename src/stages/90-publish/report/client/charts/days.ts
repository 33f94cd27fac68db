import type { DaysData } from '../../page-data.ts';
import type { ChartOption, Pen } from './pen.ts';

/** Days so near the start or end of the year are named to the inner side. */
const EDGE = 20;

/** Voters by day of birth; the days on which they heap are named. */
export function daysOption({ days, voters, marked }: DaysData, pen: Pen): ChartOption {
  const named = new Set(marked);
  return {
    ...pen.base,
    grid: { left: 52, right: 12, top: 26, bottom: 28 },
    xAxis: {
      type: 'category',
      data: days.map((day) => pen.say(day)),
      ...pen.axis(undefined),
      axisLabel: {
        color: pen.colour('--muted'),
        fontSize: 12,
        interval: (_: number, label: string) => label.startsWith('1 '),
        hideOverlap: true,
        formatter: (label: string) => label.replace(/^1 /, '').slice(0, 3),
      },
    },
    yAxis: {
      type: 'value',
      ...pen.axis(undefined),
      axisLabel: { color: pen.colour('--muted'), formatter: (value: number) => pen.short(value) },
    },
    tooltip: {
      ...(pen.base['tooltip'] as object),
      trigger: 'axis',
      formatter: ([first]: { dataIndex: number }[]) => {
        const index = first?.dataIndex ?? 0;
        const day = days[index];
        return `${day === undefined ? '' : pen.say(day)}\n${pen.number(voters[index] ?? 0, 0)}`;
      },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '10%',
        barMinWidth: 1,
        data: voters.map((value, index) => ({
          value,
          itemStyle: { color: pen.colour(named.has(index) ? '--rose' : '--step-3') },
          label: {
            show: named.has(index),
            position: 'top',
            align: index < EDGE ? 'left' : index > days.length - EDGE ? 'right' : 'center',
            formatter: pen.say(days[index] ?? ''),
            color: pen.colour('--ink'),
            fontSize: 12,
          },
        })),
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}
