import { join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { InputFile } from '../../model/input-file.ts';
import { rollColumn } from '../../model/roll-columns.ts';
import type { Rule } from '../../model/rule.ts';
import type { SourceColumnName } from '../../model/source-columns.ts';

/** A rule as this run can assess it: files that lack a column it needs are left out. */
export interface AssessedRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly withoutFiles: readonly number[];
}

/**
 * Splits the rules into those that at least one file has the columns for, and the rest, which are not assessed.
 */
export function assessable(
  rules: readonly Rule[],
  inputs: readonly InputFile[],
): { readonly assessed: readonly AssessedRule[]; readonly notAssessed: readonly Rule[] } {
  const columnsOf = new Map(
    inputs.map((file) => [file.fileId, new Set<SourceColumnName>(file.columns.map(({ column }) => column))]),
  );
  const split = rules.map((rule) => {
    const needed = new Set([rule.field, ...rule.reads.flatMap((name) => rollColumn(name).from)]);
    const withoutFiles = inputs
      .filter(({ fileId }) => [...needed].some((column) => columnsOf.get(fileId)?.has(column) !== true))
      .map(({ fileId }) => fileId);
    return { rule, withoutFiles };
  });
  const isAssessed = ({ withoutFiles }: AssessedRule) => withoutFiles.length < inputs.length;
  return {
    assessed: split.filter(isAssessed),
    notAssessed: split.filter((entry) => !isAssessed(entry)).map(({ rule }) => rule),
  };
}

/** assessed_rule(rule_id, file_id): which rule was assessed on which file. */
export function assessedRuleQuery(assessed: readonly AssessedRule[], inputs: readonly InputFile[]): Sql {
  const rows = assessed.flatMap(({ rule, withoutFiles }) =>
    inputs
      .filter(({ fileId }) => !withoutFiles.includes(fileId))
      .map(({ fileId }) => sql`(${literal(rule.id)}, ${literal(fileId)})`),
  );
  return sql`SELECT * FROM (VALUES ${join([sql`('', 0)`, ...rows])}) AS assessed (rule_id, file_id) WHERE file_id > 0`;
}
