import { LANGUAGES, type Language } from '../../../../model/text.ts';
import { type BrowserPage, remember, remembered } from './page.ts';

/** Every text and number of the page in the other language: elements say by attributes what they hold. */
function translate(page: BrowserPage): void {
  const { language, data } = page;
  document.documentElement.lang = language;
  const said = (element: HTMLElement, name: string) => data.texts[Number(element.dataset[name])]?.[language];
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]'))
    element.textContent = said(element, 't') ?? element.textContent;
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-label]'))
    element.setAttribute('aria-label', said(element, 'tLabel') ?? '');
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-title]'))
    element.title = said(element, 'tTitle') ?? '';
  for (const element of document.querySelectorAll<HTMLElement>('span[data-v]'))
    element.textContent = page.number(Number(element.dataset['v']), Number(element.dataset['digits']));
  for (const table of document.querySelectorAll('table')) translateNumbers(page, table);
}

function translateNumbers(page: BrowserPage, table: HTMLTableElement): void {
  const digits = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => Number(cell.dataset['digits'] ?? 0));
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('td[data-v]'))
    cell.textContent = page.number(Number(cell.dataset['v']), digits[cell.cellIndex] ?? 0);
}

export function switchLanguages(page: BrowserPage): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-language]')];
  const choose = (language: Language) => {
    page.language = language;
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  };
  const switchTo = (language: Language) => {
    choose(language);
    translate(page);
    page.changed();
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      const language = LANGUAGES.find((known) => known === button.dataset['language']) ?? 'id';
      remember('language', language);
      switchTo(language);
    });
  const kept = LANGUAGES.find((language) => language === remembered('language'));
  if (kept !== undefined && kept !== page.language) switchTo(kept);
  else choose(page.language);
}
