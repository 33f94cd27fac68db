import type { Language, Text } from '../../../../model/text.ts';
import type { PageData } from '../page-data.ts';

/** The page in the browser: its data, the language it is read in, and who wants to know when that changes. */
export class BrowserPage {
  readonly data: PageData;
  language: Language;
  readonly #listeners: (() => void)[] = [];
  readonly #formats = new Map<string, Intl.NumberFormat>();

  constructor(data: PageData) {
    this.data = data;
    this.language = data.language;
  }

  say(text: Text | string): string {
    return typeof text === 'string' ? text : text[this.language];
  }

  number(value: number, digits: number): string {
    const key = `${this.language}${digits}`;
    const known = this.#formats.get(key);
    const locale = this.language === 'id' ? 'id-ID' : 'en-GB';
    const format =
      known ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    if (known === undefined) this.#formats.set(key, format);
    return format.format(value);
  }

  /** Calls back whenever language or colours have changed. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

export function readPage(): BrowserPage {
  const text = document.getElementById('data')?.textContent ?? '';
  return new BrowserPage(JSON.parse(text) as PageData);
}

/** A choice kept from page to page where the browser allows it; files opened from a disk may not be. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`sisir-${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`sisir-${key}`, value);
  } catch {
    // The choice then holds for this page only.
  }
}

/** The value of a colour or other custom property of the page. */
export function style(property: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}
