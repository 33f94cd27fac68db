import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVALID_RULES } from '../../rules/index.ts';
import { Database } from '../../src/engine/database.ts';
import { identifier, join, type Sql, sql, trusted } from '../../src/engine/sql.ts';
import { PARAMETERS, type ParameterName } from '../../src/model/parameters.ts';
import { ROLL_COLUMNS, rollColumn } from '../../src/model/roll-columns.ts';
import type { GroupRule, RowRule } from '../../src/model/rule.ts';

const ANY_VALUE: Readonly<Record<ParameterName, string>> = {
  reference_date: "DATE '2026-11-22'",
  tps_limit: '600',
  disabilitas_codes: "['0', '1']",
  ktp_el_codes: "['S', 'B']",
  keterangan_codes: "['U', 'B', '1']",
  tms_codes: "['1']",
};

const ROW_RULES = INVALID_RULES.filter((rule): rule is RowRule => rule.kind === 'row');
const GROUP_RULES = INVALID_RULES.filter((rule): rule is GroupRule => rule.kind === 'group');

let database: Database;

beforeAll(async () => {
  database = await Database.open({
    threads: 1,
    memory: '512MB',
    folder: joinPath(tmpdir(), `sisir-rule-sql-${process.pid}`),
  });
  const columns = ROLL_COLUMNS.map(({ name, type }) => sql`${identifier(name)} ${trusted(type)}`);
  await database.run(sql`CREATE TABLE roll (${join(columns)})`);
  for (const { name, type } of PARAMETERS) {
    await database.run(
      sql`CREATE MACRO ${identifier(name)}() AS CAST(${trusted(ANY_VALUE[name])} AS ${trusted(type)})`,
    );
  }
});

afterAll(() => database.close());

async function typeOf(query: Sql): Promise<string> {
  return (await database.row<{ column_type: string }>(sql`DESCRIBE ${query}`)).column_type;
}

/** A roll of only these columns: what a rule does not read, it cannot see. */
function rollOf(reads: readonly string[]): Sql {
  const columns = reads.map(
    (name) => sql`CAST(NULL AS ${trusted(rollColumn(name).type)}) AS ${identifier(name)}`,
  );
  return sql`(SELECT ${join(columns)})`;
}

describe.each(ROW_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has conditions that DuckDB binds to BOOLEAN on the columns it reads', async () => {
    const conditions = [
      rule.violatedWhen,
      rule.assessableWhen ?? 'true',
      ...rule.causes.map(({ when }) => when),
    ];
    for (const condition of conditions) {
      expect(await typeOf(sql`SELECT (${trusted(condition)}) AS verdict FROM ${rollOf(rule.reads)}`)).toBe(
        'BOOLEAN',
      );
    }
  });

  it('plans without a join: a long IN list would become one', async () => {
    const plan = await database.rows<{ explain_value: string }>(
      sql`EXPLAIN SELECT CASE WHEN ${trusted(rule.violatedWhen)} THEN 1 END FROM roll`,
    );
    expect(plan.map(({ explain_value }) => explain_value).join()).not.toContain('JOIN');
  });
});

describe.each(GROUP_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const by = join(rule.groupBy.map((name) => identifier(name)));
  const measures = Object.entries(rule.measures).map(
    ([name, text]) => sql`, (${trusted(text)}) AS ${identifier(name)}`,
  );
  const groups = sql`(SELECT ${by}${join(measures, '')} FROM ${rollOf(rule.reads)} GROUP BY ${by})`;

  it('has conditions that DuckDB binds to BOOLEAN on the columns it reads', async () => {
    expect(await typeOf(sql`SELECT (${trusted(rule.where)}) AS verdict FROM ${rollOf(rule.reads)}`)).toBe(
      'BOOLEAN',
    );
    expect(await typeOf(sql`SELECT (${trusted(rule.violatedWhen)}) AS verdict FROM ${groups}`)).toBe(
      'BOOLEAN',
    );
  });

  it('shows a text when it reports the group', async () => {
    if (rule.reports === 'members') return;
    expect(await typeOf(sql`SELECT (${trusted(rule.shows ?? '1')}) AS shown FROM ${groups}`)).toBe('VARCHAR');
  });
});
