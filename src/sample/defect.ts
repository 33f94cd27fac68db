import type { Calendar } from './calendar.ts';
import type { People } from './people.ts';
import type { ProfileName } from './profiles.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';
import type { Desa, Kabupaten, Territory } from './territory.ts';

/** What a defect may draw on. */
export interface DefectSetting {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly people: People;
  readonly territory: Territory;
  readonly kabupaten: Kabupaten;
  readonly desa: ReadonlyMap<string, Desa>;
  readonly referenceDay: number;
  /** Another row of the same TPS on which nothing is planted. */
  readonly other: Row | undefined;
}

/** How one Data Invalid rule is made to fire. */
export interface Defect {
  /** Id of the rule in `rules/invalid`. */
  readonly id: string;
  /** Relative share among the defects, by profile. */
  readonly share: Readonly<Record<ProfileName, number>>;
  /**
   * Damages the row.
   * @returns the rules that must fire with it, besides `id`: all of severity error; undefined when this row
   *   offers no place for the defect and is left as it was
   */
  readonly damage: (row: Row, setting: DefectSetting) => readonly string[] | undefined;
}

export function shares(raw2018: number, maintained2025: number, hard: number): Defect['share'] {
  return { raw2018, maintained2025, hard };
}

export const NONE: readonly string[] = [];

/** Rules of severity error that a 16-digit NIK breaks by its parts. */
export function errorsOfNikParts(nik: string, territory: Territory, calendar: Calendar): string[] {
  const errors: string[] = [];
  if (!territory.knownKabupaten.has(nik.slice(0, 4))) errors.push('nik-wilayah-tidak-dikenal');
  const day = Number(nik.slice(6, 8));
  const year = Number(nik.slice(10, 12));
  const date = [day > 40 ? day - 40 : day, Number(nik.slice(8, 10))] as const;
  const exists = [1900, 2000].some((century) => calendar.day(century + year, date[1], date[0]) !== undefined);
  if (!exists) errors.push('nik-tanggal-tidak-sah');
  if (nik.endsWith('0000')) errors.push('nik-nomor-urut-0000');
  return errors;
}
