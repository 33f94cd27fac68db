import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import { dateText, momentText, same } from '../texts.ts';
import { T, useLabel } from './page.tsx';

const WORDS = {
  skip: { id: 'Langsung ke isi', en: 'Skip to the content' },
  title: { id: 'Laporan mutu daftar pemilih', en: 'Voter roll quality report' },
  language: { id: 'Bahasa', en: 'Language' },
  theme: { id: 'Terang/gelap', en: 'Light/dark' },
  print: { id: 'Cetak', en: 'Print' },
  period: { id: 'Buku kode', en: 'Code-book' },
  reference: { id: 'Umur dihitung pada', en: 'Ages taken on' },
  read: { id: 'Data sebagaimana dibaca pada', en: 'Data as read on' },
  run: { id: 'Proses', en: 'Run' },
  fingerprint: { id: 'Sidik hasil', en: 'Fingerprint' },
  contents: { id: 'Isi laporan', en: 'Contents' },
} as const satisfies Readonly<Record<string, Text>>;

/** The bar above the page: what it is, language, theme, print. The script shows its buttons. */
export function TopBar({ home }: { home: { href: string; text: Text } | undefined }): VNode {
  return (
    <>
      <a class="skip" href="#isi">
        <T text={WORDS.skip} />
      </a>
      <div class="topbar">
        <p class="brand">
          <strong>Sisir</strong>{' '}
          {home === undefined ? (
            <T text={WORDS.title} />
          ) : (
            <a href={home.href}>
              <T text={home.text} />
            </a>
          )}
        </p>
        <div class="tools" hidden>
          <span role="group" {...useLabel(WORDS.language)}>
            <button type="button" data-language="id" lang="id" aria-pressed="true">
              Indonesia
            </button>
            <button type="button" data-language="en" lang="en" aria-pressed="false">
              English
            </button>
          </span>
          <button type="button" data-action="theme">
            <T text={WORDS.theme} />
          </button>
          <button type="button" data-action="print">
            <T text={WORDS.print} />
          </button>
        </div>
      </div>
    </>
  );
}

/** The headline, what it stands on, and the way to the parts. */
export function Header({
  report,
  kicker,
  headline,
  sections,
}: {
  report: Report;
  kicker: Text;
  headline: Text;
  sections: readonly { id: string; title: Text }[];
}): VNode {
  const { run, codeBook, fingerprint } = report;
  const facts: readonly (readonly [Text, Text])[] = [
    [WORDS.period, codeBook.title],
    [WORDS.reference, dateText(run.reference_date)],
    [WORDS.read, momentText(run.started_at)],
    [WORDS.run, same(run.run_id)],
    [WORDS.fingerprint, same(fingerprint.slice(0, 12))],
  ];
  return (
    <header class="head">
      <p class="kicker">
        <T text={kicker} />
      </p>
      <h1>
        <T text={headline} />
      </h1>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div>
            <dt>
              <T text={term} />
            </dt>
            <dd>
              <T text={value} />
            </dd>
          </div>
        ))}
      </dl>
      <nav class="contents" {...useLabel(WORDS.contents)}>
        {sections.map(({ id, title }) => (
          <a href={`#${id}`}>
            <T text={title} />
          </a>
        ))}
      </nav>
    </header>
  );
}
