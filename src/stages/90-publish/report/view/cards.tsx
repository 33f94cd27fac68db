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

const TEXTS = {
  error: { id: 'Data Invalid yang harus diperbaiki', en: 'Data Invalid to be fixed' },
  equalNik: { id: 'Diduga ganda dengan NIK sama', en: 'Perhaps duplicates, of one NIK' },
  mirip: { id: 'Diduga ganda tanpa NIK sama (mirip)', en: 'Perhaps duplicates, no equal NIK (mirip)' },
  resolved: { id: 'Selesai sejak proses sebelumnya', en: 'Resolved since the run before' },
  gone: { id: 'temuan dan pasangan yang tidak ada lagi', en: 'findings and pairs that are gone' },
  firstRun: { id: 'proses pertama', en: 'first run' },
  noneBefore: {
    id: 'belum ada proses sebelumnya untuk dibandingkan',
    en: 'no run before to compare with',
  },
  see: { id: 'Lihat rinciannya', en: 'See the details' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a page says on a card of its own; `part`: the section that the card leads to. */
export interface CardFacts extends Pick<Card, 'value' | 'note' | 'trend'> {
  readonly part: string;
}

/** The four cards of a page, whether of the whole roll or of one satker. */
export function fourCards({
  error,
  equalNik,
  mirip,
  gone,
}: {
  readonly error: CardFacts;
  readonly equalNik: CardFacts;
  readonly mirip: CardFacts;
  /** Findings and pairs that are gone since the run before; null where nothing was compared. */
  readonly gone: number | null;
}): Card[] {
  const card = (title: Text, { part, ...facts }: CardFacts): Card => ({
    title,
    ...facts,
    link: { href: `#${part}`, text: TEXTS.see },
  });
  const note = gone === null ? TEXTS.noneBefore : TEXTS.gone;
  return [
    card(TEXTS.error, error),
    card(TEXTS.equalNik, equalNik),
    card(TEXTS.mirip, mirip),
    { ...card(TEXTS.resolved, { value: gone, note, trend: [], part: 'perubahan' }), state: TEXTS.firstRun },
  ];
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
