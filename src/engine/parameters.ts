import type { ParameterName } from '../model/parameters.ts';
import type { Database } from './database.ts';
import { identifier, list, literal, type Sql, sql } from './sql.ts';

/** Values of the run's parameters: a text is a DATE (YYYY-MM-DD), a number an INTEGER, a list of texts VARCHAR[]. */
export type ParameterValues = Readonly<Record<ParameterName, string | number | readonly string[]>>;

function value(given: string | number | readonly string[]): Sql {
  if (typeof given === 'number') return sql`CAST(${literal(given)} AS INTEGER)`;
  if (typeof given === 'string') return sql`CAST(${literal(given)} AS DATE)`;
  return sql`CAST(${list([...given])} AS VARCHAR[])`;
}

/** Makes each parameter callable in SQL as a macro without arguments, e.g. `reference_date()`. */
export async function defineParameters(database: Database, values: ParameterValues): Promise<void> {
  for (const [name, given] of Object.entries(values)) {
    await database.run(sql`CREATE OR REPLACE MACRO ${identifier(name)}() AS ${value(given)}`);
  }
}
