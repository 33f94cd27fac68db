import type { Charts } from './draw.ts';
import { type BrowserPage, remember, remembered } from './page.ts';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Light or dark as the device wishes, until the reader chooses; paper is always light. */
export function switchThemes(page: BrowserPage, charts: Charts): void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const kept = THEMES.find((theme) => theme === remembered('theme'));
  const show = (theme: Theme) => {
    root.dataset['theme'] = theme;
    page.changed();
  };
  if (kept !== undefined) show(kept);
  dark.addEventListener('change', () => page.changed());
  document.querySelector('[data-action="theme"]')?.addEventListener('click', () => {
    const shown = root.dataset['theme'] ?? (dark.matches ? 'dark' : 'light');
    const next = shown === 'dark' ? 'light' : 'dark';
    remember('theme', next);
    show(next);
  });
  document.querySelector('[data-action="print"]')?.addEventListener('click', () => print());
  let before: string | undefined;
  addEventListener('beforeprint', () => {
    before = root.dataset['theme'];
    root.dataset['theme'] = 'light';
    charts.drawForPaper();
  });
  addEventListener('afterprint', () => {
    if (before === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = before;
    page.changed();
  });
}
