import { masked } from '../../engine/mask.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import { rollColumn, VOTER_KEY_OVERRIDE } from '../../model/roll-columns.ts';
import type { RowRule } from '../../model/rule.ts';
import type { SourceColumnName } from '../../model/source-columns.ts';
import type { AssessedRule } from './assess.ts';

const BITS_PER_WORD = 64;

/** A row rule with its place in the verdict's bit masks. */
export interface PlacedRule extends AssessedRule<RowRule> {
  readonly ruleNumber: number;
  readonly word: number;
  readonly bit: number;
}

export function place(rules: readonly AssessedRule<RowRule>[]): PlacedRule[] {
  return rules.map((entry, index) => ({
    ...entry,
    ruleNumber: index,
    word: Math.floor(index / BITS_PER_WORD),
    bit: index % BITS_PER_WORD,
  }));
}

/** Columns of `verdict` that hold the broken rules, 64 a word. */
export function violatedColumns(rules: readonly PlacedRule[]): string[] {
  return wordsOf(rules).map((word) => `violated_${word}`);
}

/** There is always a first word, also without any rule. */
function wordsOf(rules: readonly PlacedRule[]): number[] {
  return [...new Set([0, ...rules.map(({ word }) => word)])];
}

function bits(rules: readonly PlacedRule[]): Sql {
  const mask = rules.reduce((sum, { bit }) => sum | (1n << BigInt(bit)), 0n);
  return sql`${literal(mask)}::UBIGINT`;
}

/** One word of a mask: the bit of every rule whose condition holds. NULL is "does not hold". */
function maskWord(rules: readonly PlacedRule[], condition: (placed: PlacedRule) => Sql): Sql {
  const bitOf = (placed: PlacedRule) =>
    sql`CASE WHEN ${condition(placed)} THEN ${bits([placed])} ELSE 0::UBIGINT END`;
  return join([sql`0::UBIGINT`, ...rules.map(bitOf)], '\n      | ');
}

function inAssessedFiles({ withoutFiles }: PlacedRule, condition: Sql): Sql {
  if (withoutFiles.length === 0) return condition;
  return sql`file_id NOT IN (${join(withoutFiles.map((file) => literal(file)))}) AND ${condition}`;
}

function violated(placed: PlacedRule): Sql {
  return inAssessedFiles(placed, trusted(`(${placed.rule.violatedWhen})`));
}

function unassessed(placed: PlacedRule): Sql {
  const { assessableWhen, reads } = placed.rule;
  return inAssessedFiles(
    placed,
    assessableWhen === undefined
      ? sql`(${join(
          reads.map((column) => sql`${identifier(column)} IS NULL`),
          ' OR ',
        )})`
      : trusted(`NOT coalesce((${assessableWhen}), false)`),
  );
}

/** Number of the cause, from 0, of one broken rule. */
function causeOf({ rule, word, bit }: PlacedRule): Sql {
  const cases = rule.causes.map(
    ({ when }, index) => sql`WHEN ${trusted(`(${when})`)} THEN ${literal(index)}`,
  );
  return sql`CASE WHEN violated_${literal(word)} & ${literal(1n << BigInt(bit))}::UBIGINT <> 0
      THEN CASE ${join(cases, ' ')} END END`;
}

/** A field's masked value, where one of the rules about it is broken. */
function shown(field: SourceColumnName, rules: readonly PlacedRule[]): Sql {
  const concerned = rules.filter(({ rule }) => rule.field === field);
  const words = [...new Set(concerned.map(({ word }) => word))].map(
    (word) =>
      sql`violated_${literal(word)} & ${bits(concerned.filter((placed) => placed.word === word))} <> 0`,
  );
  return sql`CASE WHEN ${join(words, ' OR ')} THEN ${masked(field)} END`;
}

function withCauses(rules: readonly PlacedRule[]): PlacedRule[] {
  return rules.filter(({ rule }) => rule.causes.length > 0);
}

function fieldsOf(rules: readonly PlacedRule[]): SourceColumnName[] {
  return [...new Set(rules.map(({ rule }) => rule.field))];
}

/** Columns that every verdict and finding carries of its voter. */
export const VOTER_COLUMNS = [
  'row_id',
  'file_id',
  'voter_key',
  'dpid',
  'area_kabupaten',
  'area_kecamatan',
  'area_desa',
  'tps_number',
] as const;

/** `voter_key` as the verdict computes it when read: most voter keys are the dpid and not stored twice. */
export const VERDICT_VOTER_KEY = sql`${trusted(rollColumn('voter_key').computed ?? 'voter_key')} AS voter_key`;

/**
 * All row rules as one scan of `roll`: for each row the masks of broken and of not assessable rules; where one is
 * broken, the cause of each broken rule that declares causes, and the masked values of the fields concerned, as lists.
 */
export function scanQuery(rules: readonly PlacedRule[]): Sql {
  const words = wordsOf(rules).map((word) => {
    const inWord = rules.filter((placed) => placed.word === word);
    return sql`${maskWord(inWord, violated)} AS violated_${literal(word)},
      ${maskWord(inWord, unassessed)} AS unassessed_raw_${literal(word)}`;
  });
  const unassessedWords = wordsOf(rules).map(
    (word) =>
      sql`unassessed_raw_${literal(word)} & ~violated_${literal(word)} AS unassessed_${literal(word)}`,
  );
  const stored = VOTER_COLUMNS.map((column) => (column === 'voter_key' ? VOTER_KEY_OVERRIDE : column));
  const broken = join(
    violatedColumns(rules).map((column) => sql`${identifier(column)} <> 0`),
    ' OR ',
  );
  const listed = (values: readonly Sql[], type: string) =>
    sql`CASE WHEN ${broken} THEN CAST([${join(values)}] AS ${trusted(type)}[]) END`;
  return sql`SELECT ${join(stored.map((column) => identifier(column)))},
    ${join(violatedColumns(rules).map((column) => identifier(column)))},
    ${join(unassessedWords)},
    ${listed(withCauses(rules).map(causeOf), 'UTINYINT')} AS causes,
    ${listed(
      fieldsOf(rules).map((field) => shown(field, rules)),
      'VARCHAR',
    )} AS shown
  FROM (
    SELECT *,
      ${join(words, ',\n      ')}
    FROM roll
  )`;
}

/** Findings of the row rules: one row for each (voter, rule), from `verdict` and `violated_rule`. */
export function rowFindingQuery(rules: readonly PlacedRule[]): Sql {
  const on = join(
    violatedColumns(rules).map(
      (column) => sql`verdict.${identifier(column)} = violated_rule.${identifier(column)}`,
    ),
    ' AND ',
  );
  const causes = withCauses(rules).map(({ rule, ruleNumber }, position) => {
    const names = rule.causes.map(({ id }, index) => sql`WHEN ${literal(index)} THEN ${literal(id)}`);
    return sql`WHEN rule_number = ${literal(ruleNumber)} THEN CASE causes[${literal(position + 1)}] ${join(names, ' ')} END`;
  });
  const cause = sql`CASE WHEN false THEN NULL ${join(causes, ' ')} END`;
  const values = fieldsOf(rules).map(
    (field, position) => sql`WHEN field = ${literal(field)} THEN shown[${literal(position + 1)}]`,
  );
  const value = sql`CASE WHEN false THEN NULL ${join(values, ' ')} END`;
  return sql`SELECT ${join(VOTER_COLUMNS.map((column) => identifier(column)))},
    rule_id, dimension, severity, field, ${cause} AS cause, ${value} AS value_masked, 'voter' AS subject, voter_key AS subject_key
  FROM verdict JOIN violated_rule ON ${on}`;
}

/** `row_rule`: the assessed row rules with their place in the masks. */
export function rowRuleQuery(rules: readonly PlacedRule[]): Sql {
  const described = rules.map(
    ({ rule, ruleNumber, word, bit }) =>
      sql`(${literal(ruleNumber)}, ${literal(word)}, ${literal(1n << BigInt(bit))}::UBIGINT, ${literal(rule.id)}, ${literal(rule.dimension)}, ${literal(rule.severity)}, ${literal(rule.field)})`,
  );
  const names = sql`placed (rule_number, word, bit_value, rule_id, dimension, severity, field)`;
  const none = sql`(0, 0, 0::UBIGINT, '', '', '', '')`;
  return sql`SELECT * FROM (VALUES ${join([none, ...described])}) AS ${names} WHERE bit_value <> 0`;
}

/** `violated_rule`: each distinct mask of broken rules in `verdict` with the rules in it. */
export function violatedRuleQuery(rules: readonly PlacedRule[]): Sql {
  const columns = violatedColumns(rules).map((column) => identifier(column));
  const some = join(
    columns.map((column) => sql`${column} <> 0`),
    ' OR ',
  );
  const wordValue = sql`CASE word ${join(
    columns.map((column, word) => sql`WHEN ${literal(word)} THEN ${column}`),
    ' ',
  )} END`;
  return sql`SELECT ${join(columns)}, rule_number, rule_id, dimension, severity, field
  FROM (SELECT DISTINCT ${join(columns)} FROM verdict WHERE ${some})
  JOIN row_rule ON ${wordValue} & bit_value <> 0`;
}
