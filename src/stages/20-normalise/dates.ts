import { list, type Sql, sql, trusted } from '../../engine/sql.ts';

const SEPARATED = {
  dmy: ['%d|%m|%Y', '%d-%m-%Y', '%d/%m/%Y', '%d.%m.%Y', '%d %m %Y'],
  mdy: ['%m|%d|%Y', '%m-%d-%Y', '%m/%d/%Y', '%m.%d.%Y', '%m %d %Y'],
} as const;
const YEAR_FIRST = ['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d'] as const;

/**
 * A written birth date as a TIMESTAMP; NULL when it is none.
 * Day and month follow the order decided for the file, never the row; year first and Excel's day numbers
 * (days since 1899-12-30, 1910 to 2036) can be told apart by themselves. A time of day is cut off.
 */
export function parsedDate(written: Sql, order: Sql): Sql {
  const day = sql`CASE WHEN length(${written}) > 10 THEN left(${written}, 10) ELSE ${written} END`;
  const parse = (formats: readonly string[]) => sql`try_strptime(${day}, ${list([...formats])})`;
  return sql`CASE
    WHEN ${written} IS NULL THEN NULL
    WHEN ${order} = 'dmy' AND substr(${written}, 3, 1) = '|' THEN try_strptime(${written}, '%d|%m|%Y')
    WHEN length(${written}) = 5 AND try_cast(${written} AS INTEGER) BETWEEN 3654 AND 50000
      THEN CAST(DATE '1899-12-30' + try_cast(${written} AS INTEGER) AS TIMESTAMP)
    WHEN length(${written}) < 8 OR NOT (length(${written}) <= 10 OR regexp_full_match(substr(${written}, 11), '[ T][0-9:.]+Z?')) THEN NULL
    WHEN ${order} = 'mdy' THEN ${parse([...SEPARATED.mdy, ...YEAR_FIRST])}
    ELSE ${parse([...SEPARATED.dmy, ...YEAR_FIRST])}
  END`;
}

/** A parsed birth date as a DATE; NULL outside 1800-2199, where it can be no voter's. */
export function plausibleDate(parsed: Sql): Sql {
  return sql`CASE WHEN year(${parsed}) BETWEEN 1800 AND 2199 THEN CAST(${parsed} AS DATE) END`;
}

/**
 * The DATE of day, month and year, or NULL where the calendar has no such day.
 * All three are names of integer columns.
 */
export function calendarDate(day: string, month: string, year: string): Sql {
  const [d, m, y] = [trusted(day), trusted(month), trusted(year)];
  return sql`CASE
    WHEN ${m} BETWEEN 1 AND 12 AND ${d} BETWEEN 1 AND 28 THEN make_date(${y}, ${m}, ${d})
    WHEN ${m} = 2 AND ${d} = 29 AND ${y} % 4 = 0 AND (${y} % 100 <> 0 OR ${y} % 400 = 0) THEN make_date(${y}, 2, 29)
    WHEN ${d} IN (29, 30) AND ${m} BETWEEN 1 AND 12 AND ${m} <> 2 THEN make_date(${y}, ${m}, ${d})
    WHEN ${d} = 31 AND ${m} BETWEEN 1 AND 12 AND ${m} <> 2 AND ${m} NOT IN (4, 6, 9, 11) THEN make_date(${y}, ${m}, 31)
  END`;
}

/** Completed years between two dates; -1 when the first lies after the second. */
export function completedYears(from: Sql, until: Sql): Sql {
  const number = (date: Sql) => sql`(year(${date}) * 10000 + month(${date}) * 100 + day(${date}))`;
  return sql`CAST(CASE WHEN ${from} > ${until} THEN -1 ELSE (${number(until)} - ${number(from)}) // 10000 END AS INTEGER)`;
}
