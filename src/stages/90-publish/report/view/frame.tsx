import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import { Header } from './header.tsx';

/** Sections that the province's page and a satker's have alike. */
export const COMMON_SECTIONS = {
  wilayah: { id: 'Di mana', en: 'Where' },
  aturan: { id: 'Apa', en: 'What' },
  umur: { id: 'Umur dan tanggal lahir', en: 'Age and birth dates' },
  perubahan: { id: 'Perubahan', en: 'Change' },
} as const satisfies Readonly<Record<string, Text>>;

/** What every page has around its sections: the headline, the way to each section, the main part. */
export function PageFrame({
  report,
  kicker,
  headline,
  sections,
  children,
}: {
  report: Report;
  kicker: Text;
  headline: Text;
  /** By their ids, in order. */
  sections: Readonly<Record<string, Text>>;
  children: ComponentChildren;
}): VNode {
  return (
    <>
      <Header
        report={report}
        kicker={kicker}
        headline={headline}
        sections={Object.entries(sections).map(([id, title]) => ({ id, title }))}
      />
      <main id="isi">{children}</main>
    </>
  );
}
