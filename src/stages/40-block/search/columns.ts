import type { Database } from '../../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../../engine/sql.ts';
import type { MatchColumn } from '../../../model/ganda.ts';
import { IDENTITY } from '../identity.ts';

/** A column of match_row; `nik`, the NIK of any length that `agreeing` reads; or `identity`. */
export type SearchColumn = MatchColumn | 'nik' | 'identity';

/**
 * Where `identity` (`IDENTITY`) is not certain, since the NIK is in doubt: it does not confirm the birth date (another day,
 * month or year, or one of the two unknown). It is -1 where it is not certain for other reasons.
 */
export const NIK_IN_DOUBT = -2;

/** Columns beyond 31 bits cross as two integers: what stands above the last nine digits, and those. */
const WIDE: ReadonlySet<SearchColumn> = new Set(['nik', 'nik_number', 'nkk_number', 'area_desa']);
const LOW_FACTOR = 1_000_000_000;

/** NIK and identifiers of 5 to 17 digits; the number of digits less 5 goes into `nik_high`. */
const SHORTEST_NIK = 5;
const LENGTH_FACTOR = 100_000_000;

/** Names of the integers that carry a column (a date as year, month in 4 bits, day in 5); -1 in each of them where it is unknown. */
export function partsOf(column: SearchColumn): readonly string[] {
  return WIDE.has(column) ? [`${column}_high`, `${column}_low`] : [column];
}

/**
 * Rows of match_row in one array that worker threads share, by match_id and row after row: whoever takes a row from
 * somewhere in it waits for the memory once, not once a column.
 */
export interface SearchRows {
  readonly count: number;
  /** Integers of a row. */
  readonly width: number;
  readonly values: Int32Array;
  /** Where in a row each part of a column stands. */
  readonly places: Readonly<Record<string, number>>;
}

/** Where in a row a part of a column stands. @throws RangeError when it was not read */
export function placeOf({ places }: SearchRows, part: string): number {
  const place = places[part];
  if (place === undefined) throw new RangeError(`${part} was not read`);
  return place;
}

/** Day of birth, 40 more for women, month and year stand in the 7th to 12th digit. */
const NIK_CONFIRMS_DATE = sql`
  nik_number // 100000000 % 100 IN (day(birth_date), day(birth_date) + 40)
  AND nik_number // 1000000 % 100 = month(birth_date)
  AND nik_number // 10000 % 100 = year(birth_date) % 100`;

function integersOf(column: SearchColumn): Sql {
  const value = identifier(column);
  if (column === 'birth_date')
    return sql`CAST(coalesce((year(birth_date) * 16 + month(birth_date)) * 32 + day(birth_date), -1) AS INTEGER) AS birth_date`;
  if (column === 'nik')
    return sql`
      coalesce(CAST((nik_digits - ${literal(SHORTEST_NIK)}) * ${literal(LENGTH_FACTOR)} + nik_value // ${literal(LOW_FACTOR)} AS INTEGER), -1) AS nik_high,
      coalesce(CAST(nik_value % ${literal(LOW_FACTOR)} AS INTEGER), -1) AS nik_low`;
  if (column === 'identity')
    return sql`coalesce(${IDENTITY}, CASE WHEN ${NIK_CONFIRMS_DATE} THEN -1 ELSE ${literal(NIK_IN_DOUBT)} END) AS identity`;
  if (!WIDE.has(column)) return sql`CAST(coalesce(${value}, -1) AS INTEGER) AS ${value}`;
  const [high = '', low = ''] = partsOf(column);
  return sql`
    coalesce(CAST(${value} // ${literal(LOW_FACTOR)} AS INTEGER), -1) AS ${identifier(high)},
    coalesce(CAST(${value} % ${literal(LOW_FACTOR)} AS INTEGER), -1) AS ${identifier(low)}`;
}

/** match_row with `nik_value` and `nik_digits`: the NIK, or another identifier of digits only. */
const WITH_NIK = sql`
  SELECT match_row.*,
    coalesce(nik_number, identifier_value) AS nik_value,
    CASE WHEN nik_number IS NOT NULL THEN 16 ELSE identifier_digits END AS nik_digits
  FROM match_row LEFT JOIN (
    SELECT nik_other_id, CAST(nik_other AS BIGINT) AS identifier_value, length(nik_other) AS identifier_digits
    FROM identifier_text WHERE regexp_full_match(nik_other, '[0-9]{5,17}')
  ) AS identifier USING (nik_other_id)`;

function columnsToRead(columns: Iterable<SearchColumn>): SearchColumn[] {
  return [...new Set<SearchColumn>(['identity', 'nik', ...columns])];
}

/** Reads columns of match_row, which has `count` rows; makes and drops the view `search_row`. */
export async function readRows(
  database: Database,
  count: number,
  columns: Iterable<SearchColumn>,
): Promise<SearchRows> {
  const wanted = columnsToRead(columns);
  await database.run(
    sql`CREATE OR REPLACE VIEW search_row AS SELECT match_id, ${join(wanted.map(integersOf))} FROM (${WITH_NIK})`,
  );
  const parts = wanted.flatMap(partsOf);
  const { values } = await database.integersByPlace('search_row', count, 'match_id', parts);
  await database.run(sql`DROP VIEW search_row`);
  const places = Object.fromEntries(parts.map((part, place) => [part, place]));
  return { count, width: parts.length, values, places };
}

/** Bytes that the rows take. */
export function bytesOfRows(rows: number, columns: Iterable<SearchColumn>): number {
  return rows * 4 * columnsToRead(columns).flatMap(partsOf).length;
}
