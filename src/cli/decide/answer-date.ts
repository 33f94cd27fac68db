/** First letters of the months in Bahasa Indonesia and English. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  des: 12,
  dec: 12,
};

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's calendar. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/**
 * The day in a cell *Tanggal*, YYYY-MM-DD: a spreadsheet's date or serial number, `22/11/2026` (day first),
 * `2026-11-22` or `22 November 2026`; undefined where it is none of the calendar.
 */
export function dateOf(cell: string): string | undefined {
  const text = cell.trim();
  if (/^\d{5}(\.\d+)?$/.test(text))
    return new Date(SERIAL_ZERO + Math.floor(Number(text)) * DAY_MS).toISOString().slice(0, 10);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[|/.-](\d{1,2})[|/.-](\d{4})$/.exec(text);
  if (local !== null) return calendarDate(Number(local[3]), Number(local[2]), Number(local[1]));
  const worded = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i.exec(text);
  if (worded === null) return undefined;
  const month = MONTHS[worded[2]?.slice(0, 3).toLowerCase() ?? ''];
  return month === undefined ? undefined : calendarDate(Number(worded[3]), month, Number(worded[1]));
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
