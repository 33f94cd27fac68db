import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import { COMPARED_COLUMNS, type Comparison, type Guard } from '../../model/ganda.ts';
import { double } from './weights.ts';

/** Guards of which every comparison that they need takes part. */
export function activeGuards(guards: readonly Guard[], comparisons: readonly Comparison[]): Guard[] {
  const present = new Set(comparisons.map(({ id }) => id));
  return guards.filter(({ needs }) => needs.every((id) => present.has(id)));
}

/** `a.` or `b.` and a column of compared_row, as guards write them. */
const END = /\b([ab])\.([a-z_]+)\b/g;

/** What a guard reads of one row of the pair: its source and the column `"a.sex"` that carries it beside the levels. */
export interface GuardColumn {
  readonly source: Sql;
  readonly column: Sql;
}

/** What the guards read of the two rows, each once. */
export function guardColumns(guards: readonly Guard[]): GuardColumn[] {
  const named = new Set(guards.flatMap(({ when }) => when.match(END) ?? []));
  return (['a', 'b'] as const).flatMap((side) =>
    COMPARED_COLUMNS.filter((column) => named.has(`${side}.${column}`)).map((column) => ({
      source: sql`${identifier(side)}.${identifier(column)}`,
      column: identifier(`${side}.${column}`),
    })),
  );
}

/** A guard's condition over carried columns: as fields of a struct they would be copied, all of them, at each mention. */
function overCarried({ when }: Guard): Sql {
  return trusted(when.replaceAll(END, '"$1.$2"'));
}

/** Id of the first guard that fires, or NULL; over the carried `guardColumns` and the pair's levels. */
export function guardSql(guards: readonly Guard[]): Sql {
  if (guards.length === 0) return sql`CAST(NULL AS VARCHAR)`;
  const cases = guards.map((guard) => sql`WHEN ${overCarried(guard)} THEN ${literal(guard.id)}`);
  return sql`CASE ${join(cases, ' ')} END`;
}

/** Weight of the guard that a column names; 0 for none. */
export function guardWeightSql(guards: readonly Guard[], column: string): Sql {
  if (guards.length === 0) return double(0);
  const cases = guards.map(({ id, weight }) => sql`WHEN ${literal(id)} THEN ${double(weight)}`);
  return sql`CASE ${identifier(column)} ${join(cases, ' ')} ELSE ${double(0)} END`;
}
