import type { EChartsCoreOption } from 'echarts/core';
import type { Text } from '../../../../../model/text.ts';
import { type BrowserPage, style } from '../page.ts';

export type ChartOption = EChartsCoreOption;

/** Below this width a chart is drawn for a telephone. */
const NARROW = 520;

/** How charts of the page write and colour: its language, its custom properties, its width. */
export class Pen {
  readonly isNarrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly #page: BrowserPage;

  constructor(page: BrowserPage, { clientWidth: width, clientHeight: height }: HTMLElement) {
    this.#page = page;
    this.width = width;
    this.height = height;
    this.isNarrow = width < NARROW;
  }

  say(text: Text | string): string {
    return this.#page.say(text);
  }

  number(value: number, digits: number): string {
    return this.#page.number(value, digits);
  }

  /** 12 rb, 1,5 jt: for axes. */
  short(value: number): string {
    const locale = this.#page.language === 'id' ? 'id-ID' : 'en-GB';
    return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }

  colour(property: string): string {
    return style(property);
  }

  step(step: number | null): string {
    return style(step === null ? '--step-none' : `--step-${step}`);
  }

  get text(): { color: string; fontFamily: string; fontSize: number } {
    return { color: style('--ink'), fontFamily: style('--font'), fontSize: 12 };
  }

  /** What every chart has in common. */
  get base(): ChartOption {
    return {
      animation: false,
      textStyle: this.text,
      tooltip: {
        renderMode: 'richText',
        confine: true,
        backgroundColor: style('--card'),
        borderColor: style('--line-strong'),
        textStyle: { ...this.text, fontSize: 13 },
      },
    };
  }

  axis(name: string | undefined): object {
    return {
      name,
      nameTextStyle: { color: style('--muted'), fontSize: 12 },
      axisLine: { lineStyle: { color: style('--line-strong') } },
      axisTick: { show: false },
      axisLabel: { color: style('--muted'), fontSize: 12, hideOverlap: true },
      splitLine: { lineStyle: { color: style('--line') } },
    };
  }
}

/** Cut to so many characters, with an ellipsis. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
