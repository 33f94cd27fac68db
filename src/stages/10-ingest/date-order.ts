import type { InputFile } from '../../model/input-file.ts';

export type DateOrderFound = Pick<InputFile, 'dateOrder' | 'dateOrderFrom' | 'datesContradict'>;

const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\b/;
const YEAR_FIRST = /^\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}/;

/**
 * The order of day and month in one file, from a sample of its dates. Decided per file, never row by row:
 * pipes are always day first (the Sidalih form); otherwise a component above 12 tells.
 */
export function dateOrderOf(dates: Iterable<string>, fallback: 'dmy' | 'mdy'): DateOrderFound {
  let dayFirst = 0;
  let monthFirst = 0;
  let yearFirst = 0;
  let yearLast = 0;
  for (const date of dates) {
    const text = date.trim();
    if (text.includes('|')) return { dateOrder: 'dmy', dateOrderFrom: 'rows', datesContradict: false };
    const [, first, second] = YEAR_LAST.exec(text) ?? [];
    if (first !== undefined && second !== undefined) {
      yearLast += 1;
      if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
      if (Number(second) > 12 && Number(first) <= 12) monthFirst += 1;
    } else if (YEAR_FIRST.test(text)) yearFirst += 1;
  }
  if (dayFirst > 0 && monthFirst > 0)
    return { dateOrder: 'dmy', dateOrderFrom: 'default', datesContradict: true };
  if (dayFirst > 0) return { dateOrder: 'dmy', dateOrderFrom: 'rows', datesContradict: false };
  if (monthFirst > 0) return { dateOrder: 'mdy', dateOrderFrom: 'rows', datesContradict: false };
  if (yearFirst > 0 && yearLast === 0)
    return { dateOrder: 'ymd', dateOrderFrom: 'rows', datesContradict: false };
  return { dateOrder: fallback, dateOrderFrom: 'config', datesContradict: false };
}
