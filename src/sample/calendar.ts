const FIRST_YEAR = 1885;
const LAST_YEAR = 2079;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Every day of 1885-2079 as a day number, with the texts that a roll writes for it. */
export class Calendar {
  /** `DD|MM|YYYY` by day number. */
  readonly text: string[] = [];
  /** `DDMMYY` as in a man's NIK, and with the day + 40 as in a woman's. */
  readonly digitsMan: string[] = [];
  readonly digitsWoman: string[] = [];
  /** Day of the century: the same for two days whose `DDMMYY` are equal. */
  readonly century: number[] = [];
  private readonly civil: CivilDate[] = [];
  private readonly yearStart: number[] = [];

  constructor() {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      this.yearStart.push(this.text.length);
      for (let month = 1; month <= 12; month++) {
        const days = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
        for (let day = 1; day <= days; day++) this.add({ year, month, day });
      }
    }
  }

  private add(date: CivilDate): void {
    const { year, month, day } = date;
    const tail = two(month) + two(year % 100);
    this.text.push(`${two(day)}|${two(month)}|${year}`);
    this.digitsMan.push(two(day) + tail);
    this.digitsWoman.push(two(day + 40) + tail);
    this.century.push(((year % 100) * 12 + month - 1) * 31 + day - 1);
    this.civil.push(date);
  }

  /** How many different values `century` has room for. */
  static readonly centuryDays = 100 * 12 * 31;

  /** Day number, or undefined when the date does not exist or lies outside 1885-2079. */
  day(year: number, month: number, day: number): number | undefined {
    const start = this.yearStart[year - FIRST_YEAR];
    if (start === undefined || month < 1 || month > 12) return undefined;
    const leap = month === 2 && isLeap(year) ? 1 : 0;
    if (day < 1 || day > (MONTH_DAYS[month - 1] ?? 0) + leap) return undefined;
    let number = start + day - 1;
    for (let earlier = 0; earlier < month - 1; earlier++) number += MONTH_DAYS[earlier] ?? 0;
    return month > 2 && isLeap(year) ? number + 1 : number;
  }

  /** @throws RangeError when the day lies outside 1885-2079. */
  date(day: number): CivilDate {
    const date = this.civil[day];
    if (date === undefined) throw new RangeError(`day ${day} is outside the calendar`);
    return date;
  }

  /** Completed years on the reference day; negative when born after it. */
  age(birth: number, reference: number): number {
    const from = this.date(birth);
    const to = this.date(reference);
    const before = to.month < from.month || (to.month === from.month && to.day < from.day);
    return to.year - from.year - (before ? 1 : 0);
  }

  digits(day: number, sex: 'L' | 'P'): string {
    return (sex === 'L' ? this.digitsMan[day] : this.digitsWoman[day]) ?? '';
  }

  /** First day of a year. */
  start(year: number): number {
    return this.day(year, 1, 1) ?? 0;
  }
}

/** @throws RangeError unless the text is a real date `YYYY-MM-DD` in 1885-2079. */
export function dayOfIsoDate(calendar: Calendar, text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? calendar.day(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  if (day === undefined) throw new RangeError(`not a date YYYY-MM-DD: ${text}`);
  return day;
}
