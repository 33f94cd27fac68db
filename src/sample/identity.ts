import { Calendar } from './calendar.ts';
import type { Sex } from './names.ts';
import type { Random } from './random.ts';

/** Serials of NIK issued to people who stay: 1 to 499. */
const LOCAL_SERIALS = 499;
/** Serials of NIK issued here to people who now live in the n-th other kabupaten/kota: 500 + 40 n and on. */
const MOVED_FIRST = 500;
const MOVED_SERIALS = 40;
const CARD_SERIALS = 4000;
/** Serials of NKK issued elsewhere follow those of the own kabupaten. */
const FOREIGN_CARD_FIRST = 4500;
/** Family cards are numbered by SIAK since 1998. */
export const CARDS_FROM_YEAR = 1998;
const CARD_DAYS = 82 * 366;

const SERIAL_TEXT = Array.from({ length: 10_000 }, (_, serial) => String(serial).padStart(4, '0'));

function serialText(serial: number): string {
  return SERIAL_TEXT[serial] ?? '';
}

/**
 * Issues NIK and NKK to the residents of one kabupaten/kota, each number once in the whole province: a NIK of
 * another area takes its serial from a range that belongs to the kabupaten of residence.
 */
export class Register {
  private readonly random: Random;
  private readonly calendar: Calendar;
  private readonly localIndex: ReadonlyMap<string, number>;
  private readonly movedFrom: number;
  private readonly firstCardDay: number;
  private readonly local: Uint16Array;
  private readonly moved = new Map<string, number>();
  private readonly cards: Uint16Array;
  private readonly cardsOfOthers = new Map<string, number>();
  /** Wrong NIK already written into copies; never issued. */
  private readonly burnt = new Set<string>();

  /**
   * @param areas the six-digit codes of the own kabupaten, retired ones included
   * @param place position of the kabupaten among all, from 0
   */
  constructor(random: Random, calendar: Calendar, areas: readonly string[], place: number) {
    this.random = random;
    this.calendar = calendar;
    this.localIndex = new Map(areas.map((area, index) => [area, index]));
    this.firstCardDay = calendar.start(CARDS_FROM_YEAR);
    this.movedFrom = MOVED_FIRST + place * MOVED_SERIALS;
    this.cards = new Uint16Array(areas.length * CARD_DAYS);
    this.local = new Uint16Array(areas.length * 2 * Calendar.centuryDays);
  }

  private place(areaIndex: number, sex: Sex, birth: number): number {
    return (
      (areaIndex * 2 + (sex === 'L' ? 0 : 1)) * Calendar.centuryDays + (this.calendar.century[birth] ?? 0)
    );
  }

  /** Serials between two voters belong to children, the dead and those who left: 1 most often, seldom above 6. */
  private step(): number {
    let step = 1;
    while (step < 12 && this.random.chance(0.45)) step++;
    return step;
  }

  /** A new NIK, unlike `not`; undefined when the serials of that area, date and sex are used up. */
  issueNik(area: string, birth: number, sex: Sex, not: string): string | undefined {
    const prefix = area + this.calendar.digits(birth, sex);
    const index = this.localIndex.get(area);
    for (;;) {
      const used =
        index === undefined
          ? (this.moved.get(prefix) ?? 0)
          : (this.local[this.place(index, sex, birth)] ?? 0);
      const next = used + this.step();
      if (next > (index === undefined ? MOVED_SERIALS - 1 : LOCAL_SERIALS)) return undefined;
      if (index === undefined) this.moved.set(prefix, next);
      else this.local[this.place(index, sex, birth)] = next;
      const nik = prefix + serialText(index === undefined ? this.movedFrom + next : next);
      if (nik !== not && (this.burnt.size === 0 || !this.burnt.has(nik))) return nik;
    }
  }

  /**
   * Takes a wrong NIK for a copy, unless somebody has it or may get it from another register.
   * @param birth day and sex that the wrong NIK says
   * @returns whether it may be written
   */
  burn(nik: string, birth: number, sex: Sex): boolean {
    const serial = Number(nik.slice(12));
    const index = this.localIndex.get(nik.slice(0, 6));
    const own = serial - this.movedFrom;
    if (serial === 0 || this.burnt.has(nik)) return false;
    if (serial <= LOCAL_SERIALS) {
      if (index === undefined || serial <= (this.local[this.place(index, sex, birth)] ?? 0)) return false;
    } else if (serial < MOVED_FIRST + 40 * MOVED_SERIALS) {
      if (index !== undefined || own < 1 || own >= MOVED_SERIALS) return false;
      if (own <= (this.moved.get(nik.slice(0, 12)) ?? 0)) return false;
    } else if (index === undefined) {
      return false;
    }
    this.burnt.add(nik);
    return true;
  }

  /** A new NKK of the area, recorded on that day or shortly after. */
  issueNkk(area: string, recorded: number): string {
    const index = this.localIndex.get(area);
    for (let day = recorded; ; day++) {
      const prefix = area + (this.calendar.digitsMan[day] ?? '');
      if (prefix === '331111111111') continue;
      const serial = index === undefined ? this.foreignCard(prefix) : this.localCard(index, day);
      if (serial !== undefined) return prefix + serialText(serial);
    }
  }

  private localCard(index: number, day: number): number | undefined {
    const place = index * CARD_DAYS + day - this.firstCardDay;
    const used = this.cards[place] ?? 0;
    if (used >= CARD_SERIALS) return undefined;
    this.cards[place] = used + 1;
    return used + 1;
  }

  private foreignCard(prefix: string): number | undefined {
    const used = this.cardsOfOthers.get(prefix) ?? 0;
    if (used >= MOVED_SERIALS - 1) return undefined;
    this.cardsOfOthers.set(prefix, used + 1);
    return FOREIGN_CARD_FIRST + this.movedFrom + used + 1;
  }
}
