import type { MaskKind } from '../model/source-columns.ts';
import { type SourceColumnName, sourceColumn } from '../model/source-columns.ts';
import { type Sql, trusted } from './sql.ts';

const MOST_CHARACTERS = 40;

/** Letters as A, digits as 9, everything else as it is. */
function pattern(column: string): string {
  return `left(translate(upper(strip_accents(${column})), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 'AAAAAAAAAAAAAAAAAAAAAAAAAA9999999999'), ${MOST_CHARACTERS})`;
}

const MASKS: Readonly<Record<MaskKind, (column: string) => string>> = {
  'area-digits': (column) =>
    `CASE WHEN length(${column}) BETWEEN 12 AND ${MOST_CHARACTERS} AND regexp_matches(${column}, '^[0-9]{6}[0-9*]+$')
      THEN left(${column}, 6) || repeat('*', CAST(length(${column}) - 6 AS BIGINT)) ELSE ${pattern(column)} END`,
  initials: (column) =>
    `CASE WHEN regexp_matches(${column}, '[0-9]') THEN ${pattern(column)}
      ELSE left(list_aggregate(list_transform(string_split(${column}, ' '), lambda word: left(word, 1)), 'string_agg', ' '), ${MOST_CHARACTERS}) END`,
  year: (column) =>
    `coalesce(nullif(regexp_extract(${column}, '(1[89]|20)[0-9]{2}'), '') || '-**-**', ${pattern(column)})`,
  hidden: (column) => `repeat('*', CAST(least(length(${column}), 12) AS BIGINT))`,
  code: (column) => `CASE WHEN length(${column}) <= 3 THEN ${column} ELSE ${pattern(column)} END`,
};

/** A source column's value as findings may show it (UU 27/2022: no full personal value outside the work lists). */
export function masked(column: SourceColumnName): Sql {
  return trusted(MASKS[sourceColumn(column).mask](column));
}
