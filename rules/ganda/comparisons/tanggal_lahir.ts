import type { Comparison } from '../../../src/model/ganda.ts';
import { isCommonDefault, isDefaultDate } from '../similarity.ts';

const SAME_DAY = 'day(a.birth_date) = day(b.birth_date)';
const SAME_MONTH = 'month(a.birth_date) = month(b.birth_date)';
const SAME_YEAR = 'year(a.birth_date) = year(b.birth_date)';

/** One digit of the year wrong, its last two exchanged, or a year more or less. */
const YEAR_SLIPPED = `(mismatches(CAST(year(a.birth_date) AS VARCHAR), CAST(year(b.birth_date) AS VARCHAR)) = 1
  OR abs(year(a.birth_date) - year(b.birth_date)) = 1
  OR (year(a.birth_date) // 100 = year(b.birth_date) // 100
    AND year(a.birth_date) % 10 = year(b.birth_date) // 10 % 10
    AND year(b.birth_date) % 10 = year(a.birth_date) // 10 % 10))`;

/** Of the eight digits, two are others: two slips of the pen, or one that carried over. */
const TWO_DIGITS = 'mismatches(CAST(a.birth_date AS VARCHAR), CAST(b.birth_date AS VARCHAR)) = 2';

const WITHIN_A_YEAR = 'abs(a.birth_date - b.birth_date) <= 366';

/** Of two default dates nothing is known but the year: that day and month agree, or nearly so, says nothing. */
const NOT_BOTH_DEFAULT = `NOT (${isCommonDefault('a')} AND ${isCommonDefault('b')})`;

const comparison: Comparison = {
  id: 'tanggal_lahir',
  title: { id: 'Tanggal lahir', en: 'Birth date' },
  reads: ['tanggal_lahir'],
  missing: 'a.birth_date IS NULL OR b.birth_date IS NULL',
  strata: [{ id: 'semua', label: { id: 'semua pasangan', en: 'all pairs' }, equal: [] }],
  levels: [
    {
      id: 'sama',
      label: { id: 'sama', en: 'equal' },
      when: 'a.birth_date = b.birth_date',
      frequency: 'birth-date',
    },
    {
      id: 'hari-bulan-tertukar',
      label: { id: 'hari dan bulan tertukar', en: 'day and month exchanged' },
      when: `${NOT_BOTH_DEFAULT} AND ${SAME_YEAR} AND day(a.birth_date) = month(b.birth_date) AND month(a.birth_date) = day(b.birth_date)`,
    },
    {
      id: 'bulan-beda',
      label: { id: 'hanya bulan berbeda', en: 'only the month differs' },
      when: `${NOT_BOTH_DEFAULT} AND ${SAME_DAY} AND ${SAME_YEAR}`,
    },
    {
      id: 'hari-beda',
      label: { id: 'hanya hari berbeda', en: 'only the day differs' },
      when: `${NOT_BOTH_DEFAULT} AND ${SAME_MONTH} AND ${SAME_YEAR}`,
    },
    {
      id: 'tahun-beda',
      label: {
        id: 'hanya tahun berbeda, seperti salah tulis (satu angka, dua angka terakhir tertukar, atau terpaut setahun)',
        en: 'only the year differs, as by a slip (one digit, the last two exchanged, or a year apart)',
      },
      when: `${NOT_BOTH_DEFAULT} AND ${SAME_DAY} AND ${SAME_MONTH} AND ${YEAR_SLIPPED}`,
    },
    {
      id: 'tanggal-baku',
      label: {
        id: 'tahun sama, salah satunya tanggal baku (01-07, 31-12, 01-01, tanggal 15)',
        en: 'same year, one side is a default date (01-07, 31-12, 01-01, day 15)',
      },
      when: `${SAME_YEAR} AND ${isDefaultDate('a')} <> ${isDefaultDate('b')}`,
    },
    {
      id: 'dua-angka-beda',
      label: { id: 'dua angka berbeda', en: 'two digits differ' },
      when: `${NOT_BOTH_DEFAULT} AND ${TWO_DIGITS}`,
    },
    {
      id: 'setahun',
      label: { id: 'terpaut paling banyak setahun', en: 'a year apart at most' },
      when: WITHIN_A_YEAR,
    },
    {
      id: 'tahun-jauh',
      label: {
        id: 'hari dan bulan sama, tahun jauh berbeda',
        en: 'day and month equal, the years far apart',
      },
      when: `${SAME_DAY} AND ${SAME_MONTH}`,
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' } },
  ],
  examples: [
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '12|06|1990' }, level: 'sama' },
    { a: { tanggal_lahir: '07|05|1990' }, b: { tanggal_lahir: '05|07|1990' }, level: 'hari-bulan-tertukar' },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '22|06|1990' }, level: 'hari-beda' },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '12|07|1990' }, level: 'bulan-beda' },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '12|06|1980' }, level: 'tahun-beda' },
    { a: { tanggal_lahir: '12|06|1984' }, b: { tanggal_lahir: '12|06|1948' }, level: 'tahun-beda' },
    { a: { tanggal_lahir: '12|06|1999' }, b: { tanggal_lahir: '12|06|2000' }, level: 'tahun-beda' },
    {
      a: { tanggal_lahir: '21|09|1974' },
      b: { tanggal_lahir: '21|09|2001' },
      level: 'tahun-jauh',
      because: {
        id: 'ayah dan anak dapat berulang tahun pada hari yang sama; salah tulis tidak mengubah empat angka',
        en: 'father and son may share a birthday; a slip does not change four digits',
      },
    },
    {
      a: { tanggal_lahir: '01|07|1990' },
      b: { tanggal_lahir: '07|01|1990' },
      level: 'hari-bulan-tertukar',
      because: {
        id: '1 Juli dan 7 Januari: lebih dahulu dibaca sebagai tertukar, bukan tanggal baku',
        en: '1 July and 7 January: read as exchanged before it is read as a default date',
      },
    },
    { a: { tanggal_lahir: '31|12|1955' }, b: { tanggal_lahir: '09|03|1955' }, level: 'tanggal-baku' },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '13|06|1980' }, level: 'dua-angka-beda' },
    {
      a: { tanggal_lahir: '09|03|1973' },
      b: { tanggal_lahir: '07|04|1973' },
      level: 'dua-angka-beda',
      because: { id: 'hari dan bulan keduanya berbeda', en: 'day and month both differ' },
    },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '23|01|1991' }, level: 'setahun' },
    {
      a: { tanggal_lahir: '01|07|1958' },
      b: { tanggal_lahir: '01|07|1951' },
      level: 'tahun-jauh',
      because: {
        id: 'dua tanggal baku: hari dan bulan sama dengan sendirinya',
        en: 'two default dates: day and month agree by themselves',
      },
    },
    { a: { tanggal_lahir: '01|07|1955' }, b: { tanggal_lahir: '31|12|1957' }, level: 'beda' },
    {
      a: { tanggal_lahir: '01|07|1955' },
      b: { tanggal_lahir: '31|12|1955' },
      level: 'setahun',
      because: {
        id: 'dua tanggal baku: tidak ada yang diketahui selain tahun',
        en: 'two default dates: nothing is known but the year',
      },
    },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '23|09|1971' }, level: 'beda' },
    { a: { tanggal_lahir: '12|06|1990' }, b: { tanggal_lahir: '' }, level: 'tidak-dinilai' },
  ],
};

export default comparison;
