import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { HeatData } from '../../page-data.ts';
import { colourStep } from '../../steps.ts';
import { type ChartOption, cut, type Pen } from './pen.ts';

const LABEL_WIDTH = 230;
const LABEL_CHARACTERS = 36;

/** A field of cells, coloured by the step of their value. */
export function heatOption(data: HeatData, pen: Pen): ChartOption {
  const rows = data.rows.map((row) => pen.say(row));
  return {
    ...pen.base,
    grid: { left: LABEL_WIDTH, right: 8, top: 34, bottom: 4 },
    xAxis: {
      type: 'category',
      data: [...data.columns],
      position: 'top',
      ...pen.axis(undefined),
      splitLine: { show: false },
      axisLabel: { color: pen.colour('--muted'), fontSize: 11, interval: 0, rotate: 60 },
    },
    yAxis: {
      type: 'category',
      data: rows,
      inverse: true,
      ...pen.axis(undefined),
      splitLine: { show: false },
      axisLabel: {
        color: pen.colour('--ink'),
        fontSize: 12,
        interval: 0,
        formatter: (label: string) => cut(label, LABEL_CHARACTERS),
      },
    },
    tooltip: {
      ...(pen.base['tooltip'] as object),
      formatter: ({ value }: { value: readonly [number, number, number] }) => {
        const [column, row, found] = value;
        return `${rows[row] ?? ''}\n${data.columnNames[column] ?? ''}\n${pen.number(found, data.digits)} ${pen.say(data.unit)}`;
      },
    },
    series: [
      {
        type: 'custom',
        data: data.cells.map(([row, column, value]) => [column, row, value]),
        renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
          const [width = 0, height = 0] = (api.size?.([1, 1]) ?? []) as number[];
          return {
            type: 'rect',
            shape: {
              x: x - width / 2 + 1,
              y: y - height / 2 + 1,
              width: width - 2,
              height: height - 2,
              r: 2,
            },
            style: { fill: pen.step(colourStep(Number(api.value(2)), data.limits)) },
          };
        },
      },
    ],
  };
}
