import type { VNode } from 'preact';
import { Decimal } from './page.tsx';

/** What each colour step stands for. The script writes it anew where another measure is chosen. */
export function Legend({
  limits,
  digits,
  chart,
}: {
  limits: readonly number[];
  digits: number;
  chart: string;
}): VNode {
  return (
    <ul class="legend" data-legend-for={chart}>
      {limits.map((limit, index) => {
        const next = limits[index + 1];
        return (
          <li>
            <span class={`swatch step-${index + 1}`} aria-hidden="true" />
            <span>
              {next === undefined ? '≥ ' : null}
              <Decimal value={limit} digits={digits} />
              {next === undefined ? null : (
                <>
                  {' – < '}
                  <Decimal value={next} digits={digits} />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
