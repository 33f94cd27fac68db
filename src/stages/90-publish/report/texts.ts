import { type NumberFormat, numberFormat } from '../../../model/number-format.ts';
import type { Language, Text } from '../../../model/text.ts';

export const NUMBERS: Readonly<Record<Language, NumberFormat>> = {
  id: numberFormat('id'),
  en: numberFormat('en'),
};

/** A text with numbers in it, each in the language's own form. */
export function both(id: (numbers: NumberFormat) => string, en: (numbers: NumberFormat) => string): Text {
  return { id: id(NUMBERS.id), en: en(NUMBERS.en) };
}

/** Made once: a format takes a hundred times longer to make than to use, and every page names every day of the year. */
const dateFormats = (year: 'numeric' | undefined) => {
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year, timeZone: 'UTC' });
  return { id: format('id-ID'), en: format('en-GB') };
};
const DATES = dateFormats('numeric');
const DAYS = dateFormats(undefined);

/** `2026-11-22` or a full ISO time (UTC) as a date: 22 November 2026. */
export function dateText(iso: string): Text {
  const date = new Date(iso);
  return { id: DATES.id.format(date), en: DATES.en.format(date) };
}

const WIB_MS = 7 * 3_600_000;

/** A full ISO time (UTC) in the time of Jawa Tengah: 22 November 2026 09.00 WIB. */
export function momentText(iso: string): Text {
  const local = new Date(new Date(iso).getTime() + WIB_MS).toISOString();
  const [hour, minute] = [local.slice(11, 13), local.slice(14, 16)];
  const date = dateText(local);
  return { id: `${date.id} ${hour}.${minute} WIB`, en: `${date.en} ${hour}:${minute} WIB` };
}

/** Day and month without a year: 1 Juli. A leap year holds every day. */
export function dayText(month: number, day: number): Text {
  const date = new Date(Date.UTC(2024, month - 1, day));
  return { id: DAYS.id.format(date), en: DAYS.en.format(date) };
}

/** A text that is the same in both languages. */
export function same(text: string): Text {
  return { id: text, en: text };
}

/**
 * A name from outside (a file, an area) without characters that steer a terminal or the order of a line:
 * controls, and the marks that turn the direction of what follows them.
 */
export function plainName(name: string): string {
  return name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
