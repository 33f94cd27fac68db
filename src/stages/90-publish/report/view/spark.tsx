import type { VNode } from 'preact';

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 3;

/** A small line of a number over the runs kept; the last point is marked. Nothing for fewer than two. */
export function Spark({ values }: { values: readonly number[] }): VNode | null {
  if (values.length < 2) return null;
  const highest = Math.max(...values, 0);
  const x = (index: number) => EDGE + (index * (WIDTH - 2 * EDGE)) / (values.length - 1);
  const y = (value: number) => HEIGHT - EDGE - (highest === 0 ? 0 : (value / highest) * (HEIGHT - 2 * EDGE));
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  const last = values.length - 1;
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={points.join(' ')} />
      <circle cx={x(last).toFixed(1)} cy={y(values[last] ?? 0).toFixed(1)} r="2.5" />
    </svg>
  );
}
