import type { PyramidData } from '../../page-data.ts';
import type { ChartOption, Pen } from './pen.ts';

const WORDS = {
  men: { id: 'Laki-laki', en: 'Men' },
  women: { id: 'Perempuan', en: 'Women' },
  age: { id: 'Umur', en: 'Age' },
  defaults: { id: 'tanggal baku', en: 'default dates' },
};

/** Men to the left, women to the right, by age; the dark part has a default birth date. */
export function pyramidOption(data: PyramidData, pen: Pen): ChartOption {
  const highest = Math.max(...data.male, ...data.female, 1);
  const axis = (gridIndex: number, inverse: boolean) => ({
    gridIndex,
    type: 'value',
    inverse,
    max: highest,
    splitNumber: pen.isNarrow ? 2 : 4,
    ...pen.axis(undefined),
    axisLabel: {
      color: pen.colour('--muted'),
      fontSize: 12,
      hideOverlap: true,
      showMaxLabel: false,
      formatter: (value: number) => pen.short(value),
    },
  });
  const bands = (gridIndex: number, isShown: boolean) => ({
    gridIndex,
    type: 'category',
    data: [...data.bands],
    ...pen.axis(undefined),
    axisLine: { show: false },
    axisLabel: {
      show: isShown,
      color: pen.colour('--ink'),
      fontSize: 12,
      interval: 0,
      align: 'center',
      margin: 24,
    },
    ...(isShown ? {} : { position: 'right' }),
  });
  const part = (which: number, values: readonly number[], colour: string, kind: string) => ({
    type: 'bar',
    name: kind,
    stack: String(which),
    xAxisIndex: which,
    yAxisIndex: which,
    barCategoryGap: '14%',
    itemStyle: { color: pen.colour(colour) },
    data: [...values],
  });
  const light = (all: readonly number[], defaults: readonly number[]) =>
    all.map((voters, index) => voters - (defaults[index] ?? 0));
  const half = Math.floor((pen.width - 64) / 2);
  return {
    ...pen.base,
    grid: [
      { left: 4, width: half - 4, top: 8, bottom: 48 },
      { left: half + 60, width: half - 4, top: 8, bottom: 48 },
    ],
    xAxis: [
      { ...axis(0, true), name: pen.say(WORDS.men), nameLocation: 'middle', nameGap: 26 },
      { ...axis(1, false), name: pen.say(WORDS.women), nameLocation: 'middle', nameGap: 26 },
    ],
    yAxis: [bands(0, false), bands(1, true)],
    series: [
      part(0, data.maleDefault, '--k1-strong', 'default'),
      part(0, light(data.male, data.maleDefault), '--k1', 'other'),
      part(1, data.femaleDefault, '--k3-strong', 'default'),
      part(1, light(data.female, data.femaleDefault), '--k3', 'other'),
    ],
    tooltip: {
      ...(pen.base['tooltip'] as object),
      formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
        const isMale = seriesIndex < 2;
        const all = (isMale ? data.male : data.female)[dataIndex] ?? 0;
        const defaults = (isMale ? data.maleDefault : data.femaleDefault)[dataIndex] ?? 0;
        return `${pen.say(isMale ? WORDS.men : WORDS.women)}, ${data.bands[dataIndex] ?? ''}\n${pen.number(all, 0)} (${pen.say(WORDS.defaults)}: ${pen.number(defaults, 0)})`;
      },
    },
  };
}
