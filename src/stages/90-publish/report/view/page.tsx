import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../../../../model/text.ts';
import type { ChartData, PageData } from '../page-data.ts';

const ENCRYPTED = '.enc';

/** One page while it is written: the texts and charts that its script will need. */
export class Page {
  readonly language: Language;
  readonly #texts: Text[] = [];
  readonly #places = new Map<string, number>();
  readonly #charts: Record<string, ChartData> = {};

  /** From the page to the run's folder: `../` */
  readonly base: string;

  readonly #files: ReadonlySet<string>;

  /** @param files paths of the run's files, which the page may link to */
  constructor(language: Language, base: string, files: readonly string[]) {
    this.language = language;
    this.base = base;
    this.#files = new Set(files);
  }

  /** The file as it lies in the run, encrypted or not; undefined where the run has not got it. */
  fileOf(path: string): string | undefined {
    return [path, `${path}${ENCRYPTED}`].find((name) => this.#files.has(name));
  }

  /** Place of a text in the page's list of texts; equal texts stand there once. */
  place(text: Text): number {
    const key = `${text.id}\u0000${text.en}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#texts.push(text) - 1;
    this.#places.set(key, place);
    return place;
  }

  addChart(id: string, chart: ChartData): void {
    this.#charts[id] = chart;
  }

  data(): PageData {
    return { language: this.language, texts: this.#texts, charts: this.#charts };
  }
}

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

/** The page that is being written. @throws RangeError outside of one */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new RangeError('there is no page around this part');
  return page;
}

/** A text in the page's language, which the script can turn into the other one. */
export function T({ text }: { text: Text }): VNode {
  const page = usePage();
  if (text.id === text.en) return <>{text.id}</>;
  return <span data-t={page.place(text)}>{text[page.language]}</span>;
}

/** Attributes for an element whose only content is this text (`option`, `title`). */
export function useOnlyText(text: Text): { 'data-t': number; children: string } {
  const page = usePage();
  return { 'data-t': page.place(text), children: text[page.language] };
}

/** An accessible name in the page's language. */
export function useLabel(text: Text): { 'aria-label': string; 'data-t-label': number } {
  const page = usePage();
  return { 'aria-label': text[page.language], 'data-t-label': page.place(text) };
}

/** A whole number in the page's language, which the script can turn into the other one. */
export function Count({ value }: { value: number }): VNode {
  return <Decimal value={value} digits={0} />;
}

export function Decimal({ value, digits }: { value: number; digits: number }): VNode {
  const { language } = usePage();
  return (
    <span class="number" data-v={value} data-digits={digits}>
      {formatted(value, digits, language)}
    </span>
  );
}

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A number with so many decimals, as the language writes it. */
export function formatted(value: number, digits: number, language: Language): string {
  const key = `${language}${digits}`;
  const known = FORMATS.get(key);
  const format =
    known ??
    new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  if (known === undefined) FORMATS.set(key, format);
  return format.format(value);
}
