import { type Sql, trusted } from './sql.ts';

/** An area code as text of the given width. */
export function areaCode(column: string, width: number): Sql {
  return trusted(`lpad(CAST(${column} AS VARCHAR), ${width}, '0')`);
}

/** A TPS number as KPU writes it: three digits or more; NULL stays NULL. */
export function tpsCode(column: string): Sql {
  return trusted(
    `CASE WHEN ${column} < 1000 THEN lpad(CAST(${column} AS VARCHAR), 3, '0') ELSE CAST(${column} AS VARCHAR) END`,
  );
}
