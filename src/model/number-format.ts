import type { Language } from './text.ts';

/** Numbers as the reader's language writes them: 1.234.567 and 0,42 under `id`, 1,234,567 and 0.42 under `en`. */
export interface NumberFormat {
  /** A whole number. */
  readonly count: (value: number) => string;
  /** A number with a fixed number of decimals. */
  readonly decimal: (value: number, digits: number) => string;
  /** A share from 0 to 1 as per cent with one decimal. */
  readonly percent: (share: number) => string;
  /** Milliseconds as seconds, or as minutes and seconds. */
  readonly duration: (milliseconds: number) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

export function numberFormat(language: Language): NumberFormat {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const formats = new Map<number, Intl.NumberFormat>();
  const decimal = (value: number, digits: number) => {
    const format =
      formats.get(digits) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
    return format.format(value);
  };
  return {
    count: (value) => whole.format(value),
    decimal,
    percent: (share) => `${decimal(share * 100, 1)}%`,
    duration: (milliseconds) => {
      const seconds = milliseconds / 1000;
      const second = language === 'id' ? 'dtk' : 's';
      if (seconds < 60) return `${decimal(seconds, 1)} ${second}`;
      const minute = language === 'id' ? 'mnt' : 'min';
      const rounded = Math.round(seconds);
      return `${Math.floor(rounded / 60)} ${minute} ${rounded % 60} ${second}`;
    },
  };
}
