import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { Count, T } from './page.tsx';
import { Spark } from './spark.tsx';

export interface Card {
  readonly title: Text;
  /** null: not known, `state` says why. */
  readonly value: number | null;
  readonly state?: Text;
  /** Of how many, and what it means. */
  readonly note: Text;
  readonly trend: readonly number[];
  readonly link: { readonly href: string; readonly text: Text };
}

/** The figures that the page is read for, each with its line over the runs and the way to its part. */
export function Cards({ cards }: { cards: readonly Card[] }): VNode {
  return (
    <div class="cards">
      {cards.map(({ title, value, state, note, trend, link }) => (
        <div class="card">
          <h3>
            <T text={title} />
          </h3>
          <p class="figure-value">
            {value === null ? (
              <span class="card-state">{state === undefined ? null : <T text={state} />}</span>
            ) : (
              <Count value={value} />
            )}
          </p>
          <Spark values={trend} />
          <p class="card-note">
            <T text={note} />
          </p>
          <a href={link.href}>
            <T text={link.text} />
          </a>
        </div>
      ))}
    </div>
  );
}
