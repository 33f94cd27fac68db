import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Comparison, Guard } from '../../model/ganda.ts';
import { overEnds } from './ends.ts';
import { double } from './weights.ts';

/** Guards of which every comparison that they need takes part. */
export function activeGuards(guards: readonly Guard[], comparisons: readonly Comparison[]): Guard[] {
  const present = new Set(comparisons.map(({ id }) => id));
  return guards.filter(({ needs }) => needs.every((id) => present.has(id)));
}

/** Id of the first guard that fires, or NULL; over the `endColumns` of the guards and the pair's levels. */
export function guardSql(guards: readonly Guard[]): Sql {
  if (guards.length === 0) return sql`CAST(NULL AS VARCHAR)`;
  const cases = guards.map((guard) => sql`WHEN ${overEnds(guard.when)} THEN ${literal(guard.id)}`);
  return sql`CASE ${join(cases, ' ')} END`;
}

/** Weight of the guard that a column names; 0 for none. */
export function guardWeightSql(guards: readonly Guard[], column: string): Sql {
  if (guards.length === 0) return double(0);
  const cases = guards.map(({ id, weight }) => sql`WHEN ${literal(id)} THEN ${double(weight)}`);
  return sql`CASE ${identifier(column)} ${join(cases, ' ')} ELSE ${double(0)} END`;
}
