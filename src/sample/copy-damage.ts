import type { Calendar } from './calendar.ts';
import type { Register } from './identity.ts';
import type { Sex } from './names.ts';
import type { People } from './people.ts';
import type { Random } from './random.ts';
import { label, type Row } from './row.ts';
import type { Kabupaten, Territory } from './territory.ts';

/** What the damage of a copy may draw on. */
export interface CopySetting {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly register: Register;
  readonly people: People;
  readonly kabupaten: Kabupaten;
  readonly territory: Territory;
  readonly referenceDay: number;
}

/** Puts another birth date on the copy; none that would make it under age, impossible or equal. */
function putDate(setting: CopySetting, copy: Row, birth: number | undefined): boolean {
  const { calendar, referenceDay } = setting;
  const text = birth === undefined ? undefined : calendar.text[birth];
  if (birth === undefined || text === undefined || text === copy.tanggalLahir) return false;
  const age = calendar.age(birth, referenceDay);
  if (age < 17 || age > 99) return false;
  copy.tanggalLahir = text;
  return true;
}

export function dayMonthSwapped(setting: CopySetting, copy: Row): boolean {
  const { year, month, day } = setting.calendar.date(copy.birth);
  return putDate(setting, copy, setting.calendar.day(year, day, month));
}

export function componentWrong(setting: CopySetting, copy: Row): boolean {
  const { random, calendar } = setting;
  const { year, month, day } = calendar.date(copy.birth);
  const part = random.below(3);
  const step = random.chance(0.5) ? 1 : -1;
  if (part === 0)
    return putDate(
      setting,
      copy,
      calendar.day(year, month, random.chance(0.5) ? day + step : day + 10 * step),
    );
  if (part === 1)
    return putDate(
      setting,
      copy,
      calendar.day(year, random.chance(0.7) ? month + step : random.between(1, 12), day),
    );
  return putDate(setting, copy, calendar.day(year + (random.chance(0.6) ? step : 10 * step), month, day));
}

export function defaultDate(setting: CopySetting, copy: Row): boolean {
  const { year } = setting.calendar.date(copy.birth);
  const [month, day] = setting.random.pick([
    [7, 1],
    [12, 31],
    [1, 1],
  ] as const);
  return putDate(setting, copy, setting.calendar.day(year, month, day));
}

/** What a NIK says, when its area is known and its date exists. */
function readNik(setting: CopySetting, nik: string): { birth: number; sex: Sex } | undefined {
  if (!setting.territory.knownKecamatan.has(nik.slice(0, 6))) return undefined;
  const day = Number(nik.slice(6, 8));
  const [month, year] = [Number(nik.slice(8, 10)), Number(nik.slice(10, 12))];
  if (nik.slice(8, 12) === '0200' && day % 40 === 29) return undefined;
  const sex = day > 40 ? 'P' : 'L';
  const written = day > 40 ? day - 40 : day;
  const birth =
    setting.calendar.day(1900 + year, month, written) ?? setting.calendar.day(2000 + year, month, written);
  return birth === undefined ? undefined : { birth, sex };
}

/** Puts a wrong NIK on the copy when it looks valid and is nobody's. */
function putNik(setting: CopySetting, copy: Row, nik: string): boolean {
  if (nik === copy.nik) return false;
  const says = readNik(setting, nik);
  if (says === undefined || !setting.register.burn(nik, says.birth, says.sex)) return false;
  copy.nik = nik;
  return true;
}

export function nikDigitWrong(setting: CopySetting, copy: Row): boolean {
  for (let attempt = 0; attempt < 30; attempt++) {
    const at = setting.random.between(4, 15);
    const digit = String(setting.random.below(10));
    if (putNik(setting, copy, copy.nik.slice(0, at) + digit + copy.nik.slice(at + 1))) return true;
  }
  return false;
}

export function nikTransposed(setting: CopySetting, copy: Row): boolean {
  for (let attempt = 0; attempt < 20; attempt++) {
    const at = setting.random.between(4, 14);
    const pair = copy.nik.charAt(at + 1) + copy.nik.charAt(at);
    if (putNik(setting, copy, copy.nik.slice(0, at) + pair + copy.nik.slice(at + 2))) return true;
  }
  return false;
}

export function nikCut({ random }: CopySetting, copy: Row): boolean {
  const at = random.between(2, 15);
  copy.nik = copy.nik.slice(0, at) + copy.nik.slice(at + 1);
  copy.fires = [...copy.fires, 'nik-bukan-16-digit'];
  return true;
}

export function nikMissing(_: CopySetting, copy: Row): boolean {
  copy.nik = '';
  copy.fires = [...copy.fires, 'nik-kosong'];
  return true;
}

export function nikMasked({ random }: CopySetting, copy: Row): boolean {
  const shown = random.pick([4, 6, 12]);
  copy.nik = copy.nik.slice(0, shown).padEnd(16, '*');
  copy.fires = [...copy.fires, 'nik-tersamar'];
  return true;
}

export function nikReissued({ random, people, kabupaten }: CopySetting, copy: Row): boolean {
  const home = random.chance(0.7) ? random.pick(kabupaten.kecamatan) : copy.area;
  copy.nik = people.nik(false, home, copy.birth, copy.sex, copy.nkk).nik;
  return true;
}

/** Labels a copy with the errors it got. */
export function labelCopy(copy: Row, errors: readonly string[]): void {
  label(copy, ...errors);
  copy.taken = true;
}
