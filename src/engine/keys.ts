import { type Sql, sql } from './sql.ts';

/** Key of a finding: of its subject (a voter key, a TPS, …) and its rule, never of the row's place. */
export function findingKey(subject: Sql, rule: Sql): Sql {
  return sql`left(md5('finding|' || ${subject} || '|' || ${rule}), 16)`;
}
