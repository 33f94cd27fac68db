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
  const all = rules.flatMap((rule) => conditions(rule).map((condition) => ({ rule, ...condition })));
  if (!(await allBind(database, all))) {
    for (const { rule, what, query } of all) await checkBoolean(database, rule, what, query);
  }
  await database.run(sql`DROP TABLE empty_roll`);
}

/** One statement for all: the usual case, ten times faster than one for each. */
async function allBind(database: Database, all: readonly { query: Sql }[]): Promise<boolean> {
  if (all.length === 0) return true;
  const verdicts = all.map(({ query }) => sql`(SELECT any_value(verdict) FROM (${query}))`);
  try {
    const types = await database.rows<{ column_type: string }>(sql`DESCRIBE SELECT ${join(verdicts)}`);
    return types.every(({ column_type }) => column_type === 'BOOLEAN');
  } catch (error) {
    if (error instanceof QueryError) return false;
    throw error;
  }
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
    throw unusable(rule, what, error);
  }
}

function unusable({ id }: Rule, what: string, { message }: QueryError): RuleError {
  return new RuleError(id, {
    id: `aturan ${id}: ${what} tidak dapat dipakai: ${message}. Perbaiki berkas aturannya; kolom yang ada: docs/kamus-data.md.`,
    en: `rule ${id}: ${what} cannot be used: ${message}. Correct the rule file; the columns there are: docs/data-dictionary.md.`,
  });
}

/**
 * After the scan failed: finds the rule whose condition fails on this roll's values (a cast, an overflow).
 * @throws RuleError naming it; returns when no single rule fails
 */
export async function blameRule(database: Database, rules: readonly Rule[]): Promise<void> {
  for (const rule of rules) {
    if (rule.kind === 'group') continue;
    try {
      await database.run(
        sql`CREATE OR REPLACE TEMP TABLE blame AS SELECT count(*) FROM roll WHERE ${trusted(`(${rule.violatedWhen})`)}`,
      );
    } catch (error) {
      if (error instanceof QueryError) throw unusable(rule, 'violatedWhen', error);
      throw error;
    }
  }
}
