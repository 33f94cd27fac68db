import type { Database } from '../../engine/database.ts';
import { QueryError } from '../../engine/database.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { RuleError } from '../../model/errors.ts';
import { ROLL_COLUMNS } from '../../model/roll-columns.ts';
import type { Rule } from '../../model/rule.ts';

/**
 * Lets DuckDB bind every condition on an empty roll, before any input is read.
 * Needs the parameters of the run (`reference_date()` …) in the catalog.
 * @throws RuleError naming the rule whose condition does not bind or is no condition
 */
export async function checkRules(database: Database, rules: readonly Rule[]): Promise<void> {
  const columns = ROLL_COLUMNS.map(({ name, type }) => sql`${identifier(name)} ${trusted(type)}`);
  await database.run(sql`CREATE OR REPLACE TABLE empty_roll (${join(columns)})`);
  for (const rule of rules) {
    for (const { what, query } of conditions(rule)) await checkBoolean(database, rule, what, query);
  }
  await database.run(sql`DROP TABLE empty_roll`);
}

function conditions(rule: Rule): { what: string; query: Sql }[] {
  const onRow = (what: string, text: string) => ({
    what,
    query: sql`SELECT ${trusted(`(${text})`)} AS verdict FROM empty_roll`,
  });
  if (rule.kind === 'row') {
    return [
      onRow('violatedWhen', rule.violatedWhen),
      ...(rule.assessableWhen === undefined ? [] : [onRow('assessableWhen', rule.assessableWhen)]),
      ...rule.causes.map(({ id, when }) => onRow(`causes.${id}`, when)),
    ];
  }
  const by = join(rule.groupBy.map((column) => identifier(column)));
  const measures = Object.entries(rule.measures).map(
    ([name, text]) => sql`, ${trusted(`(${text})`)} AS ${identifier(name)}`,
  );
  return [
    onRow('where', rule.where),
    {
      what: 'violatedWhen',
      query: sql`SELECT ${trusted(`(${rule.violatedWhen})`)} AS verdict FROM (SELECT ${by}${join(measures, '')} FROM empty_roll GROUP BY ${by})`,
    },
  ];
}

async function checkBoolean(database: Database, rule: Rule, what: string, query: Sql): Promise<void> {
  try {
    const { column_type: found } = await database.row<{ column_type: string }>(sql`DESCRIBE ${query}`);
    if (found === 'BOOLEAN') return;
    throw new RuleError(rule.id, {
      id: `aturan ${rule.id}: ${what} menghasilkan ${found}, padahal harus berupa syarat (BOOLEAN). Tulis sebagai perbandingan.`,
      en: `rule ${rule.id}: ${what} gives ${found} but must be a condition (BOOLEAN). Write it as a comparison.`,
    });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new RuleError(rule.id, {
      id: `aturan ${rule.id}: ${what} tidak dapat dipakai: ${error.message}`,
      en: `rule ${rule.id}: ${what} cannot be used: ${error.message}`,
    });
  }
}
